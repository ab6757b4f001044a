"""A renewal says what it renews, asks about the facts of the old term, and lists what is out of date."""

from __future__ import annotations

import re
from datetime import date

import pytest

from section75.compose import compose
from section75.document import Paragraph, Reference, Table, Value, words_of
from section75.drafting import Answers, from_model, refused_kind
from section75.drafting.renewal import digest_of, renewed
from section75.judging.agreement import judge
from section75.judging.todo import Left, Matter, left_to_do
from section75.language.british import MONTHS
from section75.load import Loaded, load_agreement
from section75.tree import DiskTree, MemoryTree
from tests.support.agreements import ROOT, base_files, each_agreement, overlaid, shipped

LATER = Answers(start=date(2027, 4, 1), months=36)
PLAN = """format: 1
id: plan
kind: action-plan
title: Plan
lead_officer: Head of Plans
clauses: [{id: plan-all, heading: Plan, text: "The Parties shall do what this table states:", table: actions}]
actions:
  - {id: plan-done, action: Begin., owner: Head of Plans, due: 2018-05-01, status: done}
  - {id: plan-cited, action: Tell., owner: Head of Plans, due: 2018-06-01, status: done, remark: "See [](#plan-open)."}
  - {id: plan-open, action: "Go on, as [](#plan-cited) says.", owner: Head of Plans, due: 2019-05-01, status: open}
"""
MORE = """to_settle:
  - {id: settle-old, places: [board], question: "Who chairs?", settled: 2018-02-01, owner: Chief Executive}
  - {id: settle-open, places: [term.notice_months], question: "How long?"}
accepted:
  - {code: unused-definition, place: def-agreement, reason: Wanted later}
schedules: [schedules/governance.yaml, schedules/performance.yaml, schedules/finance.yaml, schedules/functions.yaml, schedules/plan.yaml]
"""


def again(loaded: Loaded, answers: Answers = LATER) -> Loaded:
    return load_agreement(MemoryTree(dict(renewed(loaded, "newtown-2027", answers))))


@pytest.fixture
def old() -> Loaded:
    files = {**base_files(), "schedules/plan.yaml": PLAN}
    return load_agreement(overlaid("agreement.yaml", MORE, files))


def left(loaded: Loaded) -> dict[str, Left]:
    return {each.id: each for each in left_to_do(loaded, judge(loaded))}


def test_a_renewal_names_the_agreement_and_the_digest_of_what_it_renews(old):
    renews = again(old).required().renews
    assert renews
    assert (renews.id, renews.digest) == ("newtown-2018", digest_of(old))


def test_what_was_settled_or_accepted_is_to_be_confirmed_and_what_was_open_stays(old):
    found = left(again(old))
    assert found["settle-old"].matter is Matter.TO_CONFIRM
    assert found["def-agreement"].matter is Matter.TO_CONFIRM
    assert found["settle-open"].matter is Matter.QUESTION


def test_the_facts_of_the_old_term_are_questions(old):
    found = left(again(old))
    assert {"renew-term", "renew-parties", "renew-money", "renew-seats", "renew-indicators", "renew-actions"} <= set(
        found
    )
    assert found["renew-money"].where == ("rows 1 to 2 of Table 1 of Schedule 3",)


def test_actions_that_are_done_go_unless_something_speaks_of_them(old):
    plan = next(schedule for schedule in again(old).required().schedules if schedule.kind == "action-plan")
    assert [action.id for action in plan.actions] == ["plan-cited", "plan-open"]


def test_the_register_is_reviewed_anew_and_has_an_id_of_its_own(old):
    register = again(old).risks
    assert register
    assert (register.id, register.reviewed, register.review_due) == ("newtown-risks", "", "2027-06-30")
    assert {risk.review_date for risk in register.risks} == {"2027-06-30"}


def test_the_id_of_a_register_is_no_longer_than_an_id_can_be():
    made = renewed(shipped("coventry-cwpt/2018"), "a-partnership-of-many-words-2027", LATER)
    register = load_agreement(MemoryTree(dict(made))).risks
    assert register
    assert register.id == "a-partnership-of-many-words-risks"


def test_a_renewal_of_a_renewal_asks_nothing_twice(old):
    twice = again(again(old), Answers(start=date(2030, 4, 1), months=12))
    ids = [question.id for question in twice.required().to_settle]
    assert len(ids) == len(set(ids))
    assert not [finding for finding in twice.findings if finding.is_error]


YEAR = re.compile(r"(?<![\w/.,-])(?:19|20)\d\d\b")
NAMED = re.compile(r"(?:[A-Z][\w']*\)?,? |SI |EU\) |\()\Z")
"""Before the year of an Act or of regulations."""
MONTH = re.compile("(?:" + "|".join(MONTHS) + "),? \\Z")


def old_years(loaded: Loaded) -> dict[str, set[str]]:
    """The ids of what prints a year before 2027 which is not that of an enactment, each with the years."""
    found: dict[str, set[str]] = {}
    for block in compose(loaded.required()).blocks:
        lines = [(block.origin, block.runs)] if isinstance(block, Paragraph) else []
        if isinstance(block, Table):
            lines = [
                (line.origin, line.runs) for row in block.rows for cell in row.cells for line in cell if line.origin
            ]
        for origin, runs in lines:
            words = words_of(tuple(run for run in runs if not isinstance(run, (Reference, Value))))
            for year in YEAR.finditer(words):
                before = words[max(0, year.start() - 40) : year.start()]
                enacted = NAMED.search(before) and not MONTH.search(before)
                if int(year.group()) < 2027 and not enacted and not words[year.end() :].startswith((" Act", " Reg")):
                    found.setdefault(origin.id, set()).add(year.group())
    return found


@pytest.mark.parametrize("name", each_agreement("coventry-cwpt/2018"))
def test_a_renewal_of_ours_lists_every_year_of_the_old_term(name):
    """Whatever prints a year before the new term is named by a finding; an independent pattern looks for it."""
    made = again(shipped(name))
    found = judge(made).findings
    told = {finding.owner for finding in found if finding.code in ("stale-date", "term-in-words", "years-of-term")}
    recitals = {recital.id for recital in made.required().recitals}
    missed = {owner: years for owner, years in old_years(made).items() if owner not in told | recitals}
    assert missed == {}
    assert {finding.code for finding in found if finding.is_error} <= {
        "gap-between-periods", "term-in-words", "wrong-figure", "years-of-term",
    }  # fmt: skip


@pytest.mark.parametrize("months", [24, 36, 60])
@pytest.mark.parametrize("model", ["model-integrated-provision", "model-pooled-fund"])
def test_money_of_a_first_draft_is_stated_for_every_year_of_its_term(model, months):
    folder = ROOT / "agreements" / model
    made = from_model(load_agreement(DiskTree(folder)), "newtown-2027", Answers(start=date(2028, 4, 1), months=months))
    loaded = load_agreement(MemoryTree(dict(made)))
    assert not judge(loaded).has_errors
    years = {getattr(schedule, "years", ()) for schedule in loaded.required().schedules} - {()}
    expected = tuple(f"{year}-{year % 100 + 1}" for year in range(2028, 2028 + months // 12))
    assert years == {expected}


@pytest.mark.parametrize(
    ("model", "kind", "said"),
    [
        ("integrated-provision", "nhs-trust", "a National Health Service trust"),
        ("integrated-provision", "nhs-foundation-trust", "an NHS foundation trust"),
        ("integrated-provision", "integrated-care-board", ""),
        ("pooled-fund", "integrated-care-board", "ICB"),
        ("pooled-fund", "nhs-trust", ""),
    ],
)
def test_a_model_says_what_kind_of_body_a_party_is_or_is_refused(model, kind, said):
    loaded = load_agreement(DiskTree(ROOT / "agreements" / f"model-{model}"))
    assert (refused_kind(loaded.required(), kind) == "") is bool(said)
    if said:
        party = next(party for party in loaded.required().parties if party.kind != "council")
        made = load_agreement(MemoryTree(dict(from_model(loaded, "newtown-2027", Answers(kinds={party.id: kind})))))
        assert any(said in recital.text.replace("\n", " ") for recital in made.required().recitals)
        assert "kind-in-words" not in {finding.code for finding in judge(made).findings}


def test_words_that_contradict_the_kind_of_a_party_are_an_error():
    words = 'recitals: [{id: recital-power, text: "The Trust is an NHS foundation trust, under the 2006 Act."}]\n'
    found = [f for f in judge(load_agreement(overlaid("agreement.yaml", words))).findings if f.code == "kind-in-words"]
    assert [finding.is_error for finding in found] == [True]
