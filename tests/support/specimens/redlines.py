"""What is changed: each kind of mark."""

from __future__ import annotations

from dataclasses import replace

from section75.compare.departures import departures
from section75.document import Block, Column, Run, Table, Text
from section75.reports.changes_page import Sides, changes_page
from tests.support import drawing
from tests.support.blocks import bold, cell, clause, heading, italic, money, ref, row, signing
from tests.support.specimens.prints import DEFINITION, LEVELS, LISTED, SCHEDULE, SIGNED
from tests.support.specimens.specimen import Specimen


def _redline(name: str, shows: str, old: tuple[Block, ...], new: tuple[Block, ...], pairs: bool = True) -> Specimen:
    return Specimen(name, shows, lambda: drawing.redlined(drawing.compared(old, new), pairs=pairs))


def _one(*runs: Run | str, identity: str = "duty") -> tuple[Block, ...]:
    return (clause("1.1", *runs, identity=identity),)


A, B, C, D = (
    clause(f"1.{n}", f"The {what} stands here and is told apart.", identity=what)
    for n, what in enumerate(("first", "second", "third", "fourth"), 1)
)
MONEY_NOW = money(
    row("1", "Council", "110,000", identity="council-pays"),
    row("2", cell("Trust", ("Note", "in three parts")), "20,000", identity="trust-pays"),
    row("", cell(bold("Total")), cell(bold("130,000")), total=True),
)
ROWS_NOW = money(
    row("1", "Council", "100,000", identity="council-pays"),
    row("2", cell("Charity", ("Note", "new")), "5,000", identity="charity-pays"),
    row("", cell(bold("Total")), cell(bold("120,000")), total=True),
)
WIDER = Table(
    "money",
    "1",
    LISTED.caption,
    (*LISTED.columns, Column("When", 1)),
    (row("1", "Council", "100,000", "now", identity="council-pays"),),
)
LEAD = clause("1.1", "The Board shall:", identity="duty", keep=True)

REDLINES = (
    _redline(
        "words-edited",
        "Words kept, taken out and put in; bold stays bold.",
        _one("The Board shall ", bold("meet quarterly"), " in public."),
        _one("The Board shall ", bold("meet monthly"), " in public, and vote."),
    ),
    _redline(
        "emphasis-changed",
        "A word that becomes italic is taken out and put in.",
        _one("must not ever do"),
        _one("must not ", italic("ever"), " do"),
    ),
    _redline(
        "nothing-changed",
        "Nothing is marked where nothing changed, and everything is drawn as in a print.",
        (LEAD, DEFINITION, LISTED, *SIGNED),
        (LEAD, DEFINITION, LISTED, *SIGNED),
    ),
    _redline(
        "clause-added", "A new clause with its mark, kept with what follows.", (A, B), (A, replace(LEAD, id="new"), B)
    ),
    _redline(
        "clause-removed",
        "A clause taken out with its mark; its bookmark stays, as nothing else has it.",
        (A, LEAD, B),
        (A, B),
    ),
    _redline(
        "insertion-then-clause",
        "Words put in at the end and the clause after them are one insertion.",
        (A, C),
        (replace(A, runs=(*A.runs, Text(" Then more."))), B, C),
    ),
    _redline(
        "moved", "A clause moved: where it stood and where it stands, in one named range.", (A, B, C, D), (B, C, D, A)
    ),
    _redline(
        "moved-and-edited",
        "A clause moved and edited on the way.",
        (A, B, C, D),
        (B, C, D, replace(A, runs=(Text("The first stands here and is told apart twice."),))),
    ),
    _redline("moved-plain", "The same move as taken out and put in.", (A, B, C, D), (B, C, D, A), pairs=False),
    _redline(
        "moved-schedule",
        "Two paragraphs that move together share a range.",
        (*SCHEDULE[3:5], A, B, C),
        (A, B, C, *SCHEDULE[3:5]),
    ),
    _redline(
        "reference-to-moved",
        "A reference to a moved clause is taken out and put in; the old one names the old bookmark.",
        (A, B, C, clause("1.4", "See ", ref("first", "clause ", "1.1"), ".", identity="see")),
        (B, C, A, clause("1.4", "See ", ref("first", "clause ", "1.3"), ".", identity="see")),
    ),
    _redline(
        "reference-renumbered",
        "Only the number inside the field is taken out and put in.",
        _one("See ", ref("gone-on", "clause ", "3.1", bold=True), "."),
        _one("See ", ref("gone-on", "clause ", "4.1", bold=True), "."),
    ),
    _redline(
        "re-nested", "A clause that goes down a level: the old style is remembered.", (A, B), (A, replace(B, level=2))
    ),
    _redline(
        "re-nested-paragraph",
        "The old list and level of a paragraph are remembered.",
        SCHEDULE[4:5],
        (replace(SCHEDULE[4], level=2, label=replace(SCHEDULE[4].label, level=2)),),
    ),
    _redline(
        "retitled",
        "A heading with other words, kept with what follows.",
        LEVELS[:1],
        (heading("1", "The Joint Board", identity="board"),),
    ),
    _redline(
        "definition-edited",
        "The bookmark holds the term alone, whatever is marked.",
        (DEFINITION,),
        (replace(DEFINITION, runs=(bold("Joint Board"), *DEFINITION.runs[1:3], Text(" alone."))),),
    ),
    _redline(
        "table-added", "A new table: caption, header row, rows and what follows them are put in.", (A,), (A, LISTED)
    ),
    _redline("table-removed", "A table taken out whole.", (A, LISTED), (A,)),
    _redline("table-columns", "A table whose columns change is taken out and put in whole.", (LISTED,), (WIDER,)),
    _redline("rows-in-and-out", "One row out, one in.", (LISTED,), (ROWS_NOW,)),
    _redline(
        "rows-edited",
        "Numbers and a labelled line edited in their cells; a new caption and number.",
        (LISTED,),
        (replace(MONEY_NOW, number="2", caption=(Text("what each body pays"),)),),
    ),
    _redline(
        "execution-edited",
        "Only what is said is marked.",
        SIGNED[1:],
        (signing("signs-council", "Newtown Council", " by two of:", "Authorised Officer", "Second Officer"),),
    ),
    _redline(
        "execution-signed",
        "A block that other roles sign is taken out and put in whole.",
        SIGNED[1:],
        (signing("signs-council", "Newtown Council", " by:", "Chief Officer"),),
    ),
)


def _summary() -> bytes:
    old = (clause("1.1", "The partners shall meet in public every month of the year.", identity="was"), A)
    new = (clause("1.1", "The partners shall meet in public every quarter of the year.", identity="now"), A, D)
    comparison = drawing.compared(old, new)
    names = ({"was": "clause 1.1", "first": "clause 1.2"}, {"now": "clause 1.1", "fourth": "clause 1.4"})
    sides = Sides("version 0.1", "version 0.2", "Care together")
    page = changes_page(departures(comparison, *names), (), sides, apart=False)
    how = replace(drawing.BARE, summary=page)
    return drawing.redlined(comparison, how)


SUMMARY = Specimen(
    "summary",
    "The summary in front of a redline; a clause whose id changed is paired by likeness.",
    _summary,
    drawing.front_of,
)
