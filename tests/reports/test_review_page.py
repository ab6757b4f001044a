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


def test_the_summary_stands_first():
    assert report(renewed=True)[:4] == [
        ["What reviews and the law ask for"],
        ["Care together"],
        ["As at 30 June 2019. 3 items: 1 met, 2 not met."],
        ["Compared with the agreement that it renews: 0 closed, 0 promised, 1 opened, 1 left."],
    ]
    assert below("Summary by strength", report(renewed=True))[1:] == [
        ["", "Statutory", "0", "0", "0", "0", "1", "0", "0", "1"],
        ["", "Recommended", "1", "0", "0", "0", "1", "0", "0", "2"],
    ]


def test_what_is_outstanding_says_what_is_wanting():
    rows = below("What is outstanding", report(renewed=False))[1:]
    assert [row[4] for row in rows] == ["No host partner or no pool manager is named.", 'Nothing says "crisis team".']


def test_a_renewal_says_what_it_opened():
    rows = below("What the renewal opened", report(renewed=True))[1:]
    assert [(row[1], row[3]) for row in rows] == [("OW-2recommended", "not met (was met)")]
    assert ["Nothing was closed."] in report(renewed=True)
    assert ["What the renewal opened"] not in report(renewed=False)


@pytest.mark.parametrize("renewed", [True, False])
def test_the_action_plan_names_an_owner_and_a_day_for_each_item(renewed):
    assert below("Action plan", report(renewed)) == [
        ["", "Action", "Owner", "Due", "Answers"],
        ["", "There is a pool manager.", "Head of Partnerships", "29 September 2019", "OW-3"],
        ["", "There is a crisis team.", "Head of Partnerships", "29 December 2019", "OW-2"],
    ]
