"""Executed agreements and what the files say later, as Documents, and the deeds that lead from one to the other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from section75.compose import compose
from section75.compose.deed import Deed, compose_deed
from section75.document import Document
from section75.load.build import build
from section75.model import SCHEDULE_KINDS, Agreement, Day
from section75.numbering import Numbers, number
from section75.printing.deed import departure, said
from section75.render.word import Print, word_parts
from section75.variation import compiled
from tests.support.printing import TEMPLATE
from tests.support.values import decimals

PLAIN = Print(contents=False)


def agreement_of(data: list[Any]) -> Agreement:
    """An agreement from the data of its files."""
    main, *rest = decimals(data)
    schedules = tuple(build(SCHEDULE_KINDS[s["kind"]], s) for s in rest)
    return replace(build(Agreement, {**main, "schedules": ()}), schedules=schedules)


def varied(old: Agreement, new: Agreement, held: Numbers | None = None) -> tuple[Document, Document, Numbers]:
    """Both as Documents, the new one with the numbers of the old one, which held those that are given."""
    numbers = number(old, held)
    later = number(new, numbers)
    return compose(old, numbers=numbers), compose(new, numbers=later), later


def deed_of(agreement: Agreement, old: Document, new: Document) -> Document:
    """The deed of variation."""
    return compose_deed(Deed(agreement, (Day("2018-03-28"),), Day("2019-04-01")), compiled(old, new))


def fault(agreement: Agreement, old: Document, new: Document) -> str:
    """What a second reader of the printed deed finds at fault."""
    deed = word_parts(deed_of(agreement, old, new), TEMPLATE, "t", PLAIN)
    return departure(said(deed), *(said(word_parts(each, TEMPLATE, "t", PLAIN)) for each in (old, new)))
