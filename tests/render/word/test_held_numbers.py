"""Numbers that are held, in Word: 14A and what follows a gap, in prints, redlines and references."""

from __future__ import annotations

from dataclasses import replace

import pytest

from section75.compare import compare
from section75.compose import compose
from section75.document import Document, Paragraph, Table, words_of
from section75.model import Agreement, Clause, Part
from section75.numbering import number
from section75.render.package import read_parts
from section75.render.word import word_parts, write_redline, write_word
from section75.render.word.proof import lines, prove
from tests.support.agreements import loaded
from tests.support.office import difference, settled
from tests.support.ooxml import faults, word_schema
from tests.support.printing import TEMPLATE
from tests.support.programs import need, shared_schemas
from tests.support.redlines import PLAIN, WHO

LIMITS = {
    "rejected": [
        "- (b) report on row 1 of Table 1 of Schedule 2.",
        "+ (aa) report on row 1 of Table 1 of Schedule 2.",
        "+ Schedule 1A",
    ],
}
"""What LibreOffice 7.4 does otherwise: a paragraph that goes leaves its list to the next one, if that has its style."""


def numbered(name: str, *below: Clause, text: str = "") -> Clause:
    return Clause(name, text=text or f"The words of {name}.", clauses=below)


def with_clauses(agreement: Agreement, change) -> Agreement:
    """The agreement with its clauses changed, level by level."""

    def changed(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
        return change(tuple(replace(clause, clauses=changed(clause.clauses)) for clause in clauses))

    return replace(agreement, clauses=changed(agreement.clauses))


def executed() -> Agreement:
    """The small agreement with three clauses more, of which the middle one will go."""
    agreement = loaded().required()
    more = (numbered("third"), numbered("fourth", numbered("fourth-one", numbered("fourth-a"))), numbered("fifth"))
    return replace(agreement, clauses=(*agreement.clauses, *more))


def varied() -> Agreement:
    """The same after a deed: put in at every level, a clause gone, schedules, Parts and recitals put in."""
    cites = " and ".join(
        f"[](#{name})" for name in ("urgent-a", "sub", "letter", "roman", "fourth-a", "fifth", "part-in")
    )

    def change(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
        made: list[Clause] = []
        for clause in clauses:
            if clause.id == "interpretation":
                made.append(numbered("before-all"))
            made.append(clause)
            if clause.id == "interpretation":
                made.append(numbered("urgent", numbered("urgent-one", numbered("urgent-a")), text=f"Under {cites}."))
            if clause.id == "board-duty":
                made.append(numbered("sub", numbered("sub-a", numbered("roman"))))
            if clause.id == "board-meets":
                made.append(numbered("letter"))
        return tuple(clause for clause in made if clause.id != "third")

    agreement = with_clauses(executed(), change)
    first, second, *rest = agreement.schedules
    put_in = replace(second, id="put-in", parts=(Part("part-in", "New", (numbered("para-in"),)),), clauses=())
    bare = dict.fromkeys(("indicators", "tables", "definitions", "appendices", "figures", "results"), ())
    put_in = replace(put_in, **{name: value for name, value in bare.items() if hasattr(put_in, name)})
    recitals = (replace(agreement.recitals[0], id="why-now"), *agreement.recitals)
    return replace(agreement, schedules=(first, put_in, second, *rest), recitals=recitals)


@pytest.fixture(scope="module")
def pair() -> tuple[Document, Document]:
    old = executed()
    return compose(old), compose(varied(), numbers=number(varied(), number(old)))


def shown(document: Document) -> dict[str, str]:
    return {b.id: b.label.shown for b in document.blocks if isinstance(b, Paragraph) and b.label and b.id}


def test_what_was_executed_keeps_its_number_in_the_document(pair):
    old, new = map(shown, pair)
    assert {name: new[name] for name in old if name in new} == {name: s for name, s in old.items() if name in new}
    put_in = {"before-all": "A1", "urgent": "1A", "urgent-one": "1A.1", "urgent-a": "(a)", "sub": "2.1A", "sub-a": "(a)",
              "roman": "(i)", "letter": "(aa)", "put-in": "Schedule 1A", "part-in": "Part A", "why-now": "(ZA)"}  # fmt: skip
    assert {name: new[name] for name in put_in} == put_in
    tables = [{b.id: b.number for b in d.blocks if isinstance(b, Table)} for d in pair]
    assert tables[0].items() <= tables[1].items()


def test_a_table_and_a_row_that_are_put_in_are_numbered_between():
    old = loaded().required()
    held = number(old)
    schedule = next(s for s in old.schedules if s.id == "performance")
    (first, *others) = schedule.indicators
    more = replace(schedule, indicators=(first, replace(first, id="new-row"), *others))
    new = replace(old, schedules=tuple(more if s is schedule else s for s in old.schedules))
    table = next(
        b
        for b in compose(new, numbers=number(new, held)).blocks
        if isinstance(b, Table) and b.id.endswith(".indicators")
    )
    by_id = {row.id: row.number for row in table.rows}
    assert by_id["new-row"] == ("1A" if others else "2")
    assert {name: by_id[name] for name in (i.id for i in schedule.indicators)} == {
        name: held[name].full for name in (i.id for i in schedule.indicators)
    }


def test_a_print_reads_back_with_the_numbers_that_it_shows(pair):
    new = pair[1]
    read = {line.text: line for line in lines(word_parts(new, TEMPLATE, "t", PLAIN))}
    counted = {name: read[f"The words of {name}."] for name in ("urgent-one", "urgent-a", "sub", "letter", "fifth")}
    assert {name: (line.number, line.form) for name, line in counted.items()} == {
        "urgent-one": ((1, 1), "%1A.%2"),
        "urgent-a": ((1, 1, 1), "(%3)"),
        "sub": ((2, 1), "%1.%2A"),
        "letter": ((2, 1, 1), "(%3a)"),
        "fifth": ((5,), "%1"),
    }


def test_a_redline_over_held_numbers_proves_itself_and_changes_no_list(pair):
    old, new = pair
    made = write_redline(compare(old, new), TEMPLATE, "t", PLAIN, WHO)
    sides = [word_parts(replace(side, front=new.front), TEMPLATE, "t", PLAIN) for side in (old, new)]
    assert not prove(made, *sides).fault
    assert b"pPrChange" not in read_parts(made, "redline")["word/document.xml"]
    assert faults(made, word_schema(shared_schemas())) == []


def test_a_proof_sees_a_wrong_letter(pair):
    old, new = pair
    made = write_redline(compare(old, new), TEMPLATE, "t", PLAIN, WHO)
    sides = [word_parts(replace(side, front=new.front), TEMPLATE, "t", PLAIN) for side in (old, new)]
    part = "word/numbering.xml"
    sides[1][part] = sides[1][part].replace(b'w:val="%1A"', b'w:val="%1B"')
    assert "1A" in prove(made, *sides).fault


def test_no_list_begins_anew_where_no_number_is_held():
    old = compose(loaded().required())
    assert all(b.label is None or b.label.beginning is None for b in old.blocks if isinstance(b, Paragraph))


@pytest.mark.slow
def test_libreoffice_counts_and_refers_as_we_do(pair, tmp_path):
    """In the print, and in the redline with every change accepted or rejected; fields are worked out anew."""
    need("libreoffice")
    old, new = pair
    files = {
        "old": write_word(replace(old, front=new.front), TEMPLATE, "t", PLAIN),
        "new": write_word(new, TEMPLATE, "t", PLAIN),
        "both.redline": write_redline(compare(old, new), TEMPLATE, "t", PLAIN, WHO),
    }
    texts = settled(files, tmp_path)
    said = texts["new"]["as it is"]
    for block in new.blocks:
        if isinstance(block, Paragraph) and block.label:
            assert f"{block.label.shown} {words_of(block.runs)}" in said, block.id
    assert difference(texts["both.redline"]["accepted"], said) == []
    assert difference(texts["both.redline"]["rejected"], texts["old"]["as it is"]) == LIMITS["rejected"]
