"""The second reader refuses what it does not understand, and sees a deed that leads elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from section75.printing.deed import departure, said
from section75.render.word import word_parts
from section75.variation import Said, UnreadableError, applied
from tests.support.agreements import loaded
from tests.support.printing import TEMPLATE
from tests.support.variations import PLAIN, deed_of, varied

HEAD = Said("heading 1", "2", 0, "Variation of the Agreement")
OLD = said(word_parts(varied(loaded().required(), loaded().required())[0], TEMPLATE, "t", PLAIN))


def deed(*said_in_it: str) -> list[Said]:
    """A deed of these instructions; what begins with a quotation mark is put in by the one before."""
    lines = [Said("Clause text 2", "", 1, s) if s[0] == "\u201c" else Said("Clause 2", "2.1", 1, s) for s in said_in_it]
    return [HEAD, *lines, Said("heading 1", "3", 0, "Continuing effect")]


def reached(*said_in_it: str) -> list[str]:
    """What is new in the print after these instructions."""
    before = [(each.number, each.words) for each in OLD]
    return [
        f"{number} {words}".strip()
        for number, words in applied(deed(*said_in_it), OLD)
        if (number, words) not in before
    ]


@pytest.mark.parametrize(
    ("instructions", "new"),
    [
        (("In clause 2.1(a), for \u201cquarterly\u201d substitute \u201cmonthly\u201d.",), ["(a) meet monthly under paragraph 1 of Part A of Schedule 1; and"]),
        (("After clause 2.1(a) insert:", "\u201c(aa)\u2003vote;\u201d"), ["(aa) vote;"]),
        (("Before clause 2 insert:", "\u201c1A\u2003Audit", "\u201cIt is \u201cyearly\u201d.\u201d"), ["1A Audit", "It is \u201cyearly\u201d."]),
        (("Delete clause 2; its number is not used.",), ["2 Not used"]),
        (("For the closing words of clause 2.1 substitute:", "\u201cIt keeps minutes.\u201d"), ["It keeps minutes."]),
        (("For the definition of \u201cStrategic Board\u201d substitute:", "\u201cStrategic Board means the board.\u201d"), ["Strategic Board means the board."]),
        (("Delete Schedule 1.", "Delete Table 1 of Schedule 2."), []),
    ],
)  # fmt: skip
def test_an_instruction_is_carried_out_as_its_words_say(instructions, new):
    assert reached(*instructions) == new


@pytest.mark.parametrize(
    ("instructions", "said_of_it"),
    [
        (("Delete clause 9.",), "there is no such thing as clause 9"),
        (("Delete the definition of \u201cBoard\u201d.",), "is not found once"),
        (("In clause 2.1(a), for \u201ce\u201d substitute \u201ca\u201d.",), "does not stand once"),
        (("In clause 2.1(a), for \u201cyearly\u201d substitute \u201ca\u201d.",), "does not stand once"),
        (("Consider clause 2.",), "is not understood"),
        (("Delete clause 2.", "Delete clause 2.1(a)."), "two instructions change the same words"),
        (("Delete clause 2.", "Delete clause 2."), "two instructions change the same words"),
    ],
)  # fmt: skip
def test_what_cannot_be_carried_out_is_refused(instructions, said_of_it):
    with pytest.raises(UnreadableError, match=said_of_it):
        applied(deed(*instructions), OLD)


def test_a_deed_without_the_clause_is_no_deed():
    with pytest.raises(UnreadableError, match="one clause on the variation"):
        applied(OLD, OLD)


def test_a_deed_that_leads_elsewhere_is_seen():
    old = loaded().required()
    new = replace(old, clauses=(replace(old.clauses[0], heading="Meaning of words"), *old.clauses[1:]))
    before, after, _ = varied(old, new)
    lines = said(word_parts(deed_of(old, before, after), TEMPLATE, "t", PLAIN))
    prints = [said(word_parts(each, TEMPLATE, "t", PLAIN)) for each in (before, after)]
    assert not departure(lines, *prints)
    wrong = [each._replace(words=each.words.replace("Meaning", "Sense")) for each in lines]
    assert "\u201c1 Sense of words\u201d" in departure(wrong, *prints)
    assert departure([each for each in lines if "Meaning" not in each.words], *prints)
