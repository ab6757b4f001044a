"""The words of a clause: emphasis, references, look-ups, and everything else as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from section75.language.text import LookUp, Reference, Words, parse


def runs(text: str):
    return tuple(parse(text).runs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain\nwords", (Words("plain words"),)),
        ("under [](#a-b).", (Words("under "), Reference("a-b"), Words("."))),
        ("[the duty](#a)", (Reference("a", (Words("the duty"),)),)),
        ("[{{ a.b }} *x*](#a)", (Reference("a", (LookUp("a.b"), Words(" "), Words("x", italic=True))),)),
        ("by {{ term.end }} at", (Words("by "), LookUp("term.end"), Words(" at"))),
        ("**{{ parties.trust.name }}**", (LookUp("parties.trust.name", bold=True),)),
        ("a *b* **c**", (Words("a "), Words("b", italic=True), Words(" "), Words("c", bold=True))),
        ("\\{{ term.end }}", (Words("{{ term.end }}"),)),
        ("\\*not\\* this", (Words("*not* this"),)),
        ("<b>x</b> & <script>", (Words("<b>x</b> & <script>"),)),
        ("&amp; &#65;", (Words("&amp; &#65;"),)),
        ("see <https://x.org>", (Words("see <https://x.org>"),)),
        ("snake_case_word", (Words("snake_case_word"),)),
        ("{{ a_b.c_d }}", (LookUp("a_b.c_d"),)),
    ],
)
def test_words_become_runs(text, expected):
    assert runs(text) == expected
    assert parse(text).problems == ()


def test_an_empty_line_begins_a_paragraph():
    assert len(parse("one\n\ntwo").paragraphs) == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x:\n\n- a\n- b", "markdown-list"),
        ("1. a\n2. b", "markdown-list"),
        ("# Heading", "markdown-not-printed"),
        ("> quoted", "markdown-not-printed"),
        ("`code`", "markdown-not-printed"),
        ("```\nx\n```", "markdown-not-printed"),
        ("![x](y.png)", "markdown-not-printed"),
        ("[x](https://x.org)", "markdown-not-printed"),
        ("a\n\n---\n\nb", "markdown-not-printed"),
        ("line  \nbreak", "markdown-not-printed"),
        ("{{ 7*7 }}", "not-a-look-up"),
        ("{{ a.__class__ }}", "not-a-look-up"),
        ("{{ a|b }}", "not-a-look-up"),
        ("{% for x in y %}", "not-a-look-up"),
        ("{{ }}", "not-a-look-up"),
    ],
)
def test_what_does_not_print_is_a_problem_and_not_dropped(text, code):
    found = parse(text).problems
    assert [p.code for p in found][:1] == [code]
    assert found[0].hint


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cn", "Cc"]), max_size=60))
def test_any_text_is_read_and_no_letter_is_lost(text):
    shown = "".join(r.text if isinstance(r, Words) else "" for r in runs(text))
    letters = [c for c in text if c.isalpha() and c.isascii()]
    dropped = any(mark in text for mark in ("](", "{{", "}}", "```", "~~~", "`", "&", "\\", "!["))
    assert dropped or [c for c in shown if c.isalpha() and c.isascii()] == letters
