"""Quotation marks and apostrophes print curly everywhere, whatever stands beside them."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass

import pytest

from section75.compose import compose
from section75.document import Control, Paragraph, words_of
from section75.render.html import write_html
from section75.tree import MemoryTree
from tests.support.agreements import base_files, loaded

SAID = "It shall keep a record."


def composed(**files: str):
    tree = MemoryTree({**base_files(), **files})
    return compose(loaded(tree).required())


def said(words: str) -> str:
    text = str(base_files()["agreement.yaml"])
    assert SAID in text
    document = composed(**{"agreement.yaml": text.replace(SAID, '"' + words.replace('"', '\\"') + '"')})
    found = [block for block in document.blocks if isinstance(block, Paragraph) and "Xx" in words_of(block.runs)]
    return words_of(found[0].runs)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Xx each **Party**'s duty", "Xx each Party\u2019s duty"),
        ('Xx the "**Fund**" is', "Xx the \u201cFund\u201d is"),
        ('Xx the "*Fund*" and the **"Fund"**', "Xx the \u201cFund\u201d and the \u201cFund\u201d"),
        ('Xx "{{ parties.trust.label }}"', "Xx \u201cthe Trust\u201d"),
        ("Xx {{ parties.trust.label }}'s", "Xx the Trust\u2019s"),
        ('Xx "[the words](#governance)"', "Xx \u201cthe words (Schedule 1)\u201d"),
        ("Xx since the '90s", "Xx since the \u201990s"),
        ('"Xx" stands first', "\u201cXx\u201d stands first"),
    ],
)
def test_a_mark_is_judged_in_its_whole_paragraph(typed, printed):
    assert said(typed) == printed


def test_the_number_of_a_reference_stands_between_its_marks():
    assert re.fullmatch(r"Xx \u201c\S+ \S+\u201d and .*\u2019s", said('Xx "[](#governance)" and [](#governance)\'s'))


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("path", "id", "target", "origin", "field", "schedule"):
                yield from strings(getattr(value, field.name))


def quoted(text: str) -> str:
    """A file with a mark in every name, title, term and label of it."""
    text = re.sub(
        r"(?m)\b(name|address|label|title|term|role|heading): ([^,{}\n\"'|>]+)", r'''\1: "St O'Hara's \2"''', text
    )
    return re.sub(r"attested_by: \[([^\]]+)\]", r"""attested_by: ["St O'Hara's officer"]""", text)


def test_no_straight_mark_is_left_in_any_part_of_a_print():
    document = composed(**{path: quoted(str(text)) for path, text in base_files().items() if path != "risks.yaml"})
    whole = list(strings(document.front)) + list(strings(document.blocks))
    assert sum("\u2019" in words for words in whole) > 15
    assert [words for words in whole if "'" in words or '"' in words] == []
    assert "O\u2019Hara" in document.front.title
    assert all("O\u2019Hara" in party for party in document.front.parties)
    assert "O&#39;Hara" not in write_html(document)


def test_the_control_sheet_has_the_same_marks():
    control = Control(
        (("1.0", "1 May 2018", "Council's officer", '"First"'),), "d", outstanding=(("a.yaml:1:1", 'no "x"'),)
    )
    made = compose(loaded().required(), control).control
    assert made is not None
    assert made.versions == (("1.0", "1 May 2018", "Council\u2019s officer", "\u201cFirst\u201d"),)
    assert made.outstanding == (("a.yaml:1:1", "no \u201cx\u201d"),)
