"""The words of a clause: Markdown to our own frozen runs.

The only room that imports markdown_it. Look-ups are found after Markdown has been read, so that their values are never
read as Markdown. Markdown that we do not print is a problem that says so; it is never dropped without a word.

Blanks (spaces, tabs and line breaks) that follow one another print as one space. Every other space, such as the
no-break space between a pound sign and its figure, is a character like any other and is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

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
    """Characters by which it can be found in the source, e.g. `{{ 7*7 }}`."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The paragraphs of one field, as runs, and the problems in it. There is at least one paragraph."""

    paragraphs: tuple[tuple[Run, ...], ...]
    problems: tuple[Problem, ...] = ()

    @property
    def runs(self) -> Iterator[Run]:
        """Every run of every paragraph."""
        for paragraph in self.paragraphs:
            yield from paragraph


BLANKS = str.maketrans(dict.fromkeys("\t\n\r\f\v\x1c\x1d\x1e\x1f", " "))
"""The white space of ASCII, as `str.split` knows it."""
SPACES = re.compile(" {2,}")
SPECIAL = re.compile(
    r"[*_\[\]\\`{}\r]|~~~|\n[ \t]*\n|(?:\A|\n)[ \t]*(?:[-+#>=]|[0-9]+[.)])|\A[ ]*[\t\n]|\A[ ]{4}|[ ]{2}\n"
)
"""Signs that Markdown may read as more than words. A text without them needs no Markdown."""
CITED = re.compile(r"(?<!!)\[\]\(#([a-z][a-z0-9-]*)\)|\{\{ *([a-z][a-z0-9_]*(?:\.[a-z0-9][a-z0-9_-]*)*) *\}\}")
"""References without words, and look-ups: most of what a clause holds beside words. They need no Markdown either."""
LOOK_UP = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
PATH = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9][a-z0-9_-]*)*\Z")
SIGNS = re.compile(r"[\\`*_\[\]{}]")
"""What has a meaning inside a line of Markdown, or begins a look-up."""
CODE = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
LITERAL = "\ufdd0"
HELD = re.compile("\ufdd1([0-9]+)\ufdd1")
"""Stand for `\\{{` and for each look-up while Markdown is read, which would take underscores in them for emphasis.
Noncharacters, which no source may hold."""
EDGE = "\ufdd2"
SPECIAL_SPACE = r"[^\S \t\n\f\v\x1c-\x1f]"
AT_EDGE = re.compile(rf"(?m)^[ \t\f\v]*(?={SPECIAL_SPACE})|(?<={SPECIAL_SPACE})(?=[ \t\f\v]*$)")
"""Stands between a special space and the edge of its line, where Markdown would drop the space."""

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
    "image": ("a picture", "a clause cannot hold pictures"),
    "hardbreak": ("a forced line break", "leave an empty line for a new paragraph, or write sub-clauses"),
}


@lru_cache(maxsize=65536)
def parse(text: str) -> Parsed:
    """The paragraphs and problems of one field. Each distinct text is read once.

    Most texts are read without Markdown, which is many times faster; a property test holds the result to that of
    `parse_markdown`.
    """
    if not SPECIAL.search(text):
        return Parsed(((Words(_line(text)),),))
    if not SPECIAL.search(CITED.sub("", text)):
        return Parsed((tuple(_cited(_line(text))),))
    return parse_markdown(text)


def parse_markdown(text: str) -> Parsed:
    """The same, always read as Markdown."""
    return _Field(text).parsed()


def plain(text: str) -> str:
    """The words alone, for searching: references, look-ups and special spaces give an ordinary space."""
    return " ".join(" ".join(run.text if isinstance(run, Words) else " " for run in parse(text).runs).split())


def filled(text: str, value: Callable[[str], str]) -> str:
    """The source of a field with each look-up replaced by its value, written so that nothing in it is Markdown.

    `value` gives the value of a dotted path. What stands between braces and is no dotted name stays as it is.
    """

    def put(match: re.Match[str]) -> str:
        path = match[1].strip()
        return SIGNS.sub(r"\\\g<0>", value(path)) if PATH.match(path) else match[0]

    return LOOK_UP.sub(put, text.replace("\\{{", LITERAL)).replace(LITERAL, "\\{{") if "{{" in text else text


def _line(text: str) -> str:
    """The text on one line, without blanks at its ends."""
    return " ".join(text.split()) if text.isascii() else _spaced(text).strip(" ")


def _spaced(text: str) -> str:
    """The text with one space for each series of blanks."""
    text = text.translate(BLANKS)
    return SPACES.sub(" ", text) if "  " in text else text


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


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 -- read only where a text needs it

    # HTML, links to the web, tables and entities stay plain characters: text from anyone is data.
    rules = ("html_block", "html_inline", "autolink", "entity", "reference")
    return MarkdownIt("commonmark").disable(list(rules))


class _Link(NamedTuple):
    """A link; its number tells two neighbours with the same address apart."""

    number: int
    address: str


class _Piece(NamedTuple):
    """Words as Markdown gives them, look-ups still held back."""

    text: str
    style: tuple[bool, bool]
    """Bold, italic."""
    link: _Link | None


class _Field:
    """One field while it is read as Markdown."""

    def __init__(self, text: str) -> None:
        self._text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._problems = list(_code(text))
        self._look_ups: list[str] = []
        """As they are written, by the number that stands for each."""

    def parsed(self) -> Parsed:
        """Its paragraphs and problems."""
        held = LOOK_UP.sub(self._hold, self._text.replace("\\{{", LITERAL))
        tokens = _markdown().parse(AT_EDGE.sub(lambda blanks: blanks.group() + EDGE, held))
        paragraphs: list[tuple[Run, ...]] = []
        for token in tokens:
            if token.type in NOT_PRINTED:
                self._problems.append(_not_printed(token, self._text))
            if token.type == "inline" and token.children:
                self._problems += [
                    _not_printed(c, self._written(c.content)) for c in token.children if c.type in NOT_PRINTED
                ]
                paragraphs.append(tuple(self._runs(token.children)))
        return Parsed(tuple(paragraphs) or ((Words(""),),), tuple(self._problems))

    def _hold(self, match: re.Match[str]) -> str:
        self._look_ups.append(match.group())
        return f"\ufdd1{len(self._look_ups) - 1}\ufdd1"

    def _written(self, text: str) -> str:
        """Words that Markdown gave back, as they stand in the source."""
        text = text.replace(EDGE, "").replace(LITERAL, "\\{{")
        return HELD.sub(lambda match: self._look_ups[int(match[1])], text)

    def _runs(self, tokens: Iterable[Token]) -> Iterator[Run]:
        """The runs of one paragraph, neighbours in one style joined."""
        for link, pieces in groupby(_pieces(tokens), key=lambda piece: piece.link):
            words = tuple(self._words(pieces))
            if link and link.address.startswith("#"):
                yield Reference(link.address[1:], words)
                continue
            if link:
                self._problems.append(_web_link(link.address))
            yield from words

    def _words(self, pieces: Iterable[_Piece]) -> Iterator[Words | LookUp]:
        for (bold, italic), alike in groupby(pieces, key=lambda piece: piece.style):
            text = _spaced("".join(piece.text for piece in alike).replace(EDGE, ""))
            for position, part in enumerate(HELD.split(text)):
                if position % 2:
                    yield self._look_up(self._look_ups[int(part)], bold, italic)
                elif part:
                    yield Words(part.replace(LITERAL, "{{"), bold, italic)

    def _look_up(self, written: str, bold: bool, italic: bool) -> Words | LookUp:
        """A look-up. What stands between braces and is no dotted name is a problem and never code."""
        path = written[2:-2].strip()
        if PATH.match(path):
            return LookUp(path, bold, italic)
        hint = "a look-up is a dotted name such as {{ term.end }}; write \\{{ for two braces"
        self._problems.append(Problem("not-a-look-up", f"{written[:60]} is not a look-up", hint, written[:40]))
        return Words(_spaced(written), bold, italic)


def _pieces(tokens: Iterable[Token]) -> Iterator[_Piece]:
    """The words of one paragraph; a link gives at least one piece, so that one without words is not lost."""
    bold = italic = number = 0
    link: _Link | None = None
    for token in tokens:
        text = ""
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
                continue
            case "em_open" | "em_close":
                italic += token.nesting
                continue
            case "link_open":
                number += 1
                link = _Link(number, str(token.attrs["href"]))
            case "link_close":
                link = None
                continue
            case "softbreak" | "hardbreak":
                text = " "
            case _:
                text = token.content
        yield _Piece(text, (bold > 0, italic > 0), link)


def _code(text: str) -> Iterator[Problem]:
    """What looks like the code of a template language. It is never run; the writer may expect that it is."""
    for match in CODE.finditer(text):
        message = f"{match.group()[:40]} looks like the code of a template; it does nothing here"
        yield Problem("not-a-look-up", message, "remove it", match.group()[:20])


def _not_printed(token: Token, text: str) -> Problem:
    what, hint = NOT_PRINTED[token.type]
    line = text.split("\n")[token.map[0]].strip() if token.map else text
    code = "markdown-list" if "list" in token.type else "markdown-not-printed"
    return Problem(code, f"the text holds {what}", hint, line[:40])


def _web_link(address: str) -> Problem:
    hint = "write [](#id) for a reference; write an address on the web as words"
    return Problem("markdown-not-printed", f"the text holds a link to {address[:60]}", hint, address[:40])
