"""The agreement that a Word file carries: read like any other, and held against the words of the file itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from section75.compose import compose
from section75.document import Document
from section75.errors import MissingError, Section75Error, SourceError
from section75.load import RECORDS, Loaded, load_agreement
from section75.model import Executed
from section75.model.agreement import FAR_OFF
from section75.render.word.opened import open_word
from section75.render.word.proof import Parts
from section75.render.word.source import Source, read_carried
from section75.signoff import SCHEME, CarriedError, executions, restored, whole_digest
from section75.tree import MemoryTree, bytes_of
from section75.value import dataclass

LARGEST_PRINT = 100_000_000
"""Bytes of a Word file."""

EXECUTIONS = f"{RECORDS}/executions/"
"""Where the records of executions stand that a file carries."""
MOST_EXECUTIONS = 1_000
OLDER = "{} was printed by another version of this toolkit and cannot be checked"
PRINT_AGAIN = "print it again from its agreement; until then compare what it says by eye"


@dataclass(frozen=True)
class Carried:
    """A Word file printed here, as read."""

    name: str
    parts: Parts
    source: Source

    def tree(self) -> MemoryTree:
        """The files of the agreement. Raises `Section75Error` where the part that carries them was altered."""
        _loaded(self.source, self.name)
        return _files(self.source, self.name)

    def sides(self) -> tuple[Loaded, ...]:
        """The agreement under the digest, and for a redline that which it is drawn against."""
        sources = (self.source, *((self.source.before.old,) if self.source.before else ()))
        return tuple(_loaded(each, self.name) for each in sources)

    def document(self) -> Document:
        """The agreement as it was composed when the file was printed."""
        return _document(self.source, self.name)

    def old_document(self) -> Document | None:
        """For a redline the agreement that it is drawn against; None for any other print."""
        return _document(self.source.before.old, self.name) if self.source.before else None


def read_carrying(path: Path, shown: str) -> Carried:
    """A Word file with the agreement in it.

    Raises `MissingError` where it cannot be read, `TemplateError` where it is no Word file or not one of ours.
    """
    parts = open_word(bytes_of(path, shown, LARGEST_PRINT), shown)
    return Carried(shown, parts, read_carried(parts, shown))


def _document(source: Source, name: str) -> Document:
    loaded = _loaded(source, name)
    return compose(loaded.required(), numbers=loaded.numbers, executed=_conformed(source, loaded))


def _conformed(source: Source, loaded: Loaded) -> tuple[Executed, ...]:
    """The executions that a conformed copy shows, its own the last; none for any other print."""
    done = executions(loaded.required(), loaded.executed, FAR_OFF)
    until = next((nth for nth, each in enumerate(done, 1) if each.id == source.conformed), 0)
    return done[:until]


def _loaded(source: Source, name: str) -> Loaded:
    """The agreement that a source holds, once its digest is that which the file states."""
    if not source.text:
        raise Section75Error(f"{name} does not carry its source", "it was printed with --no-source")
    if source.scheme != SCHEME:
        raise Section75Error(OLDER.format(name), PRINT_AGAIN)
    hint = "trust none of it; ask for the file again"
    try:
        loaded = load_agreement(_files(source, name))
        digest = whole_digest(loaded.data, loaded.required())
    except (CarriedError, SourceError, MissingError) as error:
        message = f"the source inside {name} was altered: it cannot be read as an agreement any more ({error})"
        raise Section75Error(message, hint) from error
    if digest != source.digest:
        raise Section75Error(f"the source inside {name} was altered: it does not have the digest that it states", hint)
    shown = _conformed(source, loaded)
    if any(finding.is_error and EXECUTIONS in str(finding.place) for finding in loaded.findings):
        raise Section75Error(f"a record of execution inside {name} was altered: it cannot be read any more", hint)
    if source.conformed and (not shown or shown[-1].digest != digest):
        raise Section75Error(f"the record of execution inside {name} is of another text", hint)
    return loaded


def _files(source: Source, name: str) -> _Files:
    """Raises `CarriedError` where what is carried is no agreement."""
    files = restored(source.text, source.structure)
    try:
        records = json.loads(source.executed) if source.executed else []
    except (ValueError, RecursionError) as error:
        raise CarriedError("the records of its executions cannot be read") from error
    if not isinstance(records, list) or len(records) > MOST_EXECUTIONS:
        raise CarriedError("the records of its executions are no list of records")
    return _Files(
        files | {f"{EXECUTIONS}{nth}.yaml": json.dumps(record) for nth, record in enumerate(records, 1)}, name
    )


@dataclass(frozen=True)
class _Files(MemoryTree):
    """Files in memory that findings name by the Word file they came in."""

    files: Mapping[str, str | bytes] = field(default_factory=dict)
    shown: str = ""

    def label(self, path: str) -> str:
        """The Word file and the file in it."""
        return f"{self.shown}/{path}"
