"""Several agreements printed into a folder."""

from __future__ import annotations

import shutil

import pytest

from section75.cli import run

NAME = "newtown/2018"


@pytest.fixture
def two(project):
    """A project with two agreements that are alike."""
    shutil.copytree(project / "agreements" / NAME, project / "agreements/newtown/2021")
    (project / "prints").mkdir()
    return project


def printed(project) -> list[str]:
    return sorted(path.name for path in (project / "prints").iterdir())


def test_each_is_printed_under_its_own_name(two, capsys):
    made = ["render", NAME, "newtown/2021", "-o", "prints", "--format", "html", "--format", "docx", "--quick"]
    assert run(made) == 0
    assert printed(two) == [f"newtown-{year}.{ending}" for year in (2018, 2021) for ending in ("docx", "html")]
    assert "newtown/2021: prints/newtown-2021.html, prints/newtown-2021.docx" in capsys.readouterr().out
    assert run(["render", NAME, "-o", "alone.docx", "--quick"]) == 0
    assert (two / "alone.docx").read_bytes() == (two / "prints/newtown-2018.docx").read_bytes()


def test_one_process_and_several_print_the_same_bytes(two):
    files = [two / "prints/newtown-2018.docx", two / "prints/newtown-2021.docx"]
    seen = set()
    for jobs in ("1", "2"):
        assert run(["render", NAME, "newtown/2021", "-o", "prints", "--quick", "--jobs", jobs]) == 0
        seen.add(tuple(file.read_bytes() for file in files))
    assert len(seen) == 1


def test_one_that_cannot_be_printed_does_not_stop_the_others(two, capsys):
    path = two / "agreements/newtown/2021/agreement.yaml"
    path.write_text(path.read_text("utf-8").replace("[](#board-duty)", "[](#nowhere)"), "utf-8")
    assert run(["render", "newtown/2021", "newtown/2099", NAME, "-o", "prints", "--quick"]) == 1
    said = capsys.readouterr()
    assert printed(two) == ["newtown-2018.docx"]
    assert "newtown/2021: nothing was printed" in said.err
    assert "newtown/2099: there is no agreement newtown/2099" in said.err


@pytest.mark.parametrize(
    ("outputs", "words"),
    [
        (["-o", "x.docx"], "several agreements are printed into a folder"),
        (["-o", "prints", "-o", "more"], "several agreements are printed into a folder"),
        (["-o", "nowhere"], "there is no folder nowhere"),
    ],
)
def test_where_several_go_is_a_folder_that_is_there(two, capsys, outputs, words):
    assert run(["render", NAME, "newtown/2021", *outputs, "--quick"]) in (1, 2)
    assert words in capsys.readouterr().err
    assert printed(two) == []


def test_two_agreements_of_one_name_are_refused(two, capsys):
    shutil.copytree(two / "agreements" / NAME, two / "agreements/newtown-2018")
    assert run(["render", NAME, "newtown-2018", "-o", "prints", "--quick"]) == 1
    assert "two agreements would be printed as newtown-2018" in capsys.readouterr().err
