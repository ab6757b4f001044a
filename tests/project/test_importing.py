"""Word copies that come back: every edit returns to the clause that it is in, or is listed; none is lost."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from random import Random

import pytest

from section75.cli import run
from section75.compose import compose
from section75.load import Loaded
from section75.printing.verified import FRAME
from section75.project.importing import bring_in, read_back
from section75.project.versions import version_in_folder
from section75.render.package import read_parts, write_parts
from section75.render.word.relations import MAIN
from section75.render.word.source import without_source
from section75.returning.spoken import spoken
from tests.support.agreements import BASE, ROOT, each_agreement, loaded, shipped
from tests.support.copies import copy_of, edited, retold
from tests.support.office import saved_again
from tests.support.printing import word
from tests.support.programs import need
from tests.support.repositories import INSIDE, NAME, git
from tests.support.tamperings import altered, tamperings

PAIRS = int(os.environ.get("S75_RANDOM_PAIRS", "0")) // 10 or 6
MAIN_FILE = f"{INSIDE}/agreement.yaml"
COPY = "copy.docx"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = sorted(path.parent.relative_to(ROOT / "agreements").as_posix() for path in ROOT.glob("agreements/*/*/agreement.yaml"))  # fmt: skip


@cache
def sent() -> bytes:
    return word(loaded())


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The small agreement in a project of its own."""
    shutil.copytree(BASE, tmp_path / INSIDE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def back(*edits: tuple[str, str]) -> None:
    """A copy in which words were typed over."""
    Path(COPY).write_bytes(retold(sent(), *edits))


def told(capsys, *arguments: str) -> tuple[int, dict]:
    code = run(["import", COPY, "--format", "json", *arguments])
    return code, json.loads(capsys.readouterr().out)


def words(found: Loaded) -> list[str]:
    document = compose(found.required(), numbers=found.numbers)
    return [each.text for each in spoken(document) if each.text]


@pytest.mark.slow
@pytest.mark.parametrize("name", each_agreement("example/2025"))
def test_a_copy_that_nobody_changed_proposes_nothing(tmp_path, name):
    (tmp_path / COPY).write_bytes(word(shipped(name)))
    brought = read_back(COPY, tmp_path)
    assert (brought.proposals, brought.is_whole, brought.untracked) == ((), True, False)


def test_a_copy_that_was_only_saved_in_libreoffice_proposes_nothing(tmp_path):
    need("libreoffice")
    files = {"small": sent(), "example": word(shipped("example/2025"))}
    for name, raw in saved_again(files, tmp_path).items():
        (tmp_path / COPY).write_bytes(raw)
        brought = read_back(COPY, tmp_path)
        assert (name, brought.proposals, brought.unplaced) == (name, (), ())


@pytest.mark.slow
def test_random_edits_come_back_or_are_listed(tmp_path, record_property):
    placed = listed = exact = 0
    for seed in range(PAIRS):
        random, name = Random(seed), NAMES[seed % len(NAMES)]
        folder = tmp_path / str(seed) / "agreements" / name
        shutil.copytree(ROOT / "agreements" / name, folder)
        base = version_in_folder(str(folder), tmp_path)
        meant = edited(random, base.loaded, random.choice([1, 2, 4, 8]))
        (tmp_path / COPY).write_bytes(copy_of(base.loaded, meant))
        brought = read_back(COPY, tmp_path)
        assert brought.untracked
        # The made-up copy has another digest in its footers than the print had.
        assert set(brought.others) <= {FRAME}, (seed, brought.others)
        assert not bring_in(brought, base).conflicts, seed
        now = version_in_folder(str(folder), tmp_path).loaded
        is_exact = now.agreement is not None and words(now) == words(meant)
        assert is_exact or brought.unplaced, (seed, name)
        placed, listed, exact = placed + len(brought.proposals), listed + len(brought.unplaced), exact + is_exact
    record_property("placed, listed, exact", (placed, listed, exact))
    assert exact >= PAIRS * 0.8, (exact, listed)
    assert placed > PAIRS


@pytest.mark.parametrize("kind", tamperings())
def test_an_altered_copy_is_never_told_as_unchanged(tmp_path, kind):
    parts = read_parts(sent(), "the print")
    tried = [made for seed in range(3) if (made := altered(parts, kind, seed))]
    assert tried
    for made in tried:
        (tmp_path / COPY).write_bytes(write_parts(made))
        code = run_in(tmp_path)
        assert code != 0 or read_back(COPY, tmp_path).proposals, kind


@pytest.mark.parametrize("kind", ["start", "level_text", "list", "reference", "bookmark"])
def test_a_number_or_a_reference_altered_beside_an_edit_of_words_is_listed(tmp_path, kind):
    parts = read_parts(retold(sent(), ("It shall keep a record.", "It shall keep minutes.")), "the copy")
    (tmp_path / COPY).write_bytes(write_parts(parts))
    assert read_back(COPY, tmp_path).is_whole
    tried = [made for seed in range(3) if (made := altered(parts, kind, seed))]
    assert tried
    for made in tried:
        (tmp_path / COPY).write_bytes(write_parts(made))
        assert not read_back(COPY, tmp_path).is_whole, kind


def paragraph_of(words: str) -> str:
    text = read_parts(sent(), "x")[MAIN].decode()
    at = text.index(words)
    return text[text.rindex("<w:p>", 0, at) : text.index("</w:p>", at) + len("</w:p>")]


def style_of(words: str) -> str:
    return re.search(r'<w:pStyle w:val="[^"]*"/>', paragraph_of(words))[0]


def test_another_style_beside_an_edit_of_words_is_listed(project, capsys):
    kept = paragraph_of("It shall keep a record.")
    restyled = kept.replace(style_of("It shall keep a record."), style_of("meet quarterly under "))
    assert restyled != kept
    back((kept, restyled), ("meet quarterly under ", "meet monthly under "))
    code, found = told(capsys)
    assert code == 1
    assert [each["was"] for each in found["not_carried"] if "its style" in each["why"]] == ["It shall keep a record."]


def test_a_paragraph_typed_a_second_time_is_listed(project, capsys):
    """Its words stand in the agreement already, which must not hide it."""
    paragraph = paragraph_of("It shall keep a record.")
    back((paragraph, paragraph + paragraph))
    code, found = told(capsys)
    assert (code, found["proposals"]) == (1, [])
    assert [each["now"] for each in found["not_carried"] if "now" in each] == ["It shall keep a record."]


def run_in(folder: Path) -> int:
    here = Path.cwd()
    os.chdir(folder)
    try:
        return run(["import", COPY])
    finally:
        os.chdir(here)


def test_tracked_changes_are_accepted_and_their_authors_named(project, capsys):
    run_xml = '<w:r><w:t xml:space="preserve">meet quarterly under '
    text = read_parts(sent(), "x")[MAIN].decode()
    assert text.count(run_xml) == 1
    ins = (
        '<w:del w:id="901" w:author="A. Solicitor" w:date="2026-11-27T09:00:00Z"><w:r>'
        '<w:delText xml:space="preserve">meet quarterly </w:delText></w:r></w:del>'
        '<w:ins w:id="902" w:author="A. Solicitor" w:date="2026-11-27T09:00:00Z"><w:r>'
        '<w:t xml:space="preserve">meet monthly </w:t></w:r></w:ins><w:r><w:t xml:space="preserve">under '
    )
    back((run_xml, ins))
    code, found = told(capsys)
    assert [(each["unit"], each["did"]) for each in found["proposals"]] == [("board-meets", "reworded")]
    assert found["tracked_by"] == {"A. Solicitor": 2}
    assert (code, found["untracked"], found["not_carried"]) == (0, False, [])


def test_a_comment_is_listed_with_its_author(project, capsys):
    parts = read_parts(sent(), "x")
    parts["word/remarks7.xml"] = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="Trust" w:date="2026-11-27T09:00:00Z">'
        "<w:p><w:r><w:t>Why </w:t></w:r><w:r><w:t>quarterly?</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    rels = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>", f'<Relationship Id="rC" Type="{kind}" Target="remarks7.xml"/></Relationships>'
    ).encode()
    Path(COPY).write_bytes(write_parts(parts))
    code, found = told(capsys)
    remarks = [each for each in found["not_carried"] if "comment" in each]
    assert code == 1
    assert remarks == [{"comment": "Why quarterly?", "author": "Trust", "date": "2026-11-27T09:00:00Z"}]


@pytest.mark.parametrize(
    "typed", ["{{ term.end }}", "*all* of it", "[](#oversight)", "a: b # c", "<script>", "“it’s”", "1 &amp; 2"]
)
def test_words_are_taken_as_they_were_typed(project, typed):
    inside = typed.replace("&", "&amp;").replace("<", "&lt;")
    back(("It shall keep a record.", f"It shall keep {inside}."))
    assert run(["import", COPY, "--into", NAME, "--apply"]) == 0
    assert f"It shall keep {typed}." in words(version_in_folder(NAME, project).loaded)


def test_a_figure_goes_back_as_a_figure_and_no_figure_is_listed(project, capsys):
    back((">£1,250<", ">£120,500<"))
    code, found = told(capsys)
    assert (code, [each["did"] for each in found["proposals"]]) == (0, ["value changed"])
    assert run(["import", COPY, "--into", NAME, "--apply"]) == 0
    assert "120500" in "".join(path.read_text("utf-8") for path in Path(INSIDE).rglob("*.yaml"))
    back((">£1,250<", ">to be agreed<"))
    capsys.readouterr()
    code, found = told(capsys)
    assert (code, found["proposals"]) == (1, [])
    assert "is no figure" in found["not_carried"][0]["why"]


def test_what_changed_meanwhile_stays(project):
    back(("meet quarterly under ", "meet monthly under "))
    change("does not limit what the Council", "does not limit in any way what the Council")
    assert run(["import", COPY, "--into", NAME, "--apply"]) == 0
    text = Path(MAIN_FILE).read_text("utf-8")
    assert "meet monthly under" in text
    assert "in any way" in text


def test_both_wordings_stand_where_both_changed_the_same_words(project, capsys):
    back(("It shall keep a record.", "It shall keep minutes."))
    change("It shall keep a record.", "It shall keep a full record.")
    assert run(["import", COPY, "--into", NAME, "--apply"]) == 1
    assert "1 left to decide" in capsys.readouterr().out
    assert run(["resolve", NAME, "--take", "theirs"]) == 0
    assert "It shall keep minutes." in Path(MAIN_FILE).read_text("utf-8")


def change(old: str, new: str) -> None:
    text = Path(MAIN_FILE).read_text("utf-8")
    assert text.count(old) == 1
    Path(MAIN_FILE).write_text(text.replace(old, new), "utf-8")


def test_edits_that_are_not_committed_are_not_mixed_in(project, capsys):
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "draft")
    back(("meet quarterly under ", "meet monthly under "))
    change("It shall keep a record.", "It shall keep a full record.")
    was = Path(MAIN_FILE).read_bytes()
    assert run(["import", COPY, "--into", NAME, "--apply"]) == 2
    assert "agreement.yaml has edits that are not committed" in capsys.readouterr().err
    assert Path(MAIN_FILE).read_bytes() == was
    assert run(["import", COPY, "--into", NAME, "--apply", "--force"]) == 0
    assert subprocess.run(["git", "diff", "--stat"], check=True, capture_output=True).stdout.count(b"|") == 1


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: b"%PDF-1.7", "copy.docx"),
        (lambda: b"", "copy.docx"),
        (lambda: write_parts(without_source(read_parts(sent(), "x"))), "carries no agreement"),
        (lambda: word(shipped("example/2025"), pages=False), "is a copy of another agreement"),
        (lambda: _carrying(sent(), "Newtown Borough Council", "Newtown District Council"), "was altered"),
    ],
)
def test_what_cannot_be_brought_in_is_refused(project, capsys, make, says):
    Path(COPY).write_bytes(make())
    was = {path: path.read_bytes() for path in Path(INSIDE).rglob("*.yaml")}
    assert run(["import", COPY, "--into", NAME, "--apply"]) in (1, 2)
    assert says in capsys.readouterr().err
    assert was == {path: path.read_bytes() for path in Path(INSIDE).rglob("*.yaml")}


def _carrying(raw: bytes, old: str, new: str) -> bytes:
    parts = read_parts(raw, "x")
    name = next(name for name in parts if name.startswith("customXml/item") and old.encode() in parts[name])
    return write_parts(parts | {name: parts[name].replace(old.encode(), new.encode())})


def test_a_redline_is_refused(project, capsys):
    change("It shall keep a record.", "It shall keep a full record.")
    shutil.copytree(BASE, "agreements/newtown/2017")
    assert run(["redline", "newtown/2017", NAME, "-o", COPY]) == 0
    assert run(["import", COPY]) == 2
    assert "copy.docx is a redline" in capsys.readouterr().err
