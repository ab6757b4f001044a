"""A tree of XML in one line, so that a test of a writer is one row: after the `cxml` of python-docx's own tests.

    w:p/(w:pPr/w:pStyle{w:val=Clause1},w:r/w:t"Words")

A slash leads to a child, brackets hold several, a comma parts them; attributes stand in braces, text in quotation
marks. A value that holds a comma or a brace is quoted too.
"""

from __future__ import annotations

import json
import re

from tests.support.nodes import Node

TOKEN = re.compile(r'\s*(?P<name>[\w:]+)|\s*(?P<text>"(?:[^"\\]|\\.)*")|\s*(?P<braces>\{(?:[^}"]|"(?:[^"\\]|\\.)*")*\})|\s*(?P<sign>[/(),])')  # fmt: skip
PAIR = re.compile(r'([\w:]+)=("(?:[^"\\]|\\.)*"|[^,}"]*)[,}]')


def cxml(words: str) -> tuple[Node, ...]:
    """The trees that `words` describe. Raises ValueError where they cannot be read."""
    tokens, at = [], 0
    words = words.strip()
    while at < len(words):
        found = TOKEN.match(words, at)
        if not found:
            raise ValueError(f"cannot read {words[at : at + 20]!r}")
        tokens.append((str(found.lastgroup), str(found[found.lastgroup])))
        at = found.end()
    trees, left = _several(tokens)
    if left:
        raise ValueError(f"left over: {left[0][1]!r}")
    return trees


Tokens = list[tuple[str, str]]


def _several(tokens: Tokens) -> tuple[tuple[Node, ...], Tokens]:
    first, left = _one(tokens)
    trees = [first]
    while left and left[0] == ("sign", ","):
        following, left = _one(left[1:])
        trees.append(following)
    return tuple(trees), left


def _one(tokens: Tokens) -> tuple[Node, Tokens]:
    if not tokens or tokens[0][0] != "name":
        raise ValueError(f"an element is wanted before {tokens[:1]}")
    tag, left = tokens[0][1], tokens[1:]
    attributes: tuple[tuple[str, str], ...] = ()
    text, children = "", ()
    if left and left[0][0] == "braces":
        pairs = PAIR.findall(left[0][1][1:])
        attributes = tuple(sorted((k, json.loads(v) if v.startswith('"') else v) for k, v in pairs))
        left = left[1:]
    if left and left[0][0] == "text":
        text, left = json.loads(left[0][1]), left[1:]
    if left and left[0] == ("sign", "/"):
        if left[1:2] == [("sign", "(")]:
            children, left = _several(left[2:])
            if left[:1] != [("sign", ")")]:
                raise ValueError("a bracket is not closed")
            left = left[1:]
        else:
            child, left = _one(left[1:])
            children = (child,)
    return Node(tag, attributes, children, text), left
