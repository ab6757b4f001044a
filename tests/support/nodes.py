"""XML as a plain tree that a person can read: one element a line, attributes in order, short namespaces.

    w:p
      w:pPr
        w:pStyle w:val="Clause1"
      w:r
        w:t "Words"

What may differ between two equally good files is levelled out: marks and bookmarks are numbered in the order in which
they appear, and Word's own `rsid` and `paraId` are left out. Boundaries of runs, authors and dates stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff

from lxml import etree

SHORT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
NOISE = re.compile(r"rsid|paraId|textId|}Ignorable$")
"""Attributes that Word writes for itself."""
NUMBERED = {f"w:{name}" for name in (
    "bookmarkStart", "bookmarkEnd", "ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange", "tblPrChange",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
)}  # fmt: skip
"""Elements whose `w:id` only has to be given once in a part, and to be the same at both ends."""
LINE = re.compile(
    r'(?P<indent> *)(?P<tag>[^\s"]+)(?P<attributes>(?: [\w:-]+="(?:[^"\\]|\\.)*")*)(?: (?P<text>".*"))?\Z'
)
ATTRIBUTE = re.compile(r' ([\w:-]+)=("(?:[^"\\]|\\.)*")')
STEP = 2
"""Spaces by which a child stands in."""


@dataclass(frozen=True)
class Node:
    """One element."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    """In order of their names."""
    children: tuple[Node, ...] = ()
    text: str = ""

    def within(self, tag: str) -> Iterator[Node]:
        """This node and all below it that have the tag."""
        if self.tag == tag:
            yield self
        for child in self.children:
            yield from child.within(tag)

    def __getitem__(self, name: str) -> str:
        return dict(self.attributes)[name]


def node(element: etree._Element, numbers: dict[str, str] | None = None) -> Node:
    """The tree of an lxml element. `numbers` gathers the ids of marks and bookmarks as they appear."""
    seen = {} if numbers is None else numbers
    tag = _short(str(element.tag))
    attributes = {_short(str(key)): str(value) for key, value in element.attrib.items() if not NOISE.search(str(key))}
    if tag in NUMBERED and "w:id" in attributes:
        attributes["w:id"] = seen.setdefault(attributes["w:id"], str(len(seen) + 1))
    children = tuple(node(child, seen) for child in element.iterchildren(etree.Element))
    text = element.text or ""
    return Node(tag, tuple(sorted(attributes.items())), children, text if text.strip() or not children else "")


def nodes(elements: Iterable[etree._Element]) -> tuple[Node, ...]:
    """The trees of elements of one part, their marks numbered together."""
    seen: dict[str, str] = {}
    return tuple(node(element, seen) for element in elements)


def _short(name: str) -> str:
    if not name.startswith("{"):
        return name
    space, _, local = name[1:].partition("}")
    return f"{SHORT.get(space, space)}:{local}"


def shown(trees: Iterable[Node]) -> str:
    """Trees as text."""
    return "".join(line for tree in trees for line in _lines(tree, 0))


def _lines(tree: Node, depth: int) -> Iterator[str]:
    attributes = "".join(f" {name}={_quoted(value)}" for name, value in tree.attributes)
    text = f" {_quoted(tree.text)}" if tree.text else ""
    yield f"{' ' * STEP * depth}{tree.tag}{attributes}{text}\n"
    for child in tree.children:
        yield from _lines(child, depth + 1)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def parsed(text: str) -> tuple[Node, ...]:
    """The trees of such a text. Blank lines and lines that begin with # are left out; ValueError names a bad line."""
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = LINE.match(line)
        if not found or len(found["indent"]) % STEP:
            raise ValueError(f"line {number} is no element: {line}")
        attributes = tuple((name, json.loads(value)) for name, value in ATTRIBUTE.findall(found["attributes"]))
        words = json.loads(found["text"]) if found["text"] else ""
        rows.append((len(found["indent"]) // STEP, Node(found["tag"], tuple(sorted(attributes)), (), words)))
    return _grown(rows, 0)


def _grown(rows: list[tuple[int, Node]], depth: int) -> tuple[Node, ...]:
    if not rows:
        return ()
    starts = [index for index, (level, _) in enumerate(rows) if level == depth]
    if starts[:1] != [0]:
        raise ValueError(f"a line stands too far in: {rows[0][1].tag}")
    grown = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        top = rows[start][1]
        grown.append(Node(top.tag, top.attributes, _grown(rows[start + 1 : end], depth + 1), top.text))
    return tuple(grown)


def difference(was: Iterable[Node], now: Iterable[Node], name: str = "") -> str:
    """What differs between trees, as a unified diff; "" where they are the same."""
    old, new = tuple(was), tuple(now)
    if old == new:
        return ""
    before, after = shown(old).splitlines(keepends=True), shown(new).splitlines(keepends=True)
    return "".join(unified_diff(before, after, f"{name} (kept)", f"{name} (now)", n=4))
