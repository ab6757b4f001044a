"""Every word of a Document is led back to the field in which it stands, and no other word is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from section75.compose import compose
from section75.document import (
    COMPOSED,
    EXECUTION,
    Document,
    Execution,
    Origin,
    Paragraph,
    Reference,
    Run,
    Runs,
    Table,
    Text,
    Value,
)
from section75.language import british, text
from section75.language.british import curled
from section75.model import Agreement
from section75.model.leaves import plan
from section75.model.units import Prose
from tests.support.agreements import changed, loaded, shipped

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path.parent for path in (ROOT / "agreements").rglob("agreement.yaml"))
OURS = ("agreement.parties", "agreement.recitals", "agreement.clauses", EXECUTION)


def units(value: Any) -> Iterator[tuple[str, Any]]:
    """Everything in an agreement that has an id."""
    if isinstance(value, tuple):
        for item in value:
            yield from units(item)
    elif is_dataclass(value):
        if getattr(value, "id", ""):
            yield value.id, value
        for field in fields(value):
            if field.name != "from_":
                yield from units(getattr(value, field.name))


def held(unit: Any, path: str) -> tuple[Any, Any]:
    """What a field holds, and the unit it was declared with."""
    declared = None
    for part in path.split("."):
        if isinstance(unit, tuple):
            unit = unit[int(part)]
        else:
            declared = dict(plan(type(unit)))[part]
            unit = getattr(unit, part)
    return unit, declared


def source(run: Run) -> str:
    """A run as its source says it, without emphasis."""
    match run:
        case Value():
            return f"{{{{ {run.path} }}}}"
        case Reference():
            return f"[](#{run.target})"
        case Text():
            return run.text[run.put_in[0] : len(run.text) - run.put_in[1]]


def parsed(runs: tuple[text.Run, ...]) -> str:
    said = ""
    for run in runs:
        match run:
            case text.Words():
                said += curled(run.text)
            case text.LookUp():
                said += f"{{{{ {run.path} }}}}"
            case text.Reference():
                said += parsed(run.words) + f"[](#{run.target})"
    return said


def lines(document: Document) -> Iterator[tuple[Origin, Runs]]:
    """Every paragraph and every line of a cell that comes from somewhere."""
    for block in document.blocks:
        match block:
            case Paragraph():
                yield block.origin, block.runs
            case Table():
                if any(run.field != COMPOSED for run in block.caption):
                    yield Origin(block.id, "title"), block.caption
                every = (line for row in block.rows for cell in row.cells for line in cell)
                for line in every:
                    if line.origin:
                        yield line.origin, line.runs
                    else:
                        assert all(run.field == COMPOSED for run in line.runs), line
            case Execution():
                assert all(run.field == COMPOSED or isinstance(run, Value) for runs in block.said for run in runs)


def faults(agreement: Agreement) -> Iterator[str]:
    """Words that do not stand in the field that they are said to come from."""
    by_id = dict(units(agreement))
    for origin, runs in lines(compose(agreement)):
        if origin.id in OURS:
            assert all(run.field == COMPOSED for run in runs)
            continue
        by_field: dict[str, str] = defaultdict(str)
        for run in runs:
            if run.field != COMPOSED:
                by_field[run.field or origin.field] += source(run)
        for field, said in by_field.items():
            value, declared = held(by_id[origin.id], field)
            if isinstance(value, str) and DAY.fullmatch(value):
                known = {british.day(value)}
            elif isinstance(value, str) and (declared is Prose or field.startswith("cells.")):
                paragraphs = [parsed(paragraph) for paragraph in text.parse(value).paragraphs]
                known = {"".join(paragraphs), *paragraphs[origin.nth - 1 : origin.nth]}
            elif isinstance(value, str) and field in ("name", "address", "label", "term"):
                known = {value}
            else:
                continue
            if said not in known:
                yield f"{origin}, {field}: {said!r} is not {known}"


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.relative_to(ROOT / "agreements").as_posix())
def test_every_word_stands_in_the_field_it_is_said_to_come_from(folder):
    agreement = shipped(folder).required()
    assert list(faults(agreement)) == []


def origins(tree: Any) -> dict[tuple[str, str, int], Runs]:
    return {(o.id, o.field, o.nth): runs for o, runs in lines(compose(loaded(tree).required()))}


def test_closing_words_and_further_paragraphs_belong_to_their_clause():
    found = origins(
        changed(
            "agreement.yaml",
            'text: "The Strategic Board shall, until {{ term.end }}:"',
            'text: "First.\\n\\nThe Strategic Board shall, until {{ term.end }}:"',
        )
    )
    assert found["board-duty", "text", 1] == (Text("First."),)
    assert found["board-duty", "closing", 1] == (Text("It shall keep a record."),)
    assert Value("term.end", "31 March 2021") in found["board-duty", "text", 2]


def test_what_composing_puts_in_is_told_apart():
    found = origins(None)
    term, joint, *_ = found["def-strategic-board", "meaning", 1]
    assert (term, joint) == (Text("Strategic Board", bold=True, field="term"), Text(" means ", field=COMPOSED))
    label, _ = found["governance", "lead_officer", 1]
    assert label == Text("Lead officer: ", bold=True, field=COMPOSED)
    head = origins(changed("agreement.yaml", "id: board-again, text", "id: board-again, heading: Powers, text"))
    named, colon, *rest = head["board-again", "text", 1]
    assert (named, colon) == (Text("Powers", True, field="heading"), Text(": ", True, field=COMPOSED))
    assert all(run.field == "" for run in rest)


def test_every_block_of_a_schedule_says_in_which_it_stands():
    blocks = compose(loaded().required()).blocks
    assert {b.schedule for b in blocks if not isinstance(b, Execution)} == {
        "", "governance", "performance", "finance", "functions"
    }  # fmt: skip
    assert all(b.schedule for b in blocks if isinstance(b, Table))
