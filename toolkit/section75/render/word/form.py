"""A form in Word, such as a risk register or the report of a review: a template that an officer restyles, filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from section75.render.package import write_parts
from section75.render.word.filled import filled
from section75.render.word.headers import marked
from section75.render.word.names import NOTICE
from section75.render.word.opened import part_of
from section75.render.word.properties import with_properties
from section75.render.word.settings import SETTINGS, with_settings
from section75.render.word.styles import STYLES, read_styles


def fill_form(values: Mapping[str, Any], title: str, illustrative: bool, template: bytes, name: str) -> bytes:
    """The bytes of a .docx. `values` fill the tags, `title` is that of the file, `name` is the template's file.

    Raises `TemplateError` where the template cannot be used.
    """
    return write_parts(filled_form(values, title, illustrative, template, name))


def filled_form(
    values: Mapping[str, Any], title: str, illustrative: bool, template: bytes, name: str
) -> dict[str, bytes]:
    """The parts of the same file before they are packed."""
    parts = filled(template, values, name)
    notice = read_styles(part_of(parts, STYLES, f"the template {name}"), (NOTICE,), name)[NOTICE]
    parts = with_properties(marked(parts, notice, "", illustrative), title)
    parts[SETTINGS] = with_settings(parts[SETTINGS])
    return parts
