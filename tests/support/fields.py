"""What the references of a Word file lead to, with its changes accepted, rejected or as they are."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tests.support.ooxml import W, part

GOES = {"accept": (f"{W}del", f"{W}moveFrom"), "reject": (f"{W}ins", f"{W}moveTo"), "": ()}
NOTHING = "no such bookmark"


def led_to(docx: bytes, settling: str = "") -> list[str]:
    """The words within the bookmark of every REF field in order, of those that are left when changes are settled."""
    root = part(docx, "word/document.xml")
    marked = dict(_bookmarks(root, GOES[settling]))
    return [marked.get(name, NOTHING) for name in _fields(root, GOES[settling])]


def _bookmarks(root: etree._Element, goes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for start in root.iter(f"{W}bookmarkStart"):
        words = []
        for node in start.itersiblings():
            if node.tag == f"{W}bookmarkEnd" and node.get(f"{W}id") == start.get(f"{W}id"):
                break
            if node.tag not in goes:
                words += [text.text or "" for text in _left(node, goes)]
        if words:
            yield start.get(f"{W}name", ""), "".join(words)


def _left(node: etree._Element, goes: tuple[str, ...]) -> Iterator[etree._Element]:
    for text in node.iter(f"{W}t", f"{W}delText"):
        if not any(above.tag in goes for above in text.iterancestors()):
            yield text


def _fields(root: etree._Element, goes: tuple[str, ...]) -> Iterator[str]:
    for code in root.iter(f"{W}instrText", f"{W}delInstrText"):
        kind, _, rest = (code.text or "").strip().partition(" ")
        if kind == "REF" and not any(above.tag in goes for above in code.iterancestors()):
            yield rest.split()[0]
