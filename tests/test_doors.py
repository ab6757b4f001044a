"""The command stands on top: nothing below it knows of a terminal, of options or of the current folder."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import section75
from section75 import cli

PACKAGE = Path(section75.__file__).parent
BELOW = [path for path in sorted(PACKAGE.rglob("*.py")) if "cli" not in path.relative_to(PACKAGE).parts]
VERBS = [PACKAGE / "cli" / f"{module}.py" for module, _ in cli.VERBS.values()]
FOREIGN = {"Terminal", "argparse", "Namespace", "cwd", "getcwd", "chdir"}


def names(path: Path) -> set[str]:
    """Every name that a module mentions or imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                found.add(name)
            case ast.Import(names=aliases):
                found |= {alias.name for alias in aliases}
            case ast.ImportFrom(module=module, names=aliases):
                found |= {module or "", *(alias.name for alias in aliases)}
            case ast.arg(annotation=ast.Constant(value=str(name))):
                found.add(name)
    return found


@pytest.mark.parametrize("path", BELOW, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_no_room_below_the_command_knows_of_it(path):
    said = names(path)
    assert said & FOREIGN == set()
    if path.name != "__main__.py":
        assert not [name for name in said if name.startswith("section75.cli")]


@pytest.mark.parametrize("path", VERBS, ids=lambda p: p.stem)
def test_no_verb_imports_another_and_none_asks_for_the_folder(path):
    verbs = {f"section75.cli.{other.stem}" for other in VERBS}
    said = names(path)
    assert said & verbs == set()
    assert said & {"cwd", "getcwd", "chdir"} == set()


def test_the_folder_is_asked_for_once():
    asked = [path.stem for path in (PACKAGE / "cli").glob("*.py") if "cwd" in names(path)]
    assert asked == ["terminal"]


def test_only_a_command_does_without_collecting_garbage():
    """A server or a script that opens a project runs on, and needs it; so does a command that reads many agreements."""
    asking = {path.relative_to(PACKAGE).as_posix(): names(path) for path in PACKAGE.rglob("*.py")}
    assert [name for name, said in asking.items() if {"gc", "disable"} <= said] == ["__main__.py"]
    assert {name for name, said in asking.items() if "gc" in said} == {"__main__.py", "cli/lists.py", "cli/many.py"}


def test_the_version_reads_nothing_else():
    code = "import sys, section75; print([name for name in sys.modules if name.startswith('section75.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
