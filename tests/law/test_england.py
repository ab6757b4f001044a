"""The law that the toolkit carries, and how an agreement is held against it for the whole of its term."""

from __future__ import annotations

from datetime import date

import pytest

from section75.drafting import Answers
from section75.drafting.renewal import renewed
from section75.findings import Severity
from section75.judging.agreement import judge
from section75.law.mentions import mentions
from section75.load import load_agreement
from section75.tree import MemoryTree
from tests.support.agreements import overlaid, shipped
from tests.support.laws import england, faults_of

HEAD = "format: 1\nid: own\ntitle: Own\nas_at: 2026-11-26\nentries:\n"
ENTRY = "  - {{id: {id}, kind: body, name: {id}, words: [{words}], {more}source: s, confirmed: read, looked_at: 2026-11-26}}\n"
LATER = Answers(start=date(2027, 4, 1), months=36)
MATTER = (
    "care-act-schedule-3", "clinical-commissioning-group", "primary-care-trust", "local-safeguarding-children-board",
    "hcpc-social-workers", "delayed-transfers-of-care", "stp", "care-programme-approach", "eu-gdpr", "pcr-2015",
    "data-protection-act-1998", "local-healthwatch", "nhs-england", "monitor", "improved-better-care-fund",
)  # fmt: skip


def told(words: str, start: str = "2027-04-01", end: str = "2030-03-31", law=None) -> list[tuple[str, str]]:
    """The code of each finding of the law about some words, and what it names."""
    block = (
        f"term: {{start: {start}, end: {end}, notice_months: 6}}\n"
        f'definitions: [{{id: def-agreement, term: Agreement, meaning: "means {words}."}}]\n'
    )
    tree = overlaid("agreement.yaml", block)
    found = judge(load_agreement(tree), england() if law is None else law).findings
    return [
        (f.code, f.message.split(":")[0]) for f in found if f.code.startswith("law-") and f.owner == "def-agreement"
    ]


def test_there_are_more_than_a_hundred_and_twenty_entries_each_with_its_source():
    entries = england()
    assert len(entries) > 120
    assert set(MATTER) <= {entry.id for entry in entries}
    assert all(entry.source and entry.looked_at for entry in entries)
    gone = [entry for entry in entries if entry.to]
    assert all(entry.do for entry in gone), "an entry that has ended says what to do"


def test_each_entry_is_found_by_each_of_its_words():
    for entry in england():
        for words in entry.words:
            found = [mention.entry.id for mention in mentions(f"They tell the {words} of it.", england())]
            assert entry.id in found, words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("what the Clinical Commissioning Group decides", [("law-gone", "Clinical Commissioning Group")]),
        ("what the former Clinical Commissioning Group decided", []),
        ("what the Integrated Care Board decides", []),
        ("Care Act 2014, section 74 and Schedule 3", [("law-gone", "Care Act 2014, section 74")]),
        ("section 42 of the Care Act 2014", []),
        ("the UK General Data Protection Regulation", []),
        ("the General Data Protection Regulation", [("law-gone", "General Data Protection Regulation")]),
        ("what the Local Government Ombudsman says", [("law-renamed", "Local Government Ombudsman")]),
        ("what the Local Government and Social Care Ombudsman says", []),
        ("Social Work England, the Health and Care Professions Council or the Nursing and Midwifery Council", []),
        ("the Liberty Protection Safeguards", [("law-not-yet", "Liberty Protection Safeguards")]),
        ("ACCG and CCG-like", []),
        ("until 25 May 2018 the Data Protection Act 1998", [("law-gone", "Data Protection Act 1998")]),
    ],
)
def test_words_are_held_against_the_day_on_which_the_term_begins(words, expected):
    assert told(words) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2012-04-01", "2013-03-31", []),
        ("2012-04-01", "2014-03-31", [("law-going", "Primary Care Trust")]),
        ("2010-04-01", "2014-03-31", []),  # nobody knew
        ("2013-04-01", "2014-03-31", [("law-gone", "Primary Care Trust")]),
    ],
)
def test_what_ends_during_the_term_is_told_once_it_is_known(start, end, expected):
    assert told("the Primary Care Trust", start, end) == expected


def test_what_has_ended_is_an_error_and_says_what_to_do():
    block = 'definitions: [{id: def-agreement, term: Agreement, meaning: "means what the Primary Care Trust says."}]\n'
    finding = next(
        f for f in judge(load_agreement(overlaid("agreement.yaml", block)), england()).findings if f.code == "law-gone"
    )
    assert finding.severity is Severity.ERROR
    assert "integrated care board" in finding.hints[0]
    assert "2012" in finding.hints[0]


def test_a_renewal_of_coventry_names_the_dead_bodies_and_provisions():
    loaded = load_agreement(MemoryTree(dict(renewed(shipped("coventry-cwpt/2018"), "coventry-2027", LATER))))
    said = {f.message.split(":")[0] for f in judge(loaded, england()).findings if f.code.startswith("law-")}
    for words in ("CCG", "care programme approach", "Five Year Forward View", "General Data Protection"):
        assert any(words in each for each in said), (words, said)


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([("a", "Old", "from: 2020-01-01, to: 2019-01-01, ")], "ends before it begins"),
        ([("a", "Old", "followed_by: [b], ")], 'no entry "b"'),
        ([("a", "Old", "to: 2020-01-01, "), ("b", "Old", "from: 2020-01-01, ")], "on the same days"),
        ([("a", "Old", ""), ("a", "New", "")], "given twice"),
        ([("a", "Old", "not_in_force: true, to: 2020-01-01, ")], "is not in force"),
        ([("a", "Old", "from: 2020-02-30, ")], ""),
        ([("a", "x", "")], ""),
    ],
)
def test_a_file_that_contradicts_itself_is_told(entries, words):
    text = HEAD + "".join(ENTRY.format(id=i, words=w, more=m) for i, w, m in entries)
    found = faults_of(text)
    assert found
    assert words in found[0].message
    assert found[0].hints


def test_the_same_words_may_name_one_thing_after_another():
    entries = [("a", "Board", "to: 2020-01-01, followed_by: [b], "), ("b", "Board", "from: 2020-01-02, ")]
    assert faults_of(HEAD + "".join(ENTRY.format(id=i, words=w, more=m) for i, w, m in entries)) == []


def test_words_that_are_a_pattern_are_words():
    entries = f"{ENTRY.format(id='a', words='(a+)+$', more='to: 2020-01-01, ')}"
    assert faults_of(HEAD + entries) == []
