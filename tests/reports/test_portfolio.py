"""Agreements side by side: type, term, days left, review, findings."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date

import pytest

from section75.cli import run
from section75.judging.agreement import judge
from section75.model import Record
from section75.reports.portfolio import as_json, entry, portfolio_report
from section75.reports.writers import Look, written
from tests.support.agreements import BASE, changed, loaded

TERM = "term: {start: 2018-04-01, end: 2021-03-31, previous_end: 2018-03-31, review_months: 12, review_due: 2019-03-31"
EXTENDED = TERM + ", extensions: [{id: ex-one, start: 2021-04-01, end: 2022-03-31, reason: To review.}]"


def entry_on(day: str, term: str = TERM, reviews: tuple[str, ...] = ()):
    found = loaded(changed("agreement.yaml", TERM, term))
    records = tuple(Record(format=1, id=f"rv-{on}", kind="review", title="Review", on=on) for on in reviews)
    return entry("newtown/2018", replace(found, records=records), judge(found), date.fromisoformat(day))


def told(entries, form: str = "text", unread: tuple[str, ...] = ()) -> str:
    return written(portfolio_report(entries, unread), form, Look()).decode()


@pytest.mark.parametrize(
    ("day", "left", "shown"),
    [
        ("2018-04-01", 1095, "1,095"),
        ("2020-10-01", 181, "181"),
        ("2020-10-02", 180, "180, renew"),
        ("2021-03-31", 0, "0, renew"),
        ("2021-04-01", -1, "ended"),
    ],
)
def test_days_left_count_to_the_last_day(day, left, shown):
    found = entry_on(day)
    assert found.days_left == left
    assert shown in told([found]).splitlines()[1]


def test_an_extension_moves_the_last_day():
    found = entry_on("2021-04-01", EXTENDED)
    assert (found.end, found.days_left, found.extensions) == ("2022-03-31", 364, 1)
    assert "2018-04-01 to 2022-03-31, extended" in told([found])


@pytest.mark.parametrize(("day", "overdue"), [("2019-03-31", False), ("2019-04-01", True), ("2021-04-01", False)])
def test_a_review_is_overdue_while_the_agreement_runs(day, overdue):
    assert entry_on(day).overdue is overdue


@pytest.mark.parametrize(
    ("reviews", "due"),
    [
        ((), "2019-03-31"),
        (("2019-03-20",), "2020-03-31"),
        (("2019-06-01",), "2020-03-31"),
        (("2020-03-31", "2019-03-20"), "2021-03-31"),
        (("2019-03-10", "2019-03-20"), "2020-03-31"),
        (("2018-03-20",), "2019-03-31"),
    ],
)
def test_a_review_that_is_recorded_moves_the_next_one_on(reviews, due):
    assert entry_on("2020-04-01", reviews=(*reviews, "2020-04-02")).review_due == due


def test_the_last_day_of_a_month_stays_one():
    term = TERM.replace("review_months: 12, review_due: 2019-03-31", "review_months: 6, review_due: 2018-09-30")
    assert entry_on("2020-04-01", term, ("2018-09-20",)).review_due == "2019-03-31"


def test_the_three_forms_say_the_same():
    found = entry_on("2020-12-31")
    data = json.loads(as_json([found], ["broken/2019"]))
    assert data["agreements"][0]["days_left"] == 90
    assert data["unread"] == ["broken/2019"]
    assert "| newtown/2018 | NHS body for council |" in told([found], "markdown")
    assert "broken/2019  cannot be read" in told([found], unread=("broken/2019",))


def test_one_that_cannot_be_read_hides_no_other(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(BASE, tmp_path / "agreements" / "newtown" / "2018")
    (tmp_path / "agreements" / "broken").mkdir()
    (tmp_path / "agreements" / "broken" / "agreement.yaml").write_text("title: [\n")
    assert run(["list", "--date", "2020-12-31"]) == 0
    said = capsys.readouterr().out
    assert "newtown/2018" in said
    assert "broken  cannot be read" in said


@pytest.mark.parametrize("epoch", ["99999999999999999999", "\u00b2", "-1e9", "soon", "-99999999999"])
def test_a_clock_that_cannot_be_is_told(tmp_path, monkeypatch, capsys, epoch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert run(["list"]) == 2
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


def test_the_clock_can_be_set_from_outside(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(BASE, tmp_path / "agreements" / "newtown" / "2018")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1609372800")
    assert run(["list", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["agreements"][0]["days_left"] == 90
