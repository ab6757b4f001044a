"""A form in Word, such as a risk register or the report of a review: a template that an officer restyles, filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from section75.render.package import write_parts
from section75.render.template import fill
from section75.render.word.headers import header_parts, with_marks
from section75.render.word.names import NOTICE
from section75.render.word.styles import read_styles


def fill_form(values: Mapping[str, Any], illustrative: bool, template: bytes, name: str) -> bytes:
    """The bytes of a .docx. `values` fill the tags, `name` is the template's file.

    Raises `TemplateError` where the template cannot be used.
    """
    return write_parts(filled_form(values, illustrative, template, name))


def filled_form(values: Mapping[str, Any], illustrative: bool, template: bytes, name: str) -> dict[str, bytes]:
    """The parts of the same file before they are packed."""
    parts = fill(template, values, name)
    notice = read_styles(parts["word/styles.xml"], (NOTICE,), name)[NOTICE]
    for index, header in enumerate(header_parts(parts), 1):
        parts[header] = with_marks(parts[header], header, index, notice, "", illustrative)
    return parts
