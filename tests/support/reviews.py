"""The example pages of review items: a small agreement that meets the item, and one that fails it.

Where a test goes by words, sentences follow: one that says the opposite in the words of the item, and one or more that
meet it in other words, such as agreements often use. Each takes the place of the clauses of the agreement that meets the
item; all else stays.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from section75.judging.reviewed import ReadCatalogue, examined
from section75.load import load_agreement, load_catalogue
from section75.reviews import Result
from section75.tree import DiskTree, MemoryTree
from tests.support.agreements import base_files, overlaid

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "tests" / "reviews"
CATALOGUES = ROOT / "reviews"
SIDE = re.compile(r"^## (?P<side>Meets|Fails)\n(?P<body>.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
QUOTED = re.compile(r"^## (?P<side>Says the opposite|Other words)\n(?P<lines>(?:\n> .+\n?)+)", re.MULTILINE)
BLOCK = re.compile(r"```yaml (?P<path>\S+)\n(?P<text>.*?)\n```", re.DOTALL)
DAY = re.compile(r"^Date: (\d{4}-\d{2}-\d{2})$", re.MULTILINE)
USUAL = "2019-06-30"
"""The day on which an example is judged, where its page names none: in the second year of the small agreement."""


@dataclass(frozen=True)
class Example:
    """One side of a page."""

    item: str
    side: str
    tree: MemoryTree
    day: date


def read_catalogue(name: str) -> ReadCatalogue:
    """A catalogue of the project, which must be without findings."""
    catalogue, source, findings = load_catalogue(DiskTree(CATALOGUES), f"{name}.yaml")
    assert catalogue is not None, findings
    return ReadCatalogue(catalogue, source, by_name=True)


def examples(page: Path) -> list[Example]:
    """Both sides of a page. A block that begins with `format:` is a whole file, any other replaces parts of one."""
    text = page.read_text("utf-8")
    return [
        Example(page.stem, match["side"], tree(match["body"]), _day(match["body"])) for match in SIDE.finditer(text)
    ]


def sentences(page: Path) -> list[Example]:
    """What says the opposite, and what meets the item in other words; none where its tests go by data alone."""
    text = page.read_text("utf-8")
    body = next(match["body"] for match in SIDE.finditer(text) if match["side"] == "Meets")
    made = []
    for match in QUOTED.finditer(text):
        for words in re.findall(r"^> (.+)$", match["lines"], re.MULTILINE):
            files = dict(tree(body).files)
            clause = f"clauses:\n  - {{id: quoted, heading: Terms, text: {json.dumps(words)}}}"
            files = dict(overlaid("agreement.yaml", clause, files).files)
            made.append(Example(page.stem, match["side"], MemoryTree(files), _day(body)))
    return made


def result_of(example: Example, catalogue: ReadCatalogue) -> Result:
    """What becomes of the item in the example; the agreement itself must be free of findings that stop its reading."""
    loaded = load_agreement(example.tree)
    assert loaded.agreement is not None, [(str(f.place), f.message) for f in loaded.findings]
    assert loaded.findings == (), [(str(f.place), f.message) for f in loaded.findings]
    (result,) = examined(loaded, [alone(catalogue, example.item)], example.day).review.results
    return result


def alone(catalogue: ReadCatalogue, item: str) -> ReadCatalogue:
    """The catalogue with one of its items and no other."""
    (kept,) = (each for each in catalogue.catalogue.items if each.id == item)
    return replace(catalogue, catalogue=replace(catalogue.catalogue, items=(kept,)))


def tree(body: str) -> MemoryTree:
    """The small agreement with the blocks of a page laid over it."""
    files = base_files()
    for block in BLOCK.finditer(body):
        path, text = block["path"], block["text"]
        if text.startswith("format:"):
            files[path] = text + "\n"
        else:
            assert path in files, f"{path} is no file of the small agreement; begin with format: 1"
            files = dict(overlaid(path, text, files).files)
    return MemoryTree(files)


def _day(body: str) -> date:
    found = DAY.search(body)
    return date.fromisoformat(found[1] if found else USUAL)
