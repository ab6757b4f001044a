"""Files that are none, names that no disk holds and arguments that no reader types: told in one line, and nothing written."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from section75.cli import run
from tests.support.files import everything
from tests.support.repositories import INSIDE

NAME = "newtown/2018"
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and links as Linux and macOS have them")


def told(capsys, code: int, *arguments: str) -> str:
    assert run(list(arguments)) == code
    said = capsys.readouterr()
    assert "Traceback" not in said.err and "bug of ours" not in said.err
    return said.out + said.err


PASSED_OVER = ("is a link out of the agreement's folder", "is a folder and not a file")
"""Among the records: a folder may hold more of them."""


@posix
@pytest.mark.parametrize("place", ["schedules/finance.yaml", "risks.yaml", "records/meetings/one.yaml"])
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.symlink_to(path.name), "cannot be read: Too many levels of symbolic links"),
        (os.mkfifo, "is a pipe or a device"),
        (lambda path: path.symlink_to("/dev/zero"), "is a link out of the agreement's folder"),
        (os.mkdir, "is a folder and not a file"),
    ],
    ids=["link to itself", "pipe", "device", "folder"],
)
def test_what_is_no_file_is_told(folder, capsys, place, make, words):
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)
    if place.startswith("records") and words in PASSED_OVER:
        assert told(capsys, 0, "validate", NAME) == "no findings\n"
        return
    assert words in told(capsys, 1, "validate", NAME)


@posix
@pytest.mark.parametrize(
    "make", [lambda path: path.symlink_to(path.name), os.mkfifo, os.mkdir], ids=["link", "pipe", "folder"]
)
def test_an_agreement_that_is_no_file_is_told_and_listed_as_unread(folder, capsys, make):
    (folder / "agreement.yaml").unlink()
    make(folder / "agreement.yaml")
    assert "agreement.yaml" in told(capsys, 1, "validate", NAME)
    listed = told(capsys, 0 if make is os.mkdir else 1, "list", "--date", "2019-01-01")
    assert ("no agreements yet" if make is os.mkdir else "cannot be read") in listed


@posix
def test_a_pipe_for_a_template_or_a_catalogue_is_told(project, capsys):
    os.mkfifo(project / "pipe.docx")
    said = told(capsys, 1, "render", NAME, "-o", "x.docx", "--template", "pipe.docx")
    assert "the template pipe.docx is a pipe" in said
    (project / "reviews").mkdir()
    os.mkfifo(project / "reviews" / "mine.yaml")
    assert "is a pipe or a device" in told(capsys, 1, "check", NAME, "--date", "2019-01-01")
    (project / "pipe.docx").rename(project / "print.docx")
    assert "there is no agreement print.docx" in told(capsys, 1, "diff", "print.docx", NAME)
    assert "is a pipe or a device" in told(capsys, 1, "verify", "print.docx")


@pytest.mark.parametrize(
    "name", ["x" * 300, "x/" * 2_500, "a\udcff/2018", "a\x00b", "a\nb", "\x1b[2J", "~", "HEAD:" + "x" * 5_000]
)
def test_a_name_that_no_disk_holds_is_told(project, capsys, name):
    said = told(capsys, 1, "validate", name)
    assert said.startswith("s75: ") and said.count("\n") <= 2
    assert len(said) < 1_500 and "\x1b" not in said
    told(capsys, 1, "diff", name, NAME)


def test_what_a_killed_command_left_is_no_agreement(folder, capsys):
    left = folder.parent / ".s75-abc" / "staged"
    left.mkdir(parents=True)
    (left / "agreement.yaml").write_bytes((folder / "agreement.yaml").read_bytes())
    assert ".s75" not in told(capsys, 0, "list", "--date", "2019-01-01")
    assert ".s75" not in told(capsys, 1, "validate", "nothing/2018")
    told(capsys, 0, "new", "newtown/2021", "--from", NAME)


@posix
@pytest.mark.parametrize("moment", ["mkdir", "write", "rename"])
def test_a_killed_new_leaves_its_name_free(project, capsys, moment):
    """The process is ended at each step of writing the folder; the same command then goes through."""
    place = {"mkdir": "pathlib.Path.mkdir", "write": "pathlib.Path.write_bytes", "rename": "pathlib.Path.rename"}[
        moment
    ]
    module, kind, name = place.split(".")
    program = (
        f"import os, sys, {module}\nfrom section75.cli import run\n"
        f"kept = {module}.{kind}.{name}\n"
        f"def killed(self, *given, **named):\n"
        f"    if 'newtown' in str(self):\n        os._exit(9)\n    return kept(self, *given, **named)\n"
        f"{module}.{kind}.{name} = killed\nrun(['new', 'newtown/2021', '--from', '{NAME}'])\n"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=project, check=False).returncode == 9
    assert "newtown/2021" not in told(capsys, 0, "list", "--date", "2019-01-01")
    told(capsys, 0, "new", "newtown/2021", "--from", NAME)


@pytest.mark.parametrize("option", ["--title", "--council", "--council-address", "--nhs-body", "--nhs-address"])
@pytest.mark.parametrize("given", ["a\x1b[2Jb", "a\u202eb", "a\udcffb", "a\nb", "a\x00b", "a\u0085b", "  "])
def test_words_that_cannot_stand_in_an_agreement_are_wrong_usage(project, capsys, option, given):
    before = everything(project)
    assert f"{option} " in told(capsys, 2, "new", "newtown/2021", f"{option}={given}")
    assert everything(project) == before


@pytest.mark.parametrize(
    "name", ["newtown/" + "x" * 300, "x" * 100_000 + "/2018", "a\x1b/2018", "new\x00town/2021", "newtown/\udcff"]
)
def test_a_name_that_cannot_be_begun_is_wrong_usage(project, capsys, name):
    said = told(capsys, 2, "new", name)
    assert len(said) < 1_500 and said.count("\n") == 2


def test_complaints_of_the_parser_stay_on_one_line(project, capsys):
    with pytest.raises(SystemExit) as ended:
        run(["validate", NAME, "--nothing=\x1b[2J\n::error::" + "x" * 100_000])
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert "\x1b" not in said and "\n::error" not in said and len(said) < 2_000


def test_a_broken_register_stops_a_renewal_and_no_action_plan(folder, capsys):
    (folder / "risks.yaml").write_text("a: [\n")
    before = everything(folder.parent)
    assert "the agreement cannot be renewed" in told(capsys, 1, "new", "newtown/2021", "--from", NAME)
    assert everything(folder.parent) == before
    assert "the action plan was not changed" in told(capsys, 1, "check", NAME, "--date", "2019-01-01", "--action-plan")


@pytest.mark.parametrize("origin", ["x", "[a]", "{id: finance}", "{digest: x}", "{id: [a], digest: {b: c}}", "1"])
def test_an_origin_that_is_none_is_a_finding(folder, capsys, origin):
    path = folder / "schedules" / "finance.yaml"
    path.write_text(path.read_text() + f"from: {origin}\n")
    assert "schedules/finance.yaml:" in told(capsys, 1, "validate", NAME)
    assert "schedules/finance.yaml:" in told(capsys, 1, "drift", NAME)
    told(capsys, 1, "drift", NAME, "--update", "finance")


def test_an_origin_leads_nowhere_but_to_the_library(folder, capsys):
    (folder.parent / "secret.yaml").write_text("a: [\n")
    path = folder / "schedules" / "finance.yaml"
    path.write_text(path.read_text() + "from: {id: ../agreements/newtown/secret, digest: x}\n")
    assert "secret any more" in told(capsys, 0, "drift", NAME)


def test_a_key_that_is_a_list_is_told_at_its_place(folder, capsys):
    (folder / "agreement.yaml").write_text("? [a, b]\n: c\n")
    assert "agreement.yaml:1:3: error[yaml-syntax] a list or a group stands where a name is due" in told(
        capsys, 1, "validate", NAME
    )


def test_the_base_is_sound(project, capsys):
    assert told(capsys, 0, "validate", NAME) == "no findings\n"
    assert (project / INSIDE).is_dir()
