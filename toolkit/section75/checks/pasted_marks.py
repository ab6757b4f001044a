"""Marks that came along from Word: a typed number before a clause, a bullet, quotation marks around a whole value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.model import Clause
from section75.model.units import Day, Id, Ref
from section75.model.walk import every

NUMBER = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}\.|\((?:[a-z]{1,2}|[ivx]{1,5}|[A-Z])\)|(?:[a-z]|[ivx]{1,5})\))\s+(?=\S)"
)
"""A number as Word shows it: 14.1, (a), a), (iv)."""
BULLET = re.compile("[\u2022\u00b7\u25cf\u25aa\u25e6\u2023\u2043\u25a0\u25a1\uf0b7\u2013-]\\s+(?=\\S)")
WHOLE = re.compile('[\u201c"]([^\u201c\u201d"]+)[\u201d"]\\s*\\Z')
"""A value that stands in quotation marks from end to end, which would print."""
NUMBERED = ("text", "heading")
MEANINGS = ("meaning", "evidence", "statute")


def pasted_marks(case: Case) -> Iterator[Remark]:
    """`typed-mark` and `quoted-whole`."""
    clauses = {clause.id for clause in every(Clause, case.agreement)}
    questions = {question.id for question in case.agreement.to_settle}
    for leaf in case.leaves:
        if not isinstance(leaf.value, str) or leaf.unit in (Id, Ref, Day) or leaf.owner in questions:
            continue
        words = leaf.value.lstrip()
        if leaf.owner in clauses and leaf.path in NUMBERED and (found := NUMBER.match(words) or BULLET.match(words)):
            said = f'"{found.group().strip()}" is typed in front of the words, and would print beside the number'
            yield _remark("typed-mark", said, leaf.owner, leaf.path, "delete it: numbers are worked out")
        elif BULLET.match(words) and len(words) > 3 and not words.startswith("-"):
            yield _remark("typed-mark", "a bullet is typed in front of the words", leaf.owner, leaf.path, "delete it")
        elif WHOLE.match(words) and leaf.path not in MEANINGS:
            hint = "delete the quotation marks around the whole value"
            yield _remark(
                "quoted-whole", "the words stand in quotation marks, which print", leaf.owner, leaf.path, hint
            )


def _remark(code: str, message: str, owner: str, at: str, hint: str) -> Remark:
    return Remark(code, message, owner, at=at, hint=hint, severity=WARNING)
