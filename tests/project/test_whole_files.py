"""Files are written whole or not at all, and never over a source."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
from pathlib import Path

import pytest

from section75.cli import run
from section75.errors import OutputError
from section75.project.output import write_folder, write_whole
from tests.support.agreements import BASE

AGREEMENT = "agreement.yaml"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the small agreement, in which the command stands."""
    target = tmp_path / "agreements" / "newtown" / "2018"
    shutil.copytree(BASE, target)
    monkeypatch.chdir(tmp_path)
    return target


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_file_is_replaced_and_leaves_nothing_beside_it(tmp_path):
    target = tmp_path / "x.txt"
    target.write_text("older")
    write_whole(target, b"newer")
    assert target.read_bytes() == b"newer"
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]


def test_a_source_is_never_overwritten_under_any_name(tmp_path):
    source = tmp_path / "source.yaml"
    source.write_text("format: 1")
    (tmp_path / "link.yaml").symlink_to(source)
    for name in ("source.yaml", "link.yaml", "../" + tmp_path.name + "/source.yaml"):
        with pytest.raises(OutputError, match="is the source itself"):
            write_whole(tmp_path / name, b"", (source,))
    assert source.read_text() == "format: 1"


def test_a_folder_appears_whole_or_not_at_all(tmp_path):
    write_folder(tmp_path / "new", {"a.yaml": b"1", "below/b.yaml": b"2"})
    assert (tmp_path / "new" / "below" / "b.yaml").read_bytes() == b"2"
    with pytest.raises(OutputError, match="exists already"):
        write_folder(tmp_path / "new", {"c.yaml": b"3"})
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        write_folder(tmp_path / "file" / "new", {"a.yaml": b"1"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "new"]


def test_an_output_that_is_a_folder(folder, capsys):
    Path("x.docx").mkdir()
    assert run(["render", "newtown/2018", "--quick", "-o", "x.docx"]) == 1
    assert "is a folder" in capsys.readouterr().err


def test_an_output_that_is_the_source(folder, capsys):
    linked = Path("linked.html")
    linked.symlink_to(folder / AGREEMENT)
    before = everything(folder)
    assert run(["render", "newtown/2018", "-o", str(linked)]) == 1
    assert "is the source itself" in capsys.readouterr().err
    assert everything(folder) == before


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_closed_folder(folder, capsys):
    closed = Path("closed")
    closed.mkdir(mode=0o500)
    assert run(["render", "newtown/2018", "--quick", "-o", "closed/x.docx"]) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert list(closed.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no folder here that is closed even to the superuser")
def test_a_folder_closed_to_everyone(folder, capsys):
    assert run(["render", "newtown/2018", "-o", "/proc/draft.html"]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_full_disk_leaves_what_was_there(folder, capsys):
    Path("x.html").write_text("older")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    previous = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        assert run(["render", "newtown/2018", "-o", "x.html"]) == 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, previous)
    assert "cannot be written" in capsys.readouterr().err
    assert Path("x.html").read_text() == "older"
    assert [p.name for p in Path().glob(".s75-*")] == []
