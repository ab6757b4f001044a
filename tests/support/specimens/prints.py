"""What is printed: each kind of block, and the parts of a file that are ours."""

from __future__ import annotations

from section75.document import DRAFT, Block, Column, Style, Table, Text
from section75.render.word import Print
from tests.support import drawing
from tests.support.blocks import bold, cell, clause, heading, italic, line, money, ref, row, signing
from tests.support.specimens.specimen import Specimen


def _print(name: str, shows: str, *blocks: Block) -> Specimen:
    return Specimen(name, shows, lambda: drawing.printed(drawing.document(*blocks)))


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
    "own",
    "2",
    (Text("how "), bold("fast"), Text(" & how far")),
    (Column("Measure <b>", 2), Column("Target", 1), Column("Reached", 1, numeric=True)),
    (row("1", cell(italic("Reviews")), (), cell("1", "2")),),
)
SIGNED = (
    line(Style.EXECUTION_HEADING, "Execution", identity="execution", keep=True),
    signing("signs-council", "Newtown Council", " by:", "Authorised Officer", "Second Officer"),
)

PRINTS = (
    _print(
        "clauses",
        "A heading kept with what follows, four levels of clause, the lead-in kept with (a), a closing.",
        *LEVELS,
    ),
    _print("opening", "Headings of the deed, a party in bold, a recital; they count by their styles alone.", *OPENING),
    _print(
        "definition", "The bookmark of a definition holds the term alone; the reference after it is live.", DEFINITION
    ),
    _print(
        "schedule", "Headings of a schedule, a Part and an appendix; paragraphs count in a list for each.", *SCHEDULE
    ),
    _print(
        "bold-and-italic",
        "Bold, italic, and both.",
        clause("1.1", bold("must"), " not ", italic("ever"), Text(" do", bold=True, italic=True)),
    ),
    _print(
        "spaces-and-signs",
        "Outer spaces are kept; signs of markup are words.",
        clause("1.1", " A & B <w:p> \"C\" 'D' {{ 7*7 }} ", "\u00a0x"),
    ),
    _print(
        "references",
        "A number in full, a number alone and the words of a target, each a field.",
        clause("1.2", "under ", *REFERENCES, "."),
    ),
    _print(
        "reference-in-bold",
        "Every run of a field that stands in bold and italic is bold and italic.",
        clause("1.2", ref("duty", "clause ", "1.1", bold=True, italic=True)),
    ),
    _print(
        "table-listed",
        "A header row that repeats, rows that are not split, numbers at the right, a label, a total.",
        LISTED,
    ),
    _print("table-own", "A caption with bold; an empty cell and a cell of two lines; a row without an id.", OWN),
    _print("execution", "Rows that keep together; two officers who sign.", *SIGNED),
)

CONTENTS = drawing.document(*LEVELS, *SCHEDULE, line(Style.EXECUTION_HEADING, "Execution", identity="execution"))
PAGES = Print(pages={"board": 3, "governance": 9, "meetings": 9, "terms": 10, "execution": 11})
NO_PAGES = Print()
EXAMPLE = drawing.document(*LEVELS[:1], illustrative=True)
DRAFTED = drawing.document(*LEVELS[:1], illustrative=True, watermark=DRAFT.watermark)

PARTS = (
    Specimen("contents", "A contents list with its pages.", lambda: drawing.printed(CONTENTS, PAGES), drawing.front_of),
    Specimen("ending", "An empty paragraph ends the agreement.", lambda: drawing.printed(CONTENTS), drawing.ending_of),
    Specimen(
        "lists",
        "Paragraphs of a Part and of an appendix each start at 1.",
        lambda: drawing.printed(CONTENTS),
        drawing.lists_of,
    ),
    Specimen(
        "settings-without-pages",
        "Word is asked to fill in page numbers where nobody has.",
        lambda: drawing.printed(CONTENTS, NO_PAGES),
        drawing.added_settings,
    ),
    Specimen(
        "settings-with-pages",
        "Word is asked for nothing where the pages are known.",
        lambda: drawing.printed(CONTENTS, PAGES),
        drawing.added_settings,
    ),
    Specimen(
        "header-draft",
        "The watermark, behind the text.",
        lambda: drawing.printed(drawing.document(*LEVELS, watermark=DRAFT.watermark)),
        drawing.header_of,
    ),
    Specimen(
        "header-illustrative",
        "The notice of an example, and no watermark.",
        lambda: drawing.printed(EXAMPLE),
        drawing.second_header_of,
    ),
    Specimen(
        "redline-header",
        "The header of a redline has both.",
        lambda: drawing.redlined(drawing.compare(DRAFTED, DRAFTED)),
        drawing.second_header_of,
    ),
)
