"""Characters that no agreement may hold: as they stand, and written as escapes."""

from __future__ import annotations

import re
import unicodedata

import pytest

from section75.load.characters import unwanted
from section75.load.reader import read_source
from section75.tree import MemoryTree
from tests.support.agreements import base_files, codes, judged

UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u180b\u180e\u200b\u200d\u2028\u2060\u3164\ufe0f\uffa0\ufff9\x85\x00\x07\x7f"
    "\U000e0041\U000e0100\U0001d173"
)
MEANINGLESS = "\ufffc\ufffd\ue075\uf0b7\ufdd0\uffff\U0010ffff\U000f0000"
TURNING = "\u202e\u2066\u200f\u061c"
SEEN = "\u00a0\u00e9\u2019\u2713\u4e2d\U0001f600\u0301\u202f"
EVERY = [(c, "control-character") for c in UNSEEN] + [(c, "garbled-text") for c in MEANINGLESS]
EVERY += [(c, "hidden-character") for c in TURNING]


def found(text: str) -> list[str]:
    return [finding.code for finding in read_source("a.yaml", "a.yaml", text.encode())[1]]


def escape(character: str) -> str:
    return f"\\U{ord(character):08x}"


@pytest.mark.parametrize(("character", "code"), EVERY, ids=lambda v: v if len(v) > 1 else f"{ord(v):04X}")
def test_a_character_is_refused_as_it_stands(character, code):
    assert found(f"a: some{character} words\n") == [code]
    assert found(f'"k{character}": words\n') == [code]


@pytest.mark.parametrize(("character", "code"), EVERY, ids=lambda v: v if len(v) > 1 else f"{ord(v):04X}")
def test_a_character_is_refused_as_an_escape_in_values_and_names(character, code):
    assert found(f'a: "some{escape(character)} words"\n') == [code]
    assert found(f'"k{escape(character)}": words\n') == [code]


@pytest.mark.parametrize("character", SEEN)
def test_whatever_is_seen_is_kept(character):
    assert found(f"a: x{character}\n") == []
    assert found(f'a: "x{escape(character)}"\n') == []


@pytest.mark.parametrize("name", "0abtvfreNLP")
def test_escapes_with_a_name_are_judged_too(name):
    assert found(f'a: "x\\{name}y"\n')


@pytest.mark.parametrize("written", [r"x\ny", r"x\\ay", r"x\\u202e", r"x\"y", r"x\/y", r"x\_y"])
def test_other_escapes_stand(written):
    assert found(f'a: "{written}"\n') == []


def test_an_escape_is_placed_where_it_stands():
    _, findings = read_source("a.yaml", "a.yaml", b'a: 1\nb: "one\\\\ two \\u202e"\n')
    assert [(f.place.line, f.place.column) for f in findings] == [(2, 15)]


def test_every_character_of_a_refused_kind_is_refused():
    kinds = {"Cc", "Cf", "Co", "Cn", "Zl", "Zp"}
    every = (chr(n) for n in range(0x20000) if not 0xD800 <= n < 0xE000)
    missed = [c for c in every if unicodedata.category(c) in kinds and c not in "\n\r" and not unwanted(f"x{c}")]
    assert missed == []


def test_the_second_half_of_an_emoji_is_no_unseen_character():
    assert unwanted("\u2714\ufe0f") == ""
    assert unwanted("\u00a35\ufe0f")


@pytest.mark.parametrize(
    "meant", ["\u00a3", "\u2019", "\u2018", "\u201c", "\u201d", "\u2013", "\u2014", "\u2026", "\u2022", "\u00a0", "\u00e9",
              "\u00bd", "\u20ac", "\u2122"]
)  # fmt: skip
def test_words_read_in_the_wrong_code_page_name_the_likely_character(meant):
    raw = meant.encode().decode("cp1252", "surrogateescape")
    raw = re.sub("[\udc80-\udcff]", lambda match: chr(ord(match.group()) - 0xDC00), raw)
    _, findings = read_source("a.yaml", "a.yaml", f"a: The sum {raw}5\n".encode())
    told = [finding for finding in findings if finding.code == "garbled-text"]
    assert told
    assert ("a no-break space" if meant == "\u00a0" else meant) in told[0].hints[0]


@pytest.mark.parametrize("words", ["\u00c2ngela", "S\u00c3O Paulo", "\u00c3", "caf\u00c9\u00bb", "na\u00efve \u00e2ge"])
def test_letters_with_accents_are_not_taken_for_it(words):
    assert found(f"a: {words}\n") == []


def test_a_title_with_the_mark_that_templates_are_split_at_is_a_finding():
    files = base_files()
    files["agreement.yaml"] = re.sub(
        r"(?m)^title: .*$", r'title: "\\ue075agreement\\ue075"', str(files["agreement.yaml"])
    )
    assert codes(MemoryTree(files)) == ["garbled-text", "garbled-text"]
    assert judged(MemoryTree(files)).has_errors
