"""The traps of the sources: what is wrong in them is found, what is clean is passed over. One page each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from section75.tree import MemoryTree
from tests.support.agreements import base_files, judged, overlaid

PAGES = sorted((Path(__file__).parent / "traps").glob("*.md"))
BLOCK = re.compile(r"```yaml (?P<path>\S+)\n(?P<text>.*?)\n```", re.DOTALL)
FINDS = re.compile(r"^Finds: (.+)$", re.MULTILINE)
SINCE = ("unused-definition", "no-heading", "unmentioned-schedule")
"""What the small agreement gives up when some of it is replaced, and no page is about."""


def tree_of(page: str) -> MemoryTree:
    files = base_files()
    for block in BLOCK.finditer(page):
        if block["text"].startswith("format:"):
            files[block["path"]] = block["text"] + "\n"
        else:
            files = dict(overlaid(block["path"], block["text"], files).files)
    return MemoryTree(files)


def test_there_is_a_page_for_each_of_the_twenty_five():
    assert [int(page.name[:2]) for page in PAGES] == list(range(1, 26))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_trap_gives_what_its_page_says(page):
    text = page.read_text("utf-8")
    assert re.search(r"^Source: .+l\.\d+|^Source: .+ and .+", text, re.MULTILINE)
    said = FINDS.search(text)[1]
    expected = [] if said == "nothing" else said.split(", ")
    found = [f"{f.code} at {f.owner}" for f in judged(tree_of(text)).findings if f.code not in SINCE]
    assert sorted(found) == sorted(expected)
