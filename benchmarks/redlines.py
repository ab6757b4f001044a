"""Our redline, from YAML to proof, beside engines that compare the two printed files."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from benchmarks.correctness import least, quality
from benchmarks.generate import generate_edited
from benchmarks.timing import Line, measured
from section75.render.pdf import find_office

MOST_RUNS = 3
"""Of a peer that may take a minute."""


def redlines(work: Path, source: str, pages: int, python: str, runs: int) -> tuple[list[Line], list[str]]:
    """Rows of the table of times, and rows of the table of what the redlines are worth."""
    edited, base = str(work / f"e{pages}"), str(work / f"r{pages}")
    generate_edited(Path(edited), pages)
    peers = [python, "-m", "benchmarks.peers"]
    measured([*peers, "prints", source, edited, base], 1)
    old, new = (f"{base}-{side}.docx" for side in ("old", "new"))
    target = f"{base}-ours.docx"
    ours = measured([python, "-m", "section75", "redline", source, edited, "-o", target], runs)
    floor = least(source, edited)
    times, worth = [], [_worth("ours", pages, Path(target), Path(old), Path(new), floor)]
    for name, command in _engines(python):
        target = f"{base}-{name}.docx"
        theirs = measured([*command, old, new, target], min(runs, MOST_RUNS))
        times.append(Line(f"redline, {pages} pages", ours, name, theirs))
        worth.append(_worth(name, pages, Path(target), Path(old), Path(new), floor))
    return times, worth


def _engines(python: str) -> Iterator[tuple[str, list[str]]]:
    """Each engine that is installed, and how it is called."""
    peers = [python, "-m", "benchmarks.peers"]
    trackdiff = shutil.which("docx-trackdiff", path=str(Path(python).parent)) or shutil.which("docx-trackdiff")
    for name, command in (
        ("docxodus", [*peers, "docxodus"] if find_spec("python_redlines_docxodus") else None),
        ("docx-trackdiff", [trackdiff] if trackdiff else None),
        ("LibreOffice", [*peers, "libreoffice"] if find_office() else None),
    ):
        if command:
            yield name, command
        else:
            print(f"{name} is not installed; `pip install .[bench]`", file=sys.stderr)


def _worth(name: str, pages: int, redline: Path, old: Path, new: Path, floor: int) -> str:
    found = quality(redline, old, new)
    holds = " | ".join("yes" if each else "no" for each in (found.accepted, found.rejected))
    return f"| {name} | {pages} | {holds} | {found.characters} | {found.characters / floor:.3f} | {found.moves} |"
