"""The small agreement after random edits, as two sides of a comparison."""

from __future__ import annotations

import copy
import random
from dataclasses import replace
from typing import Any

from section75.compose import compose
from section75.document import Document
from section75.load.build import build
from section75.model import SCHEDULE_KINDS, Agreement
from tests.support.agreements import loaded
from tests.support.values import decimals, plain

WORDS = [
    "the",
    "Board",
    "shall",
    "not",
    "meet",
    "quarterly",
    "unless",
    "each",
    "Party",
    "£100",
    "agrees",
    "in",
    "30",
    "days",
    "مرحبا",
    "é",
    "😀",
    "&",
    "<b>",
    "record.",
]
SOURCE = plain(list(loaded().data))


def document(data: list[Any]) -> Document:
    """A Document from the source data of the small agreement, edited."""
    main, *rest = decimals(data)
    schedules = tuple(build(SCHEDULE_KINDS[s["kind"]], s) for s in rest)
    return compose(replace(build(Agreement, {**main, "schedules": ()}), schedules=schedules))


def clause_lists(data):
    """Every list of clauses in the files, with what holds it."""
    found = []

    def walk(node):
        for value in node.get("clauses", ()):
            walk(value)
        if "clauses" in node:
            found.append(node["clauses"])

    for file in data:
        walk(file)
        for section in (*file.get("parts", ()), *file.get("appendices", ())):
            walk(section)
    return found


def edited(chance: random.Random, edits: int):
    """The small agreement after some random edits. References are taken out of what may go."""
    data = copy.deepcopy(SOURCE)
    for count in range(edits):
        lists = [each for each in clause_lists(data) if each]
        clauses = chance.choice(lists)
        clause = chance.choice(clauses)
        words = " ".join(chance.choice(WORDS) for _ in range(chance.randrange(1, 9)))
        match chance.randrange(12):
            case 0:
                clause["text"] = words
            case 1:
                pieces = clause.get("text", "x").split()
                pieces[chance.randrange(len(pieces))] = words
                # Half a look-up would be no agreement.
                clause["text"] = words if "{{" in clause.get("text", "") else " ".join(pieces)
            case 2:
                clauses.insert(chance.randrange(len(clauses) + 1), {"id": f"new-{count}", "text": words})
            case 3:
                if (
                    not clause.get("clauses")
                    and "table" not in clause
                    and len(clauses) > 1
                    and not _cited(clause["id"], data)
                ):
                    clauses.remove(clause)
            case 4:
                clauses.remove(clause)
                clauses.insert(chance.randrange(len(clauses) + 1), clause)
            case 5:
                target = chance.choice(lists)
                if not clause.get("clauses") and "table" not in clause and clause not in target:
                    clauses.remove(clause)
                    target.insert(chance.randrange(len(target) + 1), clause)
            case 6:
                clause["heading"] = words
            case 7:
                rows = data[3]["tables"][0]["rows"]
                if chance.random() < 0.5 and len(rows) > 1:
                    rows.pop(chance.randrange(len(rows)))
                else:
                    rows.insert(
                        chance.randrange(len(rows) + 1), {"id": f"row-{count}", "cells": [words, chance.randrange(9)]}
                    )
            case 8:
                data[0]["definitions"][1]["meaning"] = words
            case 9:
                _split(clause, clauses, f"second-{count}", chance)
            case 10:
                _merge(clause, clauses, data)
            case 11:
                chance.choice(data[0]["parties"])["address"] = words
    for each in clause_lists(data):
        each[:] = each or [{"id": f"filled-{id(each) % 10**9}", "text": "x"}]
    return data


def _split(clause, clauses, identity: str, chance: random.Random) -> None:
    """Move the second half of a clause's words into a clause of their own."""
    text = clause.get("text", "")
    pieces = text.split()
    if len(pieces) > 1 and "](#" not in text and "{{" not in text:
        at = chance.randrange(1, len(pieces))
        clause["text"] = " ".join(pieces[:at])
        clauses.insert(clauses.index(clause) + 1, {"id": identity, "text": " ".join(pieces[at:])})


def _merge(clause, clauses, data) -> None:
    """Give a clause the words of the next, which goes."""
    after = clauses[clauses.index(clause) + 1 :][:1]
    if after and not after[0].get("clauses") and "table" not in after[0] and not _cited(after[0]["id"], data):
        clauses.remove(after[0])
        clause["text"] = f"{clause.get('text', 'x')} {after[0].get('text', '')}".strip()


def _cited(identity: str, data) -> bool:
    return f"(#{identity})" in str(data)
