"""LibreOffice, which knows nothing of ours, settles what a redline tracks within tables, cells and execution blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from section75.document import Block, Column, Origin, Style
from tests.support.blocks import LONG, cell, heading, line, money, row, signing
from tests.support.drawing import compared, document, printed, redlined
from tests.support.office import difference, settled
from tests.support.programs import need

Side = tuple[Block, ...]
KEPT, CHAIR, DUE, MORE = ("", "Kept"), ("Chair", "the Council"), ("Due", "monthly"), ("", "And more")
CELLS = [
    ((KEPT,), (KEPT, CHAIR)),
    ((KEPT,), (CHAIR, KEPT)),
    ((KEPT,), (KEPT, CHAIR, MORE)),
    ((KEPT,), (CHAIR, KEPT, MORE)),
    ((), (KEPT, MORE)),
    ((CHAIR,), (DUE,)),
    ((CHAIR,), (DUE, MORE)),
    ((KEPT, CHAIR, MORE), (KEPT, DUE)),
]
ROWS = tuple(row(str(n), f"{LONG} {n}", str(n), identity=f"row-{n}") for n in range(1, 4))
TABLE = money(*ROWS)
BIG = line(Style.CLAUSE_TEXT, LONG * 20, identity="big")
NEXT = heading("2", "What comes next", "next")
BODY = replace(line(Style.CLAUSE_TEXT, LONG), origin=Origin("duty", "text"))


def of_cell(lines) -> Block:
    return money(row("1", cell(*lines), "1", identity="row-one"), row("2", "x", "2", identity="row-two"))


def wider() -> Block:
    rows = tuple(replace(each, cells=(*each.cells, cell("new"))) for each in ROWS)
    return replace(TABLE, columns=(*TABLE.columns, Column("Remark", 2)), rows=rows)


def cases() -> dict[str, tuple[Side, Side]]:
    """Pairs of sides by name; each is settled in both directions."""
    moved = (replace(each, number=str(n)) for n, each in enumerate((ROWS[2], *ROWS[:2]), 1))
    signs, more = (signing("signs", "the Council", " by:", *roles) for roles in (("Director",), ("Director", "Mayor")))
    found: dict[str, tuple[Side, Side]] = {
        f"cell-{at}": ((of_cell(old),), (of_cell(new),)) for at, (old, new) in enumerate(CELLS)
    }
    return {
        **found,
        "column": ((TABLE,), (wider(),)),
        "column-heading": ((TABLE,), (replace(TABLE, columns=(Column("Each Party", 3), TABLE.columns[1])),)),
        "row-moved": ((TABLE,), (money(*moved),)),
        "table-moved": ((TABLE, BIG), (BIG, replace(TABLE, rows=ROWS[:2]))),
        "signatory": ((signs,), (more,)),
        "clause-heading": (
            (heading("1", "Duties of the Parties", "duty"), BODY, NEXT),
            (line(Style.CLAUSE, LONG, identity="duty", shown="1"), NEXT),
        ),
        "paragraph-before": (
            (line(Style.CLAUSE, LONG, identity="duty", shown="1.1", level=1), NEXT),
            (
                line(Style.CLAUSE, f"The Parties shall meet, {LONG[::-1]}", identity="duty", shown="1.1", level=1),
                replace(BODY, origin=Origin("duty", "text", 2)),
                NEXT,
            ),
        ),
    }


@pytest.mark.slow
def test_libreoffice_settles_tables_cells_and_signatures_to_both_prints(tmp_path):
    need("libreoffice")
    first, last = line(Style.DEED_HEADING, "Parties"), line(Style.CLAUSE_TEXT, "So it ends.")
    files = {}
    for name, sides in cases().items():
        for way, (old, new) in (("there", sides), ("back", sides[::-1])):
            before, after = ((first, *side, last) for side in (old, new))
            files[f"{name}-{way}.redline"] = redlined(compared(before, after))
            files[f"{name}-{way}.old"], files[f"{name}-{way}.new"] = (printed(document(*s)) for s in (before, after))
    texts = settled(files, tmp_path)
    wrong = [
        (name, done, *difference(said[done], texts[name.replace(".redline", f".{other}")]["as it is"]))
        for name, said in texts.items()
        if name.endswith(".redline")
        for done, other in (("accepted", "new"), ("rejected", "old"))
        if said[done] != texts[name.replace(".redline", f".{other}")]["as it is"]
    ]
    assert not wrong, "\n".join(map(repr, wrong))
