"""A Word file held against what it carries: every paragraph, number and reference, and that nothing else is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from section75.compare import compare
from section75.compare.departures import departures
from section75.compose import compose
from section75.document import Document, Style, words_of
from section75.errors import Section75Error
from section75.printing.carried import OLDER, PRINT_AGAIN, Carried
from section75.render.word import NO_CONTENTS, Print, listed, word_parts
from section75.render.word.frame import contents_lines, frame_of
from section75.render.word.names import TABLE_HEADING, TABLE_TEXT
from section75.render.word.proof import Parts, Reading, read_file
from section75.render.word.relations import MAIN
from section75.render.word.vocabulary import strangers
from section75.value import dataclass
from section75.variation.pieces import pieces

TABLES = (Style.CAPTION.value, TABLE_TEXT, TABLE_HEADING)
LONGEST = 120
"""Characters of a paragraph that a difference shows."""
FRAME = "the front sheet, a header, a footer or what stands behind the agreement is not what was printed"
MOST_APART = 4_000
"""Paragraphs from the first to the last difference, above which they are compared one by one in their order."""
TRACKED = b' w:author="'
"""Stands once in each tracked change."""
APPLICATION, REWRITES, OPENING = "docProps/app.xml", b"<Application>LibreOffice", 4_000
"""Where LibreOffice says that it wrote a file. Whoever forges it gains nothing: the file still passes no check."""
Line = tuple[str, str, str]
"""Style, number as printed and words of a paragraph."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What a file differs in from what it carries."""

    faults: tuple[str, ...]
    """Every difference, with the clause; none where it is consistent."""
    paragraphs: int = 0
    """That were compared."""

    @property
    def holds(self) -> bool:
        """Whether nothing differs."""
        return not self.faults


def verified(carried: Carried, template: bytes) -> Verified:
    """What a file says held against its source, printed anew; of a redline, with all changes accepted and rejected.

    `template` is the toolkit's own: names of styles and numbers are held against it, never against the file itself.
    Raises as `Carried.document`, and `TemplateError` for a file that is damaged.
    """
    document, old, before = carried.document(), carried.old_document(), carried.source.before
    if not carried.source.frame:
        raise Section75Error(OLDER.format(carried.name), PRINT_AGAIN)
    printed = _printed(document, template, carried.name)
    faults = list(_departures(read_file(carried.parts, name=carried.name), printed, document))
    faults += _contents(carried.parts, document if old is None else None)
    if old is not None:
        gone = _departures(read_file(carried.parts, reject=True), _printed(old, template, carried.name), old)
        faults += [f"with every change rejected, {each}" for each in gone]
    if before is not None and before.changes != (count := carried.parts[MAIN].count(TRACKED)):
        faults.append(f"it has {count} tracked changes and was printed with {before.changes}")
    faults += _strange(carried.parts, printed, document, tracked=old is not None)
    if frame_of(carried.parts) != carried.source.frame:
        faults.append(FRAME)
    if faults and old is not None and REWRITES in carried.parts.get(APPLICATION, b"")[:OPENING]:
        faults.insert(0, "LibreOffice saved it again, and does not keep every tracked change as it was")
    return Verified(tuple(dict.fromkeys(faults)), len(printed.lines))


def changes_listed(carried: Carried) -> int:
    """How many changes of the text `s75 diff` lists between the two agreements of a redline; 0 for any other print."""
    new, *before = carried.sides()
    if not before:
        return 0
    old = before[0]
    comparison = compare(*(compose(each.required(), numbers=each.numbers) for each in (old, new)))
    found = departures(comparison, old.numbers.in_words(), new.numbers.in_words(), None)
    return sum(departure.tracked for departure in found)


def beside_the_words(carried: Carried, printed: Reading, document: Document) -> Iterator[str]:
    """What a copy holds beside its words that its print does not: pictures, formatting, another front sheet or header.

    Tracked changes are no difference. `printed` is the print of the `document` that it carries.
    """
    yield from _strange(carried.parts, printed, document, tracked=True)
    if frame_of(carried.parts) != carried.source.frame:
        yield FRAME


def _printed(document: Document, template: bytes, name: str) -> Reading:
    return read_file(word_parts(document, template, name, Print(contents=False)))


def _departures(read: Reading, printed: Reading, document: Document) -> Iterator[str]:
    here, there = _lines(read), _lines(printed)
    if here == there:
        yield from _references(read, printed, document)
        return
    places = _places(there, document)
    start = next((i for i, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there)))
    end = 0
    while end < min(len(here), len(there)) - start and here[-1 - end] == there[-1 - end]:
        end += 1
    ours, theirs = here[start : len(here) - end], there[start : len(there) - end]
    for a, b, c, d in _apart(ours, theirs):
        at = places[min(start + c, len(places) - 1)] if places else "the agreement"
        yield from _told(at, ours[a:b], theirs[c:d])


def _apart(ours: Sequence[Line], theirs: Sequence[Line]) -> Iterator[tuple[int, int, int, int]]:
    if max(len(ours), len(theirs)) > MOST_APART:
        yield from ((i, i + 1, i, i + 1) for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b)
        if len(ours) != len(theirs):
            shorter = min(len(ours), len(theirs))
            yield shorter, len(ours), shorter, len(theirs)
        return
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            yield a, b, c, d


def _told(at: str, ours: Sequence[Line], theirs: Sequence[Line]) -> Iterator[str]:
    for one, other in zip(ours, theirs, strict=False):
        if one[1:] == other[1:]:
            yield f"{at}: {_shown(other)} has another style, {one[0] or 'none of ours'}"
        else:
            yield f"{at}: {_shown(one)} should be {_shown(other)}"
    yield from (f"{at}: {_shown(one)} was put in" for one in ours[len(theirs) :])
    yield from (f"{at}: {_shown(other)} is missing" for other in theirs[len(ours) :])


def _lines(read: Reading) -> list[Line]:
    """Every paragraph that says something; an office program may drop an empty one at the end."""
    return [(name, line.shown, line.text) for name, line in read.lines if line.text or line.shown]


def _places(lines: Sequence[Line], document: Document) -> list[str]:
    """For each paragraph of a print the clause or the table in which it stands."""
    addresses = iter([(piece.address, piece.words) for piece in pieces(document)])
    found: list[str] = []
    at = ""
    for name, _, words in lines:
        if name == Style.EXECUTION_HEADING.value:
            addresses, at = iter(()), "the execution"
        elif name not in TABLES[1:] and (words or not at):
            at = next(addresses, (at, ""))[0] or at
        found.append(at)
    return found


def _strange(parts: Parts, printed: Reading, document: Document, tracked: bool) -> Iterator[str]:
    """What no print holds, each with its clause; where it is in none, with the words beside it."""
    places = _by_words(printed, document)
    for each in strangers(parts, tracked):
        near = f"beside “{each.words[:LONGEST]}”"
        yield f"{places.get(each.words, near)}: {each.what}" if each.words else each.what


def _by_words(printed: Reading, document: Document) -> dict[str, str]:
    """The clause or table in which a paragraph stands, by its words; where they stand twice, the first."""
    there = _lines(printed)
    return dict(reversed([(words, at) for (_, _, words), at in zip(there, _places(there, document), strict=True)]))


def _contents(parts: Parts, document: Document | None) -> Iterator[str]:
    """What the contents list says otherwise than the headings; the page of each is worked out anew by whoever saves it.

    A redline has no list, so no document is given. Whether there is a list at all, the frame says.
    """
    blocks = listed(document) if document else ()
    headings = [f"{block.label.shown if block.label else ''}{words_of(block.runs)}" for block in blocks]
    wanted = ["".join(heading.split()) for heading in headings or [NO_CONTENTS]]
    lines = list(filter(None, contents_lines(parts)))
    for line, heading in zip_longest(lines, wanted if lines else ()):
        if line is None or heading is None or not line.startswith(heading) or line[len(heading) :].strip("0123456789"):
            yield f"the contents list: “{line or 'nothing'}” should be “{heading or 'nothing'}”"
            return


def _references(read: Reading, printed: Reading, document: Document) -> Iterator[str]:
    """The first reference that leads to something else than in the print."""
    lines = printed.lines
    for one, other in zip_longest(read.pointers, printed.pointers):
        if one != other:
            at = (other or one).paragraph - 1
            words = lines[at][1].text if at < len(lines) else ""
            where = _by_words(printed, document).get(words, "the agreement")
            yield f"{where}: a reference in “{words[:LONGEST]}” leads to another place than in the print"
            return


def _shown(line: Line) -> str:
    words = line[2] if len(line[2]) <= LONGEST else f"{line[2][:LONGEST]}..."
    return f"“{f'{line[1]} {words}'.strip()}”"
