"""`s75-digest-2`: SHA-256 over canonical JSON (RFC 8785) of the source data that prints, look-ups filled in.

A field is in if and only if it prints (`schema/printing.py`). Text is in Unicode normal form C; the soft line breaks
of prose count as spaces, so that wrapping a paragraph anew changes nothing. Decimals and dates are strings, absent
fields stay out, ids are in. A look-up counts as the words that it prints, so that a new value changes the digest of
every clause that shows it. The rule in full, with an example to test against, stands in docs/digest.md.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from section75.document import EXECUTION
from section75.language.text import filled
from section75.lookups import look_up
from section75.model import Agreement
from section75.outline.units import named
from section75.schema.printing import Schema, is_prose, printed, rule_of
from section75.value import dataclass

SCHEME = "s75-digest-2"
"""Name of the rule. It changes whenever the same data would get another digest."""
TERM = "agreement.term"
"""What the term is called among the units. It has no id, as the execution has none."""
COLUMNS = "columns"
"""The columns of a table have ids of their own, by which nothing else can point at them."""
SOFT_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")
PARAGRAPH_BREAK = re.compile(r"(?:[ \t]*\r?\n){2,}[ \t]*")
Data = Mapping[str, Any]
Fill = Callable[[str], str]
"""Gives the words that a look-up prints, by its path."""


@dataclass(frozen=True, slots=True)
class Digests:
    """The digests of an agreement, in hexadecimal."""

    whole: str
    """Of the agreement file and its schedules, in their order. The order of clauses counts, and so do title, version,
    reference, parties, arrangements and term."""
    units: Mapping[str, str]
    """Of everything that has an id, with all that stands inside it: a clause with its sub-clauses, a schedule with its
    Parts, tables and appendices, a group with its members; also of parties, recitals, definitions, arrangements, rows
    and execution blocks. The term is `agreement.term`, the execution `agreement.execution`. A reference to another
    unit counts by its id, so that a new number changes nothing here."""


def digests(files: Sequence[Data], agreement: Agreement) -> Digests:
    """The digests of an agreement from the data of its files, its own first, then the schedules in order.

    Raises `MissingError` where a look-up leads nowhere.
    """
    data = _filled(files, agreement)
    agreement_file, *schedules = data
    units = {**_units(agreement_file), **{name: unit for file in schedules for name, unit in _named(file)}}
    return Digests(_sha(data), {name: _sha(unit) for name, unit in units.items()})


def whole_digest(files: Sequence[Data], agreement: Agreement) -> str:
    """The digest of the whole alone, which is made many times faster. Raises as `digests` does."""
    return _sha(_filled(files, agreement))


def schedule_digest(data: Data) -> str:
    """The digest of a schedule that stands alone, such as a model in the library. Its look-ups count as written."""
    return _sha(_printed(data, None))


def printed_source(files: Sequence[Data]) -> str:
    """Canonical JSON of what prints, look-ups as written: the source that a Word file carries."""
    return canonical([_printed(data, None) for data in files])


def source_and_digest(files: Sequence[Data], agreement: Agreement) -> tuple[str, str]:
    """What `printed_source` and `whole_digest` give, in one go: a file without look-ups is the same in both."""
    written = [canonical(_printed(file, None)) for file in files]
    both = zip(files, written, strict=True)
    counted = [text if "{{" not in text else canonical(_filled((file,), agreement)[0]) for file, text in both]
    return f"[{','.join(written)}]", digest_of(f"[{','.join(counted)}]")


def canonical(value: Any) -> str:
    """RFC 8785: keys in order, no spaces, no number but those in strings.

    The order of UTF-16 code units that the RFC asks for is that of code points here, for the names of the schemas are
    plain letters; a test holds them to it.
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def digest_of(source: str) -> str:
    """The digest, in hexadecimal, of a canonical source."""
    return hashlib.sha256(source.encode("utf-8")).hexdigest()


def _filled(files: Sequence[Data], agreement: Agreement) -> list[Any]:
    return [_printed(file, lambda path: look_up(agreement, path)) for file in files]


def _sha(value: Any) -> str:
    return digest_of(canonical(value))


def _printed(data: Data, fill: Fill | None) -> Any:
    return printed(data, rule_of(data), lambda value, rule: _leaf(value, rule, fill))


def _leaf(value: Any, rule: Schema, fill: Fill | None) -> Any:
    if isinstance(value, Decimal):
        return _figure(value, pounds=rule.get("x-unit") == "pounds")
    if isinstance(value, bool):
        return value
    text = str(value)
    if not text.isascii():  # plain letters are in that form already
        text = unicodedata.normalize("NFC", text)
    if not is_prose(rule):
        return text
    text = unwrapped(text)
    return unicodedata.normalize("NFC", filled(text, fill)) if fill and "{{" in text else text


def _figure(value: Decimal, pounds: bool) -> str:
    """A figure as it prints: money in one form however it is typed, every other with the digits that it has."""
    return f"{value.normalize():f}" if pounds and value else "0" if pounds else f"{value:f}"


def unwrapped(text: str) -> str:
    """Prose without the line breaks of its source: a line a paragraph, an empty line between two."""
    if "\n" not in text:
        return text.strip()
    return "\n\n".join(SOFT_BREAK.sub(" ", part) for part in PARAGRAPH_BREAK.split(text.strip()))


def _units(file: Data) -> dict[str, Any]:
    """Everything in the agreement's file that can be cited, by id. The agreement itself is the whole and no unit."""
    without_id = {name: file[key] for name, key in ((TERM, "term"), (EXECUTION, "execution")) if key in file}
    return {name: unit for name, unit in _named(file) if unit is not file} | without_id


def _named(file: Data) -> Iterator[tuple[str, Any]]:
    """Everything that has an id, wherever it stands, and can be pointed at; the file itself included."""
    return ((str(unit["id"]), unit) for keys, unit in named(file) if COLUMNS not in keys[-2:-1])
