"""The agreement inside a Word file: read as any other, and what was altered is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from section75.cli import run
from section75.load import load_agreement
from section75.printing.carried import read_carrying
from section75.render.package import read_parts, write_parts
from section75.render.word.source import ITEM
from section75.signoff import SCHEME
from tests.support.agreements import base_files, each_agreement

PAIR = ("coventry-cwpt/2014", "coventry-cwpt/2018")


@pytest.fixture(scope="module")
def redline(tmp_path_factory) -> bytes:
    path = tmp_path_factory.mktemp("redline") / "redline.docx"
    assert run(["redline", *PAIR, "-o", str(path), "--summary"]) == 0
    return path.read_bytes()


def altered(raw: bytes, part: str, old: str, new: str) -> bytes:
    """The file with some characters of one part replaced; they must be there."""
    parts = read_parts(raw, "x")
    text = parts[part].decode()
    head, found, tail = text.rpartition(old)
    assert found
    parts[part] = (head + new + tail).encode()
    return write_parts(parts)


def verified(raw: bytes, tmp_path: Path, capsys, *more: str) -> tuple[int, str]:
    path = tmp_path / "file.docx"
    path.write_bytes(raw)
    code = run(["verify", str(path), *more])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return code, said.out + said.err


@pytest.mark.parametrize("name", each_agreement("example/2025"))
def test_a_print_is_consistent_and_differs_in_nothing_from_its_folder(name, tmp_path, capsys):
    path = tmp_path / "print.docx"
    assert run(["render", name, "--quick", "-o", str(path)]) == 0
    assert run(["verify", str(path)]) == 0
    assert run(["diff", str(path), name, "--format", "json"]) == 0
    verified_as, _, compared = capsys.readouterr().out.partition("{")
    assert "is consistent with digest" in verified_as
    assert json.loads("{" + compared)["changes"] == []


def test_a_redline_proves_itself_offline(redline, tmp_path, capsys):
    code, said = verified(redline, tmp_path, capsys)
    assert code == 0
    assert "rejecting them the old" in said
    assert "coventry-cwpt-2014" in said


def test_the_digest_that_is_expected_must_be_the_one(redline, tmp_path, capsys):
    digest = verified(redline, tmp_path, capsys)[1].split("digest ")[1].split()[0]
    assert verified(redline, tmp_path, capsys, "--expect", digest[:12])[0] == 0
    assert verified(redline, tmp_path, capsys, "--expect", "0" * 12)[0] == 1
    assert verified(redline, tmp_path, capsys, "--expect", "0")[0] == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" shall ", " may "),
        ("<w:delText>", "<w:delText>x"),
        ('w:val="Clause2"', 'w:val="Clause3"'),
        ("<w:p><w:pPr>", "<w:p><w:r><w:t>and a promise</w:t></w:r></w:p><w:p><w:pPr>"),
        (
            "<w:p><w:pPr>",
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>and one more</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p><w:pPr>",
        ),
    ],
)
def test_a_word_a_mark_or_a_style_that_was_altered_is_found(redline, tmp_path, capsys, old, new):
    body = redline_body(redline)
    place = body.index(old, body.index("Agreed terms"))
    raw = with_body(redline, body[:place] + new + body[place + len(old) :])
    code, said = verified(raw, tmp_path, capsys)
    assert code == 1
    assert "was changed after it was printed" in said


def redline_body(raw: bytes) -> str:
    return read_parts(raw, "x")["word/document.xml"].decode()


def with_body(raw: bytes, body: str) -> bytes:
    return write_parts(read_parts(raw, "x") | {"word/document.xml": body.encode()})


def test_a_change_that_somebody_accepted_is_found(redline, tmp_path, capsys):
    main = redline_body(redline)
    start = main.index("<w:ins ", main.index("<w:r><w:t"))
    end = main.index("</w:ins>", start)
    inner = main[main.index(">", start) + 1 : end]
    raw = with_body(redline, main[:start] + inner + main[end + len("</w:ins>") :])
    assert verified(raw, tmp_path, capsys)[0] == 1


def test_a_source_that_was_altered_is_found(redline, tmp_path, capsys):
    for part, old, new in ((ITEM, "quarterly", "yearly"), (ITEM, 'digest="', 'digest="0')):
        code, said = verified(altered(redline, part, old, new), tmp_path, capsys)
        assert code == 1
        assert "was altered" in said


def test_a_source_that_is_no_agreement_is_told(redline, tmp_path, capsys):
    from hashlib import sha256

    for text in ("[]", "{}", "[1, 2]", "[{}, {}]", "[" * 50_000, '[{"id": "a"}]'):
        parts = read_parts(redline, "x")
        namespace = "urn:section75:source:1"
        parts[ITEM] = (
            f'<agreement xmlns="{namespace}" id="a" version="1" scheme="{SCHEME}" '
            f'digest="{sha256(text.encode()).hexdigest()}">'
            f"<source>{text}</source></agreement>"
        ).encode()
        assert verified(write_parts(parts), tmp_path, capsys)[0] == 1


def test_a_file_that_is_not_ours_is_told(redline, tmp_path, capsys):
    from docx import Document

    path = tmp_path / "foreign.docx"
    Document().save(str(path))
    code, said = verified(path.read_bytes(), tmp_path, capsys)
    assert code == 1
    assert "file.docx carries no agreement\n    hint: only what was printed here, and not with --no-source" in said
    assert verified(b"not a zip", tmp_path, capsys)[0] == 1
    assert run(["verify", str(tmp_path / "nowhere.docx")]) == 1
    assert run(["diff", str(path), "coventry-cwpt/2018"]) == 1
    entity = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><agreement xmlns="urn:section75:source:1">&e;</agreement>'
    parts = read_parts(redline, "x") | {ITEM: entity.encode()}
    code, said = verified(write_parts(parts), tmp_path, capsys)
    assert code == 1
    assert "root:" not in said


def test_a_zip_bomb_is_refused(tmp_path, capsys):
    import zipfile

    path = tmp_path / "file.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 60_000_000)
    assert verified(path.read_bytes(), tmp_path, capsys)[0] == 1


def test_without_its_source_a_redline_says_so(tmp_path, capsys):
    path = tmp_path / "redline.docx"
    assert run(["redline", *PAIR, "-o", str(path), "--no-source"]) == 0
    assert b"Council House" not in read_parts(path.read_bytes(), "x")[ITEM]
    code, said = verified(path.read_bytes(), tmp_path, capsys)
    assert code == 1
    assert "--no-source" in said


def test_an_edited_print_is_refused_and_compared_by_its_source_where_that_is_asked_for(tmp_path, capsys):
    path = tmp_path / "print.docx"
    assert run(["render", "coventry-cwpt/2018", "--quick", "-o", str(path)]) == 0
    path.write_bytes(altered(path.read_bytes(), "word/document.xml", " shall ", " may "))
    assert run(["diff", str(path), "coventry-cwpt/2018", "--schedule", "finance"]) == 1
    refused = capsys.readouterr()
    assert "a comparison would not tell" in refused.err
    assert "0 changes" not in refused.out
    redline = ["redline", str(path), "coventry-cwpt/2018", "-o", str(tmp_path / "redline.docx")]
    assert run(redline) == 1
    assert not (tmp_path / "redline.docx").exists()
    assert run(["diff", str(path), "coventry-cwpt/2018", "--schedule", "finance", "--its-source"]) == 0
    assert "was changed after it was printed" in capsys.readouterr().err


def test_a_print_of_an_older_version_is_told_as_that(redline, tmp_path, capsys):
    parts = read_parts(redline, "x")
    parts[ITEM] = parts[ITEM].replace(f' scheme="{SCHEME}"'.encode(), b"")
    path = tmp_path / "file.docx"
    code, said = verified(write_parts(parts), tmp_path, capsys)
    assert code == 1
    assert "was printed by another version of this toolkit and cannot be checked" in said
    assert run(["diff", str(path), "coventry-cwpt/2018"]) == 1
    assert "was printed by another version" in capsys.readouterr().err


def test_a_kind_that_was_altered_does_not_pass(redline, tmp_path, capsys):
    """The kinds are outside the digest; what they change in print is found."""
    for new in ("nonsense", "policies"):
        named = "schedules.finance.kind&quot;:&quot;"
        raw = altered(redline, ITEM, f"{named}finance", named + new)
        assert verified(raw, tmp_path, capsys)[0] == 1


def test_the_kind_of_a_party_is_carried_and_never_printed(tmp_path, capsys, monkeypatch):
    """A look-up of what does not print is a finding; what is carried is the kind itself, not the first of a list."""
    for path, text in base_files().items():
        file = tmp_path / "agreements" / "newtown" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(text), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["render", "newtown", "--quick", "-o", "sound.docx"]) == 0
    carried = read_carrying(Path("sound.docx"), "sound.docx")
    assert [party.kind for party in load_agreement(carried.tree()).required().parties] == ["council", "nhs-trust"]
    capsys.readouterr()
    file = tmp_path / "agreements" / "newtown" / "agreement.yaml"
    sound = file.read_text("utf-8")
    for path in ("parties.trust.kind", "notes"):
        file.write_text("notes: private\n" + sound.replace("term.end", path), "utf-8")
        assert run(["render", "newtown", "--quick", "-o", "bad.docx"]) == 1
        assert "unknown-look-up" in capsys.readouterr().err
        assert not Path("bad.docx").exists()
