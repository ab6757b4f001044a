"""Pages of slips: lines that go and come in a file of the small agreement, and all that is then said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from section75.judging.agreement import judge
from section75.load import load_agreement
from section75.reports.findings import findings_text
from section75.tree import MemoryTree
from tests.support.agreements import base_files

PAGES = Path(__file__).parents[1] / "content" / "slips"
SECTION = re.compile(
    r"^## (?P<name>[^\n]+)\n\n```diff (?P<path>\S+)\n(?P<change>.*?)^```\n\n```text\n(?P<said>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Slip:
    """One slip and what should be said of it."""

    page: str
    name: str
    path: str
    change: str
    said: str


def slips() -> Iterator[Slip]:
    """Every slip of every page."""
    for page in sorted(PAGES.glob("*.md")):
        for found in SECTION.finditer(page.read_text("utf-8")):
            yield Slip(page.stem, found["name"], found["path"], found["change"], found["said"])


def told(path: str, change: str) -> str:
    """What is said of the small agreement with a slip in it. A file may be added: lines that come and none that goes."""
    files = base_files()
    old, new = ("".join(line[1:] for line in change.splitlines(True) if line[0] in signs) for signs in (" -", " +"))
    if old:
        text = str(files[path])
        assert text.count(old) == 1, f"these lines are not once in {path}:\n{old}"
        files[path] = text.replace(old, new)
    else:
        files[path] = new
    return findings_text(judge(load_agreement(MemoryTree(files))).findings)
