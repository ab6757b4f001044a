"""Whether a sentence denies what it seems to say."""

from __future__ import annotations

import re

import pytest

from section75.language.denial import denied, denies, looks_for_denial

DENYING = [
    "The host shall not arrange for the audit.",
    "No information is shared.",
    "Nobody decides what is charged for.",
    "No officer of the host shall be the pool manager, who is a consultant.",
    "The host does not manage the fund, and nobody monitors its income.",
    "Those seconded were not consulted.",
    "The Council need not have enough AMHPs.",
    "Consent was refused.",
    "No provision has been agreed for this area.",
    "The Parties shall report each quarter, save that the Trust shall not.",
    "Whether an audit is held is to be decided.",
    "The Parties are exempt from the audit.",
    "The annual return is never certified.",
    "Accountable manager: undecided.",
]
PLAIN = [
    "The host shall arrange for the audit of the accounts of the fund.",
    "No variation has effect unless it is in writing and signed.",
    "The report is given not later than the last day of the quarter.",
    "Consent shall not be unreasonably withheld.",
    "The Parties record what was done, or why not.",
    "Where an indicator is not met, its owner brings a plan.",
    "The tables may be brought up to date without a formal variation.",
    "The AMHP service, which is not delegated, is described here.",
    "Information is shared where it is needed, and not otherwise.",
    "The Trust shall provide equipment, and no other goods.",
    "It saves time and money.",
]


@pytest.mark.parametrize("sentence", DENYING)
def test_a_sentence_that_denies_or_excepts(sentence):
    assert denies(sentence)


@pytest.mark.parametrize("sentence", PLAIN)
def test_a_turn_of_phrase_that_denies_nothing(sentence):
    assert not denies(sentence)


def test_only_the_sentence_that_matches_counts():
    audit = re.compile("audit").search
    assert denied("The host shall not audit. It shall keep a record.", audit)
    assert not denied("No record is kept. The host shall audit.", audit)
    assert not denied("The host shall not audit in May. It shall audit in June.", audit)


def test_a_match_over_several_sentences_is_looked_at_as_a_whole():
    assert denied("The host has an auditor. It never reports.", re.compile("auditor.*reports").search)


@pytest.mark.parametrize(
    ("pattern", "is_negative"),
    [
        (r"(?i)\bdoes not affect\b", True),
        (r"(?i)\b(?:except|save)\b", True),
        (r"(?i)\bnotice\b", False),
        ("audit", False),
    ],
)
def test_a_pattern_may_itself_look_for_denial(pattern, is_negative):
    assert looks_for_denial(pattern) is is_negative
