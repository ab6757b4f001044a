"""Small documents and comparisons, each of which shows one thing that the toolkit draws in Word.

`SPECIMENS` gives, for each golden in tests/golden/word, what a reader should see in it and how it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from section75.compare.departures import departures
from section75.document import DRAFT, Block, Column, Run, Style, Table, Text
from section75.render.word import Print
from tests.support import drawing
from tests.support.blocks import bold, cell, clause, heading, italic, line, money, ref, row, signing
from tests.support.nodes import Node

Trees = tuple[Node, ...]


@dataclass(frozen=True)
class Specimen:
    """One golden."""

    name: str
    shows: str
    """What a reader should see, in one sentence."""
    draw: Callable[[], Trees]


def _print(name: str, shows: str, *blocks: Block) -> Specimen:
    return Specimen(name, shows, lambda: drawing.blocks_of(drawing.printed(drawing.document(*blocks))))


def _redline(name: str, shows: str, old: tuple[Block, ...], new: tuple[Block, ...], pairs: bool = True) -> Specimen:
    return Specimen(name, shows, lambda: drawing.blocks_of(drawing.redlined(drawing.compared(old, new), pairs=pairs)))


# What is printed.

LEVELS = (
    heading("1", "The Board", identity="board"),
    clause("1.1", "The Board shall:", identity="duty", keep=True),
    clause("(a)", "meet quarterly;", identity="meets", level=2),
    clause("(i)", "in public; and", level=3),
    clause("(A)", "with papers.", level=4),
    line(Style.CLAUSE_TEXT, "and shall keep a record.", level=1),
)
OPENING = (
    line(Style.DEED_HEADING, "PARTIES", keep=True),
    line(Style.PARTY, bold("Newtown Council"), " of High Street", identity="council", shown="(1)"),
    line(Style.DEED_HEADING, "BACKGROUND", keep=True),
    line(Style.RECITAL, "The Council may pool funds.", identity="recital-power", shown="(A)"),
)
DEFINITION = line(
    Style.DEFINITION, bold("Board"), " means the board of ", ref("board", "clause ", "1"), ".", identity="def-board"
)
SCHEDULE = (
    line(Style.SCHEDULE_HEADING, "Governance", identity="governance", shown="Schedule 1", keep=True),
    line(Style.SCHEDULE_NOTE, "Lead officer: Head of Commissioning.", keep=True),
    line(Style.PART_HEADING, "Meetings", identity="meetings", shown="Part A", level=1, keep=True),
    line(Style.PARAGRAPH_HEADING, "Quorum", identity="quorum", shown="1", counted="meetings", keep=True),
    line(Style.PARAGRAPH, "Three members are a quorum.", identity="three", shown="1.1", counted="meetings", level=1),
    line(Style.PARAGRAPH, "one from each party.", shown="(a)", counted="meetings", level=2),
    line(Style.PARAGRAPH_TEXT, "Nobody votes twice.", level=1),
    line(Style.APPENDIX_HEADING, "Terms of reference", identity="terms", shown="Appendix 1", level=2, keep=True),
    line(Style.PARAGRAPH_HEADING, "Purpose", shown="1", counted="terms", keep=True),
)
REFERENCES = (
    ref("duty", "clause ", "1.1"),
    ", ",
    ref("governance", "", "Schedule 1", "number"),
    " and ",
    ref("money", "Table ", "1", "words"),
)
LISTED = money(
    row("1", "Council", "100,000", identity="council-pays"),
    row("2", cell("Trust", ("Note", "in two parts")), "20,000", identity="trust-pays"),
    row("", cell(bold("Total")), cell(bold("120,000")), total=True),
)
OWN = Table(
    "own", "2", (Text("how "), bold("fast"), Text(" & how far")),
    (Column("Measure <b>", 2), Column("Target", 1), Column("Reached", 1, numeric=True)),
    (row("1", cell(italic("Reviews")), (), cell("1", "2")),),
)  # fmt: skip
SIGNED = (
    line(Style.EXECUTION_HEADING, "Execution", identity="execution", keep=True),
    signing("signs-council", "Newtown Council", " by:", "Authorised Officer", "Second Officer"),
)

PRINTS = (
    _print("clauses", "A heading kept with what follows, four levels of clause, the lead-in kept with (a), a closing.", *LEVELS),
    _print("opening", "Headings of the deed, a party in bold, a recital; they count by their styles alone.", *OPENING),
    _print("definition", "The bookmark of a definition holds the term alone; the reference after it is live.", DEFINITION),
    _print("schedule", "Headings of a schedule, a Part and an appendix; paragraphs count in a list for each.", *SCHEDULE),
    _print("bold-and-italic", "Bold, italic, and both.", clause("1.1", bold("must"), " not ", italic("ever"), Text(" do", bold=True, italic=True))),
    _print("spaces-and-signs", "Outer spaces are kept; signs of markup are words.", clause("1.1", " A & B <w:p> \"C\" 'D' {{ 7*7 }} ", "\u00a0x")),
    _print("references", "A number in full, a number alone and the words of a target, each a field.", clause("1.2", "under ", *REFERENCES, ".")),
    _print("reference-in-bold", "Every run of a field that stands in bold and italic is bold and italic.", clause("1.2", ref("duty", "clause ", "1.1", bold=True, italic=True))),
    _print("table-listed", "A header row that repeats, rows that are not split, numbers at the right, a label, a total.", LISTED),
    _print("table-own", "A caption with bold; an empty cell and a cell of two lines; a row without an id.", OWN),
    _print("execution", "Rows that keep together; two officers who sign.", *SIGNED),
)  # fmt: skip

CONTENTS = drawing.document(*LEVELS, *SCHEDULE, line(Style.EXECUTION_HEADING, "Execution", identity="execution"))
PAGES = Print(pages={"board": 3, "governance": 9, "meetings": 9, "terms": 10, "execution": 11})
NO_PAGES = Print()
EXAMPLE = drawing.document(*LEVELS[:1], illustrative=True)
DRAFTED = drawing.document(*LEVELS[:1], illustrative=True, watermark=DRAFT.watermark)

PARTS = (
    Specimen("contents", "A contents list with its pages.", lambda: drawing.front_of(drawing.printed(CONTENTS, PAGES))),
    Specimen("ending", "An empty paragraph ends the agreement.", lambda: drawing.ending_of(drawing.printed(CONTENTS))),
    Specimen("lists", "Paragraphs of a Part and of an appendix each start at 1.", lambda: drawing.lists_of(drawing.printed(CONTENTS))),
    Specimen("settings-without-pages", "Word is asked to fill in page numbers where nobody has.", lambda: drawing.added_settings(drawing.printed(CONTENTS, NO_PAGES))),
    Specimen("settings-with-pages", "Word is asked for nothing where the pages are known.", lambda: drawing.added_settings(drawing.printed(CONTENTS, PAGES))),
    Specimen("header-draft", "The watermark, behind the text.", lambda: drawing.header_of(drawing.printed(drawing.document(*LEVELS, watermark=DRAFT.watermark)))),
    Specimen("header-illustrative", "The notice of an example, and no watermark.", lambda: drawing.header_of(drawing.printed(EXAMPLE), 2)),
    Specimen("redline-header", "The header of a redline has both.", lambda: drawing.header_of(drawing.redlined(drawing.compare(DRAFTED, DRAFTED)), 2)),
)  # fmt: skip

# What is changed.


def _one(*runs: Run | str, identity: str = "duty") -> tuple[Block, ...]:
    return (clause("1.1", *runs, identity=identity),)


A, B, C, D = (clause(f"1.{n}", f"The {what} stands here and is told apart.", identity=what) for n, what in enumerate(("first", "second", "third", "fourth"), 1))  # fmt: skip
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
WIDER = Table("money", "1", LISTED.caption, (*LISTED.columns, Column("When", 1)), (row("1", "Council", "100,000", "now", identity="council-pays"),))  # fmt: skip
LEAD = clause("1.1", "The Board shall:", identity="duty", keep=True)

REDLINES = (
    _redline("words-edited", "Words kept, taken out and put in; bold stays bold.", _one("The Board shall ", bold("meet quarterly"), " in public."), _one("The Board shall ", bold("meet monthly"), " in public, and vote.")),
    _redline("emphasis-changed", "A word that becomes italic is taken out and put in.", _one("must not ever do"), _one("must not ", italic("ever"), " do")),
    _redline("nothing-changed", "Nothing is marked where nothing changed, and everything is drawn as in a print.", (LEAD, DEFINITION, LISTED, *SIGNED), (LEAD, DEFINITION, LISTED, *SIGNED)),
    _redline("clause-added", "A new clause with its mark, kept with what follows.", (A, B), (A, replace(LEAD, id="new"), B)),
    _redline("clause-removed", "A clause taken out with its mark; its bookmark stays, as nothing else has it.", (A, LEAD, B), (A, B)),
    _redline("insertion-then-clause", "Words put in at the end and the clause after them are one insertion.", (A, C), (replace(A, runs=(*A.runs, Text(" Then more."))), B, C)),
    _redline("moved", "A clause moved: where it stood and where it stands, in one named range.", (A, B, C, D), (B, C, D, A)),
    _redline("moved-and-edited", "A clause moved and edited on the way.", (A, B, C, D), (B, C, D, replace(A, runs=(Text("The first stands here and is told apart twice."),)))),
    _redline("moved-plain", "The same move as taken out and put in.", (A, B, C, D), (B, C, D, A), pairs=False),
    _redline("moved-schedule", "Two paragraphs that move together share a range.", (*SCHEDULE[3:5], A, B, C), (A, B, C, *SCHEDULE[3:5])),
    _redline("reference-to-moved", "A reference to a moved clause is taken out and put in; the old one names the old bookmark.", (A, B, C, clause("1.4", "See ", ref("first", "clause ", "1.1"), ".", identity="see")), (B, C, A, clause("1.4", "See ", ref("first", "clause ", "1.3"), ".", identity="see"))),
    _redline("reference-renumbered", "Only the number inside the field is taken out and put in.", _one("See ", ref("gone-on", "clause ", "3.1", bold=True), "."), _one("See ", ref("gone-on", "clause ", "4.1", bold=True), ".")),
    _redline("re-nested", "A clause that goes down a level: the old style is remembered.", (A, B), (A, replace(B, level=2))),
    _redline("re-nested-paragraph", "The old list and level of a paragraph are remembered.", SCHEDULE[4:5], (replace(SCHEDULE[4], level=2, label=replace(SCHEDULE[4].label, level=2)),)),
    _redline("retitled", "A heading with other words, kept with what follows.", LEVELS[:1], (heading("1", "The Joint Board", identity="board"),)),
    _redline("definition-edited", "The bookmark holds the term alone, whatever is marked.", (DEFINITION,), (replace(DEFINITION, runs=(bold("Joint Board"), *DEFINITION.runs[1:3], Text(" alone."))),)),
    _redline("table-added", "A new table: caption, header row, rows and what follows them are put in.", (A,), (A, LISTED)),
    _redline("table-removed", "A table taken out whole.", (A, LISTED), (A,)),
    _redline("table-columns", "A table whose columns change is taken out and put in whole.", (LISTED,), (WIDER,)),
    _redline("rows-in-and-out", "One row out, one in.", (LISTED,), (ROWS_NOW,)),
    _redline("rows-edited", "Numbers and a labelled line edited in their cells; a new caption and number.", (LISTED,), (replace(MONEY_NOW, number="2", caption=(Text("what each body pays"),)),)),
    _redline("execution-edited", "Only what is said is marked.", SIGNED[1:], (signing("signs-council", "Newtown Council", " by two of:", "Authorised Officer", "Second Officer"),)),
    _redline("execution-signed", "A block that other roles sign is taken out and put in whole.", SIGNED[1:], (signing("signs-council", "Newtown Council", " by:", "Chief Officer"),)),
)  # fmt: skip


def _summary() -> Trees:
    old = (clause("1.1", "The partners shall meet in public every month of the year.", identity="was"), A)
    new = (clause("1.1", "The partners shall meet in public every quarter of the year.", identity="now"), A, D)
    comparison = drawing.compared(old, new)
    names = ({"was": "clause 1.1", "first": "clause 1.2"}, {"now": "clause 1.1", "fourth": "clause 1.4"})
    how = replace(drawing.BARE, summary=departures(comparison, *names))
    return drawing.front_of(drawing.redlined(comparison, how))


SUMMARY = Specimen(
    "summary", "The table in front of a redline; a clause whose id changed is paired by likeness.", _summary
)
SPECIMENS = (*PRINTS, *PARTS, *REDLINES, SUMMARY)
