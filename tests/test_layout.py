"""The tests lie as the rooms lie, so that the tests of a module can be guessed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import section75

TESTS = Path(__file__).parent
PACKAGE = Path(section75.__file__).parent
MODULES = sorted(TESTS.rglob("*.py"))
OTHERS = {"content", "support"}
"""Folders that mirror no room: what the project's own agreements promise, and what tests stand on."""


def name_of(path: Path) -> str:
    return path.relative_to(TESTS).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_test_takes_from_support_and_never_from_another_test(path):
    imports = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
    taken = {str(node.module) for node in imports if str(node.module).split(".")[0] == "tests"}
    assert {name for name in taken if not name.startswith("tests.support")} == set()


@pytest.mark.parametrize("folder", sorted({path.parent for path in TESTS.rglob("test_*.py")}), ids=name_of)
def test_a_folder_of_tests_is_named_after_a_room(folder):
    top = folder.relative_to(TESTS).parts[:1]
    assert set(top) <= OTHERS or (PACKAGE / folder.relative_to(TESTS)).is_dir()
