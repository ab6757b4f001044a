"""The examples on the pages about findings, each as an agreement."""

from __future__ import annotations

import re

from section75.explanations import codes, explain
from section75.tree import MemoryTree
from tests.support.agreements import base_files, overlaid

EXAMPLE = re.compile(
    r"## (?P<kind>Bad|Good)\n\n```(?P<lang>yaml|bytes) (?P<path>\S+)\n(?P<text>.*?)\n```\n*(?=## |\Z)", re.DOTALL
)
NEXT_FILE = re.compile(r"\n```\n\n```yaml (\S+)\n")
"""An example may show several files."""
WHOLE_FILE = ("format:", "#")
"""An example that begins so is the whole file rather than some of its parts."""


def examples() -> list[tuple[str, str, str, str, str]]:
    """Code, Bad or Good, yaml or bytes, path and text of every example."""
    return [(code, *match.groups()) for code in codes() for match in EXAMPLE.finditer(explain(code))]


def tree_of(code: str, lang: str, path: str, text: str) -> MemoryTree:
    """The small agreement with an example in it."""
    text, *others = NEXT_FILE.split(text)
    if others:
        more = dict(zip(others[::2], others[1::2], strict=True))
        return MemoryTree({**base_files(), path: text + "\n", **more})
    if lang == "bytes":
        files = base_files()
        raw = text.encode("ascii").decode("unicode_escape")
        line = raw.encode("latin-1") if code == "not-utf-8" else raw.encode("utf-8")
        files[path] = re.sub(rb"(?m)^title: .*$", lambda _: line, str(files[path]).encode())
        return MemoryTree(files)
    if text.startswith(WHOLE_FILE):
        return MemoryTree({**base_files(), path: text + "\n"})
    return overlaid(path, text)
