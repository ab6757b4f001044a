"""The words of a clause: emphasis, references, look-ups, and everything else as text."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from section75.language.text import LookUp, Reference, Words, parse, parse_markdown, plain


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
        ("\\<b>x\\</b> & \\<script>", (Words("<b>x</b> & <script>"),)),
        ("\\&amp; \\&#65; R&D; P&L", (Words("&amp; &#65; R&D; P&L"),)),
        ("see <https://x.org>", (Words("see <https://x.org>"),)),
        ("snake_case_word", (Words("snake_case_word"),)),
        ("{{ a_b.c_d }}", (LookUp("a_b.c_d"),)),
    ],
)
def test_words_become_runs(text, expected):
    assert runs(text) == expected
    assert parse(text).problems == ()


@pytest.mark.parametrize(
    "words",
    [
        "(________) pounds and (________) pence",
        "[____] and [____]",
        "_____/_____/20__",
        "\u00a3______.____",
        '"________" and "________"',
        "________________",
        "_emphasis_ and __more__",
        "5*3=15 and 2*2=4",
        "x*y + z*w",
        "items marked (*) are annual and those marked (*) quarterly, [*] never [*]",
        "the fee* and the rate*, see note",
        r"\\server\share\_new and C:\Users\name",
        "a # b, 1 < 2 | 3 > 2, R&D & co, {a b}, <name>",
        "see <https://x.org>",
    ],
)
def test_signs_in_ordinary_words_print_as_typed(words):
    assert runs(words) == (Words(words),)
    assert parse(words).problems == ()


@pytest.mark.parametrize("sign", "*[]{}<&|~`#")
def test_a_backslash_makes_a_sign_plain(sign):
    assert runs(f"so \\{sign}\\{sign} it is") == (Words(f"so {sign}{sign} it is"),)


@pytest.mark.parametrize("written", ["\\- a", "\\+ a", "\\> a", "\\# a", "1\\. a", "12\\) a", "x\n\\- a"])
def test_a_backslash_makes_the_beginning_of_a_line_plain(written):
    assert runs(written) == (Words(written.replace("\\", "").replace("\n", " ")),)
    assert parse(written).problems == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("each **Scheme**s", (Words("each "), Words("Scheme", bold=True), Words("s"))),
        ("*5 per cent* of", (Words("5 per cent", italic=True), Words(" of"))),
        ("(*see* [](#a))", (Words("("), Words("see", italic=True), Words(" "), Reference("a"), Words(")"))),
        ("**[](#a)**", (Reference("a", bold=True),)),
        ("*[the duty](#a)*", (Reference("a", (Words("the duty", italic=True),), italic=True),)),
        ("[ ](#a)", (Reference("a"),)),
        ("[x](#a_b)", (Reference("a_b", (Words("x"),)),)),
    ],
)
def test_emphasis_and_references_stand_together(text, shown):
    assert runs(text) == shown
    assert parse(text).problems == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("until {{ term.end }", "not-a-look-up"),
        ("until {{ term.end", "not-a-look-up"),
        ("until term.end }}", "not-a-look-up"),
        ("until {term.end} or", "not-a-look-up"),
        ("until { term.start }", "not-a-look-up"),
        ("a *b* {{ term.end }", "not-a-look-up"),
        ("under [] (#c-third)", "not-a-reference"),
        ("under [](# c-third)", "not-a-reference"),
        ("under [the words](#c third)", "not-a-reference"),
        ("under [](#c-third", "not-a-reference"),
        ("under ](#c-third)", "not-a-reference"),
        ("under [[c-third]]", "not-a-reference"),
        ('under [words](#c-third "Title")', "markdown-not-printed"),
        ("~~struck~~ words", "markdown-not-printed"),
        ("| a | b |", "markdown-not-printed"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "markdown-not-printed"),
        ("a&nbsp;b", "markdown-not-printed"),
        ("a&#160;b", "markdown-not-printed"),
        ("a <b>bold</b> word", "markdown-not-printed"),
        ("a<br/>b", "markdown-not-printed"),
        ("**The Fund is kept", "markdown-not-printed"),
        ("The Fund** is kept", "markdown-not-printed"),
        ("[x](javascript:alert)", "markdown-not-printed"),
        ("[](c-third)", "markdown-not-printed"),
    ],
)
def test_a_mark_that_would_print_as_typed_is_a_problem(text, code):
    found = parse(text).problems
    assert [problem.code for problem in found] == [code]
    assert found[0].hint
    assert found[0].needle.split("\n")[0] in text.replace("\n", " ")


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
@settings(deadline=None)
def test_any_text_is_read_and_no_letter_is_lost(text):
    shown = "".join(r.text if isinstance(r, Words) else "" for r in runs(text))
    letters = [c for c in text if c.isalpha() and c.isascii()]
    dropped = any(mark in text for mark in ("](", "{{", "}}", "```", "~~~", "`", "&", "\\", "!["))
    assert dropped or [c for c in shown if c.isalpha() and c.isascii()] == letters


SIGNS = [
    *("*", "**", "_", "[", "]", "(", ")", "[](#a)", "![](#a)", "[b](#a)", "{{ a.b }}", "{{a}}", "{{ 7 }}", "{", "}"),
    *("\\", "`", "~~~", "!", "#", "-", "+", ">", "=", "===", "1.", "2)", "|", "<b>", "&amp;", "a", "B.", "\u00a35"),
    *(" ", "  ", "    ", "\n", "\n\n", "\n  \n", "\t", "\r\n", "\u00a0", "\u202f", "\u2009", "\u2007", "\u3000"),
]
KEPT = "\u00a0\u202f\u2009\u2007\u3000"


ANY = st.lists(st.sampled_from(SIGNS), max_size=9).map("".join)


@settings(max_examples=500)
@given(ANY)
def test_a_text_means_the_same_whether_or_not_it_needs_markdown(text):
    assert parse(text) == parse_markdown(text)


@pytest.mark.slow
@settings(max_examples=5000)
@given(ANY)
def test_so_do_many_more(text):
    assert parse(text) == parse_markdown(text)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(["a", "*b*", "[](#c)", " ", "\n", *KEPT]), max_size=9).map("".join))
def test_special_spaces_are_kept_everywhere(text):
    assume(not parse(text).problems)
    shown = "".join(run.text for run in runs(text) if isinstance(run, Words))
    assert [sign for sign in shown if sign in KEPT] == [sign for sign in text if sign in KEPT]


@pytest.mark.parametrize("space", KEPT)
@pytest.mark.parametrize("before", ["", "*Now* ", "[](#a) "])
def test_a_sum_of_money_keeps_its_space(space, before):
    assert runs(f"{before}pay \u00a35{space}million")[-1].text.endswith(f"\u00a35{space}million")


@pytest.mark.parametrize(("text", "shown"), [("a\n  b", "a b"), (" a  b ", "a b"), ("*a*  b\nc", " b c")])
def test_blanks_print_as_one_space(text, shown):
    assert runs(text)[-1].text == shown


def test_a_picture_is_found_whatever_it_points_at():
    assert [p.code for p in parse("![](#x)").problems] == ["markdown-not-printed"]


def test_neighbouring_references_stay_two():
    assert runs("[](#a)[](#a) *[](#a)*") == (Reference("a"), Reference("a"), Words(" "), Reference("a", italic=True))


def test_a_text_of_blanks_is_one_empty_paragraph():
    assert parse("").paragraphs == parse(" \n\n ").paragraphs == ((Words(""),),)


def test_a_search_sees_ordinary_spaces():
    assert plain("the\u00a0*Exit*\u3000Plan") == "the Exit Plan"
