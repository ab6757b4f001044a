"""Faults put into a copy of the toolkit on purpose, each of which some test must notice.

A mutation is a few characters of source taken for others wherever they stand in a room, so that it outlives a
rewriting. One whose characters are not there any more fails: it has to be put in the new words, or dropped with a reason.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

WORD = "render/word"
CHANGES = "tests/reports/test_departures.py"
LISTED = "tests/compare/test_told.py"
HTML = "render/html"
GOLDENS = ("tests/test_goldens.py", "tests/render/word/test_writers.py")
BLOCKS = ("tests/render/html/test_blocks.py",)


@dataclass(frozen=True)
class Mutation:
    """One fault."""

    name: str
    """What a reader would see."""
    room: str
    """The folder or file of the package in which the characters stand."""
    change: tuple[tuple[str, str], ...]
    """Old and new characters, one after the other; the first must be there."""
    tests: tuple[str, ...]
    """Where it must be noticed."""


def word(name: str, *change: tuple[str, str], tests: tuple[str, ...] = GOLDENS) -> Mutation:
    """A fault of what is drawn in Word."""
    return Mutation(name, WORD, change, tests)


def html(name: str, *change: tuple[str, str]) -> Mutation:
    """A fault of a web page."""
    return Mutation(name, HTML, change, BLOCKS)


def said(name: str, room: str, *change: tuple[str, str], tests: str) -> Mutation:
    """A fault of a report or a rule."""
    return Mutation(name, room, change, (tests,))


def swapped(one: str, other: str) -> tuple[tuple[str, str], ...]:
    """Two names, each in the place of the other."""
    return ((one, "\0"), (other, one), ("\0", other))


ESCAPE, FINDINGS = "tests/reports/test_escape.py", "tests/reports/test_findings.py"
DEPARTURES, REVIEW = "tests/reports/test_departures.py", "tests/reports/test_review_page.py"
TARGETS = "tests/checks/test_wrong_target.py"
PROMISED = "tests/reviews/test_promised.py"
CONFIRMED = "tests/reviews/test_confirmed.py"
UNSAFE = ('safe(words).replace("\\n"', 'words.replace("\\n"')

MUTATIONS = (
    word("bold is never written", ("<w:b/>", "")),
    word("italic is never written", ("<w:i/>", "")),
    word("headings part from what follows", ("<w:keepNext/>", "")),
    word("execution blocks split", ("<w:keepLines/>", "")),
    word("header rows do not repeat", ("<w:tblHeader/>", "")),
    word("rows split over pages", ("<w:cantSplit/>", "")),
    word("numbers stand at the left", ('<w:jc w:val="right"/>', "")),
    word("what is taken out is text", ("w:delText", "w:t")),
    word("the field code of a deleted reference is live", ("w:delInstrText", "w:instrText")),
    word("moves lead the wrong way", *swapped("moveFrom", "moveTo")),
    word("what came went", *swapped('"ins"', '"del"')),
    word("the old style of a re-nested clause is lost", ("w:pPrChange", "w:unknown")),
    word("nothing has a bookmark", ("w:bookmarkStart", "w:unknown")),
    word("bookmarks never end", ("w:bookmarkEnd", "w:unknown")),
    word("bookmarks are in everybody's list", ('"_s75_"', '"s75_"')),
    word("both sides of a move have one bookmark", ('"_o"', '""')),
    word("an old reference to a moved clause leads to the new place", (' + (MOVED if identity in kept else "")', "")),
    word("references show a number out of context", (r"\\w \\h", r"\\n \\h")),
    word("references to words show a number", ('"words": "\\\\h"', '"words": "\\\\n \\\\h"')),
    word("the result of a field cannot be told from its code", ('"separate"', '"begin"')),
    word("outer spaces are lost", (' xml:space="preserve"', "")),
    word("ampersands are lost", ('"&amp;"', '"and"')),
    word("marks of quotation are lost", ('"&quot;"', '""')),
    word("no watermark", ("if watermark:", "if False:")),
    word("Word cannot find the watermark", ("PowerPlusWaterMarkObject", "Shape")),
    word("the watermark says nothing", ('string="{text}"', 'string=""')),
    word("no notice that an example is one", ("if illustrative:", "if False:")),
    word("pages are not asked for", ('"true"', '"false"')),
    word("the contents show no pages", ("shown = \"\" if page is None else str(page)", 'shown = ""')),
    word("the contents lead nowhere", ("w:anchor", "w:unknown")),
    word("paragraphs count on from schedule to schedule", ("startOverride", "unknown")),
    word("every paragraph counts at the first level", ('"{label.level}"', '"0"')),
    word("labels in cells look like the rest", ('"Table label"', '"Table text"')),
    word("tables have no name for a screen reader", ("w:tblCaption", "w:unknown")),
    word("execution blocks have no name for a screen reader", ("w:tblDescription", "w:unknown")),
    word("nobody has a line to sign on", ('"_" * 36', '""')),
    word("nobody made the changes", ('w:author="{escaped(self.author)}"', 'w:author=""')),
    word("changes were made at no time", ('w:date="{self.date}"', 'w:date=""')),
    word("changes share a number", ("self.count += 1", "self.count = 1")),
    word("moves share a name", ('"move{move}"', '"move1"')),
    word("an insertion and the clause after it are two", ("put_in.add(position)", "put_in.discard(position)")),
    word("a new number is not marked", ("same = old.shown == new.shown", "same = True")),
    html("bold is not bold on the page", ("<strong>{words}</strong>", "{words}")),
    html("italic is not italic on the page", ("<em>{words}</em>", "{words}")),
    html("words are markup on the page", ('"&lt;"', '"<"')),
    html("an apostrophe ends an attribute", ('"&#39;"', '"\'"')),
    html("header cells do not say what they head", (' scope="col"', "")),
    html("row headers do not say what they head", (' scope="row"', "")),
    html("numbers stand at the left of the page", (' class="numeric"', "")),
    html("references on the page lead nowhere", ('<a href="#{anchor(run.target)}">', "<a>")),
    html("a screen reader is not told what went", ('("del", "removed")', '("del", "")')),
    html("a screen reader is not told what came", ('("ins", "added")', '("ins", "")')),
    said("the page does not say that a pair is a guess", "reports/changes_page.py", ("paired by likeness", "paired"), tests=BLOCKS[0]),
    html("tables have no caption on the page", ("<caption>{caption}</caption>", "")),
    said("hints are not printed", "reports/findings.py", ("for words in finding.hints)", "for words in ())"), tests=FINDINGS),
    said("findings steer a terminal", "reports/text.py", UNSAFE, tests=FINDINGS),
    said("the summary does not say that a pair is a guess", "reports/changes_page.py", ("paired by likeness", "paired"), tests=CHANGES),
    said("a moved table is not listed", "compare/places.py", ("or block.move or block.whole", ""), tests=LISTED),
    said("a table's title is not listed", "compare/table_changes.py", ("if differs(block.caption, targets):", "if False:"), tests=LISTED),
    said("who signs is not listed", "compare/places.py", ("or any(map(edited, block.signed))", ""), tests=LISTED),
    said("annotations have no hints", "reports/findings.py", (", *finding.hints)", ",)"), tests=FINDINGS),
    said("escape codes pass", "reports/escape.py", (r'f"\\u{ord(c):04x}"', "c"), tests=ESCAPE),
    said("bars break a table", "reports/escape.py", ('"&#124;"', '"|"'), tests=ESCAPE),
    said("tags pass into Markdown", "reports/escape.py", ('"&lt;"', '"<"'), tests=ESCAPE),
    said("the diff does not say that a pair is a guess", "reports/changes_page.py", ("paired by likeness", "paired"), tests=DEPARTURES),
    said("words of a diff steer a terminal", "reports/text.py", UNSAFE, tests=DEPARTURES),
    said("the Word review leaves out what became of the items", "reports/review_page.py", ("getattr(renewal, name)", "()"), tests=REVIEW),
    said("the Word review has no action plan", "reports/review_page.py", ("for each in order)", "for each in order[:0])"), tests=REVIEW),
    said("the Word review does not say what is wanting", "reports/review_page.py", ("if result.wanting else", "if False else"), tests=REVIEW),
    said("words alone make an item met", "reviews/verdict.py", ("return Status.WORDS", "return Status.MET"), tests=PROMISED),
    said("a confirmation stands though its words have changed", "reviews/standing.py", ("!= read.digest", "== ''"), tests=CONFIRMED),
    said("a person confirms what data denies", "reviews/verdict.py", ("if any(outcome.holds is False and not outcome.by_words", "if any(outcome.holds is False and not made.is_confirmed"), tests=CONFIRMED),
    said("a field may name anything", "checks/wrong_target.py", ("if found and not", "if False and not"), tests=TARGETS),
)  # fmt: skip


def read(mutation: Mutation, package: Path) -> dict[Path, str]:
    """The files of its room with their text. LookupError where the characters of the fault stand in none of them."""
    room = package / mutation.room
    files = [room] if room.is_file() else sorted(room.rglob("*.py"))
    found = {path: path.read_text("utf-8") for path in files}
    if not any(mutation.change[0][0] in text for text in found.values()):
        raise LookupError(f'mutation no longer applies: "{mutation.change[0][0]}" stands nowhere in {mutation.room}')
    return found


@contextmanager
def applied(mutation: Mutation, package: Path) -> Iterator[None]:
    """The fault, in a copy of the package, for as long as the block lasts. LookupError where its characters are gone."""
    before = {path: (text, path.stat()) for path, text in read(mutation, package).items()}
    try:
        for path, (text, _) in before.items():
            faulty = text
            for old, new in mutation.change:
                faulty = faulty.replace(old, new)
            if faulty != text:
                path.write_text(faulty, "utf-8")
        yield
    finally:
        for path, (text, was) in before.items():
            path.write_text(text, "utf-8")
            os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
