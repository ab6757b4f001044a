"""A side of an edit taken apart: words, figures, names, references and signs, each with what it speaks of.

Each item has a key. Two sides whose keys are the same differ only in what a closed list allows: the kind of spaces,
quotation marks and dashes, listed spellings, and the capital of a word that is no term and no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple
from unicodedata import normalize

from section75.compare.kind import Kind
from section75.compare.rules import OF_QUANTITY, PHRASES, is_exchanged, kinds_of_word
from section75.compare.vocabulary import SMALL, Vocabulary
from section75.document import Live, Reference
from section75.language.quantities import BEGINS, SIGNS, Quantity, quantity_at
from section75.language.spellings import SPELLINGS, spelled

Key = tuple[object, ...]
STANDS_FOR_REFERENCE = "\ufffc"
"""The character that stands in a text for a live reference."""
TOKEN = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*|[^\s\w]|_")
HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){1,3}")
STATUTE = re.compile(
    r"[A-Z][\w'\u2019,()-]*+(?: (?:of|and|for|the|to|in|on|[A-Z(][\w'\u2019,()-]*+)){0,14}?"
    r" (?:Act|Regulations|Order|Rules) [12][0-9]{3}\b"
)
"""An Act or instrument by its title and year."""
HAS_STATUTE = re.compile(r"(?:Act|Regulations|Order|Rules) [12][0-9]{3}")
HYPHENS = frozenset("-\u2010\u2011\u2013")
DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")
DOUBLE = frozenset('"\u201c\u201d\u201e\u00ab\u00bb')
SINGLE = frozenset("'\u2018\u2019\u201b`")
QUOTED = re.compile(r"(?<![\w'\u2018\u2019])['\u2018]([^'\u2018\u2019\n]*)['\u2019](?!\w)")
"""Words between single quotation marks, which mean what double ones mean."""
NAMED = (
    "i may march act acts order rules code state us it who nhs council trust board party parties fund schedule part "
    "table appendix minister secretary parliament court crown monday tuesday wednesday thursday friday saturday "
    "sunday january february april june july august september october november december england wales"
)
"""Words of which the capital says something, in any agreement."""
CAPITALS = frozenset(NAMED.split())
TIDIED = str.maketrans({**dict.fromkeys(DASHES, "-"), **dict.fromkeys(SINGLE, "'")})
BESIDE_SIGN = re.compile(r"(?<=[\u00a3$\u20ac])\s+|\s+(?=%)")
REFERENCE_WORDS = re.compile(
    r"\b(?:of|clauses?|paragraphs?|schedules?|parts?|appendix|recitals?|rows?|tables?)\b|\W+", re.IGNORECASE
)
CASED = frozenset({Quantity.MONEY, Quantity.DATE, Quantity.REFERENCE})
"""Figures of which the capitals are compared too."""
PHRASE = re.compile("|".join(map(re.escape, sorted(PHRASES, key=len, reverse=True))))
PHRASE_BEGINS = frozenset(phrase.split()[0] for phrase in PHRASES)
NEXT_WORD = re.compile(r"[(\[]\s*([^\W\d_]+)")
LAST_WORD = re.compile(r"([^\W\d_]+)\s*$")
FURTHEST = 24
"""Characters before a closing bracket in which the last word in it is looked for."""
NONE: frozenset[Kind] = frozenset()
IS_REFERENCE = frozenset({Kind.REFERENCE})
SPACES = {code: " " for code in range(0x3001) if chr(code).isspace()}
"""Every kind of space is a space."""


class Item(NamedTuple):
    """One word, figure, name, reference or sign of a text."""

    start: int
    end: int
    key: Key
    kinds: frozenset[Kind] = NONE
    exchanged: bool = False
    """Whether it counts only where another of its sort takes its place."""


def items(text: str, vocabulary: Vocabulary, references: Mapping[int, Reference]) -> list[Item]:
    """The items of a text by where they begin. A phrase or figure and the words in it are items side by side."""
    return sorted(_items(QUOTED.sub(r'"\1"', text.translate(SPACES)), vocabulary, references), key=itemgetter(0))


def _items(text: str, vocabulary: Vocabulary, references: Mapping[int, Reference]) -> Iterator[Item]:
    small = text.translate(SMALL)
    statutes = HAS_STATUTE.search(text) is not None
    free = name_ends = figure_ends = 0
    for match in TOKEN.finditer(text):
        start, end = match.span()
        shown, first = match.group(), small[start:end]
        if first in vocabulary.by_first and start >= name_ends and (name := vocabulary.at(small, first, start)):
            name_ends = start + len(name.small)
            free = max(free, name_ends)
            yield _named(text[start:name_ends], start, name.kind)
        if first in PHRASE_BEGINS and (phrase := PHRASE.match(small, start)):
            yield Item(start, phrase.end(), ("phrase", phrase.group()), PHRASES[phrase.group()])
        if start in references:
            yield Item(start, end, _of_reference(references[start]), IS_REFERENCE)
            continue
        if start >= figure_ends and (figure := _figure(text, start, first, statutes)):
            figure_ends = figure.end
            free = max(free, figure_ends)
            yield figure
        if start < free:
            if end > free:
                yield Item(free, end, ("word", text[free:end]))
            continue
        if not shown[0].isalnum():
            yield from _sign(text, start, shown)
        elif text[end : end + 1] == "-" and (joined := _joined(text, start)):
            free = start + len(joined)
            yield Item(start, free, *_word(joined))
        else:
            yield Item(start, end, *_word(shown))


def _named(written: str, start: int, kind: Kind) -> Item:
    """A term or a name; written without any capital it is only a word like others, but never the same as with one."""
    kinds = kinds_of_word(written.rpartition(" ")[2])
    return Item(start, start + len(written), ("name", written), kinds if written.islower() else kinds | {kind})


def _figure(text: str, start: int, first: str, statutes: bool) -> Item | None:
    if statutes and text[start].isupper() and (statute := STATUTE.match(text, start)):
        return Item(start, statute.end(), ("figure", statute.group()), IS_REFERENCE)
    if first not in BEGINS and first[0] not in SIGNS and not first[0].isdigit():
        return None
    found = quantity_at(text, start)
    if found is None:
        return None
    quantity, begins, end = found
    written = BESIDE_SIGN.sub("", " ".join(text[begins:end].split())).translate(TIDIED)
    return Item(begins, end, ("figure", written if quantity in CASED else written.lower()), OF_QUANTITY[quantity])


def _joined(text: str, start: int) -> str:
    """A word with hyphens that is a listed spelling of one without, or ""."""
    match = HYPHENATED.match(text, start)
    return match.group() if match and match.group().lower() in SPELLINGS else ""


@lru_cache(maxsize=65536)
def _word(shown: str) -> tuple[Key, frozenset[Kind], bool]:
    """The key and kinds of a word, and whether it counts only where another takes its place."""
    plain = shown if shown.isascii() else normalize("NFC", shown.translate(TIDIED))
    small = plain.lower()
    keeps_capital = small in CAPITALS or plain[1:] != small[1:] or not plain.isalpha()
    key = plain if keeps_capital and plain != small else spelled(small)
    return ("word", key), kinds_of_word(plain), is_exchanged(plain)


def _sign(text: str, start: int, shown: str) -> Iterator[Item]:
    """A sign, unless it only joins two words. A bracket is about the word that it stands beside, as in "(not)"."""
    if shown in HYPHENS and text[start - 1 : start].isalpha() and text[start + 1 : start + 2].isalpha():
        return
    same = '"' if shown in DOUBLE else shown.translate(TIDIED)
    yield Item(start, start + 1, ("sign", same), _of_bracket(text, start) if shown in "()[]" else NONE)


def _of_bracket(text: str, start: int) -> frozenset[Kind]:
    if text[start] in "([":
        if figure := quantity_at(text, start + 1):
            return OF_QUANTITY[figure[0]]
        beside = NEXT_WORD.match(text, start)
    else:
        beside = LAST_WORD.search(text[max(0, start - FURTHEST) : start])
    return kinds_of_word(beside.group(1)) if beside else NONE


def _of_reference(reference: Reference) -> Key:
    """What a live reference says apart from its number and the place of its target, which follow from a move."""
    said = " ".join(piece for piece in reference.pieces if not isinstance(piece, Live))
    return ("reference", reference.target, REFERENCE_WORDS.sub(" ", said).strip())
