"""The documents say what is so: every verb, every room, every file they name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import section75
from section75.cli import VERBS, run
from tests.support.printing import ROOT

PAGES = [
    ROOT / name
    for name in (
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/officers-guide.md",
        "docs/python.md",
        "docs/portfolio.md",
        "toolkit/ARCHITECTURE.md",
    )
]
LINK = re.compile(r"\]\((?!https?://|#)([^)]+)\)")


def test_every_verb_stands_in_the_readme():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(f"| `s75 {verb}" in readme for verb in VERBS)


def test_every_room_stands_in_the_architecture():
    text = (ROOT / "toolkit" / "ARCHITECTURE.md").read_text("utf-8")
    package = Path(section75.__file__).parent
    rooms = {p.stem for p in package.iterdir() if p.suffix == ".py" or (p / "__init__.py").is_file()} - {
        "__init__",
        "__main__",
    }
    assert {room for room in rooms if not re.search(rf"`{room}/?`", text)} == set()


CONSOLE = re.compile(r"```console\n\$ s75 (.+)\n((?:.*\n)*?)```")


@pytest.mark.parametrize(
    ("command", "shown"), CONSOLE.findall((ROOT / "README.md").read_text("utf-8")), ids=lambda text: text.split()[0]
)
def test_what_the_readme_shows_is_what_the_toolkit_says(command, shown, capsys, monkeypatch):
    """Line by line, in order; a line of … stands for what is left out."""
    monkeypatch.chdir(ROOT)
    run(command.split())
    said = iter(capsys.readouterr().out.splitlines())
    assert [line for line in shown.splitlines() if line != "…" and line not in said] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_what_a_page_links_to_is_there(page):
    assert all((page.parent / target).exists() for target in LINK.findall(page.read_text("utf-8")))


def test_public_functions_and_classes_say_what_they_are():
    import ast

    silent = []
    for path in Path(section75.__file__).parent.rglob("*.py"):
        module = ast.parse(path.read_text("utf-8"))
        classes = [node for node in module.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
        for node in [*module.body, *(inner for each in classes for inner in each.body)]:
            public = isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_")
            if public and not ast.get_docstring(node):
                silent.append(f"{path.name}:{node.lineno} {node.name}")
    assert silent == []
