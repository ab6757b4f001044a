"""The Word report of a review: summary, what is outstanding, what a renewal closed and opened, the action plan."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import takewhile

import pytest

from section75.judging.reviewed import ReadCatalogue, examined
from section75.load import load_catalogue
from section75.numbering import number
from section75.reports.review_data import Report
from section75.reports.review_page import review_report
from section75.reports.writers import Look, written
from section75.reviews import renewal
from section75.tree import DiskTree
from tests.support.agreements import BASE, changed, loaded
from tests.support.ooxml import W, part
from tests.support.printing import ROOT

DAY = date(2019, 6, 30)
TEMPLATE = (ROOT / "templates" / "report.docx").read_bytes()
CRISIS = changed("agreement.yaml", "It shall keep a record.", "It shall keep a record of its crisis team.")


@cache
def report(renewed: bool) -> list[list[str]]:
    """The report of the small agreement, which renews one that spoke of a crisis team: each paragraph, and each row."""
    catalogue, source, findings = load_catalogue(DiskTree(BASE.parent), "own.yaml")
    assert catalogue is not None, findings
    read = [ReadCatalogue(catalogue, source, by_name=True)]
    before = examined(loaded(CRISIS), read, DAY)
    now = examined(loaded(), read, DAY, before if renewed else None)
    made = Report(
        name="newtown/2018",
        title="Care together",
        date=DAY.isoformat(),
        catalogues=((catalogue.id, catalogue.title),),
        examined=now,
        cited=number(loaded().required()).in_words(),
        places={},
        renewal=renewal(before.review, now.review) if renewed else None,
    )
    docx = written(review_report(made), "docx", Look(template=lambda: (TEMPLATE, "report.docx")))
    body = part(docx, "word/document.xml").find(f"{W}body")
    return [
        ["".join(t.text or "" for t in c.iter(f"{W}t")) for c in ([block] if block.tag == f"{W}p" else row)]
        for block in body
        for row in ([block] if block.tag == f"{W}p" else block.iter(f"{W}tr"))
    ]


def below(heading: str, lines: list[list[str]]) -> list[list[str]]:
    """What stands below a heading, as far as the next line of one cell."""
    at = next(index for index, cells in enumerate(lines) if cells == [heading])
    return list(takewhile(lambda cells: len(cells) > 1, lines[at + 1 :]))


BECAME = "0 closed, 0 to be read, 0 promised, 1 opened, 0 newly applicable, 1 left"


def test_page_one_says_how_everything_stands():
    assert report(renewed=True)[:4] == [
        ["What reviews and the law ask for"],
        ["Care together"],
        ["As at 30 June 2019, 3 items apply: 1 red (\u25b2 R), 2 amber (\u25c6 A), 0 green (\u25cf G)."],
        [f"Against the agreement that it renews: {BECAME}."],
    ]
    assert below("How everything stands", report(renewed=True)) == [
        ["", "", "Law", "Reviews", "All", "Before", "Of these"],
        ["", "\u25b2 R red", "1", "0", "1", "1", "1 not met"],
        ["", "\u25c6 A amber", "0", "2", "2", "2", "1 words found, 1 not found"],
        ["", "\u25cf G green", "0", "0", "0", "0", "none"],
    ]


def test_what_is_grave_stands_first_and_says_what_is_missing():
    rows = below("Unlawful, overdue or shown not to be so", report(renewed=False))[1:]
    assert [row[1:] for row in rows] == [
        [
            "\u25b2 R",
            "OW-3statutory",
            "There is a pool manager.",
            "not met",
            "No host partner or no pool manager is named.",
        ]
    ]


def test_words_are_listed_where_they_are_to_be_read():
    rows = below("Words to be read and confirmed", [each for each in report(renewed=False) if "Whoever" not in each[0]])
    assert [row[1:] for row in rows[1:]] == [["The agreement", "the definition of \u201cStrategic Board\u201d (OW-1)"]]


def test_a_renewal_says_what_became_of_each_item():
    said = [cells[0] for cells in report(renewed=True)]
    assert "Opened (1): OW-2." in said
    assert "Closed (0): none." in said
    assert "Left (1): OW-3." in said
    assert not any(cells[0].startswith("Opened") for cells in report(renewed=False))


@pytest.mark.parametrize("renewed", [True, False])
def test_who_has_to_do_what_names_an_owner_and_a_day_for_each_item(renewed):
    was = " (was words found)" if renewed else ""
    assert below("Who has to do what", report(renewed)) == [
        ["", "Owner", "Item", "What to do", "Status", "By"],
        [
            "",
            "Head of Partnerships",
            "\u25b2 R OW-3statutory",
            "There is a pool manager.",
            "not met",
            "29 September 2019",
        ],
        [
            "",
            "Head of Partnerships",
            "\u25c6 A OW-2recommended",
            "There is a crisis team.",
            f"not found{was}",
            "29 December 2019",
        ],
    ]
