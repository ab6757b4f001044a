"""The Word file: valid, the same bytes again, live references, hostile text as text, templates that may be restyled."""

from __future__ import annotations

import re

import pytest
from ooxml_integrity import ERROR, check

from section75.errors import TemplateError
from section75.render.package import write_parts
from section75.render.word.names import LONGEST, NEEDED, bookmark
from section75.tree import MemoryTree
from tests.support.agreements import base_files, changed, loaded
from tests.support.ooxml import W, faults, part, parts, word_schema, words
from tests.support.printing import TEMPLATE, word
from tests.support.programs import shared_schemas

HOSTILE = "{{ 7*7 }} <w:p> & \"quoted\" 'single' \U0001f600 =cmd() <script>alert(1)</script>"


def retemplated(name: str, old: bytes, new: bytes) -> bytes:
    found = parts(TEMPLATE)
    assert old in found[name]
    return write_parts({**found, name: found[name].replace(old, new)})


def test_every_part_is_valid_by_the_schemas():
    assert faults(word(loaded()), word_schema(shared_schemas())) == []


def test_the_package_holds_together(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(word(loaded()))
    assert [finding for finding in check(path) if finding.severity == ERROR] == []


def test_the_same_input_gives_the_same_bytes():
    assert word(loaded()) == word(loaded())


def test_a_reference_is_a_field_that_names_the_bookmark_of_its_target():
    body = part(word(loaded()), "word/document.xml")
    instructions = {i.text.strip() for i in body.iter(f"{W}instrText")}
    assert f"REF {bookmark('board-meetings')} \\w \\h" in instructions
    assert f"REF {bookmark('governance')} \\n \\h" in instructions
    marks = {b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")}
    assert {i.split()[1] for i in instructions if i.startswith(("REF", "PAGEREF"))} <= marks


def test_bookmarks_are_hidden_short_and_given_once():
    body = part(word(loaded()), "word/document.xml")
    names = [b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    assert all(name.startswith("_") and len(name) <= LONGEST for name in names)


def test_paragraphs_of_each_part_start_again_at_one():
    numbering = part(word(loaded()), "word/numbering.xml")
    starts = [o.get(f"{W}val") for o in numbering.iter(f"{W}startOverride")]
    # Two Parts, one appendix and two schedules of the small agreement have paragraphs.
    assert starts == ["1"] * 5


def test_text_from_anyone_is_data():
    tree = changed(
        "agreement.yaml", "It shall keep a record.", '"' + HOSTILE.replace("{{", "\\\\{{").replace('"', '\\"') + '"'
    )
    printed = word(loaded(tree))
    assert any(
        "{{ 7*7 }} <w:p> & \u201cquoted\u201d \u2018single\u2019 \U0001f600 =cmd() <script>" in p
        for p in words(printed)
    )


def test_a_party_named_with_an_ampersand_keeps_it_on_the_front_sheet():
    tree = changed("agreement.yaml", "name: Newtown Borough Council", 'name: "Newtown & District {{ x }} Council"')
    assert "(1) Newtown & District {{ x }} Council" in words(word(loaded(tree)))


def test_a_draft_bears_its_watermark_in_every_header():
    found = parts(word(loaded()))
    headers = [raw for name, raw in found.items() if name.startswith("word/header")]
    assert len(headers) == 2
    assert all(b'string="DRAFT"' in raw for raw in headers)


def test_an_illustrative_agreement_says_so_in_every_header():
    tree = changed("agreement.yaml", 'version: "0.1"\nparties', 'version: "0.1"\nillustrative: true\nparties')
    found = parts(word(loaded(tree), circulate=True, carry_source=False))
    assert all(b"ILLUSTRATIVE" in raw for name, raw in found.items() if name.startswith("word/header"))


def test_circulation_leaves_the_control_sheet_out():
    assert "Document control" in words(word(loaded()))
    assert "Document control" not in words(word(loaded(), circulate=True))


def test_the_source_inside_holds_what_prints_and_no_notes():
    tree = changed("schedules/finance.yaml", "title: Finance\n", "title: Finance\nnotes: our fallback position\n")
    carried = parts(word(loaded(tree)))["customXml/item75.xml"].decode()
    assert "Each party bears its own" in carried
    assert "fallback" not in carried
    assert "customXml/item75.xml" not in parts(word(loaded(tree), carry_source=False))


def test_a_restyled_template_gives_its_own_look():
    restyled = retemplated("word/styles.xml", b"1F3864", b"7030A0")
    printed = parts(word(loaded(), restyled))
    assert b"7030A0" in printed["word/styles.xml"]
    assert words(word(loaded(), restyled)) == words(word(loaded()))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"{{ subtitle }}", b"{{ subtittle }}", "subtittle"),
        (b"{{ subtitle }}", b"{{ subtitle ", "not closed"),
        (b"{{ subtitle }}", b"{{ title.__class__.__mro__[1].__subclasses__() }}", "reaches for more"),
        (b"{{ agreement }}", b"the agreement", "no paragraph that holds"),
        (b"{{ subtitle }}", b"{{ agreement }}", "more than one paragraph"),
    ],
)
def test_a_broken_tag_is_told_plainly(old, new, said):
    with pytest.raises(TemplateError) as caught:
        word(loaded(), retemplated("word/document.xml", old, new))
    assert re.search(said, str(caught.value))
    assert caught.value.hint


def test_a_template_without_a_style_names_it():
    with pytest.raises(TemplateError, match="Clause 2"):
        word(loaded(), retemplated("word/styles.xml", b'w:val="Clause 2"', b'w:val="Clause two"'))


@pytest.mark.parametrize("raw", [b"", b"no zip at all", b"PK\x03\x04 broken"])
def test_a_template_that_is_no_word_file_is_refused(raw):
    with pytest.raises(TemplateError, match="not a Word document"):
        word(loaded(), raw)


def test_a_zip_bomb_is_refused_unopened():
    bomb = write_parts({**parts(TEMPLATE), "word/media/big.bin": b"\0" * 60_000_000})
    assert len(bomb) < 200_000
    with pytest.raises(TemplateError, match="far more than a document"):
        word(loaded(), bomb)


def test_an_external_entity_in_a_template_is_never_read():
    evil = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    found = parts(TEMPLATE)
    styles = re.sub(rb"^<\?xml[^>]*\?>", evil, found["word/styles.xml"])
    with pytest.raises(TemplateError):
        word(loaded(), write_parts({**found, "word/styles.xml": styles}))


def test_the_template_has_every_style_by_name():
    styles = part(TEMPLATE, "word/styles.xml")
    names = {n.get(f"{W}val").lower() for n in styles.iter(f"{W}name")}
    assert {name.lower() for name in NEEDED} <= names


def test_a_byte_order_mark_and_windows_line_ends_read_the_same():
    files = base_files()
    windows = {path: b"\xef\xbb\xbf" + str(text).replace("\n", "\r\n").encode() for path, text in files.items()}
    assert words(word(loaded(MemoryTree(windows)))) == words(word(loaded()))


def test_a_long_list_name_still_fits_a_bookmark():
    name = bookmark("information-sharing-and-data-flows.agreements")
    assert len(name) == LONGEST
    assert name != bookmark("information-sharing-and-data-flows.agreement")
