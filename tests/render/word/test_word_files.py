"""Word files by other hands, given to be read: found whatever their parts are called, or refused in one line."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from random import Random

import pytest

from section75.errors import Section75Error
from section75.printing.carried import read_carrying
from section75.printing.verified import verified
from section75.render.package import read_parts, write_parts
from section75.render.word.source import NAMESPACE
from tests.support.agreements import loaded
from tests.support.ooxml import parts
from tests.support.printing import TEMPLATE, word

SEED = 75


@pytest.fixture(scope="module")
def print_() -> bytes:
    return word(loaded())


@pytest.fixture
def carrying(tmp_path):
    """Reads bytes as `s75 verify` reads a file, and holds them against what they carry."""

    def read(raw: bytes):
        path = tmp_path / "sent.docx"
        path.write_bytes(raw)
        found = read_carrying(path, "sent.docx")
        return found, verified(found, TEMPLATE)

    return read


def renumbered(raw: bytes) -> bytes:
    """The custom part under another name, as Word and LibreOffice number it anew."""
    found = {
        name.replace("item75", "item1").replace("itemProps75", "itemProps1"): part for name, part in parts(raw).items()
    }
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels", "customXml/_rels/item1.xml.rels"):
        found[name] = found[name].replace(b"item75", b"item1").replace(b"itemProps75", b"itemProps1")
    return write_parts(found)


def with_other_main(raw: bytes) -> bytes:
    found = {name.replace("document.xml", "document2.xml"): part for name, part in parts(raw).items()}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        found[name] = found[name].replace(b"document.xml", b"document2.xml")
    return write_parts(found)


@pytest.mark.parametrize("change", [renumbered, with_other_main])
def test_an_agreement_is_found_whatever_its_parts_are_called(print_, carrying, change):
    found, proof = carrying(change(print_))
    assert proof.holds, proof.faults
    assert found.source.id == loaded().required().id


def test_two_agreements_in_one_file_are_not_believed(print_, carrying):
    found = parts(print_)
    found["customXml/item9.xml"] = found["customXml/item75.xml"]
    found["word/_rels/document.xml.rels"] = found["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdOther" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"'
        b' Target="../customXml/item9.xml"/></Relationships>',
    )
    assert NAMESPACE.encode() in found["customXml/item9.xml"]
    with pytest.raises(Section75Error, match="more than one agreement"):
        carrying(write_parts(found))


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("styles", "sent.docx has no styles part"),
        ("numbering", "sent.docx has no numbering part"),
        ("document", "sent.docx is not a Word document: it has no main part"),
    ],
)
def test_a_file_without_a_part_is_refused_in_one_line(print_, carrying, missing, said):
    found = {name: raw for name, raw in parts(print_).items() if name != f"word/{missing}.xml"}
    with pytest.raises(Section75Error) as caught:
        carrying(write_parts(found))
    assert str(caught.value) == said
    assert "in Word" in caught.value.hint


def packed(method: int, raw: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, part in parts(raw).items():
            archive.writestr(name, part)
    return buffer.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_method_that_unpacks_without_a_limit_is_refused(print_, method):
    with pytest.raises(Section75Error, match="never uses"):
        read_parts(packed(method, print_), "sent.docx")


def test_a_damaged_entry_of_another_method_is_refused(print_, carrying):
    raw = bytearray(packed(zipfile.ZIP_LZMA, print_))
    raw[60:90] = b"\xff" * 30
    with pytest.raises(Section75Error):
        carrying(bytes(raw))


def test_flipped_bytes_end_in_an_error_or_in_the_same_words(print_, carrying):
    chance = Random(SEED)
    for _ in range(60):
        raw = bytearray(print_)
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        try:
            _, proof = carrying(bytes(raw))
        except Section75Error as error:
            assert "\n" not in str(error)
        else:
            assert isinstance(proof.faults, tuple)


def test_a_size_that_lies_is_refused(print_):
    raw = bytearray(print_)
    at = raw.index(b"PK\x01\x02")
    raw[at + 24 : at + 28] = struct.pack("<I", 5)
    with pytest.raises(Section75Error):
        read_parts(bytes(raw), "sent.docx")


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "customXml/item75.xml"])
def test_a_part_of_45_megabytes_is_refused_unopened(print_, part):
    found = parts(print_)
    with pytest.raises(Section75Error, match="far more than a document"):
        read_parts(write_parts({**found, part: found[part] + b" " * 45_000_000}), "sent.docx")


def test_a_part_of_millions_of_elements_is_refused_unread(print_, carrying):
    found = parts(print_)
    found["word/document.xml"] = found["word/document.xml"].replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 3_000_000)
    with pytest.raises(Section75Error, match="far more than a document"):
        carrying(write_parts(found))


def test_many_parts_and_doubled_names_are_refused(print_):
    found = parts(print_)
    with pytest.raises(Section75Error, match="far more than a document"):
        read_parts(write_parts({**found, **{f"word/x{i}.bin": b"" for i in range(6_000)}}), "sent.docx")
    with pytest.raises(Section75Error, match="two parts of one name"):
        read_parts(write_parts({**found, "word/Document.xml": found["word/document.xml"]}), "sent.docx")


def test_elements_far_too_deep_are_refused(print_, carrying):
    found = parts(print_)
    deep = b"<w:ins>" * 20_000 + b"</w:ins>" * 20_000
    found["word/document.xml"] = found["word/document.xml"].replace(b"<w:body>", b"<w:body>" + deep)
    with pytest.raises(Section75Error):
        carrying(write_parts(found))


def test_entities_are_refused_in_any_encoding(print_, carrying):
    found = parts(print_)
    text = found["word/document.xml"].decode().partition("?>")[2]
    evil = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY x "words">]>' + text
    found["word/document.xml"] = evil.encode("utf-16")
    with pytest.raises(Section75Error, match="declares entities"):
        carrying(write_parts(found))
