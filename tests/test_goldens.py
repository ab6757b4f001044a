"""What is drawn is what the goldens hold. `make goldens` shows the differences and renews them."""

from __future__ import annotations

import shutil

import pytest

from tests.support import goldens as command
from tests.support.goldens import LARGEST, goldens, strays
from tests.support.nodes import parsed, shown
from tests.support.ooxml import faults, word_schema
from tests.support.programs import shared_schemas
from tests.support.specimens import SPECIMENS

ALL = goldens()


@pytest.mark.parametrize("golden", ALL, ids=lambda golden: golden.name)
def test_what_is_drawn_is_what_was_agreed(golden):
    assert golden.path.is_file(), f"there is no golden {golden.name} yet: run `make goldens`, and read it"
    said = golden.difference()
    if said:
        pytest.fail(f"{golden.name} differs; if it should, run `make goldens`\n{said}", pytrace=False)


def test_goldens_are_small_enough_to_be_read_and_none_is_left_over():
    assert [golden.name for golden in ALL if golden.path.stat().st_size > LARGEST] == []
    assert strays() == []


@pytest.mark.parametrize("golden", ALL[1:], ids=lambda golden: golden.name)
def test_a_golden_of_word_is_read_as_it_is_written(golden):
    kept = golden.kept()
    assert kept.partition("\n\n")[2] == shown(parsed(kept))


def test_every_specimen_is_valid_by_the_schemas():
    schema = word_schema(shared_schemas())
    found = {specimen.name: faults(specimen.make(), schema) for specimen in SPECIMENS}
    assert {name: said for name, said in found.items() if said} == {}


def test_the_command_shows_a_difference_before_it_writes(tmp_path, monkeypatch, capsys):
    shutil.copytree(command.FOLDER, tmp_path / "golden")
    monkeypatch.setattr(command, "FOLDER", tmp_path / "golden")
    monkeypatch.setattr(command, "PAGES", tmp_path / "commands")
    (tmp_path / "commands").mkdir()
    path, stray = tmp_path / "golden/word/moved.txt", tmp_path / "golden/word/stray.txt"
    agreed = path.read_text("utf-8")
    path.write_text(agreed.replace("moveTo ", "moveInto ", 1), "utf-8")
    stray.write_text("w:p\n", "utf-8")
    assert command.main(["clauses"]) == 0
    assert "Every golden is as it should be." in capsys.readouterr().out
    assert command.main(["moved"]) == 1
    said = capsys.readouterr().out
    assert "-      w:moveInto w:author" in said
    assert "+      w:moveTo w:author" in said
    assert path.read_text("utf-8") != agreed
    assert command.main(["--yes"]) == 0
    assert path.read_text("utf-8") == agreed
    assert not stray.exists()
    with pytest.raises(SystemExit):
        command.main(["unknown"])


def test_the_command_renews_a_page_of_commands(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command, "PAGES", tmp_path)
    page = tmp_path / "explain.md"
    page.write_text("```console\n$ s75 explain tabs\n```\n", "utf-8")
    assert command.main(["s75-explain", "--yes"]) == 0
    assert "+s75: no finding has the code tabs" in capsys.readouterr().out
    assert page.read_text("utf-8").endswith("    hint: did you mean tab?\n```\n\nExit code 1.\n")
