"""The second reader: carries a printed deed out on the words of the old print.

It sees paragraphs with their styles, numbers and words, as Word would show them, and knows nothing of how the deed was
compiled. Whoever gets the deed could do the same by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from section75.errors import Section75Error

VARIATION = "Variation of the Agreement"
"""The heading of the clause that holds the instructions."""
REWORD = re.compile(r"In (?P<at>.+?), for “(?P<old>[^“”]+)” substitute “(?P<new>[^“”]+)”\.")
SUBSTITUTE = re.compile(r"For (?P<at>.+) substitute:")
INSERT = re.compile(r"(?P<where>After|Before) (?P<at>.+) insert:")
DELETE = re.compile(r"Delete (?P<at>.+?)(?P<keeps>; its number is not used)?\.")
PARAGRAPH = re.compile(r"the (?P<nth>\w+) paragraph of (?P<of>the definition of .+)")
PART_OF = re.compile(r"the (?:heading|title|opening words) of (?P<of>.+)")
DEFINITION = re.compile(r"the definition of “(?P<term>.+)”(?: in (?P<schedule>Schedule \S+))?")
FIGURES = re.compile(r"\d+")
FIGURES_TH = re.compile(r"^the (\d+)(?:st|nd|rd|th) ")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
HEADING, DEFINED = "Deed heading", "Definition"
LISTED = {"Party": "the description of party {}", "Recital": "recital {}"}
SCHEDULE, SECTIONS = "Schedule heading", ("heading 2", "Appendix heading")
CLAUSES = re.compile(r"heading [13]|(?:Clause|Paragraph) \d")
TEXT = re.compile(r"(?:Clause|Paragraph) text (?P<level>\d)")
TABLES = ("caption", "Table text", "Table heading")
CAPTION = re.compile(r"(?P<table>Table \S+?): .*")
GAP = "\u2003"
NOT_USED = "Not used"


class Said(NamedTuple):
    """A paragraph as a reader sees it."""

    style: str
    number: str
    """As it prints, e.g. (aa); "" for none."""
    level: int
    """Of its number in its list, from 0."""
    words: str


class UnreadableError(Section75Error):
    """A deed that cannot be carried out."""


class _Thing(NamedTuple):
    """What an address may mean."""

    start: int
    end: int
    """Behind the last paragraph that stands below it."""


class _Order(NamedTuple):
    """An instruction, and the paragraphs that follow it."""

    words: str
    put_in: list[tuple[str, str]]
    cells: set[int]
    """Which of them stand in a table, and so in no quotation marks."""


def applied(deed: Sequence[Said], old: Sequence[Said]) -> list[tuple[str, str]]:
    """The number and the words of every paragraph after the deed.

    Raises `UnreadableError` where an instruction is not understood, names nothing, or meets another.
    """
    numbered = [(each.number, each.words) for each in old]
    things = _things(old)
    cuts: list[tuple[int, int, list[tuple[str, str]]]] = []
    for order in _orders(deed):
        if found := REWORD.fullmatch(order.words):
            at = _found(things, old, found["at"]).start
            number, words = numbered[at]
            if old[at].words.count(found["old"]) != 1 or words.count(found["old"]) != 1:
                raise UnreadableError(f"“{found['old']}” does not stand once in {found['at']}")
            numbered[at] = number, words.replace(found["old"], found["new"])
        else:
            cuts.append(_cut(order, things, old))
    return _cut_and_pasted(numbered, cuts)


def _cut(order: _Order, things: dict[str, _Thing], old: Sequence[Said]) -> tuple[int, int, list[tuple[str, str]]]:
    """From where to where the old paragraphs go, and what comes in their place."""
    if found := SUBSTITUTE.fullmatch(order.words):
        return *_found(things, old, found["at"]), order.put_in
    if found := INSERT.fullmatch(order.words):
        start, end = _found(things, old, found["at"])
        at = start if found["where"] == "Before" else end
        return at, at, order.put_in
    if found := DELETE.fullmatch(order.words):
        start, end = _found(things, old, found["at"])
        return start, end, [(old[start].number, NOT_USED)] if found["keeps"] else []
    raise UnreadableError(f"this instruction is not understood: {order.words}")


def _cut_and_pasted(
    numbered: list[tuple[str, str]], cuts: list[tuple[int, int, list[tuple[str, str]]]]
) -> list[tuple[str, str]]:
    made: list[tuple[str, str]] = []
    at = 0
    for start, end, put_in in sorted(cuts, key=lambda cut: cut[:2]):
        if start < at:
            raise UnreadableError(f"two instructions change the same words: {numbered[start][1][:60]}")
        made += [*numbered[at:start], *put_in]
        at = end
    return [*made, *numbered[at:]]


def _orders(deed: Sequence[Said]) -> Iterator[_Order]:
    """The instructions of the clause on variation."""
    begins = [i for i, each in enumerate(deed) if each.style == "heading 1" and each.words == VARIATION]
    if len(begins) != 1:
        raise UnreadableError("the deed does not have one clause on the variation")
    order: _Order | None = None
    for each in deed[begins[0] + 1 :]:
        if each.style == "heading 1":
            break
        if each.number:
            if order:
                yield _whole(order)
            order = _Order(each.words, [], set())
        elif order:
            if each.style in TABLES:
                order.cells.add(len(order.put_in))
                order.put_in.append(("", each.words))
                continue
            number, gap, words = each.words.removeprefix("“").partition(GAP)
            order.put_in.append((number, words) if gap else ("", number))
    if order:
        yield _whole(order)


def _whole(order: _Order) -> _Order:
    """The instruction without the mark that closes the quotation: that of the last paragraph outside a table."""
    for index in reversed(range(len(order.put_in))):
        number, words = order.put_in[index]
        if index not in order.cells:
            order.put_in[index] = number, words.removesuffix("”")
            break
    return order


def _found(things: dict[str, _Thing], old: Sequence[Said], address: str) -> _Thing:
    """What an address means. Raises `UnreadableError` where it means nothing, or two things."""
    if whole := PART_OF.fullmatch(address):
        start = _found(things, old, whole["of"]).start
        return _Thing(start, start + 1)
    if (named := DEFINITION.fullmatch(address)) is not None:
        return _definition(things, old, named["term"], named["schedule"] or "")
    address = FIGURES_TH.sub(r"the \1 ", address)
    if address in things:
        return things[address]
    if (nth := PARAGRAPH.fullmatch(address)) and (defined := DEFINITION.fullmatch(nth["of"])):
        start = _definition(things, old, defined["term"], defined["schedule"] or "").start + _nth(nth["nth"]) - 1
        return _Thing(start, start + 1)
    raise UnreadableError(f"there is no such thing as {address}")


def _definition(things: dict[str, _Thing], old: Sequence[Said], term: str, schedule: str) -> _Thing:
    within = things[schedule] if schedule else _Thing(0, _first_schedule(old))
    found = [
        index
        for index in range(*within)
        if old[index].style == DEFINED and re.match(rf"{re.escape(term)}(?![\w-])", old[index].words)
    ]
    if len(found) != 1:
        raise UnreadableError(f"the definition of “{term}” is not found once")
    return _Thing(found[0], found[0] + 1)


def _first_schedule(old: Sequence[Said]) -> int:
    return next((index for index, each in enumerate(old) if each.style == SCHEDULE), len(old))


def _nth(said: str) -> int:
    figures = FIGURES.match(said)
    return int(figures[0]) if figures else ORDINALS.index(said) + 1


def _things(old: Sequence[Said]) -> dict[str, _Thing]:
    """Everything that can be named, with where it begins and ends. Raises `UnreadableError` for two of one name."""
    found: dict[str, _Thing] = {}
    seen = list(_Walk().seen(old))
    for index, each in enumerate(seen):
        if not each.name:
            continue
        if each.name in found:
            raise UnreadableError(f"two things are called {each.name}")
        found[each.name] = _Thing(index, _end(seen, old, index))
    return found


def _end(seen: Sequence[_Seen], old: Sequence[Said], index: int) -> int:
    """Behind the last paragraph that belongs to one: of a table its cells, of what is numbered what stands deeper."""
    end = index + 1
    if old[index].style == TABLES[0]:
        while end < len(old) and old[end].style in TABLES[1:]:
            end += 1
    elif seen[index].is_whole:
        while end < len(seen) and (seen[end].depth is None or (seen[end].depth or 0) > (seen[index].depth or 0)):
            end += 1
    return end


class _Seen(NamedTuple):
    """What a paragraph is called and how deep it stands."""

    name: str
    """"" for a cell, and for a definition, which is found by its term."""
    depth: int | None
    """None for what stands in whatever is open."""
    is_whole: bool = False
    """Whether its name means what stands below it too."""


class _Walk:
    """Reads down the old print and knows what each paragraph stands in."""

    def __init__(self) -> None:
        self.schedule = self.section = self.definition = ""
        self.open: list[tuple[int, str]] = []
        """Depth and name of what is open, the innermost last."""
        self.full: list[str] = []
        """The number of the clause that is open, as cited at each level."""
        self.last = ""
        """What was opened last; closing words follow something else that stands below it."""
        self.above: dict[str, str] = {}
        """For each thing that begins with a heading or a title, what stands above its words."""
        self.texts: dict[str, int] = {}

    def seen(self, old: Sequence[Said]) -> Iterator[_Seen]:
        for each in old:
            yield self._seen(each)

    def _seen(self, said: Said) -> _Seen:
        if said.style in TABLES:
            caption = CAPTION.fullmatch(said.words) if said.style == TABLES[0] else None
            return _Seen(f"{caption['table']} of {self.schedule}" if caption else "", None)
        if said.style == DEFINED:
            self.last = ""
            return _Seen("", None)
        if said.style == HEADING:
            name = f"the heading “{said.words}”"
            self.above[name] = name
            return self._opened(name, 0)
        return self._numbered(said) if said.number else self._text(said)

    def _numbered(self, said: Said) -> _Seen:
        if said.style == SCHEDULE:
            self.schedule = self.section = said.number
            self.above[said.number] = f"the title of {said.number}"
            return self._opened(said.number, 0)
        if said.style in SECTIONS:
            self.section = f"{said.number} of {self.schedule}"
            self.above[self.section] = f"the title of {self.section}"
            return self._opened(self.section, 2)
        if said.style in LISTED:
            return self._opened(LISTED[said.style].format(said.number), 10)
        return self._clause(said) if CLAUSES.fullmatch(said.style) else self._text(said)

    def _clause(self, said: Said) -> _Seen:
        above = self.full[said.level - 1] if said.level > 1 else ""
        self.full = [*self.full[: said.level], above + said.number]
        cited = self.full[said.level]
        name = f"paragraph {cited} of {self.section}" if self.section else f"clause {cited}"
        if said.style.startswith("heading"):
            self.above[name] = f"the heading of {name}"
        return self._opened(name, 10 + 2 * said.level)

    def _opened(self, name: str, depth: int) -> _Seen:
        self._close(depth - 1)
        self.open.append((depth, name))
        self.last = name
        return _Seen(name, depth, is_whole=True)

    def _text(self, said: Said) -> _Seen:
        text = TEXT.fullmatch(said.style)
        if self.open and self.open[-1][0] >= 10:
            self._close(8 + 2 * int(text["level"]) if text else 10)
        depth, of = self.open[-1] if self.open else (0, "")
        first, others = f"the words under {self.above.get(of)}", f"under {self.above.get(of)}"
        if of != self.last:
            first, others = f"the closing words of {of}", f"of the closing words of {of}"
        elif of not in self.above:
            first, others = "", f"of {of}"
        nth = self.texts[others] = self.texts.get(others, 0 if first else 1) + 1
        shown = ORDINALS[nth - 1] if nth <= len(ORDINALS) else str(nth)
        return _Seen(first if first and nth == 1 else f"the {shown} paragraph {others}", depth + 1)

    def _close(self, deepest: int) -> None:
        while self.open and self.open[-1][0] > deepest:
            self.open.pop()
