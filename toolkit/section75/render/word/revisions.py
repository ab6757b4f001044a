"""Runs, paragraph marks and properties as tracked changes.

Who and when stand on every change; a change is numbered once in a document. No `w:del` ever stands inside a `w:ins`:
LibreOffice loses it on loading (measured).
"""

from __future__ import annotations

from dataclasses import dataclass

from section75.compare import Mark, MarkedRun, MarkedRuns
from section75.document import Live, Reference, Run, words_of
from section75.render.word.names import bookmark
from section75.render.word.runs import SWITCHES, escaped, field, words

MOVED = "_o"
"""Ends the bookmark of a moved thing where it stood, so that both sides of a move can be pointed at."""


@dataclass
class Revisions:
    """Draws changes by one author at one time."""

    author: str
    date: str
    """As Word writes it, e.g. 2018-03-05T00:00:00Z."""
    moved: frozenset[str] = frozenset()
    """Ids of what moved: old references to them name the old bookmark."""
    count: int = 0

    def attributes(self) -> str:
        """The number, author and date of the next change."""
        self.count += 1
        return f'w:id="{900_000 + self.count}" w:author="{escaped(self.author)}" w:date="{self.date}"'

    def runs(self, runs: MarkedRuns) -> str:
        """The marked runs of a paragraph that stands in both versions."""
        return "".join(self._run(run) for run in runs)

    def wrapped(self, tag: str, content: str) -> str:
        """Content as put in (`ins`), taken out (`del`), moved from or moved to."""
        return f"<w:{tag} {self.attributes()}>{content}</w:{tag}>" if content else ""

    def mark(self, tag: str) -> str:
        """The run properties of a paragraph mark that is itself tracked."""
        return f"<w:rPr><w:{tag} {self.attributes()}/></w:rPr>"

    def plain(self, runs: MarkedRuns, gone: bool) -> str:
        """Runs without any mark of their own, for the inside of a change that covers them all."""
        return "".join(self._content(run.run, gone) for run in runs)

    def _run(self, marked: MarkedRun) -> str:
        if marked.mark is Mark.ADDED:
            return self.wrapped("ins", self._content(marked.run, gone=False))
        if marked.mark is Mark.REMOVED:
            return self.wrapped("del", self._content(marked.run, gone=True))
        if marked.before is not None and isinstance(marked.run, Reference):
            return self._renumbered(marked.before, marked.run)
        return self._content(marked.run, gone=False)

    def _content(self, run: Run, gone: bool) -> str:
        if not isinstance(run, Reference):
            written = words(words_of((run,)), run.bold, run.italic)
            return _deleted(written) if gone else written
        pieces = []
        for piece in run.pieces:
            written = words(piece, run.bold, run.italic) if isinstance(piece, str) else self._field(piece, run, gone)
            pieces.append(_deleted(written) if gone else written)
        return "".join(pieces)

    def _field(self, live: Live, run: Reference, gone: bool) -> str:
        if gone and live.target in self.moved:
            old = f" REF {bookmark(live.target)}"
            return field(live, run.bold, run.italic).replace(old + " ", old + MOVED + " ")
        return field(live, run.bold, run.italic)

    def _renumbered(self, before: Reference, after: Reference) -> str:
        """A reference whose number changed: the result inside the field is taken out and put in, the field stays."""
        written = []
        for old, new in zip(before.pieces, after.pieces, strict=True):
            if isinstance(new, Live) and isinstance(old, Live):
                same = old.shown == new.shown
                written.append(field(new, after.bold, after.italic) if same else self._result(old, new, after))
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
