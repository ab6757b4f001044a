"""A small sound agreement, and the same with something changed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from section75.judging.agreement import Judgement, judge
from section75.load import Loaded, load_agreement
from section75.tree import DiskTree, MemoryTree

BASE = Path(__file__).parent / "base"
ROOT = Path(__file__).parents[2]
TOP_LEVEL = re.compile(r"(?m)^(?=[A-Za-z\"'*&!?<{\[-])")


def base_files() -> dict[str, str | bytes]:
    """The files of the small sound agreement, by path."""
    return {path.relative_to(BASE).as_posix(): path.read_text("utf-8") for path in sorted(BASE.rglob("*.yaml"))}


def changed(path: str, old: str, new: str) -> MemoryTree:
    """The small agreement with some words of one file replaced; the words must be there."""
    files = base_files()
    text = str(files[path])
    assert old in text, f"{old!r} is not in {path}"
    files[path] = text.replace(old, new)
    return MemoryTree(files)


def overlaid(path: str, block: str, base: dict[str, str | bytes] | None = None) -> MemoryTree:
    """The small agreement, or `base`, with top-level parts of one file replaced, as text, by those of the same name."""
    files = dict(base) if base else base_files()
    parts = _parts(str(files.get(path, "")))
    added = _parts(block)
    merged = [(name, next((t for n, t in reversed(added) if n == name), text)) for name, text in parts]
    names = {name for name, _ in parts}
    merged += [(name, text) for name, text in added if name not in names]
    extra = [(name, text) for index, (name, text) in enumerate(added) if name in {n for n, _ in added[:index]}]
    files[path] = "".join(text for _, text in merged + extra)
    return MemoryTree(files)


def _parts(text: str) -> list[tuple[str, str]]:
    found = []
    for part in TOP_LEVEL.split(text):
        if part:
            whole = part if part.endswith("\n") else part + "\n"
            found.append((re.split(r":(?:\s|$)", part, maxsplit=1)[0], whole))
    return found


def loaded(tree: MemoryTree | None = None) -> Loaded:
    """The small agreement, or the one in `tree`, loaded."""
    return load_agreement(tree) if tree else _small()


@cache
def _small() -> Loaded:
    return load_agreement(MemoryTree(base_files()))


@cache
def shipped(name: str | Path) -> Loaded:
    """An agreement that the project holds, such as "coventry-cwpt/2018" or its folder, loaded once for all tests."""
    return load_agreement(DiskTree(ROOT / "agreements" / name))


def each_agreement(*brief: str) -> list[Any]:
    """The name of every agreement that the project holds, as parameters; all but those in `brief` are slow."""
    paths = ROOT.glob("agreements/**/agreement.yaml")
    names = sorted(path.parent.relative_to(ROOT / "agreements").as_posix() for path in paths)
    assert set(brief) <= set(names)
    return [pytest.param(name, id=name, marks=() if name in brief else pytest.mark.slow) for name in names]


def judged(tree: MemoryTree) -> Judgement:
    """What is found in an agreement."""
    return judge(load_agreement(tree))


def codes(tree: MemoryTree) -> list[str]:
    """The codes of what is found in an agreement, in order."""
    return [finding.code for finding in judged(tree).findings]
