"""The schemas that editors read follow the tool: made, renewed when they differ, replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from section75.cli import run
from section75.errors import OutputError
from section75.project.editor_schemas import COPIES, README, renew_schemas, schemas_folder
from section75.schema import COMMON, KINDS, SHARED, schema_text


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A project's schemas as the tool first wrote them."""
    monkeypatch.chdir(tmp_path)
    assert run(["new", "newtown/2027"]) == 0
    return tmp_path / COPIES


def test_a_first_draft_brings_every_schema_and_says_nothing_of_it(folder, capsys):
    wanted = {f"{kind}.json": schema_text(kind).encode() for kind in (*KINDS, *SHARED, COMMON)}
    there = contents(folder)
    assert "`s75` writes this folder" in there.pop(README).decode()
    assert there == wanted
    assert "schemas" not in capsys.readouterr().err


def test_schemas_of_an_older_tool_are_renewed_whole(folder, capsys):
    before = contents(folder)
    (folder / "finance.json").write_text("{}", "utf-8")
    (folder / "a-kind-of-the-past.json").write_text("{}", "utf-8")
    (folder / "common.json").unlink()
    capsys.readouterr()
    assert run(["new", "newtown/2028"]) == 0
    assert "editor schemas renewed\n" in capsys.readouterr().err
    assert contents(folder) == before
    assert run(["new", "newtown/2029"]) == 0
    assert "schemas" not in capsys.readouterr().err


def test_an_agreement_of_before_still_finds_its_schema(folder):
    (folder / "agreement.json").write_text("{}", "utf-8")
    assert run(["new", "newtown/2028"]) == 0
    for term in ("2027", "2028"):
        file = folder.parents[1] / "agreements" / "newtown" / term / "agreement.yaml"
        pointed = file.read_text("utf-8").splitlines()[0].split("$schema=")[1]
        assert (file.parent / pointed).resolve().read_text("utf-8") == schema_text("agreement")


def test_line_ends_that_git_changed_are_no_difference(folder):
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert renew_schemas(folder.parents[1]) is False


def test_what_cannot_be_replaced_stays_as_it_was(folder, monkeypatch):
    (folder / "finance.json").write_text("{}", "utf-8")
    before = contents(folder)
    rename = Path.rename

    def closed(self, target):
        if self.name == "staged":
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", closed)
    with pytest.raises(OutputError, match="cannot be written"):
        renew_schemas(folder.parents[1])
    assert contents(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["schema"]


def test_a_file_in_the_way_is_told_and_kept(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".section75").mkdir()
    (tmp_path / COPIES).write_text("mine", "utf-8")
    assert run(["new", "newtown/2027"]) == 1
    assert "is a file" in capsys.readouterr().err
    assert (tmp_path / COPIES).read_text("utf-8") == "mine"
    assert not (tmp_path / "agreements").exists()


def test_a_checkout_of_the_toolkit_keeps_its_own(tmp_path):
    own = tmp_path / "toolkit" / "section75" / "schema"
    own.mkdir(parents=True)
    assert renew_schemas(tmp_path) is False
    assert (schemas_folder(tmp_path), list(own.iterdir())) == (own, [])
    assert not (tmp_path / ".section75").exists()
