"""One pass over many agreements: what was said of each, as data that can be kept, split over machines and joined."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from section75 import __version__
from section75.errors import Section75Error, UsageError
from section75.schema import is_sound
from section75.value import dataclass

FORMAT = 1
VALIDATE, CHECK = "validate", "check"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of one agreement, or why nothing could be said."""

    name: str
    data: Mapping[str, Any] = field(default_factory=dict)
    """JSON of the verb; empty where `wrong` says why."""
    wrong: str = ""
    hint: str = ""
    findings: tuple[Mapping[str, Any], ...] = ()
    """What stops the agreement from being read, where that is why."""
    story: str = ""
    """The traceback, where it is a fault of the toolkit."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """The answers for some or all agreements of a portfolio."""

    verb: str
    """`validate` or `check`."""
    portfolio: tuple[str, ...]
    """The names of all agreements, looked at here or not, in order."""
    answers: tuple[Answer, ...]
    shards: tuple[str, ...] = ()
    """Such as "1/2"; empty where nothing was split."""
    date: str = ""
    """Year-month-day on which it was judged; "" where no day matters."""
    catalogues: tuple[str, ...] = ()
    """Those asked for by name; empty for all."""
    version: str = __version__
    notes: tuple[str, ...] = ()
    """What was found wrong when parts were joined, each a sentence without a full stop."""

    @property
    def read(self) -> tuple[Answer, ...]:
        """The answers for agreements that could be looked at."""
        return tuple(answer for answer in self.answers if not answer.wrong)

    @property
    def unread(self) -> tuple[Answer, ...]:
        """The agreements that could not be looked at."""
        return tuple(answer for answer in self.answers if answer.wrong)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The names of the portfolio that were not looked at here."""
        seen = {answer.name for answer in self.answers}
        return tuple(name for name in self.portfolio if name not in seen)


def sweep_json(sweep: Sweep, more: Mapping[str, Any] | None = None) -> str:
    """The pass as one JSON object, which `joined` reads again; `more` stands before the agreements."""
    data = {
        "format": FORMAT,
        "verb": sweep.verb,
        "tool": sweep.version,
        "date": sweep.date,
        "catalogues": list(sweep.catalogues),
        "shards": list(sweep.shards),
        "portfolio": list(sweep.portfolio),
        "notes": list(sweep.notes),
        **(more or {}),
        "agreements": [{"agreement": answer.name, **answer.data} for answer in sweep.read],
        "unread": [
            {"agreement": each.name, "message": each.wrong, "hint": each.hint, "findings": list(each.findings)}
            for each in sweep.unread
        ],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def sweep_of(text: str | bytes, name: str) -> Sweep:
    """The pass that a file holds. Raises `Section75Error` where the file holds none; `name` is the file's."""
    hint = "give the JSON that `s75 validate` or `s75 check` wrote for several agreements"
    try:
        return _sweep(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Section75Error(f"{name} is not a report that can be joined", hint) from error


def _sweep(data: Mapping[str, Any]) -> Sweep:
    if not is_sound("portfolio", data):
        raise ValueError("not of its form")
    read = [Answer(each["agreement"], _rest(each, data["verb"])) for each in data["agreements"]]
    unread = [
        Answer(each["agreement"], {}, each["message"] or "it could not be read", each["hint"], tuple(each["findings"]))
        for each in data["unread"]
    ]
    portfolio = tuple(data["portfolio"])
    order = {name: index for index, name in enumerate(portfolio)}
    answers = tuple(sorted((*read, *unread), key=lambda answer: order[answer.name]))
    return Sweep(
        verb=data["verb"],
        portfolio=portfolio,
        answers=answers,
        shards=tuple(data["shards"]),
        date=data["date"],
        catalogues=tuple(data["catalogues"]),
        version=data["tool"],
        notes=tuple(data["notes"]),
    )


def _rest(each: Mapping[str, Any], verb: str) -> dict[str, Any]:
    """What was said of an agreement. A review names its agreement itself."""
    return {key: value for key, value in each.items() if key != "agreement" or verb == CHECK}


def joined(parts: Sequence[tuple[str, Sweep]]) -> Sweep:
    """The parts of one portfolio as one pass, each with the name of its file.

    What was not looked at and what was looked at twice is said in `notes`. Raises `UsageError` where the parts are
    of different kinds, days, catalogues, portfolios or versions of the toolkit, and `Section75Error` where two say
    different things about one agreement.
    """
    (first_name, first), *others = parts
    for name, part in others:
        _same(first_name, first, name, part)
    found: dict[str, Answer] = {}
    twice: list[str] = []
    for name, part in parts:
        for answer in part.answers:
            before = found.setdefault(answer.name, answer)
            if before is not answer:
                twice.append(answer.name)
                if before != answer:
                    raise Section75Error(
                        f"{name} says something else about {answer.name} than a file before it",
                        "run all the shards again from the same files",
                    )
    shards = [shard for _, part in parts for shard in part.shards]
    answers = tuple(found[name] for name in first.portfolio if name in found)
    whole = replace(first, answers=answers, shards=tuple(sorted(set(shards), key=_shard_order)))
    notes = (*_missing(whole), *_overlaps(shards, twice))
    complete = not whole.left_out
    return replace(whole, notes=notes, shards=() if complete else whole.shards)


def _same(first_name: str, first: Sweep, name: str, part: Sweep) -> None:
    """Raise `UsageError` where two parts are not of one portfolio judged in one way."""
    about = (
        ("verb", "command"),
        ("date", "day"),
        ("version", "version of s75"),
        ("catalogues", "choice of catalogues"),
        ("portfolio", "portfolio"),
    )
    for field_name, words in about:
        if getattr(first, field_name) != getattr(part, field_name):
            hint = "run every shard with the same files, options, --date and version of s75"
            raise UsageError(f"{first_name} and {name} are not of the same {words}", hint)


def _missing(whole: Sweep) -> list[str]:
    out = whole.left_out
    if not out:
        return []
    counts = {int(shard.split("/")[1]) for shard in whole.shards}
    wanted = [f"{index}/{count}" for count in counts for index in range(1, count + 1)] if len(counts) == 1 else []
    absent = [shard for shard in wanted if shard not in whole.shards]
    said = "shard " + ", ".join(absent) + " is missing: " if len(absent) == 1 else ""
    said = said or ("shards " + ", ".join(absent) + " are missing: " if absent else "")
    return [f"{said}{len(out)} of {len(whole.portfolio)} agreements were not looked at: {named(out)}"]


def _overlaps(shards: Sequence[str], twice: Sequence[str]) -> list[str]:
    notes = [f"shard {shard} was given {count} times" for shard, count in Counter(shards).items() if count > 1]
    if twice:
        notes.append(f"looked at more than once, with the same result: {named(tuple(dict.fromkeys(twice)))}")
    return notes


def named(names: Sequence[str], most: int = 10) -> str:
    """Names in one sentence, the first of them where there are many."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def _shard_order(shard: str) -> tuple[int, int]:
    index, count = shard.split("/")
    return int(count), int(index)
