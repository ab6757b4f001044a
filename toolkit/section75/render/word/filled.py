"""A template filled: opened, judged before any of its tags run, and completed with what every print has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from section75.errors import TemplateError
from section75.render.package import XML, write_parts
from section75.render.template import fill
from section75.render.word.opened import open_word
from section75.render.word.properties import with_properties
from section75.render.word.relations import MAIN
from section75.render.word.rows import loosened
from section75.render.word.settings import with_settings_part
from section75.render.word.source import without_source
from section75.render.word.styles import W, parse_part

FILLED = re.compile(r"word/(?:document|header[^/]*|footer[^/]*|footnotes)\.xml\Z")
"""The parts whose tags are filled."""
LARGEST_FILLED = 2_000_000
"""Bytes of such a part; those of the toolkit have some ten thousand. A template has no body of its own."""
LONGEST_TAG = 200
SPACES = re.compile(r"\s{5}")
BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}


def filled(template: bytes, values: Mapping[str, Any], name: str) -> dict[str, bytes]:
    """The parts of a template with its tags filled. `name` is the file, for errors.

    Rows that it keeps whole may split where they were filled with long text; an agreement that it carries, because it
    was made from a print, is taken out; settings and properties that it lacks are made.
    Raises `TemplateError` where it is no .docx, is damaged, or holds a tag that cannot be filled.
    """
    parts = without_source(open_word(template, f"the template {name}"))
    parts = with_properties(with_settings_part(parts), title="")
    parts = fill(write_parts(_sound(parts, name)), values, name)
    parts[MAIN] = loosened(parts[MAIN])
    return parts


def _sound(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """The parts, those with tags without comments. Raises `TemplateError` for what would be filled wrongly or slowly.

    Every part is read, since a damaged one would only be noticed by whoever opens the print.
    """
    found = dict(parts)
    for part, raw in parts.items():
        if not part.endswith(XML):
            continue
        if FILLED.match(part) and len(raw) > LARGEST_FILLED:
            raise TemplateError(
                f"the part {part} of the template {name} is far too long", "keep only what a template needs"
            )
        root = parse_part(raw, part, name=f"the template {name}")
        if FILLED.match(part):
            _judge_tags(root, name)
            etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
            found[part] = bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    return found


def _judge_tags(root: etree._Element, name: str) -> None:
    """Refuse tags that are not closed in their paragraph, or far too long."""
    for paragraph in root.iter(f"{{{W}}}p"):
        words = "".join(text.text or "" for text in paragraph.iter(f"{{{W}}}t"))
        opened, at = "", 0
        for brace in BRACES.finditer(words):
            if opened and brace[0] == CLOSING[opened]:
                if brace.start() - at > LONGEST_TAG or SPACES.search(words, at, brace.start()):
                    raise TemplateError(f'the template {name} holds a tag that is too long: "{words[at : at + 60]}"')
                opened = ""
            elif opened or brace[0] not in CLOSING:
                opened = brace[0]
                break
            else:
                opened, at = brace[0], brace.end()
        if opened:
            message = f'the template {name} holds a tag that is not closed: "{words[:60]}"'
            raise TemplateError(message, "a tag stands in one paragraph, between {{ and }} or {% and %}")
