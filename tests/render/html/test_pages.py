"""Any page as a web page: each block as elements, links that lead somewhere, and WCAG 2.2 AA by axe-core."""

from __future__ import annotations

import re

import pytest

from section75.cli import run
from section75.page import Column, Entries, Entry, Mark, Page, Phrase, Prose, Table, Tone, cell, phrases
from section75.render.html.pages import write_html_page
from tests.support.browser import audited
from tests.support.every_block import every_block
from tests.support.printing import ROOT

MADE = write_html_page(every_block())
PARTS = [
    '<p class="notice">Illustrative:',
    "<h1>A report on Words</h1>\n",
    '<p class="subtitle">As Words stands</p>',
    '<a class="skip" href="#page.main">Skip to the report</a>',
    '<main id="page.main" tabindex="-1">',
    '<p><strong>Words</strong> <em>Words</em> <span class="good">good Words. </span>',
    '<nav aria-label="Parts of Words">\n<ul>\n<li><a href="#told">To Words</a></li>\n',
    '<h2 id="told">What is told of Words</h2>\n',
    '<ul class="entries">\n<li>Words<ul>\n<li>Words</li>\n<li>hint: Words</li>\n</ul>\n</li>\n<li>alone</li>\n</ul>\n',
    '<section id="change.1" tabindex="-1" aria-labelledby="change.1.name">\n<h3 id="change.1.name">Words</h3>\n',
    '<p class="steps"><a href="#change.2">Next<span class="sr">: two</span></a></p>\n',
    '<p class="steps"><a href="#change.1">Previous<span class="sr">: Words</span></a></p>\n',
    "<h3>Words</h3>\n<dl>\n<dt>Words</dt><dd>Words</dd>\n<dt>A longer name</dt><dd>said</dd>\n</dl>\n",
    "<ul>\n<li>Words</li>\n<li>another</li>\n</ul>\n",
    (
        '<div class="wide" role="region" aria-label="Paid by Words" tabindex="0">\n<table class="cards"><thead><tr>'
        '<th scope="col" class="said">Item</th><th scope="col" class="said">Was</th><th scope="col" class="numeric">Pounds</th>'
    ),
    (
        '<tr><th scope="row"><p>Words</p><p><a href="#told">Words</a></p></th><td class="said" data-label="Was">kept '
        '<del><span class="sr">removed: </span>Words</del><ins><span class="sr">added: </span> Words</ins></td>'
    ),
    '<tr><th scope="row">B</th><td class="said" data-label="Was"></td><td class="numeric" data-label="Pounds">10</td></tr>',
    "<p>None of Words.</p>\n",
]


@pytest.mark.parametrize("part", PARTS)
def test_a_block_is_written_so(part):
    assert part in MADE


def test_every_link_leads_somewhere_and_ids_are_given_once():
    ids = re.findall(r' id="([^"]*)"', MADE)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', MADE)) <= set(ids)


def test_headings_go_down_one_level_at_a_time():
    levels = [int(level) for level in re.findall(r"<h([1-6])", MADE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_nothing_may_run_or_be_fetched():
    assert "default-src 'none'" in MADE
    assert "http" not in MADE.replace("http-equiv", "")


def test_the_notice_stands_only_where_an_agreement_is_an_example():
    assert 'class="notice"' not in write_html_page(Page((), "Plain"))


def test_every_tone_and_mark_has_a_look_of_its_own():
    for name in (*(tone.value for tone in Tone if tone), "del", "ins"):
        assert re.search(rf"^\.?{name} {{|[ }}]\.{name} {{", MADE, re.MULTILINE), name


def test_one_entry_has_no_steps():
    assert 'class="steps"' not in write_html_page(Page((Entries("one", (Entry(phrases("a"), (), "a"),)),), "One"))


def test_a_column_without_a_heading_has_no_header_cell():
    table = Table("x", (Column("", 1), Column("Met", 1, numeric=True)), ((cell("a"), cell("1")),))
    assert '<tr><td></td><th scope="col" class="numeric">Met</th></tr>' in write_html_page(Page((table,), "x"))


def test_a_kept_phrase_has_no_mark():
    assert "<p>kept</p>" in write_html_page(Page((Prose((Phrase("kept", mark=Mark.KEPT),)),), "x"))


COMMANDS = {
    "review": (["check", "coventry-cwpt/2018", "--compare", "coventry-cwpt/2014", "--fail-on", "never", "--date", "2018-06-30"], 0),
    "changes": (["diff", "coventry-cwpt/2014", "coventry-cwpt/2018"], 1),
    "findings": (["validate", "docs/broken-draft"], 1),
    "portfolio": (["list", "--date", "2018-06-30"], 0),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", ["every-block", *COMMANDS])
def test_axe_finds_nothing_and_the_page_reflows(tmp_path, monkeypatch, name, width):
    page = MADE
    if name in COMMANDS:
        monkeypatch.chdir(ROOT)
        arguments, code = COMMANDS[name]
        assert run([*arguments, "-o", str(tmp_path / "made.html")]) == code
        page = (tmp_path / "made.html").read_text("utf-8")
    assert audited(page, tmp_path, width) == []
