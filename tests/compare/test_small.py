"""A redline tracks little more than what changed."""

from __future__ import annotations

from section75.compare import Verdict
from section75.document import Block, Style
from tests.support.blocks import line, money, row
from tests.support.drawing import compared

LONG = "a duty that is set out at some length so that it is heavier than its heading and all that stands around it"


def moved(old: tuple[Block, ...], new: tuple[Block, ...]) -> list[str]:
    """Ids of the blocks that moved."""
    return [block.new.id for block in compared(old, new).blocks if block.new and Verdict.MOVED in block.verdicts]


def test_light_clauses_pass_a_heavy_one_by():
    light = [line(Style.CLAUSE_TEXT, f"Short {n}.", identity=f"light-{n}") for n in range(3)]
    heavy = line(Style.CLAUSE_TEXT, LONG, identity="heavy")
    assert moved((heavy, *light), (*light, heavy)) == ["light-0", "light-1", "light-2"]
    lighter = line(Style.CLAUSE_TEXT, "Brief.", identity="heavy")
    assert moved((lighter, *light), (*light, lighter)) == ["heavy"]


def test_a_clause_passes_a_table_by():
    words = line(Style.CLAUSE_TEXT, "The Parties rate the work plan so:", identity="rates")
    plan = money(*(row(str(n), LONG, "x", identity=f"row-{n}") for n in range(9)))
    assert moved((plan, words), (words, plan)) == ["rates"]
