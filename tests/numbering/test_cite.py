"""The words of a reference: as many as are needed from where it stands."""

from __future__ import annotations

import pytest

from section75.numbering import number
from tests.support.agreements import loaded


@pytest.mark.parametrize(
    ("target", "at", "words"),
    [
        ("oversight", "", "clause 2"),
        ("board-meets", "board-duty", "clause 2.1(a)"),
        ("board-meetings", "", "paragraph 1 of Part A of Schedule 1"),
        ("board-seats", "board-meetings", "paragraph 1.1"),
        ("board-meetings", "appeals", "paragraph 1 of Part A"),
        ("tor-purpose", "appeals", "paragraph 1 of Appendix 1"),
        ("money", "appeals", "paragraph 1 of Schedule 3"),
        ("board-part", "", "Part A of Schedule 1"),
        ("governance", "appeals", "Schedule 1"),
        ("recital-power", "", "recital (A)"),
        ("def-agreement", "", "the definition of \u201cAgreement\u201d"),
        ("adults-reviewed", "", "row 1 of Table 1 of Schedule 2"),
        ("adults-reviewed", "measured", "row 1 of Table 1"),
        ("posts", "", "Table 3 of Schedule 3"),
        ("seat-deputy", "", "row 2 of Table 2 of Schedule 1"),
        ("trust", "", "the Trust"),
    ],
)
def test_a_reference_says_as_much_as_is_needed_from_where_it_stands(target, at, words):
    pieces = number(loaded().required()).cite(target, at)
    assert "".join(p if isinstance(p, str) else p.shown for p in pieces) == words
