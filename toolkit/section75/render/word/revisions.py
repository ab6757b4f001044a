"""Runs, paragraph marks, rows and properties as tracked changes.

Who and when stand on every change; a change is numbered once in a document. No `w:del` ever stands inside a `w:ins`:
LibreOffice loses it on loading (measured).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from section75.compare import Mark, MarkedRun, MarkedRuns
from section75.document import Live, Reference, Runs
from section75.render.word.names import bookmark
from section75.render.word.runs import SWITCHES, escaped, runs_xml, words
from section75.render.word.runs import field as ref_field

TAGS = {Mark.ADDED: "ins", Mark.REMOVED: "del"}
MOVES = {Mark.ADDED: "moveTo", Mark.REMOVED: "moveFrom"}


@dataclass
class Revisions:
    """Draws changes by one author at one time. What is kept is written as in any print."""

    author: str = ""
    date: str = ""
    """As Word writes it, e.g. 2018-03-05T00:00:00Z."""
    before: Mapping[str, str] = field(default_factory=dict)
    """The bookmarks that old references name, by id, of what moved or has another id now."""
    pairs: bool = True
    """Show moves as moves; else as taken out and put in."""
    count: int = 0

    def written(self, runs: Runs, mark: Mark, marked: MarkedRuns = (), lead: str = "") -> str:
        """Words that bear one mark, or those of both versions as they are `marked`. `lead` is XML put before them."""
        if mark is Mark.KEPT:
            return lead + (self.runs(marked) if marked else runs_xml(runs))
        gone = mark is Mark.REMOVED
        return self.wrapped(TAGS[mark], (_deleted(lead) if gone else lead) + self._plain(runs, gone))

    def paragraph(self, properties: str, content: str, mark: Mark) -> str:
        """A paragraph whose own mark is kept, put in or taken out."""
        tracked = "" if mark is Mark.KEPT else self.mark(TAGS[mark])
        return f"<w:p><w:pPr>{properties}{tracked}</w:pPr>{content}</w:p>"

    def row(self, mark: Mark) -> str:
        """What marks a row of a table."""
        return "" if mark is Mark.KEPT else f"<w:{TAGS[mark]} {self.attributes()}/>"

    def attributes(self) -> str:
        """The number, author and date of the next change."""
        self.count += 1
        return f'w:id="{900_000 + self.count}" w:author="{escaped(self.author)}" w:date="{self.date}"'

    def runs(self, runs: MarkedRuns) -> str:
        """The marked runs of a paragraph that stands in both versions."""
        return "".join(self._run(run) for run in runs)

    def covered(self, tag: str, runs: Runs, gone: bool) -> str:
        """Runs within one change. What is moved from keeps `w:t`; what is `gone` has `w:delText`."""
        return self.wrapped(tag, self._plain(runs, gone))

    def moved_runs(self, runs: MarkedRuns, mark: Mark) -> str:
        """One side of a moved paragraph: the words that moved, and beside them those edited on the way."""
        gone = mark is Mark.REMOVED
        parts = []
        for run in runs:
            if run.mark is Mark.KEPT and run.before is None:
                parts.append(self.covered(MOVES[mark], (run.run,), gone=False))
            elif run.mark in (mark, Mark.KEPT):
                # A number that changed on the way is an edit like any other: the two sides of a move say the same.
                here = run.before if run.before is not None and gone else run.run
                parts.append(self.covered(TAGS[mark], (here,), gone))
        return "".join(parts)

    def moved_range(self, content: str, move: int, gone: bool) -> str:
        """The content of one side of a move within its named range; both sides bear one name."""
        if not self.pairs:
            return content
        tag = "moveFromRange" if gone else "moveToRange"
        attributes = self.attributes()
        identity = attributes.split()[0]
        return f'<w:{tag}Start {attributes} w:name="move{move}"/>{content}<w:{tag}End {identity}/>'

    def wrapped(self, tag: str, content: str) -> str:
        """Content as put in (`ins`), taken out (`del`), moved from or moved to."""
        return f"<w:{tag} {self.attributes()}>{content}</w:{tag}>" if content else ""

    def mark(self, tag: str) -> str:
        """The run properties of a paragraph mark that is itself tracked."""
        return f"<w:rPr><w:{tag} {self.attributes()}/></w:rPr>"

    def change(self, before: str) -> str:
        """That the properties of a paragraph were others before."""
        return f"<w:pPrChange {self.attributes()}><w:pPr>{before}</w:pPr></w:pPrChange>"

    def _plain(self, runs: Runs, gone: bool) -> str:
        """Runs without any mark of their own, for the inside of a change that covers them all."""
        return _deleted(runs_xml(runs, self.before)) if gone else runs_xml(runs)

    def _run(self, marked: MarkedRun) -> str:
        if marked.mark is not Mark.KEPT:
            return self.written((marked.run,), marked.mark)
        if marked.before is not None and isinstance(marked.run, Reference):
            return self._renumbered(marked.before, marked.run)
        return runs_xml((marked.run,))

    def _renumbered(self, before: Reference, after: Reference) -> str:
        """A reference whose number changed: the result inside the field is taken out and put in, the field stays."""
        written = []
        for old, new in zip(before.pieces, after.pieces, strict=True):
            if isinstance(new, Live) and isinstance(old, Live):
                same = old.shown == new.shown
                written.append(
                    ref_field(new, bookmark(new.target), after.bold, after.italic)
                    if same
                    else self._result(old, new, after)
                )
            elif isinstance(new, str):
                written.append(words(new, after.bold, after.italic))
        return "".join(written)

    def _result(self, old: Live, new: Live, run: Reference) -> str:
        instruction = f" REF {bookmark(new.target)} {SWITCHES[new.form]} "
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve">{escaped(instruction)}</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + self.wrapped("del", _deleted(words(old.shown, run.bold, run.italic)))
            + self.wrapped("ins", words(new.shown, run.bold, run.italic))
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )


def _deleted(written: str) -> str:
    """Text and field codes in the form that they have inside a deletion (ECMA-376 part 1, 17.3.3.7 and 17.16.13)."""
    return (
        written.replace("<w:t>", "<w:delText>")
        .replace("<w:t ", "<w:delText ")
        .replace("</w:t>", "</w:delText>")
        .replace("<w:instrText", "<w:delInstrText")
        .replace("</w:instrText>", "</w:delInstrText>")
    )
