"""A draft highlights blanks and whatever an open question is about, and nothing else."""

from __future__ import annotations

import pytest

from section75.compose import compose
from section75.compose.unsettled import highlighted
from section75.document import Paragraph, Reference, Table, words_of
from section75.load import load_agreement
from tests.support.agreements import overlaid


def opened(block: str, path: str = "agreement.yaml") -> list[str]:
    """The words that are highlighted."""
    agreement = load_agreement(overlaid(path, block)).required()
    found = []
    for each in highlighted(compose(agreement), agreement).blocks:
        lines = [each.runs] if isinstance(each, Paragraph) else []
        if isinstance(each, Table):
            lines = [line.runs for row in each.rows for cell in row.cells for line in cell]
        found += [words_of((run,)) for runs in lines for run in runs if not isinstance(run, Reference) and run.is_open]
    return found


def question(*places: str) -> str:
    return f'to_settle: [{{id: settle-it, places: [{", ".join(places)}], question: "What?"}}]\n'


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("term.end", ["31 March 2021"]),
        ("term", ["31 March 2021"]),
        ("parties.council.name", []),
        ("council.name", ["Newtown Borough Council"]),
        ("board-meets", ["meet quarterly under ", "; and"]),
        ("oversight.heading", ["Oversight"]),
        ("board-duty.closing", ["It shall keep a record."]),
    ],
)
def test_the_words_of_an_open_question_are_highlighted(place, words):
    assert opened(question(place)) == words


def test_nothing_is_highlighted_where_nothing_is_open():
    assert opened("") == []
    settled = 'to_settle: [{id: settle-it, places: [council], question: "What?", settled: 2018-01-01}]\n'
    assert opened(settled) == []


def test_only_the_blank_in_a_sentence_is_highlighted():
    assert opened(
        'terms_allowed: []\nrecitals: [{id: recital-power, text: "The Council pays £[   ] on [date], and more."}]\n'
    ) == ["[ ]", "[date]"]


def test_room_for_the_date_of_execution_is_no_blank():
    agreement = load_agreement(overlaid("agreement.yaml", "")).required()
    first = highlighted(compose(agreement), agreement).blocks[0]
    assert isinstance(first, Paragraph)
    assert "____" in words_of(first.runs)
    assert not any(run.is_open for run in first.runs if not isinstance(run, Reference))


def test_a_look_up_of_an_open_name_is_highlighted():
    block = question("council.name") + (
        "recitals: [{id: recital-power, text: 'Here {{ parties.council.name }} and {{ parties.trust.name }} agree.'}]\n"
    )
    assert opened(block) == ["Newtown Borough Council", "Newtown Borough Council"]
