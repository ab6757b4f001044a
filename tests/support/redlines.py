"""Redlines in tests: from two Documents, with both prints, and what their proof finds."""

from __future__ import annotations

from dataclasses import replace

from section75.compare import compare
from section75.document import Document
from section75.render.package import read_parts
from section75.render.word import Print, Who, write_redline, write_word
from section75.render.word.proof import prove
from tests.support.printing import TEMPLATE

WHO = Who("A Solicitor", "2018-03-05T00:00:00Z")
PLAIN = Print(contents=False)


def redlined(old: Document, new: Document, who: Who = WHO) -> tuple[bytes, bytes, bytes]:
    """The redline, and the prints of both sides."""
    before = write_word(replace(old, front=new.front), TEMPLATE, "t", PLAIN)
    return write_redline(compare(old, new), TEMPLATE, "t", PLAIN, who), before, write_word(new, TEMPLATE, "t", PLAIN)


def proved(redline: bytes, old: bytes, new: bytes) -> str:
    """What the proof finds at fault, from the three written files; "" where it holds."""
    return prove(redline, read_parts(old, "old"), read_parts(new, "new")).fault
