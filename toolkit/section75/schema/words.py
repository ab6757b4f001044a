"""What jsonschema reports, in words that name the thing and the remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from section75.language.months import FIRST_YEAR, LAST_YEAR, WRITTEN_DAY
from section75.schema.meant import choice_meant, date_meant, number_meant, year_meant
from section75.value import dataclass

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

NAME = re.compile(r"[a-z_]+\Z")
"""How the fields of our files are named."""
YEAR = "Year"
"""The title of a field that holds a financial year."""
ID = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
"""The pattern by which every schema says that a value is an id."""
END = re.compile(r"(?<!\\)\$")
"""The end of the words in a pattern; none of ours holds a dollar sign in a class."""
NAMES = {
    "string": "words",
    "number": "a number",
    "integer": "a whole number",
    "array": "a list (each item begins with a hyphen)",
    "object": "a group of `name: value` lines",
    "boolean": "true or false",
}


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that the schema does not allow."""

    path: tuple[str | int, ...]
    """Keys and positions from the top of the file to the value."""
    message: str
    hint: str = ""
    at_key: bool = False
    """The name is wrong rather than the value."""
    code: str = "schema"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of a schema. `$` is the end of the words there (ECMA-262); Python would allow a line break after it."""
    return re.compile(END.sub(r"\\Z", pattern))


def matches(pattern: str, words: str) -> bool:
    """Whether some words meet a pattern of a schema."""
    return _compiled(pattern).search(words) is not None


def violations_of(errors: Iterable[ValidationError]) -> Iterator[Violation]:
    """The violations, in the order of the file."""
    for error in sorted(errors, key=lambda e: [str(part) for part in e.absolute_path]):
        yield from WORDS.get(str(error.validator), _other)(error, tuple(error.absolute_path))


def _title(error: ValidationError) -> str:
    schema: Any = error.schema
    return str(schema.get("title", "the value")) if isinstance(schema, dict) else "the value"


def _description(error: ValidationError) -> str:
    schema: Any = error.schema
    return str(schema.get("description", "")) if isinstance(schema, dict) else ""


def _unknown(error: ValidationError, path: tuple[str | int, ...]) -> Iterator[Violation]:
    schema: Any = error.schema
    instance: Any = error.instance
    known = list(schema["properties"])
    cut = [name for name in instance if name not in known and instance[name] is None and not NAME.match(str(name))]
    if cut:
        message = f'a comma ends the words before "{_short(cut[0])}", for inside braces it begins something new'
        hint = "put the whole words in quotation marks"
        yield Violation((*path, cut[0]), message, hint, at_key=True, code="comma-in-braces")
    for name in instance:
        if name not in known and name not in cut:
            near = get_close_matches(str(name), known, 1)
            hint = f'did you mean "{near[0]}"?' if near else "known here: " + ", ".join(known)
            message = f'"{_short(name)}" is not known in {_article(_title(error))}'
            yield Violation((*path, name), message, hint, at_key=True, code="unknown-property")


def _missing(error: ValidationError, path: tuple[str | int, ...]) -> Iterator[Violation]:
    schema: Any = error.schema
    instance: Any = error.instance
    # One error comes for each missing name, and the name stands first in the message, in quotation marks.
    name = next((n for n in schema["required"] if n not in instance and error.message.startswith(repr(n))), "")
    about = schema["properties"].get(name, {})
    message = f'{_article(_title(error))} needs "{name}"'
    yield Violation(path, message, str(about.get("description", "")), code="missing-property")


def _type(error: ValidationError, path: tuple[str | int, ...]) -> Iterator[Violation]:
    wanted: Any = error.validator_value
    names = " or ".join(NAMES[w] for w in ([wanted] if isinstance(wanted, str) else wanted))
    found: Any = error.instance
    if found is None:
        message, hint = f"{_title(error)} is empty", f"give {names}, or remove the line"
    else:
        message, hint = f"{_title(error)} must be {names}", _type_hint(wanted, found)
    yield Violation(path, message, hint or _description(error), code="wrong-type")


def _type_hint(wanted: Any, found: Any) -> str:
    if wanted == "string" and not isinstance(found, (dict, list)):
        return "put it in quotation marks"
    if wanted in ("number", "integer") and isinstance(found, str):
        meant = number_meant(found)
        return f"write {meant}: " * bool(meant) + "digits only, without a pound sign, commas or quotation marks"
    if wanted == "array":
        return "write a hyphen and a space before each item"
    return ""


def _pattern(error: ValidationError, path: tuple[str | int, ...]) -> Iterator[Violation]:
    schema: Any = error.schema
    given = str(error.instance)
    if given != given.strip() and matches(schema["pattern"], given.strip()):
        message = f"{_title(error)} has blanks or a line break around it: {_short(given)}"
        code = "bad-date" if schema.get("format") == "date" else "bad-id" if schema["pattern"] == ID else "schema"
        yield Violation(path, message, "write it on the same line as its name, without | or >", code=code)
    elif schema.get("format") == "date":
        if WRITTEN_DAY.match(str(error.instance)):
            message = f"{_title(error)} lies outside the years {FIRST_YEAR} to {LAST_YEAR}: {error.instance}"
            yield Violation(path, message, "check the year", code="bad-date")
            return
        message = f"{_title(error)} is not a date: {_short(error.instance)}"
        meant = date_meant(str(error.instance))
        hint = f"write {meant}" if meant else "write year-month-day, e.g. 2018-04-01"
        yield Violation(path, message, hint, code="bad-date")
    elif schema.get("pattern") == ID:
        message = f'{_title(error)} "{_short(error.instance)}" is not in the form of an id'
        hint = "small letters, digits and single hyphens, beginning with a letter, e.g. strategic-board"
        yield Violation(path, message, hint, code="bad-id")
    else:
        message = f"{_title(error)} is not in its form: {_short(error.instance)}"
        meant = year_meant(str(error.instance)) if _title(error) == YEAR else ""
        yield Violation(path, message, f"write {meant}" if meant else _description(error))


def _format(error: ValidationError, path: tuple[str | int, ...]) -> Iterator[Violation]:
    schema: Any = error.schema
    if matches(schema.get("pattern", ""), str(error.instance)):
        message = f"{_title(error)} is not a day in the calendar: {error.instance}"
        yield Violation(path, message, "check the day and the month", code="bad-date")


def _length(error: ValidationError, path: tuple[str | int, ...]) -> Iterator[Violation]:
    schema: Any = error.schema
    limit = int(schema[error.validator])
    if error.validator == "minLength":
        yield Violation(path, f"{_title(error)} is empty", "fill it in, or remove the line")
        return
    instance: Any = error.instance
    if schema.get("pattern") == ID:
        message = f"{_title(error)} has {len(instance)} characters; an id has {limit} at most"
        yield Violation(path, message, "shorten it: ids become bookmarks in Word", code="bad-id")
    else:
        message = f"{_title(error)} has {len(instance)} characters; {limit} is the most"
        yield Violation(path, message, "shorten it")


def _enum(error: ValidationError, path: tuple[str | int, ...]) -> Iterator[Violation]:
    allowed: Any = error.validator_value
    near = choice_meant(str(error.instance), allowed)
    hint = (f'did you mean "{near}"? ' if near else "") + "One of: " + ", ".join(allowed)
    yield Violation(path, f"{_title(error)} cannot be {_short(error.instance)}", hint, code="not-a-choice")


def _const(error: ValidationError, path: tuple[str | int, ...]) -> Iterator[Violation]:
    yield Violation(path, f"{_title(error)} must be {error.validator_value}", _description(error))


def _range(error: ValidationError, path: tuple[str | int, ...]) -> Iterator[Violation]:
    bound = "at least" if error.validator == "minimum" else "at most"
    message = f"{_title(error)} is {error.instance}; it must be {bound} {error.validator_value}"
    yield Violation(path, message, _description(error), code="off-scale")


def _count(error: ValidationError, path: tuple[str | int, ...]) -> Iterator[Violation]:
    yield Violation(path, f"{_title(error)} needs {error.validator_value} or more", _description(error))


def _other(error: ValidationError, path: tuple[str | int, ...]) -> Iterator[Violation]:
    yield Violation(path, f"{_title(error)} is not as the schema asks", _description(error))


def _short(value: object) -> str:
    text = str(value).replace("\n", "\\n")
    return text if len(text) <= 60 else text[:57] + "..."


def _article(title: str) -> str:
    lower = title[0].lower() + title[1:]
    return f"{'an' if lower[0] in 'aeiou' else 'a'} {lower}"


WORDS: dict[str, Callable[..., Iterator[Violation]]] = {
    "additionalProperties": _unknown,
    "required": _missing,
    "type": _type,
    "pattern": _pattern,
    "format": _format,
    "minLength": _length,
    "maxLength": _length,
    "enum": _enum,
    "const": _const,
    "minimum": _range,
    "maximum": _range,
    "minItems": _count,
}
