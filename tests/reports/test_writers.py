"""Any page as text and as Markdown, and text from anyone that does nothing in any writer."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from section75.page import Column, Entries, Entry, Heading, Mark, Page, Phrase, Prose, Table, cell, phrases
from section75.reports.markdown import FOLDED, markdown
from section75.reports.text import text
from section75.reports.writers import ENDINGS, WRITERS, Content, Look, written
from tests.support.every_block import every_block
from tests.support.ooxml import part
from tests.support.printing import ROOT

TEXT = """\
A report on Words
As Words stands
Illustrative: a reconstruction for demonstration, not made by the bodies it names; it binds nobody.
Words Words good Words. warning Words. bad Words. note Words.
- To Words
- To the pairs

What is told of Words
Words
    Words
    hint: Words
alone
Words
    [-Words-] {+Words+}
two

Pairs

Words
  Words          Words
  A longer name  said
- Words
- another
Item          Was                       Pounds
Words; Words  kept [-Words-] {+Words+}       5
B                                           10
None of Words.
The end.
"""
MARKDOWN = """\
# A report on Words

As Words stands

> **Illustrative: a reconstruction for demonstration, not made by the bodies it names; it binds nobody.**

**Words** *Words* good Words. warning Words. bad Words. note Words.

- To Words
- To the pairs

## What is told of Words

- Words
  - Words
  - hint: Words
- alone

- Words
  - <del>Words</del> <ins>Words</ins>
- two

## Pairs

### Words

- Words: Words
- A longer name: said

- Words
- another

| Item | Was | Pounds |
|---|---|---:|
| Words<br>Words | kept <del>Words</del> <ins>Words</ins> | 5 |
| B |  | 10 |

None of Words.

The end.
"""
LOOK = Look(template=lambda: ((ROOT / "templates" / "report.docx").read_bytes(), "report.docx"))
HOSTILE = (
    "<script>alert(1)</script>",
    "</details></table></main>",
    "<!-- --><img src=x onerror=alert(1)>",
    "| a | b |\n|---|---|",
    "\x1b[2J\x1b]0;title\x07",
    "\x9b31m \u202ereversed",
    "@council #12 [x](javascript:alert(1)) ![y](//a)",
    "=cmd|' /C calc'!A0",
    "{{ 7*7 }} {% for x in y %}",
    "# heading\n- list\n1. list\n> said\n```",
    "*b* _i_ `c` ~~s~~ $x$ \\ &amp; &#60;",
    "]]> \" ' & <w:p/> \ue075report\ue075",
    "\x00\x08\ufffe\ud800",
)


def test_every_block_on_a_terminal():
    assert text(every_block()) == TEXT


def test_every_block_in_markdown():
    assert markdown(every_block()) == MARKDOWN


def test_colours_stand_only_where_they_are_asked_for():
    said = text(every_block(), colour=True)
    for tint, words in (("32", "good Words. "), ("1;33", "warning Words. "), ("1;31", "bad Words. "), ("36", "note ")):
        assert f"\x1b[{tint}m{words}" in said
    assert "    \x1b[1;31mWords\x1b[0m \x1b[32mWords\x1b[0m\n" in said
    assert re.sub(r"\x1b\[[0-9;]*m", "", said).count("Words") == TEXT.count("Words")


def test_a_table_that_is_too_wide_is_told_row_by_row():
    columns = (Column("Item", 1), Column("What is asked", 5), Column("Answer", 2))
    table = Table(
        "Items", columns, ((cell("A-1"), cell("long " * 20), cell("")), (cell("A-2"), cell("short"), cell("x")))
    )
    assert text(Page((table,))) == (
        f"A-1\n    what is asked: {'long ' * 19}long\nA-2\n    what is asked: short\n    answer: x\n"
    )


def test_many_entries_are_folded_away_in_markdown():
    few = Entries("changes", (Entry(phrases("one")),) * FOLDED)
    many = Entries("changes", (*few.entries, Entry(phrases("one more"))))
    assert "<details>" not in markdown(Page((few,)))
    assert "<details><summary>changes: 21</summary>\n\n- one\n" in markdown(Page((many,)))


@pytest.mark.parametrize("words", ["- x", "+ x", "= x", "1. x", "12) x", "    x", ": x", "---", "==="])
def test_a_line_begins_nothing_but_a_paragraph(words):
    tokens = MarkdownIt().parse(markdown(Page((Prose(phrases("before")), Prose(phrases(words))))))
    assert [token.type for token in tokens if token.nesting == 1] == ["paragraph_open"] * 2


def elements(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a web page with the names of their attributes."""
    found: list[tuple[str, tuple[str, ...]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.append((tag, tuple(name for name, _ in attrs)))

        def handle_endtag(self, tag):
            found.append((f"/{tag}", ()))

    Reader().feed(page)
    return found


def harmless(words: str) -> None:
    """Whatever the words, each writer draws the same elements as for the plainest."""
    page, plain = every_block(words), every_block("Words")
    content, plainly = Content(lambda _: page), Content(lambda _: plain)
    said = text(page)
    assert all(c.isprintable() or c == "\n" for c in said)
    assert said.count("\n") in (TEXT.count("\n"), TEXT.count("\n") + 2)  # a wide table is told row by row
    marked, wanted = (MarkdownIt("gfm-like", {"linkify": False}).parse(markdown(each)) for each in (page, plain))
    assert [token.type for token in marked if not token.hidden] == [token.type for token in wanted if not token.hidden]
    kinds = [{child.type for token in tokens for child in token.children or ()} for tokens in (marked, wanted)]
    assert kinds[0] - {"text_special"} <= kinds[1]
    assert not re.search(r"[@](?=\w)|(?<!&)#(?=\d)", markdown(page))
    assert elements(written(content, "html", LOOK).decode()) == elements(written(plainly, "html", LOOK).decode())
    trees = [part(written(each, "docx", LOOK), "word/document.xml") for each in (content, plainly)]
    assert [node.tag for node in trees[0].iter()] == [node.tag for node in trees[1].iter()]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_do_nothing_in_any_writer(words):
    harmless(words)


SIGNS = st.text(st.sampled_from("<>&|@#[]()!`*_~$\\{}%=-+.1a \n\x1b\x9b\u202e\ud800\"'"), min_size=1, max_size=25)


@settings(max_examples=12, deadline=None)
@given(SIGNS)
def test_no_words_do_anything_in_any_writer(words):
    harmless(f"a{words}z")


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(SIGNS)
def test_nor_do_any_of_many_more(words):
    harmless(f"a{words}z")


def test_words_that_no_xml_can_hold_are_shown_by_their_number():
    made = written(Content(lambda _: every_block("a\x00b\x1bc")), "docx", LOOK)
    assert "a\\u0000b\\u001bc" in etree.tostring(part(made, "word/document.xml"), encoding="unicode")


def test_data_stands_before_the_page():
    content = Content(lambda _: Page((Prose(phrases("a page")),)), {"json": lambda: "{}\n"})
    assert written(content, "json", Look()) == b"{}\n"
    assert written(content, "text", Look()) == b"a page\n"


def test_every_ending_has_its_writer_or_is_data():
    assert set(ENDINGS.values()) == {*WRITERS, "json", "sarif"}


def test_reports_are_imported_without_the_libraries_of_word():
    code = "import sys, section75.reports.writers, section75.reports.findings, section75.reports.departures\n"
    code += "print(sorted({'lxml', 'docxtpl', 'jinja2', 'xlsxwriter'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert said == "[]\n"


def test_marks_show_where_they_begin_and_end():
    run = (Phrase("every"), Phrase(" month", mark=Mark.REMOVED), Phrase(" quarter", mark=Mark.ADDED), Phrase(" of"))
    page = Page((Heading("Words"), Prose(run)))
    assert text(page).splitlines()[-1] == "every [-month-] {+quarter+} of"
    assert markdown(page).splitlines()[-1] == "every <del>month</del> <ins>quarter</ins> of"
