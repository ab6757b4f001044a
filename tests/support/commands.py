"""Pages of commands: what is typed, what is said and the exit code, run in a project that holds the small agreement.

A page is Markdown that a person can read as documentation. These blocks are acted on, from the top:

    ```yaml PATH        a whole file where it begins with `format:`, else top-level parts that replace those of a file
    ```diff PATH        lines of a file that go (-) and come (+), with lines that stay to find the place; in a Word file,
                        words that somebody typed over
    ```console          `$ s75 …` and what it says, on both outputs; `$ git`, `$ cp`, `$ cat`, `$ ls` set the scene

"Exit code N." stands below each block of commands that does more than set the scene. A line `...` stands for any lines.
"""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sys
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from section75.cli import run
from tests.support.agreements import BASE, overlaid
from tests.support.copies import retold
from tests.support.repositories import INSIDE, git

PAGES = Path(__file__).parents[1] / "cli" / "commands"
BLOCK = re.compile(
    r"^```(?P<kind>console|yaml|diff)(?: (?P<path>\S+))?\n(?P<body>.*?)^```$(?:\n\nExit code (?P<code>\d+)\.)?",
    re.DOTALL | re.MULTILINE,
)
COMMAND = re.compile(r"^\$ (?P<line>.*)\n(?P<said>(?:(?!\$ ).*\n)*)", re.MULTILINE)
CUT = "...\n"
"""A line that stands for any lines."""


def played(page: str, folder: Path) -> str:
    """The page as it should read: every block done in order in an empty folder, with what is said now.

    What agrees with the page, cut lines and all, comes back as it is. AssertionError where a block cannot be acted on.
    """
    shutil.copytree(BASE, folder / INSIDE)
    with chdir(folder):
        return BLOCK.sub(_acted, page)


def _acted(block: re.Match[str]) -> str:
    if block["kind"] == "console":
        return _run(block)
    path = Path(block["path"] or "")
    assert block["path"], f"a block of {block['kind']} must name its file"
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".docx":
        old, new = (side.removesuffix("\n") for side in _lines(block["body"]))
        path.write_bytes(retold(path.read_bytes(), (old, new)))
        return block[0]
    change = _written if block["kind"] == "yaml" else _edited
    path.write_text(change(path, block["body"]), "utf-8")
    return block[0]


def _written(path: Path, body: str) -> str:
    if body.startswith("format:"):
        return body
    name = path.as_posix()
    return str(overlaid(name, body, {name: path.read_text("utf-8")}).files[name])


def _lines(body: str) -> tuple[str, str]:
    """The lines as they were and as they are to be."""
    old, new = ("".join(line[1:] for line in body.splitlines(True) if line[0] in signs) for signs in (" -", " +"))
    return old, new


def _edited(path: Path, body: str) -> str:
    text = path.read_text("utf-8")
    old, new = _lines(body)
    assert text.count(old) == 1, f"these lines are not once in {path}:\n{old}"
    return text.replace(old, new)


def _run(block: re.Match[str]) -> str:
    steps = list(COMMAND.finditer(block["body"]))
    assert "".join(step[0] for step in steps) == block["body"], f"no command begins this block:\n{block['body']}"
    told, code = "", 0
    for step in steps:
        assert code == 0, f"only the last command of a block may fail:\n{block['body']}"
        said, code = _done(shlex.split(step["line"]))
        told += f"$ {step['line']}\n{step['said'] if _agrees(step['said'], said) else said}"
    only_scene = not block["code"] and not any(step["line"].startswith("s75 ") for step in steps)
    return f"```console\n{told}```" + ("" if only_scene else f"\n\nExit code {code}.")


def _agrees(page: str, said: str) -> bool:
    pattern = "(?:.*\n)*".join(re.escape(part) for part in re.split(rf"(?m)^{re.escape(CUT)}", page))
    return re.fullmatch(pattern, said) is not None


def _done(words: list[str]) -> tuple[str, int]:
    program, *arguments = words
    return _typed(arguments) if program == "s75" else (SCENE[program](*arguments), 0)


def _typed(arguments: list[str]) -> tuple[str, int]:
    told, keyboard = io.StringIO(), sys.stdin
    sys.stdin = io.StringIO()  # Nobody sits there to be asked.
    try:
        with redirect_stdout(told), redirect_stderr(told):
            code = run(arguments)
    except SystemExit as ending:
        code = int(str(ending.code))
    finally:
        sys.stdin = keyboard
    return told.getvalue(), code


def _git(*arguments: str) -> str:
    git(Path(), *arguments)
    return ""


def _cp(source: str, target: str) -> str:
    shutil.copy(source, target)
    return ""


def _cat(name: str) -> str:
    return Path(name).read_text("utf-8")


def _ls(name: str = ".") -> str:
    return "".join(f"{path.name}\n" for path in sorted(Path(name).iterdir()) if not path.name.startswith("."))


SCENE: dict[str, Callable[..., str]] = {"git": _git, "cp": _cp, "cat": _cat, "ls": _ls}
"""What may be typed beside `s75`."""
