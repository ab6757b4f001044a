"""One hostile input: files to make, and a command to give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

NAME = "newtown/2018"
INSIDE = f"agreements/{NAME}"


@dataclass
class Case:
    """A command in a project that has been spoiled."""

    arguments: list[str]
    spoil: list[Callable[[Path], object]] = field(default_factory=list)
    """What is done to the project first, each given its folder."""
    writes: tuple[str, ...] = ()
    """Where the command may write, by how the paths begin."""
    in_git: bool = False


OUTPUTS = ("out.docx", "out.html", "out.md", "out.json")


def command(rng: Random) -> tuple[list[str], tuple[str, ...]]:
    """A command that reads the agreement, and where it may write."""
    day = ["--date", "2019-01-01"]
    return rng.choice(
        [
            (["validate", NAME], ()),
            (["validate", NAME], ()),
            (["validate", NAME, "--format", rng.choice(["json", "github", "sarif", "markdown", "html"])], ()),
            (["render", NAME, "--quick", "-o", "out.html"], ("out.html",)),
            (["render", NAME, "--quick", "-o", "out.docx"], ("out.docx",)),
            (["risks", NAME, "-o", "out.xlsx"], ("out.xlsx",)),
            (["check", NAME, *day], ()),
            (["check", NAME, *day, "--action-plan"], (INSIDE,)),
            (["trace", NAME, *day], ()),
            (["drift", NAME], ()),
            (["drift", NAME, "--update", "governance", "--force"], (INSIDE,)),
            (["list", *day], ()),
            (["new", "newtown/2021", "--from", NAME], ("agreements/newtown/2021",)),
            (["diff", NAME, "coventry-cwpt/2018", "--stat"], ()),
            (["diff", NAME, NAME], ()),
        ]
    )
