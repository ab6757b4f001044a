"""Findings as text and as annotations: the place, the words and every hint; nothing from anyone steers a terminal."""

from __future__ import annotations

import pytest

from section75.findings import Finding, Place, Severity
from section75.reports.findings import findings_github, findings_text, summary

BROKEN = Finding("broken-reference", "nothing is called x", Place("a/b.yaml", 3, 7), ("write y", "or add x"), "duty")
HOSTILE = Finding("placeholder", "TBC \x1b[2J", Place("a.yaml"), ("fill \x1b[0m it in",), "", Severity.WARNING)


def test_each_hint_stands_below_its_finding():
    assert findings_text([BROKEN]) == (
        "a/b.yaml:3:7: error[broken-reference] nothing is called x\n    hint: write y\n    hint: or add x\n"
    )


def test_neither_message_nor_hint_steers_a_terminal():
    said = findings_text([HOSTILE])
    assert "\x1b" not in said
    assert said == "a.yaml:1:1: warning[placeholder] TBC \\u001b[2J\n    hint: fill \\u001b[0m it in\n"


def test_colour_is_there_only_where_it_is_asked_for():
    assert findings_text([BROKEN], colour=True).startswith("a/b.yaml:3:7: \x1b[1;31merror[broken-reference]\x1b[0m ")
    assert "\x1b[1;33mwarning" in findings_text([HOSTILE], colour=True)


def test_an_annotation_holds_the_hints_and_cannot_be_broken_out_of():
    said = findings_github([Finding("c,:", "100%\n::error::x", Place("a.yaml", 2, 1), ("do this",))])
    assert said == "::error file=a.yaml,line=2,col=1,title=c%2C%3A::100%25%0A::error::x%0Ado this\n"


@pytest.mark.parametrize(
    ("findings", "accepted", "said"),
    [
        ((), 0, "no findings"),
        ((BROKEN,), 0, "1 error"),
        ((BROKEN, BROKEN, HOSTILE), 0, "2 errors, 1 warning"),
        ((HOSTILE,), 2, "1 warning (2 accepted with a reason)"),
        ((), 1, "no findings (1 accepted with a reason)"),
    ],
)
def test_how_many_in_words(findings, accepted, said):
    assert summary(findings, accepted) == said
