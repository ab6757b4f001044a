"""What a reader of a diff is told: where, what became of it, the words, and how sure the pairing is."""

from __future__ import annotations

import json
from dataclasses import replace

from section75.compare.departures import departures
from section75.compare.extent import extents
from section75.reports.departures import as_json, as_text, departures_report
from section75.reports.writers import Look, written
from tests.support.blocks import clause
from tests.support.drawing import compared

OLD = clause("1.1", "The partners meet in public every month of the year.", identity="was")
NEW = clause("1.1", "The partners meet in public every quarter of the year.", identity="now")


def found(old, new):
    names = {"was": "clause 1.1", "now": "clause 1.1"}
    return departures(compared((old,), (new,)), names, names)


def as_markdown(found):
    return written(departures_report(found), "markdown", Look()).decode()


def test_a_pair_by_likeness_is_said_to_be_one():
    head, words, *_ = as_text(found(OLD, NEW)).splitlines()
    assert head == "Clause 1.1  edited, paired by likeness (82%)  [date or period]  #now"
    assert words == "    The partners meet in public every [-month-] {+quarter+} of the year."
    assert json.loads(as_json(found(OLD, NEW)))["changes"][0]["likeness"] == 0.82


def test_a_pair_by_id_says_nothing_of_likeness():
    assert "likeness" not in as_text(found(OLD, replace(NEW, id="was")))


def test_what_went_and_what_came_in_colour_and_in_markdown():
    said = as_text(found(OLD, NEW), colour=True)
    assert "every \x1b[1;31mmonth\x1b[0m \x1b[32mquarter\x1b[0m of" in said
    assert "every <del>month</del> <ins>quarter</ins> of" in as_markdown(found(OLD, NEW))


def test_hostile_words_do_nothing():
    hostile = clause("1.1", "The partners meet in public \x1b[2J <b> | every month of the year.", identity="was")
    assert "\x1b" not in as_text(found(OLD, hostile))
    assert "\\u001b[2J <b> |" in as_text(found(OLD, hostile))
    assert "<ins>\\u001b\\[2J &lt;b&gt; &#124;</ins>" in as_markdown(found(OLD, hostile))


def test_how_much_is_the_same_stands_at_the_end():
    comparison = compared((OLD,), (replace(NEW, id="was"),))
    text = as_text(found(OLD, replace(NEW, id="was")), extents=extents(comparison))
    assert text.splitlines()[-1] == "1 change: 1 date or period"
    assert "0 of 1 the same" in text
