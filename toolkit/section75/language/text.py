"""The words of a clause: Markdown to our own frozen runs.

The only room that imports markdown_it. Look-ups are found after Markdown has been read, so that their values are never
read as Markdown. Markdown that we do not print is a problem that says so; it is never dropped without a word.

Blanks (spaces, tabs and line breaks) that follow one another print as one space. Every other space, such as the
no-break space between a pound sign and its figure, is a character like any other and is kept. So is an underscore, and
an asterisk that stands inside a word, before a figure or alone in brackets. A backslash makes the sign after it a plain
one where the sign would mean something; any other backslash is a character too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from section75.language.left_over import GAP, Problem, left_over
from section75.value import dataclass

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
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
    bold: bool = False
    italic: bool = False


Run = Words | LookUp | Reference


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
    r"[*\[\]\\`{}\r]|~~~|\n[ \t]*\n|(?:\A|\n)[ \t]*(?:[-+#>=]|[0-9]+[.)])|\A[ ]*[\t\n]|\A[ ]{4}|[ ]{2}\n"
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
"""Stand for `\\{{` and for each look-up while Markdown is read. Noncharacters, which no source may hold."""
PLAIN = {sign: chr(0xFDD3 + index) for index, sign in enumerate("*[]{}<&|~`#-+=>.)_")}
"""Stand for signs that mean nothing where they stand: those behind a backslash, and every underscore."""
SHOWN = str.maketrans({LITERAL: "{{", **{stand: sign for sign, stand in PLAIN.items()}})
ESCAPED = re.compile(
    r"\\(\{\{|[*\[\]{}<&|~`#])|(?m:^)((?=[ \t]*(?:\\+[-+=>]|[0-9]+\\+[.)]))[ \t]*[0-9]*\\*)\\([-+=>.)])|(_)"
)
"""A backslash and the sign that it makes plain: one that means something anywhere, or at the beginning of a line."""
INSIDE = re.compile(f"{LITERAL}[^{LITERAL}]*?\\}}\\}}")
"""Two braces made plain, as far as the two that close them."""
BEFORE_WORDS, AFTER_WORDS = "([{", ")]}.,;:!?"
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
        line = one_line(text)
        return Parsed(((Words(line),),), tuple(left_over(line)))
    if not SPECIAL.search(CITED.sub("", text)):
        line = one_line(text)
        return Parsed((tuple(_cited(line)),), tuple(left_over(CITED.sub(GAP, line))))
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


def one_line(text: str) -> str:
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
    rules = ("html_block", "html_inline", "autolink", "entity", "reference", "escape")
    reader = MarkdownIt("commonmark").disable(list(rules))
    reader.inline.ruler.at("emphasis", _emphasis)
    # An address is taken as it is typed: nothing here follows it.
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return reader


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Asterisks as Markdown reads them, but for those inside a word, before a figure or alone in brackets."""
    from markdown_it.rules_inline.emphasis import tokenize  # noqa: PLC0415 -- as above

    start = state.pos
    if not tokenize(state, silent):
        return False
    before = state.src[start - 1 : start]
    after = state.src[state.pos : state.pos + 1]
    for mark in state.delimiters[start - state.pos :]:
        mark.open = mark.open and not before.isalnum() and after not in AFTER_WORDS
        mark.close = mark.close and not after.isdigit() and before not in BEFORE_WORDS
    return True


class _Link(NamedTuple):
    """A link; its number tells two neighbours with the same address apart."""

    number: int
    address: str
    title: str
    style: tuple[bool, bool]


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
        held = LOOK_UP.sub(self._hold, ESCAPED.sub(_held, self._text))
        tokens = _markdown().parse(AT_EDGE.sub(lambda blanks: blanks.group() + EDGE, held))
        paragraphs: list[tuple[Run, ...]] = []
        for token in tokens:
            if token.type in NOT_PRINTED:
                self._problems.append(_not_printed(token, self._text))
            if token.type == "inline" and token.children:
                self._problems += [
                    _not_printed(c, self._written(c.content)) for c in token.children if c.type in NOT_PRINTED
                ]
                pieces = tuple(_pieces(token.children))
                paragraphs.append(tuple(self._runs(pieces)))
                for found in left_over(_typed(pieces)):
                    message, needle = self._written(found.message), self._written(found.needle)
                    self._problems.append(replace(found, message=message, needle=needle))
        return Parsed(tuple(paragraphs) or ((Words(""),),), tuple(self._problems))

    def _hold(self, match: re.Match[str]) -> str:
        self._look_ups.append(match.group())
        return f"\ufdd1{len(self._look_ups) - 1}\ufdd1"

    def _written(self, text: str) -> str:
        """Words that Markdown gave back, as they stand in the source."""
        text = text.replace(EDGE, "").replace(PLAIN["_"], "_")
        text = re.sub("[\ufdd0\ufdd3-\ufdef]", lambda match: "\\" + match.group().translate(SHOWN), text)
        return HELD.sub(lambda match: self._look_ups[int(match[1])], text)

    def _runs(self, every: Iterable[_Piece]) -> Iterator[Run]:
        """The runs of one paragraph, neighbours in one style joined."""
        for link, pieces in groupby(every, key=lambda piece: piece.link):
            words = tuple(self._words(pieces))
            if link and link.title:
                self._problems.append(_titled(self._written(link.title)))
            if link and link.address.startswith("#"):
                blank = all(isinstance(word, Words) and not word.text.strip() for word in words)
                yield Reference(self._written(link.address[1:]), () if blank else words, *link.style)
                continue
            if link:
                self._problems.append(_web_link(self._written(link.address)))
            yield from words

    def _words(self, pieces: Iterable[_Piece]) -> Iterator[Words | LookUp]:
        for (bold, italic), alike in groupby(pieces, key=lambda piece: piece.style):
            text = _spaced("".join(piece.text for piece in alike).replace(EDGE, ""))
            for position, part in enumerate(HELD.split(text)):
                if position % 2:
                    yield self._look_up(self._look_ups[int(part)], bold, italic)
                elif part:
                    yield Words(part.translate(SHOWN), bold, italic)

    def _look_up(self, written: str, bold: bool, italic: bool) -> Words | LookUp:
        """A look-up. What stands between braces and is no dotted name is a problem and never code."""
        written = self._written(written)
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
                address, title = (str(token.attrs.get(name, "")) for name in ("href", "title"))
                link = _Link(number, address, title, (bold > 0, italic > 0))
            case "link_close":
                link = None
                continue
            case "softbreak" | "hardbreak":
                text = " "
            case _:
                text = token.content
        yield _Piece(text, (bold > 0, italic > 0), link)


def _held(match: re.Match[str]) -> str:
    """What stands for a sign behind a backslash while Markdown is read."""
    sign = match[1] or match[3] or match[4]
    return (match[2] or "") + (LITERAL if sign == "{{" else PLAIN[sign])


def _typed(pieces: Iterable[_Piece]) -> str:
    """The words of a paragraph in which marks may be left over; signs behind a backslash are none."""
    words = "".join(piece.text if piece.text or not piece.link else GAP for piece in pieces).replace(PLAIN["_"], "_")
    return HELD.sub(GAP, INSIDE.sub(GAP, one_line(words.replace(EDGE, ""))))


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


def _titled(title: str) -> Problem:
    message = f"a reference has no title, and {title[:60]} would not print"
    return Problem("markdown-not-printed", message, "write [words](#id)", title[:40])


def _web_link(address: str) -> Problem:
    hint = "write [](#id) for a reference; write an address on the web as words"
    return Problem("markdown-not-printed", f"the text holds a link to {address[:60]}", hint, address[:40])
