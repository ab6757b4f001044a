"""The law as the toolkit carries it, and what is wrong with a file of it."""

from __future__ import annotations

from functools import cache

from section75.findings import Finding
from section75.law.faults import faults
from section75.load import load_law
from section75.model import LawEntry
from section75.tree import MemoryTree
from tests.support.agreements import ROOT

SMALL = """format: 1
id: small
title: Small
as_at: 2026-11-26
entries:
  - {id: tribunal, kind: enactment, name: A tribunal, words: [Health and Care Professions Tribunal Act], not_in_force: true, known: 2017-01-01, source: Made up, confirmed: unconfirmed, looked_at: 2026-11-26}
"""
"""An Act that is not in force, for examples."""


@cache
def england() -> tuple[LawEntry, ...]:
    """Every entry of the toolkit's own file, and of the small one."""
    read = load_law(MemoryTree({"law.yaml": (ROOT / "law" / "england.yaml").read_text("utf-8")}), "law.yaml")[0]
    small = load_law(MemoryTree({"law.yaml": SMALL}), "law.yaml")[0]
    assert read and small
    return (*read.entries, *small.entries)


def faults_of(text: str) -> list[Finding]:
    """What is wrong with a file of law."""
    law, source, found = load_law(MemoryTree({"law.yaml": text}), "law.yaml")
    if law is None:
        return list(found)
    place = source.place(0)
    return [Finding("bad-law", fault.message, place, (fault.hint,)) for fault in faults(law, ())]
