"""The page of changes for a board: counts first, money before the rest, marks in place, nothing told twice."""

from __future__ import annotations

from section75.page import Heading, Mark, Table, wording
from section75.project.compared import Compared, compared, compared_by_name
from section75.project.versions import Version
from section75.reports.changes_page import Sides, changes_page, counted_line
from section75.tree import MemoryTree
from tests.support.agreements import base_files, loaded
from tests.support.printing import ROOT

MAIN, FINANCE = "agreement.yaml", "schedules/finance.yaml"
SIDES = Sides("version 0.1", "version 0.2", "Care together")


def both(*changes: tuple[str, str, str]) -> Compared:
    files = {path: str(text) for path, text in base_files().items()}
    old = loaded(MemoryTree(dict(files)))
    for path, before, after in changes:
        assert before in files[path]
        files[path] = files[path].replace(before, after)
    return compared(Version("old", old), Version("new", loaded(MemoryTree(files))))


CHANGES = (
    (MAIN, "It shall keep a record.", "It shall keep records."),
    (MAIN, "title: Partnership agreement", "title: New agreement"),
    (FINANCE, "[1200.50, 1250]", "[1200.50, 120000]"),
)


def tables(page) -> list[Table]:
    return [block for block in page.blocks if isinstance(block, Table)]


def test_counts_come_first_and_money_before_the_rest():
    page = changes_page(both(*CHANGES).departures, (), SIDES, apart=False)
    assert tables(page)[0].name == "Changes by their weightiest kind"
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert headings[0].startswith("Money (")
    assert page.title == "Summary of changes"


def test_a_cell_is_called_by_name_and_its_words_are_marked_in_place():
    page = changes_page(both(*CHANGES).departures, (), SIDES, apart=False)
    row = next(row for row in tables(page)[1].rows if "Council" in wording(row[0][0]))
    assert wording(row[0][0]) == "Party \u201cCouncil\u201d, 2019/20 (Table 1 of Schedule 3)"
    assert [(phrase.text, phrase.mark) for phrase in row[2][0]] == [
        ("\u00a3", Mark.KEPT),
        ("1,250", Mark.REMOVED),
        ("120,000", Mark.ADDED),
    ]


def test_was_and_now_stand_apart_with_their_marks_on_a_web_page():
    page = changes_page(both(CHANGES[2]).departures, (), SIDES, apart=True)
    row = tables(page)[1].rows[0]
    assert [wording(cell[0]) for cell in row[2:]] == ["\u00a31,250", "\u00a3120,000"]
    assert {phrase.mark for phrase in row[2][0]} == {Mark.KEPT, Mark.REMOVED}


def test_the_counts_say_what_a_redline_tracks():
    found = both(*CHANGES).departures
    assert counted_line(found) == "4 changes: 3 in the text, which a redline tracks, 1 on the front sheet"


def test_the_old_title_and_version_are_told():
    sides = both(CHANGES[1]).sides
    assert sides.old == "Partnership agreement for the Newtown community service, version 0.1 of 8 January 2018"
    assert sides.new.startswith("New agreement for")


def test_no_changed_word_is_left_out():
    coventry = compared_by_name("coventry-cwpt/2014", "coventry-cwpt/2018", ROOT)
    found = [d for d in coventry.listed(risks=False) if "edited" in d.verdicts]
    page = changes_page(found, (), SIDES, apart=False)
    shown = " ".join(wording(line) for table in tables(page)[1:] for row in table.rows for line in row[2])
    for departure in found:
        for run in departure.runs:
            if run.mark is not Mark.KEPT:
                assert "".join(getattr(run.run, "text", "")) in shown


def test_what_is_left_out_is_left_out():
    found = compared_by_name("coventry-cwpt/2014", "coventry-cwpt/2018", ROOT)
    assert {d.schedule for d in found.departures} >= {"risks"}
    assert "risks" not in {d.schedule for d in found.listed(risks=False)}
    assert all(d.of_substance for d in found.listed(only_substance=True))
