"""The canonical form: one form for the same data, comments kept, nothing that prints changed."""

from __future__ import annotations

import os
import re
from difflib import unified_diff
from random import Random

import pytest

from section75.errors import Section75Error
from section75.load.form import in_form
from section75.load.proved import spliced
from section75.load.reader import read_source
from section75.load.sentences import lined, sentences
from section75.load.source import SourceFile
from section75.outline.changes import FieldSet
from section75.outline.plain import same
from section75.outline.units import outline
from section75.project.formatting import formed
from tests.support.printing import ROOT
from tests.support.random_edits import Writer, data

MANY = int(os.environ.get("S75_RANDOM_EDITS", "0")) * 2 // 5 or 300
COMMENT = re.compile(r"# (?:above|beside|below) [a-z0-9-]+")
WORD = re.compile(r"(?<=[a-z,] )[a-z]{4,}(?= [a-z])")
LONGEST_ROW = 112
"""Characters of a row in braces that a few more do not bring over the width."""


def read(text: str, kind: str = "") -> SourceFile:
    source, found = read_source("x.yaml", "x.yaml", text.encode())
    assert not found, (found, text)
    source.kind = kind
    return source


@pytest.fixture(scope="module")
def files():
    return formed([], ROOT)


def test_every_file_of_the_project_is_in_the_form(files):
    assert [each.path for each in files if each.is_changed or each.refused] == []
    assert len(files) > 300


def test_a_random_file_comes_out_the_same_twice_and_says_the_same():
    for seed in range(MANY):
        random = Random(seed)
        text = Writer(random, random.choice([0, 0.3, 0.8])).file(data(random))
        text = text.replace("\n", "\r\n") if random.random() < 0.1 else text
        try:
            made = in_form(read(text), "agreement")
        except Section75Error as error:
            assert "comment" in str(error), (seed, error)
            continue
        assert in_form(read(made), "agreement") == made, seed
        assert (
            same(read(made).data, read(text).data) or outline(read(made).data).keys() == outline(read(text).data).keys()
        )
        assert sorted(COMMENT.findall(made)) == sorted(COMMENT.findall(text)), seed
        assert ("\r\n" in text) == ("\r\n" in made)


def test_a_word_edited_changes_one_line(files):
    random = Random(7)
    tried = 0
    for each in files:
        text = each.now.decode()
        kind = re.search(r"schema/([a-z-]+)\.json", text)
        words = [match for match in WORD.finditer(text) if _is_short(text, match.start())]
        if not kind or not words:
            continue
        for match in random.sample(words, min(8, len(words))):
            edited = f"{text[: match.start()]}wholly{text[match.end() :]}"
            made = in_form(read(edited), kind[1])
            lines = list(unified_diff(text.splitlines(), made.splitlines(), lineterm="", n=0))[2:]
            assert [line[0] for line in lines if line[0] != "@"] == ["-", "+"], (each.path, lines)
            tried += 1
    assert tried > 1500


def _is_short(text: str, at: int) -> bool:
    """Whether a place stands in no row that a longer word would bring over the width."""
    line = text[text.rfind("\n", 0, at) + 1 : text.find("\n", at)]
    return "#" not in line and ("{" not in line or "[](" in line or len(line) < LONGEST_ROW)


BEFORE = """# schema
id: board
format: 1
kind: general
title:   "Board"
lead_officer: 'Director'
clauses:
- {id: board-meets, text: "It meets. It decides by agreement.", heading: Meetings, answers: [A-1]} # beside


# above the second
- id: board-notes
  text: |
    One line
    wrapped by hand. And a second sentence, e.g. this one, under No. 2 of it.

    A new paragraph.
  # a last remark
tables:
- id: board-table
  title: Seats
  columns: [{id: seat-role, heading: Role}, {id: seat-count, heading: "Seats", unit: count}]
  rows:
  - id: row-one
    cells: [Chair, 1]
"""
AFTER = """# schema
format: 1
id: board
kind: general
title: Board
lead_officer: 'Director'
clauses:
  - id: board-meets # beside
    heading: Meetings
    text: |
      It meets.
      It decides by agreement.
    answers: [A-1]

  # above the second
  - id: board-notes
    text: |
      One line wrapped by hand.
      And a second sentence, e.g. this one, under No. 2 of it.

      A new paragraph.
    # a last remark
tables:
  - id: board-table
    title: Seats
    columns:
      - {id: seat-role, heading: Role}
      - {id: seat-count, heading: Seats, unit: count}
    rows:
      - {id: row-one, cells: [Chair, 1]}
"""


def test_the_form_is_as_the_page_shows_it():
    assert in_form(read(BEFORE), "general") == AFTER
    assert in_form(read(AFTER), "general") == AFTER


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Board meets. It decides.", ["The Board meets.", "It decides."]),
        ("Under No. 2 of it. Then more.", ["Under No. 2 of it.", "Then more."]),
        ("See e.g. Annex A. Then more.", ["See e.g. Annex A.", "Then more."]),
        ("One (see below.) Two.", ["One (see below.)", "Two."]),
        ("Ask: who? When? Where!", ["Ask: who?", "When?", "Where!"]),
        ("Under the Act, s. 75 applies.", ["Under the Act, s. 75 applies."]),
        ("It is 3.5 per cent. £5 is due.", ["It is 3.5 per cent.", "£5 is due."]),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(words, expected):
    assert sentences(words) == expected


@pytest.mark.parametrize(
    "words", ["Done. - not a list", "Look. # no heading", "See. 1. not a list", "So.  Two spaces."]
)
def test_words_that_would_say_something_else_stay_as_they_are(words):
    lines = lined(words)
    assert lines is None or "\n".join(lines) == words or " ".join(lines) == words


def test_a_file_in_the_form_stays_in_it_when_it_is_edited():
    after = spliced(read(AFTER, "general"), [FieldSet("board-notes", ("text",), "One. Two.")]).decode()
    assert "    text: |\n      One.\n      Two.\n" in after
    assert in_form(read(after), "general") == after
    assert spliced(read(BEFORE, "general"), [FieldSet("", ("title",), "Body")]).decode() == BEFORE.replace(
        'Board"', 'Body"'
    )


@pytest.mark.parametrize("text", ["{a: 1}\n", "- 1\n"])
def test_what_is_no_file_of_ours_is_refused(text):
    with pytest.raises(Section75Error, match="does not begin"):
        in_form(read(text), "agreement")
