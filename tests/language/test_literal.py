"""Words that anyone wrote print as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from section75.language.literal import literal
from section75.language.text import Words, parse

SIGNS = ["{{", "}}", "{%", "%}", "{#", "#}", *"{}%#*_`\\[]()!-1.<>~=+&\"' ab\n"]


@given(st.lists(st.sampled_from(SIGNS), max_size=12).map("".join))
def test_words_print_as_they_are(words):
    parsed = parse(literal(words))
    assert parsed.problems == ()
    assert len(parsed.paragraphs) <= 1
    assert all(isinstance(run, Words) and not run.bold and not run.italic for run in parsed.runs)
    assert "".join(run.text for run in parsed.runs) == " ".join(words.split())


@pytest.mark.parametrize("words", ["Plain words.", "The Council's share (5%), paid quarterly: see note 2.", "a-b, c_d"])
def test_words_that_mean_themselves_stay_as_they_are(words):
    assert literal(words) == words
