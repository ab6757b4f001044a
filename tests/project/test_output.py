"""Files that were edited: all of them written, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from section75.errors import OutputError
from section75.project import output
from section75.project.output import Edited, write_edited


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.yaml").write_bytes(b"a")
    (tmp_path / "b.yaml").write_bytes(b"b")
    return tmp_path


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_files_are_written_together_with_a_new_one(folder):
    write_edited([Edited(folder / "a.yaml", b"a", b"A"), Edited(folder / "c.yaml", None, b"C")])
    assert held(folder) == {"a.yaml": b"A", "b.yaml": b"b", "c.yaml": b"C"}


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (("b.yaml", b"other", b"B"), "has changed since it was read"),
        (("b.yaml", None, b"B"), "exists already"),
        (("c.yaml", b"c", b"C"), "has changed since it was read"),
        (("none/c.yaml", None, b"C"), "cannot be written"),
    ],
)
def test_none_is_written_where_one_is_not_as_it_was(folder, second, why):
    before = held(folder)
    name, was, content = second
    with pytest.raises(OutputError, match=why):
        write_edited([Edited(folder / "a.yaml", b"a", b"A"), Edited(folder / name, was, content)])
    assert held(folder) == before


def test_what_was_written_is_put_back_where_the_next_cannot_be(folder, monkeypatch):
    before = held(folder)
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
                Edited(folder / "a.yaml", b"a", b"A"),
                Edited(folder / "b.yaml", b"b", b"B"),
                Edited(folder / "c.yaml", None, b"C"),
            ]
        )
    assert held(folder) == before
