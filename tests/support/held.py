"""Pages that tell what was executed, once or several times, and what the files say now."""

from __future__ import annotations

import re
from pathlib import Path

from section75.compose import compose
from section75.document import Document
from section75.drafting.executing import Executing, Text, execution_file
from section75.load import Loaded, load_agreement
from section75.model import Day, ExecutedBlock, Ref
from section75.numbering import held_numbers
from section75.signoff import digests, parts
from section75.tree import MemoryTree
from tests.support.agreements import overlaid

STEP = re.compile(r"## (?P<step>Executed[^\n]*|Now|What prints|The deed)\n\n(?P<blocks>.*?)(?=\n## |\Z)", re.DOTALL)
BLOCK = re.compile(r"```(?:yaml|text) ?(?P<path>\S*)\n(?P<text>.*?)\n```", re.DOTALL)
BLOCKS = tuple(
    ExecutedBlock(Ref(block), ("Chair",), Day("2018-03-28")) for block in ("sealed-by-council", "sealed-by-trust")
)


def record(executed: Loaded, dated: str) -> bytes:
    """The record of an execution, as `s75 execute` writes it."""
    agreement, made = executed.required(), digests(executed.data, executed.required())
    numbers = held_numbers(executed.numbers)
    text = Text(agreement.id, agreement.version, "deed", made.whole, parts(agreement, made), numbers)
    return execution_file(Executing(dated, BLOCKS), text)


def told(page: Path) -> tuple[list[Loaded], str]:
    """The agreement at each step of a page, and what the page says in the end."""
    *steps, (_, blocks) = STEP.findall(page.read_text("utf-8"))
    ((_, said),) = BLOCK.findall(blocks)
    found: list[Loaded] = []
    records: dict[str, str | bytes] = {}
    for year, (_, changed) in enumerate(steps, 2018):
        tree = MemoryTree({})
        for path, text in BLOCK.findall(changed):
            tree = overlaid(path, text, dict(tree.files) or None)
        found.append(load_agreement(MemoryTree({**tree.files, **records})))
        records[f"records/executions/executed-{year}-03-28.yaml"] = record(found[-1], f"{year}-03-28")
    return found, said


def composed(loaded: Loaded) -> Document:
    """The agreement with the numbers that are held."""
    return compose(loaded.required(), numbers=loaded.numbers)


def files_of(loaded: Loaded) -> dict[str, str | bytes]:
    """The files that it was read from, by path."""
    return {source.path: source.text for source in loaded.places.files}
