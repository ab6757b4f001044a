"""What a reader is told of each kind of change, one edit of the small agreement at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from section75.compare import Verdict
from section75.compare.kind import Kind
from section75.project.compared import compared
from section75.project.versions import Version
from section75.tree import MemoryTree
from tests.support.agreements import base_files, loaded

MAIN, FINANCE, INDICATORS = "agreement.yaml", "schedules/finance.yaml", "schedules/performance.yaml"
GOVERNANCE = "schedules/governance.yaml"
ORDER = "  - schedules/governance.yaml\n  - schedules/performance.yaml\n  - schedules/finance.yaml\n"
POST = "      - {id: posts-manager, cells: [Manager, 1]}\n"
THIRD = "      - {id: posts-nurse, cells: [Nurse, 4]}\n"
WORKER = "      - {id: posts-worker, cells: [Social worker, 2.5]}\n"


def told(*changes: tuple[str, str, str], before: tuple[tuple[str, str, str], ...] = ()):
    """The changes that are listed where some files change."""
    files = {path: str(text) for path, text in base_files().items()}
    for path, old, new in before:
        assert old in files[path]
        files[path] = files[path].replace(old, new)
    was = loaded(MemoryTree(dict(files)))
    for path, old, new in changes:
        assert old in files[path]
        files[path] = files[path].replace(old, new)
    found = compared(Version("old", was), Version("new", loaded(MemoryTree(files)))).departures
    return [(d.where, [str(v) for v in d.verdicts], d.was, d.now, d.note) for d in found]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            (FINANCE, "title: Posts", "title: Posts that bind"),
            ("Table 3 of Schedule 3 (title)", ["retitled"], "Posts", "Posts that bind", ""),
        ),
        (
            (MAIN, "attested_by: [Authorised Officer]", "attested_by: [Chief Executive]"),
            (
                "The execution by the Council",
                ["edited"],
                (
                    "The common seal of Newtown Borough Council was affixed to this deed in the presence of: "
                    "Signed by: Authorised Officer"
                ),
                (
                    "The common seal of Newtown Borough Council was affixed to this deed in the presence of: "
                    "Signed by: Chief Executive"
                ),
                "",
            ),
        ),
        (
            (INDICATORS, "target: 85", "target: 48"),
            (
                "Indicator \u201cAdults reviewed in the year\u201d, target (Table 1 of Schedule 2)",
                ["edited"],
                "85%",
                "48%",
                "",
            ),
        ),
        (
            (FINANCE, "[1200.50, 1250]", "[1200.50, 120000]"),
            (
                "Party \u201cCouncil\u201d, 2019/20 (Table 1 of Schedule 3)",
                ["edited"],
                "\u00a31,250",
                "\u00a3120,000",
                "",
            ),
        ),
        (
            (FINANCE, "heading: Number", "heading: Whole number"),
            ("Table 3 of Schedule 3 (column \u201cWhole number\u201d)", ["retitled"], "Number", "Whole number", ""),
        ),
        (
            (MAIN, "It shall keep a record.", "It shall keep a **record**."),
            ("Clause 2.1 (closing words)", ["formatting"], *["It shall keep a record."] * 2, "formatting: bold"),
        ),
        (
            (MAIN, "exercised_by: trust, on_behalf_of: council", "exercised_by: council, on_behalf_of: council"),
            ("Arrangement lead-provision: exercised by", ["edited"], "the Trust", "the Council", ""),
        ),
        (
            (MAIN, "kind: nhs-trust", "kind: nhs-foundation-trust"),
            ("The Trust: kind", ["edited"], "NHS trust", "NHS foundation trust", ""),
        ),
        (
            (MAIN, 'version: "0.1"\nparties', 'version: "0.2"\nparties'),
            ("Front sheet: version", ["edited"], "0.1", "0.2", ""),
        ),
    ],
    ids=[
        "table title",
        "who signs",
        "target",
        "money",
        "heading",
        "bold",
        "arrangement",
        "kind of party",
        "front sheet",
    ],
)
def test_one_edit_is_one_line(change, expected):
    rows = told(change)
    main = [row for row in rows if row[0] == expected[0]]
    assert len(main) == 1, rows
    where, verdicts, was, now, note = main[0]
    assert (where, verdicts, was, now) == expected[:4]
    assert expected[4] in note


def test_a_table_that_goes_to_another_clause_moved():
    held, bare = ", table: indicators}", "}"
    long = '  - {id: meaning, text: "' + "Whatever is measured is measured as this long paragraph says. " * 9 + '"'
    told_of = '"The parties measure the following."'
    before = (INDICATORS, told_of + held, f"{told_of}{held}\n{long}{bare}")
    rows = told((INDICATORS, before[2], f"{told_of}{bare}\n{long}{held}"), before=(before,))
    assert [(row[0], row[1]) for row in rows] == [("Table 1 of Schedule 2", ["moved"])]


def test_a_row_that_moved_is_one_line():
    rows = told((FINANCE, THIRD + POST + WORKER, POST + WORKER + THIRD), before=((FINANCE, POST, THIRD + POST),))
    assert [(row[0], row[1]) for row in rows][-1:] == [("Post \u201cNurse\u201d (Table 3 of Schedule 3)", ["moved"])]


def test_a_row_that_only_cites_what_moved_is_not_listed():
    cites = '      - {id: posts-manager, cells: ["Manager under [](#money)", 1]}\n'
    moved = "clauses:\n  - {id: first, text: First.}\n  - {id: money"
    rows = told((FINANCE, "clauses:\n  - {id: money", moved), before=((FINANCE, POST, cites),))
    assert [row[0] for row in rows] == ["Paragraph 1 of Schedule 3"]


def test_a_schedule_that_moved_is_one_line():
    swapped = "  - schedules/performance.yaml\n  - schedules/governance.yaml\n  - schedules/finance.yaml\n"
    rows = told((MAIN, ORDER, swapped))
    assert [row[1] for row in rows] == [["moved"]]
    assert rows[0][4].startswith("was Schedule ")
    assert "paragraph" in rows[0][4]
    assert "table" in rows[0][4]


def test_a_schedule_that_goes_is_one_line_with_its_size():
    rows = told((MAIN, "  - schedules/finance.yaml\n", ""))
    assert [(row[0], row[1], row[4]) for row in rows if row[1] == ["removed"]] == [
        ("Schedule 3", ["removed"], "with 3 paragraphs, 3 tables")
    ]


def test_a_clause_that_comes_is_one_line_with_its_words():
    clause = "  - {id: oversight-new, heading: Audit, clauses: [{id: audit-one, text: Each Party shall keep books.}]}\n"
    rows = told((MAIN, "  - id: oversight\n", clause + "  - id: oversight\n"))
    assert [row for row in rows if row[1] == ["added"]] == [
        ("Clause 2", ["added"], "", "Audit 2.1 Each Party shall keep books.", "with 1 paragraph")
    ]


def test_a_clause_that_goes_into_a_schedule_moved():
    again = '      - {id: board-again, text: "[](#board-duty) does not limit what the Council may decide."}\n'
    inside = '          - {id: board-seats, text: "The seats are these:", table: groups}\n'
    rows = told((MAIN, again, ""), (GOVERNANCE, inside, inside + "    " + again))
    assert [(row[1][0], row[4]) for row in rows] == [("moved", "was clause 2.2")]


def test_words_that_only_change_places_are_an_edit():
    kept, first, last = (
        "It shall keep a record.",
        "The quorum and all the other Parties meet.",
        "The and all the other Parties quorum meet.",
    )
    rows = told((MAIN, first, last), before=((MAIN, kept, first),))
    assert [row[1] for row in rows] == [["edited"]]


def test_who_signs_is_of_substance_and_about_a_party():
    files = {path: str(text) for path, text in base_files().items()}
    old = loaded(MemoryTree(dict(files)))
    files[MAIN] = files[MAIN].replace("[Authorised Officer]", "[Caretaker]")
    (found,) = compared(Version("old", old), Version("new", loaded(MemoryTree(files)))).departures
    assert found.kinds == (Kind.PARTY,)
    assert found.of_substance
    assert found.verdicts == (Verdict.EDITED,)


def test_no_page_of_this_room_names_a_row_by_its_number_alone():
    pages = (Path(__file__).parent / "hard-cases").glob("*.md")
    assert not [page.name for page in pages if ", row " in page.read_text("utf-8")]
