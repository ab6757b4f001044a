"""Financial years and words about the term, held against its dates."""

from __future__ import annotations

import pytest

from section75.tree import MemoryTree
from tests.support.agreements import base_files, changed, judged, overlaid


def told(tree, code: str) -> list[str]:
    return [finding.message for finding in judged(tree).findings if finding.code == code]


@pytest.mark.parametrize(
    ("years", "messages"),
    [
        ('["2018-19", "2019-20"]', []),
        ('["2017-18", "2018-19"]', ["the financial year 2017-18 lies before the term begins on 1 April 2018"]),
        ('["2020-21", "2021-22"]', [
            "the financial year 2021-22 lies after the term ends on 31 March 2021",
            "nothing is stated for 2018-19, 2019-20, which the term covers",
        ]),
        ('["2018-20", "2020-21"]', ["2018-20 is not one financial year", "nothing is stated for 2019-20, which the term covers"]),
        ('["2018-19", "2099-00"]', ["the financial year 2099-00 lies after the term ends on 31 March 2021"]),
    ],
)  # fmt: skip
def test_financial_years_are_those_of_the_term(years, messages):
    assert sorted(told(overlaid("schedules/finance.yaml", f"years: {years}"), "years-of-term")) == sorted(messages)


def test_a_year_belongs_to_an_extension_too():
    term = "{start: 2016-04-01, end: 2018-03-31, extensions: [{id: x, start: 2018-04-01, end: 2020-03-31, reason: r}]}"
    tree = overlaid("agreement.yaml", f"term: {term}")
    said = told(tree, "years-of-term")
    assert said == ["nothing is stated for 2016-17, 2017-18, which the term covers"]


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("It ends on {{ term.end }}, a term of 36 months.", False),
        ("It ends on {{ term.end }}, a term of three years.", False),
        ("It ends on {{ term.end }}, a term of thirty-six months.", False),
        ("It ends on {{ term.end }}, a term of 24 months.", True),
        ("It ends on {{ term.end }}, a term of Five Years.", True),
        ("It ends on {{ term.end }}; a further term of two years may follow.", False),
        ("Each licence has a term of 12 months.", False),
    ],
)
def test_a_term_in_words_is_that_of_the_dates(words, wrong):
    said = told(changed("agreement.yaml", "It shall keep a record.", f'"{words}"'), "term-in-words")
    assert bool(said) == wrong, said


def test_a_schedule_that_is_not_listed_is_told_and_stops_nothing():
    files = base_files()
    files["schedules/copy.yaml"] = str(files["schedules/finance.yaml"])
    findings = [f for f in judged(MemoryTree(files)).findings if f.code == "unlisted-schedule"]
    assert [(f.place.path.endswith("schedules/copy.yaml"), f.is_error) for f in findings] == [(True, False)]
