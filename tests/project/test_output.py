"""Files are written whole or not at all, several together, and never over a source."""

from __future__ import annotations

import os
import resource
import signal
import stat
import sys
from pathlib import Path

import pytest

from section75.cli import run
from section75.errors import OutputError
from section75.project import output
from section75.project.output import Edited, write_edited, write_folder, write_whole
from tests.support.files import everything

AGREEMENT = "agreement.yaml"


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


@pytest.fixture
def pair(tmp_path):
    """A folder with two files."""
    (tmp_path / "a.yaml").write_bytes(b"a")
    (tmp_path / "b.yaml").write_bytes(b"b")
    return tmp_path


def test_files_are_written_together_with_a_new_one(pair):
    write_edited([Edited(pair / "a.yaml", b"a", b"A"), Edited(pair / "c.yaml", None, b"C")])
    assert everything(pair) == {"a.yaml": b"A", "b.yaml": b"b", "c.yaml": b"C"}


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (("b.yaml", b"other", b"B"), "has changed since it was read"),
        (("b.yaml", None, b"B"), "exists already"),
        (("c.yaml", b"c", b"C"), "has changed since it was read"),
        (("none/c.yaml", None, b"C"), "cannot be written"),
    ],
)
def test_none_is_written_where_one_is_not_as_it_was(pair, second, why):
    before = everything(pair)
    name, was, content = second
    with pytest.raises(OutputError, match=why):
        write_edited([Edited(pair / "a.yaml", b"a", b"A"), Edited(pair / name, was, content)])
    assert everything(pair) == before


def test_what_was_written_is_put_back_where_the_next_cannot_be(pair, monkeypatch):
    before = everything(pair)
    put = output._put

    def closed(target: Path, temporary: Path) -> None:
        if target.name == "b.yaml":
            temporary.unlink()
            raise OutputError("b.yaml cannot be written")
        put(target, temporary)

    monkeypatch.setattr(output, "_put", closed)
    with pytest.raises(OutputError):
        write_edited(
            [
                Edited(pair / "a.yaml", b"a", b"A"),
                Edited(pair / "b.yaml", b"b", b"B"),
                Edited(pair / "c.yaml", None, b"C"),
            ]
        )
    assert everything(pair) == before


@pytest.fixture
def umask():
    """Sets what new files may not allow, and puts it back."""
    before = os.umask(0)
    os.umask(before)
    yield os.umask
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions of this kind are those of POSIX")


@POSIX
@pytest.mark.parametrize(("mask", "expected"), [(0o077, 0o600), (0o022, 0o644), (0o002, 0o664)])
def test_a_new_file_allows_what_the_umask_leaves(pair, umask, mask, expected):
    umask(mask)
    write_whole(pair / "new.docx", b"x")
    assert mode(pair / "new.docx") == expected


@POSIX
@pytest.mark.parametrize("kept", [0o600, 0o640, 0o755])
def test_a_file_that_is_there_keeps_its_permissions(pair, kept):
    (pair / "a.yaml").chmod(kept)
    write_whole(pair / "a.yaml", b"A")
    write_edited([Edited(pair / "a.yaml", b"A", b"AA")])
    assert (everything(pair)["a.yaml"], mode(pair / "a.yaml")) == (b"AA", kept)


@pytest.mark.parametrize("write", [write_whole, lambda path, raw: write_edited([Edited(path, b"a", raw)])])
def test_a_read_only_file_is_not_replaced(pair, write):
    (pair / "a.yaml").chmod(0o444)
    with pytest.raises(OutputError, match="read-only"):
        write(pair / "a.yaml", b"A")
    assert everything(pair) == {"a.yaml": b"a", "b.yaml": b"b"}


@POSIX
@pytest.mark.parametrize("write", [write_whole, lambda path, raw: write_edited([Edited(path, b"a", raw)])])
def test_a_link_stays_a_link_and_its_file_is_written(pair, write):
    inner = pair / "inner"
    inner.mkdir()
    (pair / "a.yaml").rename(inner / "real.yaml")
    (pair / "a.yaml").symlink_to("inner/real.yaml")
    write(pair / "a.yaml", b"A")
    assert (pair / "a.yaml").is_symlink()
    assert everything(inner) == {"real.yaml": b"A"}


@POSIX
def test_a_link_to_a_source_is_not_written(pair):
    (pair / "link.yaml").symlink_to("a.yaml")
    with pytest.raises(OutputError, match="source itself"):
        write_whole(pair / "link.yaml", b"x", (pair / "a.yaml",))


@POSIX
def test_what_is_no_ordinary_file_is_left_alone(pair):
    os.mkfifo(pair / "pipe")
    (pair / "loop").symlink_to("loop")
    for name in ("pipe", "loop", "x" * 300, "a\0b"):
        with pytest.raises(OutputError):
            write_whole(pair / name, b"x")
    assert sorted(path.name for path in pair.iterdir()) == ["a.yaml", "b.yaml", "loop", "pipe"]
