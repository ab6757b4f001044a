"""The golden thread: from the law to the records and back, and coverage both ways."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from section75.cli import run
from tests.support.browser import audited
from tests.support.printing import ROOT

NAME = "newtown/2018"
DAY = ["--date", "2019-06-30"]
OWN = """format: 1
id: own
title: Our own review
source: Internal audit
items:
  - {id: OW-1, strength: recommended, theme: T, says: The board is described., source: s, law: ["Act 1, section 2"], tests: [{some: {of: groups, like: {required: [frequency]}}}]}
  - {id: OW-2, strength: recommended, theme: T, says: There is a crisis team., source: s, relates: [OW-1], tests: [{predicate: says, with: {words: crisis team}}]}
"""
RISKS = """format: 1
id: newtown-risks
title: Register
owner: Strategic Board
risks:
  - {id: risk-reviews, title: Reviews are late, cause: few staff, event: reviews slip, effect: harm, inherent: {likelihood: 3, impact: 3}, current: {likelihood: 2, impact: 3}, target: {likelihood: 1, impact: 3}, owner: Head of Service, review_date: 2019-12-31, movement: same, links: [adults-reviewed]}
"""
MEETING = "format: 1\nid: rc-meeting\nkind: meeting\ntitle: First meeting\non: 2018-07-01\ngroup: board\n"


@pytest.fixture
def project(project, folder):
    """The small agreement with a risk, a meeting and a catalogue of its own."""
    (folder / "risks.yaml").write_text(RISKS)
    (folder / "records" / "meetings").mkdir(parents=True)
    (folder / "records" / "meetings" / "one.yaml").write_text(MEETING)
    text = (folder / "schedules" / "functions.yaml").read_text()
    (folder / "schedules" / "functions.yaml").write_text(
        text.replace("indicators: [adults-reviewed]}", "indicators: [adults-reviewed], answers: [OW-1]}")
    )
    (project / "reviews").mkdir()
    (project / "reviews" / "own.yaml").write_text(OWN)
    return project


def traced(capsys, identity: str) -> dict:
    assert run(["trace", identity, NAME, "--format", "json", *DAY]) == 0
    return json.loads(capsys.readouterr().out)


def kinds(nodes: list[dict]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in nodes:
        found.setdefault(node["kind"], []).append(node["id"])
    return found


def test_down_from_the_law_to_the_record(project, capsys):
    data = traced(capsys, "Act 1, section 2")
    down = kinds(data["carries"])
    assert down["item"] == ["OW-1", "OW-2"]
    assert {"board", "fn-assessment"} <= set(down["clause or row"])
    assert down["indicator"] == ["adults-reviewed"]
    assert down["risk"] == ["risk-reviews"]
    assert down["record"] == ["rc-meeting"]
    assert data["rests_on"] == []


def test_up_from_the_risk_and_the_record_to_the_law(project, capsys):
    up = kinds(traced(capsys, "risk-reviews")["rests_on"])
    assert up["indicator"] == ["adults-reviewed"]
    assert "OW-1" in up["item"]
    assert up["law"][0] == "Act 1, section 2"
    up = kinds(traced(capsys, "rc-meeting")["rests_on"])
    assert "board" in up["clause or row"]
    assert "OW-1" in up["item"]


def test_the_text_names_kinds_places_and_statuses(project, capsys):
    assert run(["trace", "adults-reviewed", NAME, *DAY]) == 0
    said = capsys.readouterr().out
    assert said.startswith("row 1 of Table 1 of Schedule 2 #adults-reviewed")
    assert "rests on item\n    OW-1  met  [recommended]" in said
    assert "carries risk\n    #risk-reviews  Reviews are late" in said


def test_without_an_agreement_every_one_of_the_project_is_gone_through(project, capsys):
    assert run(["trace", "OW-1", *DAY]) == 0
    assert capsys.readouterr().out.startswith("newtown/2018\nOW-1")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["trace"], 2, "nothing is named"),
        (["trace", "--matrix", "a.html"], 2, "no agreement is named"),
        (["trace", "--matrix", "a.xlsx", NAME], 2, "no ending that is known"),
        (["trace", "OW-99", NAME], 1, "nothing here has the id"),
        (["trace", "../x", NAME], 1, "nothing here has the id"),
    ],
)
def test_what_cannot_be_is_told(project, capsys, arguments, code, words):
    assert run([*arguments, *DAY]) == code
    assert words in capsys.readouterr().err


def test_the_matrix_shows_both_gaps_and_hostile_words_as_words(project, capsys):
    Path("reviews/own.yaml").write_text(OWN.replace("There is a crisis team.", "<script>alert(1)</script>"))
    assert run(["trace", "--matrix", "a.html", NAME, *DAY]) == 0
    page = Path("a.html").read_text("utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    unanswered = page.split(">Items that nothing answers</h2>")[1].split("</table>")[0]
    idle = page.split(">Clauses that answer nothing</h2>")[1]
    rows = unanswered.count('<tr><th scope="row">')
    assert f">Items that nothing answers: {rows}</a>" in page
    assert "OW-2" in unanswered
    assert "OW-1" not in unanswered
    assert "clause 1" in idle
    heads = [
        page.index(f">{head}") for head in ("Items that nothing answers</h2>", "\u25b2 R red: un", "\u25c6 A amber: so")
    ]
    assert heads == sorted(heads)
    assert "Content-Security-Policy" in page


@pytest.mark.slow
def test_the_matrix_of_coventry_is_accessible(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(["trace", "--matrix", "a.html", "coventry-cwpt/2018", "--date", "2018-06-30"]) == 0
    for width in (1280, 320):
        assert audited(Path("a.html").read_text("utf-8"), tmp_path, width) == []


def test_every_catalogue_of_the_project_can_be_traced():
    assert (ROOT / "reviews" / "regulations-2000.yaml").is_file()


def test_a_catalogue_that_cannot_be_read_is_told(project, capsys):
    Path("reviews/broken.yaml").write_text("format: 1\nid: broken\n")
    assert run(["trace", "OW-1", NAME, *DAY]) == 0
    said = capsys.readouterr()
    assert "reviews/broken.yaml" in said.err
    assert "OW-1" in said.out


def test_what_a_clause_says_is_read_out_as_it_prints(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert run(["trace", "dp-share", "coventry-cwpt/2018", *DAY]) == 0
    out = capsys.readouterr().out
    assert "as Schedule 13 and the" in out
    assert "](#" not in out
    assert run(["trace", "supersedes", "coventry-cwpt/2018", *DAY, "--format", "json"]) == 0
    assert "the agreement that ended on 31 March 2018" in capsys.readouterr().out
