"""A comment behind words on their line may be words that were meant to print."""

from __future__ import annotations

import pytest

from tests.support.agreements import changed, codes, judged, overlaid

SAID = "text: It shall keep a record."

CELLS = """\
tables:
  - id: t-a
    title: Costs
    columns: [{id: co-a, heading: A}]
    rows:
      - id: r-a
        cells:
          - Room #2
"""


def told(written: str) -> list[str]:
    text = f"clauses:\n  - id: c-first\n    heading: First\n    clauses:\n      - id: c-second\n        {written}\n"
    return [c for c in codes(overlaid("agreement.yaml", text)) if c in ("comment-in-words", "yaml-syntax")]


@pytest.mark.parametrize(
    "written",
    [
        "text: The fee in note #2 applies to all.",
        "text: The fee\n          in note #2 applies to all.",
        "text: The fee in note # 2 applies.",
        "text: It applies. #2 is not meant.",
        "text: The fee  #2",
        "heading: Fund #2",
    ],
)
def test_words_behind_a_sign_are_missed(written):
    assert told(written) == ["comment-in-words"]


@pytest.mark.parametrize(
    "written",
    [
        'text: "The fee in note #2 applies."',
        "text: 'The fee in note #2 applies.'",
        'text: "The fee applies." #2',
        "text: The fee applies. # we would give this up for 2%",
        "text: The fee applies  # not settled",
        "text: The fee applies\n        # a line of its own",
        "text: |\n          The fee in note #2 applies.",
        "text: The fee in note#2 applies.",
        "table: definitions # not words",
    ],
)
def test_remarks_and_quoted_words_are_no_finding(written):
    assert told(written) == []


@pytest.mark.parametrize(
    ("path", "block"),
    [
        ("agreement.yaml", "title: Fund #2\n"),
        ("agreement.yaml", "notes: Ask about #2\n"),
        ("schedules/governance.yaml", "tables:\n  - id: t-a\n    title: Costs of #2\n    columns: []\n    rows: []\n"),
        ("schedules/governance.yaml", CELLS),
        ("risks.yaml", "title: Risks of fund #2\n"),
    ],
)
def test_every_field_of_words_is_looked_at(path, block):
    assert "comment-in-words" in codes(overlaid(path, block))


def test_ids_paths_and_numbers_may_have_a_remark():
    text = "schedules:\n  - schedules/governance.yaml # first\n"
    assert "comment-in-words" not in codes(overlaid("agreement.yaml", text))


def test_it_is_placed_at_the_sign():
    tree = changed("agreement.yaml", "heading: ", "heading: Fund #2 or ")
    finding = next(f for f in judged(tree).findings if f.code == "comment-in-words")
    line = str(tree.files["agreement.yaml"]).splitlines()[finding.place.line - 1]
    assert line[finding.place.column - 1 :].startswith("#2 or")
