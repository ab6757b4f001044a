"""What each block is on the web page, a row for each."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from section75.compare.departures import departures
from section75.document import Style, Text
from section75.render.html import write_html
from section75.reports.departures import departures_report
from section75.reports.writers import Look, written
from tests.support.blocks import bold, cell, clause, heading, italic, line, money, ref, row, signing
from tests.support.drawing import compared, document


def page(*blocks) -> str:
    return write_html(document(*blocks))


ROWS = [
    (clause("1.1", bold("must")), '<span class="t"><strong>must</strong></span>'),
    (clause("1.1", italic("ever")), '<span class="t"><em>ever</em></span>'),
    (clause("1.1", Text("both", bold=True, italic=True)), "<strong><em>both</em></strong>"),
    (clause("1.1", "A & B <i> \"c\" 'd'"), "A &amp; B &lt;i&gt; &quot;c&quot; &#39;d&#39;"),
    (clause("1.1", bold("<b>")), "<strong>&lt;b&gt;</strong>"),
    (clause("1.1", "x", identity="duty"), '<p id="duty" class="clause l1"><span class="n">1.1</span> <span class="t">x</span></p>'),
    (clause("1.1", ref("duty", "clause ", "2.1")), '<a href="#duty">clause 2.1</a>'),
    (clause("1.1", ref("duty", "clause ", "2.1", bold=True)), '<strong><a href="#duty">clause 2.1</a></strong>'),
    (heading("1", "Board", identity="board"), '<h3 id="board" class="clause-heading"><span class="n">1</span> <span class="t">Board</span></h3>'),
    (line(Style.SCHEDULE_HEADING, "Money", identity="m", shown="Schedule 1"), '<h2 id="m" class="schedule-heading">'),
    (line(Style.DEFINITION, bold("Board"), " means"), '<p class="definition l0"><span class="t"><strong>Board</strong> means'),
    (money(caption="A & B"), "<caption>Table 1: A &amp; B</caption>"),
    (money(), '<thead><tr><th scope="col">No.</th><th scope="col">Party</th><th scope="col" class="numeric">Pounds</th></tr></thead>'),
    (money(row("1", "A", "5", identity="a")), '<tr id="a"><th scope="row">1</th><td><p>A</p></td><td class="numeric"><p>5</p></td></tr>'),
    (money(row("", "Total", "5", total=True)), '<tr class="total"><td></td><td><p>Total</p></td>'),
    (money(row("1", cell(("Note", "x")), "5")), '<p><span class="label">Note:</span> x</p>'),
    (signing("signs", "Council", " by:", "First officer"), "<p>Signed on behalf of <strong>Council</strong> by:</p>"),
    (signing("signs", "Council", " by:", "First <i>"), '<p class="signed">First &lt;i&gt;<span class="by-hand">Name:</span>'),
]  # fmt: skip


@pytest.mark.parametrize(("block", "wanted"), ROWS)
def test_a_block_is_written_so(block, wanted):
    assert wanted in page(block)


def test_a_table_stands_in_a_named_region_that_a_keyboard_can_scroll():
    region = '<div class="wide" role="region" aria-label="Table 1 of : what each party pays" tabindex="0" id="money">'
    assert region in page(money())


class Balance(HTMLParser):
    """Whether every element that is opened is closed, in order."""

    VOID = ("meta", "br", "img", "link")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_every_element_is_closed():
    assert Balance(page(*(block for block, _ in ROWS))).open == []


OLD = (clause("1.1", "The partners meet in public every month of the year.", identity="was"),)
NEW = (clause("1.1", "The partners meet in public every quarter <b> of the year.", identity="now"),)


def comparison(old, new) -> str:
    found = compared(old, new)
    names = ({"was": "clause 1.1"}, {"now": "clause 1.1"})
    return written(departures_report(departures(found, *names)), "html", Look()).decode()


def test_a_comparison_says_what_went_and_what_came_to_a_screen_reader_too():
    made = comparison(OLD, NEW)
    assert '<del><span class="sr">removed: </span> month</del>' in made
    assert '<ins><span class="sr">added: </span> quarter &lt;b&gt;</ins>' in made
    assert Balance(made).open == []


def test_a_comparison_says_that_a_clause_was_paired_by_likeness():
    assert "edited, paired by likeness (" in comparison(OLD, NEW)
    assert "likeness" not in comparison(OLD, OLD)
