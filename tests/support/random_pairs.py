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


def edited(chance: random.Random, edits: int, before=SOURCE, mark: str = ""):
    """The small agreement, or `before`, after some random edits. References are taken out of what may go.

    `mark` stands in every new id, so that what was edited can be edited again.
    """
    data = copy.deepcopy(before)
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
                clauses.insert(chance.randrange(len(clauses) + 1), {"id": f"new-{mark}{count}", "text": words})
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
                        chance.randrange(len(rows) + 1),
                        {"id": f"row-{mark}{count}", "cells": [words, chance.randrange(9)]},
                    )
            case 8:
                data[0]["definitions"][1]["meaning"] = words
            case 9:
                _split(clause, clauses, f"second-{mark}{count}", chance)
            case 10:
                _merge(clause, clauses, data)
            case 11:
                chance.choice(data[0]["parties"])["address"] = words
    for at, each in enumerate(clause_lists(data)):
        each[:] = each or [{"id": f"filled-{mark}{at}", "text": "x"}]
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


def edited_in_all_ways(chance: random.Random, edits: int, before=SOURCE, mark: str = ""):
    """The small agreement after random edits of clauses, and of everything else that prints."""
    data = edited(chance, edits, before, mark)
    for count in range(edits):
        _edit(chance, data, f"x{mark}{count}")
    return data


def _edit(chance: random.Random, data, fresh: str) -> None:
    main, table = data[0], data[3]["tables"][0]
    match chance.randrange(16):
        case 0:
            table["title"] = chance.choice(["Posts", "Posts held", "*Posts*", "All posts"])
        case 1:
            table["columns"][chance.randrange(len(table["columns"]))]["heading"] = chance.choice(
                ["Post", "Grade", "WTE"]
            )
        case 2:
            table["columns"].append({"id": f"col-{fresh}", "heading": f"Column {fresh}"})
            for row in table["rows"]:
                row["cells"].append(f"{fresh} of {row['id']}")
        case 3:
            chance.choice(main["execution"]["blocks"])["attested_by"] = chance.choice(
                [["Chair"], ["Chief Executive"], ["Director", "Secretary"]]
            )
        case 4:
            chance.choice(main["execution"]["blocks"])["method"] = "authorised-signatories"
        case 5:
            schedules = data[1:]
            chance.shuffle(schedules)
            data[1:] = sorted(schedules, key=lambda schedule: schedule["id"] == fresh)
            _finance_first(data)
        case 6:
            chance.shuffle(table["rows"])
        case 7:
            chance.choice(table["rows"])["cells"][0] = f"Worker {fresh}"
        case 8:
            _clause(chance, data)["text"] = f"This is **{fresh}** in bold."
        case 9:
            clause = _clause(chance, data)
            text = clause.get("text", "")
            if text and "*" not in text and "](#" not in text and "{{" not in text:
                clause["text"] = f"**{text}**" if chance.random() < 0.5 else f"*{text}*"
        case 10:
            schedule = {"format": 1, "id": f"new-{fresh}", "kind": "general", "title": f"Schedule {fresh}"}
            data.append(
                {**schedule, "clauses": [{"id": f"np-{fresh}", "heading": "New", "text": "Words.", "clauses": []}]}
            )
        case 11:
            main["title"] = f"Agreement {fresh}"
        case 12:
            row = chance.choice(table["rows"])
            row["id"] = f"row-{fresh}"
        case 13:
            indicator = next(file for file in data if file["id"] == "performance")["indicators"][0]
            indicator[chance.choice(["target", "name", "definition"])] = fresh
            indicator["target"] = chance.choice([48, 78, 90])
        case 14:
            shares = next(file for file in data if file["id"] == "finance")["contributions"]
            chance.choice(shares)["amounts"][chance.randrange(2)] = chance.choice([0, 120000, 5])
        case 15:
            main["parties"][0]["kind"] = "nhs-trust"


def _finance_first(data) -> None:
    """The other edits look for the table of posts at one place."""
    finance = next(file for file in data[1:] if file["id"] == "finance")
    data.remove(finance)
    data.insert(3, finance)


def _clause(chance: random.Random, data):
    clauses = [clause for file in data for clause in file.get("clauses", ())]
    return chance.choice([clause for clause in clauses if clause.get("text")] or [{"text": ""}])
