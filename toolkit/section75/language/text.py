"""The words of a clause: Markdown to our own frozen runs.

The only room that imports markdown_it. Look-ups are found after Markdown has been read, so that nothing they bring in
is ever read as Markdown; whatever Markdown we do not print is a problem with words to say so, never silently dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class LookUp:
    """`{{ term.end }}`: the value at a dotted path of the agreement's own data."""

    path: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """`[words](#target)`; without words the reference alone."""

    target: str
    words: tuple[Words | LookUp, ...] = ()


Run = Words | LookUp | Reference


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the words that cannot be printed as it stands."""

    code: str
    message: str
    hint: str
    needle: str
    """Characters by which it can be found again in the source."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The paragraphs of one field, as runs, and the problems in it."""

    paragraphs: tuple[tuple[Run, ...], ...]
    problems: tuple[Problem, ...] = ()

    @property
    def runs(self) -> Iterator[Run]:
        """Every run of every paragraph."""
        for paragraph in self.paragraphs:
            yield from paragraph


SPECIAL = re.compile(r"[*_\[\]\\`{}]|\n[ ]*\n|(?:\A|\n)[ ]*(?:[-+#>=]|[0-9]+[.)])|\A[ ]{4}|[ ]{2}\n")
CITED = re.compile(r"\[\]\(#([a-z][a-z0-9-]*)\)|\{\{ *([a-z][a-z0-9_]*(?:\.[a-z0-9][a-z0-9_-]*)*) *\}\}")
"""References without words, and look-ups: most of what a clause holds beside words, and no need of Markdown."""
LOOK_UP = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
PATH = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9][a-z0-9_-]*)*\Z")
CODE = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
LITERAL = "\ufdd0"
HELD = re.compile("\ufdd1([0-9]+)\ufdd1")
"""Stand for `\\{{` and for each look-up while Markdown is read, which would take underscores in them for emphasis.
Noncharacters, which no source may hold."""

NOT_PRINTED = {
    "heading_open": ("a Markdown heading", "use the clause's own `heading`"),
    "bullet_list_open": ("a Markdown list", "write each item as a sub-clause under `clauses`, so that it can be cited"),
    "ordered_list_open": (
        "a Markdown list",
        "write each item as a sub-clause under `clauses`, so that it can be cited",
    ),
    "blockquote_open": ("a Markdown quotation", "remove the > at the beginning of the line"),
    "fence": ("a block of Markdown code", "remove the three back-ticks"),
    "code_block": ("an indented Markdown block", "begin the line in the same column as the others"),
    "hr": ("a Markdown rule", "remove the line of hyphens or asterisks"),
    "code_inline": ("back-ticks", "remove them; use *emphasis* or quotation marks"),
    "image": ("a picture", "pictures cannot stand in a clause"),
    "hardbreak": ("a forced line break", "leave an empty line for a new paragraph, or write sub-clauses"),
}


@lru_cache(maxsize=65536)
def parse(text: str) -> Parsed:
    """The paragraphs and problems of one field. Each distinct text is read once."""
    if not SPECIAL.search(text):
        return Parsed(((Words(" ".join(text.split())),),))
    if not SPECIAL.search(CITED.sub("", text)):
        return Parsed((tuple(_cited(" ".join(text.split()))),))
    problems = list(_code(text))
    held: list[str] = []
    tokens = _markdown().parse(LOOK_UP.sub(lambda match: _hold(match, held), text.replace("\\{{", LITERAL)))
    paragraphs: list[tuple[Run, ...]] = []
    for token in tokens:
        if token.type in NOT_PRINTED:
            problems.append(_not_printed(token, text))
        if token.type == "inline" and token.children:
            paragraphs.append(tuple(_inline(token.children, held, problems)))
    return Parsed(tuple(paragraphs), tuple(problems))


def _cited(text: str) -> Iterator[Run]:
    """Words, references and look-ups of a text that holds no other Markdown."""
    at = 0
    for match in CITED.finditer(text):
        if match.start() > at:
            yield Words(text[at : match.start()])
        yield Reference(match[1]) if match[1] else LookUp(match[2])
        at = match.end()
    if at < len(text):
        yield Words(text[at:])


def _hold(match: re.Match[str], held: list[str]) -> str:
    held.append(match.group())
    return f"\ufdd1{len(held) - 1}\ufdd1"


def _code(text: str) -> Iterator[Problem]:
    """What looks like the code of a template language. It is never run; somebody thought that it would be."""
    for match in CODE.finditer(text):
        message = f"{match.group()[:40]} looks like the code of a template; it does nothing here"
        yield Problem("not-a-look-up", message, "remove it", match.group()[:20])


def plain(text: str) -> str:
    """The words alone, for searching: references and look-ups give a space."""
    return " ".join(run.text if isinstance(run, Words) else " " for run in parse(text).runs)


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 -- read only where a text needs it

    # HTML, links to the web, tables and entities stay plain characters: text from anyone is data.
    rules = ("html_block", "html_inline", "autolink", "entity", "reference")
    return MarkdownIt("commonmark").disable(list(rules))


def _not_printed(token: Token, text: str) -> Problem:
    what, hint = NOT_PRINTED[token.type]
    line = text.splitlines()[token.map[0]].strip() if token.map else token.content
    code = "markdown-list" if "list" in token.type else "markdown-not-printed"
    return Problem(code, f"{what} stands in the text", hint, line[:40])


def _inline(tokens: list[Token], held: list[str], problems: list[Problem]) -> Iterator[Run]:
    """The runs of one paragraph, neighbours in one style joined."""
    bold = italic = 0
    target: str | None = None
    inside: list[Words | LookUp] = []
    pending = ""
    style = (False, False)

    def flush() -> Iterator[Run]:
        nonlocal pending
        for run in _look_ups(pending, *style, held, problems):
            if target is None:
                yield run
            else:
                inside.append(run)
        pending = ""

    for token in tokens:
        if token.type in ("text", "softbreak", "text_special", *NOT_PRINTED):
            if token.type in NOT_PRINTED and token.type != "text":
                problems.append(_not_printed(token, token.content))
            if (bool(bold), bool(italic)) != style:
                yield from flush()
                style = (bool(bold), bool(italic))
            pending += " " if token.type in ("softbreak", "hardbreak") else token.content
        elif token.type == "link_open":
            yield from flush()
            target = str(token.attrs["href"])
            inside = []
        elif token.type == "link_close" and target is not None:
            yield from flush()
            here, target = target, None
            yield from _reference(here, tuple(inside), problems)
        else:
            bold += token.nesting if token.type.startswith("strong") else 0
            italic += token.nesting if token.type.startswith("em") else 0
    yield from flush()


def _reference(href: str, words: tuple[Words | LookUp, ...], problems: list[Problem]) -> Iterator[Run]:
    if href.startswith("#"):
        yield Reference(href[1:], words)
        return
    hint = "write [](#id) for a reference; write an address on the web as words"
    problems.append(Problem("markdown-not-printed", f"a link to {href[:60]} stands in the text", hint, href[:40]))
    yield from words


def _look_ups(
    text: str, bold: bool, italic: bool, held: list[str], problems: list[Problem]
) -> Iterator[Words | LookUp]:
    """Words and look-ups. What stands between braces and is no dotted name is a problem and never code."""
    for position, part in enumerate(HELD.split(text)):
        if position % 2 == 0:
            if part:
                yield Words(part.replace(LITERAL, "{{"), bold, italic)
            continue
        written = held[int(part)]
        path = written[2:-2].strip()
        if PATH.match(path):
            yield LookUp(path, bold, italic)
            continue
        hint = "a look-up is a dotted name such as {{ term.end }}; write \\{{ for two braces"
        problems.append(Problem("not-a-look-up", f"{written[:60]} is not a look-up", hint, written[:40]))
        yield Words(written, bold, italic)
