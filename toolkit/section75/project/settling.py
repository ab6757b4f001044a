"""Questions of an agreement ticked off, once somebody has decided them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from section75.errors import MissingError
from section75.load import AGREEMENT_FILE
from section75.load.proved import encoded, spliced
from section75.model import Question
from section75.outline.changes import Change, FieldRemoved, FieldSet
from section75.project.output import Edited, write_edited
from section75.project.versions import Version


def settle(found: Version, ids: Iterable[str], on: date) -> tuple[str, ...]:
    """Mark questions as settled on a day in agreement.yaml; gives their ids.

    Raises `MissingError` for an id that no open question has, `UsageError` where the version is not a folder,
    `SourceError` where it could not be built, and `OutputError` where the file has changed since it was read.
    """
    questions: dict[str, Question] = {question.id: question for question in found.loaded.required().open_questions}
    wanted = tuple(dict.fromkeys(ids))
    for identity in wanted:
        if identity not in questions:
            hint = f"`s75 todo {found.name}` lists the open ones"
            raise MissingError(f"no open question has the id {identity}", hint)
    source = next(source for source in found.loaded.drafted if source.path == AGREEMENT_FILE)
    changes = [change for identity in wanted for change in _settled(questions[identity], on)]
    write_edited([Edited(found.path_of(source.path), encoded(source), spliced(source, changes))])
    return wanted


def _settled(question: Question, on: date) -> Iterator[Change]:
    if question.to_confirm:
        yield FieldRemoved(question.id, ("to_confirm",))
    yield FieldSet(question.id, ("settled",), on.isoformat())
