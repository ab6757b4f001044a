"""Runs as HTML. Whatever an agreement holds is text: it is escaped and never markup."""

from __future__ import annotations

import re

from section75.document import Reference, Run, Runs, Text, Value, words_of

MARKUP = re.compile("[&<>\"']")
KEPT: dict[int, str] = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}


def escaped(text: str) -> str:
    """Text that may stand in an element or in an attribute."""
    return text.translate(KEPT) if MARKUP.search(text) else text


def anchor(identity: str) -> str:
    """An id as an anchor. Ids hold small letters, digits and hyphens; a table of a list joins two by a dot."""
    return escaped(identity)


def runs_html(runs: Runs) -> str:
    """The runs of a paragraph; a reference is one link to what it refers to."""
    return "".join(_reference(run) if isinstance(run, Reference) else _words(run) for run in runs)


def _words(run: Text | Value) -> str:
    words = _styled(run, escaped(words_of((run,))))
    return f"<mark>{words}</mark>" if run.is_open else words


def _reference(run: Reference) -> str:
    return _styled(run, f'<a href="#{anchor(run.target)}">{escaped(words_of((run,)))}</a>')


def _styled(run: Run, words: str) -> str:
    words = f"<em>{words}</em>" if run.italic else words
    return f"<strong>{words}</strong>" if run.bold else words
