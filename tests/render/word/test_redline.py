"""Compare and redline: random pairs prove themselves, and an independent checker agrees where it is at hand."""

from __future__ import annotations

import copy
import os
import random
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from section75.compare import Verdict, compare
from section75.compare.kinds import Kind, kind_of_words
from section75.compare.words import marked
from section75.compose import compose
from section75.document import Text
from section75.load import load_agreement
from section75.load.build import build
from section75.model import SCHEDULE_KINDS, Agreement
from section75.render.package import read_parts
from section75.render.word import Print, Who, write_redline, write_word
from section75.render.word.proof import prove
from section75.tree import DiskTree, MemoryTree
from tests.support.agreements import base_files, changed, loaded
from tests.support.ooxml import faults, word_schema
from tests.support.printing import ROOT, TEMPLATE
from tests.support.programs import independent_judge, shared_schemas

WHO = Who("A Solicitor", "2018-03-05T00:00:00Z")
PLAIN = Print(contents=False)
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
PAIRS = int(os.environ.get("S75_RANDOM_PAIRS", "60"))
"""Random pairs in one run; CI asks for more."""


def document(data):
    """A Document from the source data of the small agreement, edited."""
    main, *rest = data
    schedules = tuple(build(SCHEDULE_KINDS[s["kind"]], s) for s in rest)
    return compose(replace(build(Agreement, {**main, "schedules": ()}), schedules=schedules))


def redlined(old, new, who=WHO) -> tuple[bytes, bytes, bytes]:
    before = write_word(replace(old, front=new.front), TEMPLATE, "t", PLAIN)
    return write_redline(compare(old, new), TEMPLATE, "t", PLAIN, who), before, write_word(new, TEMPLATE, "t", PLAIN)


def proved(redline: bytes, old: bytes, new: bytes) -> str:
    """What the proof finds at fault, from the three written files; "" where it holds."""
    return prove(redline, read_parts(old, "old"), read_parts(new, "new")).fault


def plain(node):
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    return [plain(value) for value in node] if isinstance(node, list) else node


SOURCE = plain(list(loaded().data))


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


def numbers(node):
    """The builder wants decimals."""
    from decimal import Decimal

    if isinstance(node, bool):
        return node
    if isinstance(node, int):
        return Decimal(node)
    if isinstance(node, dict):
        return {k: numbers(v) for k, v in node.items()}
    return [numbers(v) for v in node] if isinstance(node, list) else node


@pytest.mark.slow
@settings(max_examples=PAIRS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**9), before=st.integers(0, 4), after=st.integers(0, 8), pairs=st.booleans())
def test_a_random_pair_proves_itself(seed, before, after, pairs):
    chance = random.Random(seed)
    old = document(numbers(edited(chance, before)))
    new = document(numbers(edited(chance, after)))
    fault = proved(*redlined(old, new, replace(WHO, pairs=pairs)))
    assert not fault, fault


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**9), edits=st.integers(0, 8))
def test_nothing_changed_where_nothing_changed(seed, edits):
    one = document(numbers(edited(random.Random(seed), edits)))
    assert list(compare(one, one).changes()) == []


@pytest.mark.slow
@settings(max_examples=PAIRS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**9), before=st.integers(0, 4), after=st.integers(0, 9))
def test_the_independent_checker_agrees_on_a_random_pair(seed, before, after):
    schema, judge = word_schema(shared_schemas()), independent_judge()
    chance = random.Random(seed)
    old, new = document(numbers(edited(chance, before))), document(numbers(edited(chance, after)))
    made = redlined(old, new)
    assert faults(made[0], schema) == []
    found = judge(*map(BytesIO, made), styles=True)
    assert (found["accept"], found["reject"], found["lint"]) == ("exact", "exact", {}), found


def test_a_proof_fails_where_a_change_is_hidden():
    old, new = (
        compose(loaded().required()),
        compose(loaded(changed("agreement.yaml", "keep a record", "keep records")).required()),
    )
    redline, before, after = redlined(old, new)
    assert not proved(redline, before, after)
    assert proved(after, before, after)
    assert proved(redline, after, after)


def verdicts(path: str, old: str, new: str) -> dict[str, tuple[Verdict, ...]]:
    comparison = compare(compose(loaded().required()), compose(loaded(changed(path, old, new)).required()))
    return {(b.new or b.old).id: b.verdicts for b in comparison.blocks if b.verdicts != (Verdict.UNCHANGED,)}


def test_a_new_clause_renumbers_what_follows_and_edits_nothing():
    found = verdicts("agreement.yaml", "  - id: oversight\n", "  - {id: fresh, heading: Fresh}\n  - id: oversight\n")
    assert found.pop("fresh") == (Verdict.ADDED,)
    assert set(found.values()) == {(Verdict.RENUMBERED,)}


def test_a_moved_schedule_is_moved_and_not_edited():
    found = verdicts(
        "agreement.yaml",
        "  - schedules/finance.yaml\n  - schedules/functions.yaml\n",
        "  - schedules/functions.yaml\n  - schedules/finance.yaml\n",
    )
    assert all(set(v) <= {Verdict.MOVED, Verdict.RENUMBERED} for v in found.values())
    assert any(Verdict.MOVED in v for v in found.values())


def test_an_edit_marks_whole_words_and_keeps_their_spaces():
    runs = marked((Text("shall meet quarterly and report."),), (Text("shall meet monthly and report."),))
    assert [(r.run.text, r.mark.value) for r in runs] == [
        ("shall meet", "kept"),
        (" quarterly", "removed"),
        (" monthly", "added"),
        (" and report.", "kept"),
    ]


@pytest.mark.parametrize(
    ("gone", "come", "kind"),
    [
        ("shall", "may", Kind.OBLIGATION),
        ("\u00a3100", "\u00a3200", Kind.MONEY),
        ("30 days", "60 days", Kind.PERIOD),
        ("the Council", "the Trust", Kind.PARTY),
        ("indemnify", "hold harmless", Kind.LIABILITY),
        ("clause 12", "clause 13", Kind.ADMINISTRATIVE),
        ("organisation", "organization", Kind.ADMINISTRATIVE),
        ("not", "", Kind.OBLIGATION),
        ("quorum", "", Kind.GOVERNANCE),
        ("red", "blue", Kind.OTHER),
    ],
)
def test_what_an_edit_is_about(gone, come, kind):
    assert kind_of_words(gone, come) is kind


def test_coventry_from_2014_to_2018_proves_itself():
    old, new = (
        compose(load_agreement(DiskTree(ROOT / "agreements" / "coventry-cwpt" / year)).required())
        for year in ("2014", "2018")
    )
    made = redlined(old, new)
    assert not proved(*made)
    assert made[0] == redlined(old, new)[0]
    assert faults(made[0], word_schema(shared_schemas())) == []


@pytest.mark.parametrize(
    "words",
    ["word " * 10_000, "x" * 10_000, "\u0645\u0631\u062d\u0628\u0627 " * 50, "e\u0301\u0323" * 100, "\U0001f600" * 200],
    ids=["long", "no spaces", "right to left", "combining", "emoji"],
)  # fmt: skip
def test_unusual_words_are_compared_too(words):
    tree = changed("agreement.yaml", "It shall keep a record.", f'"{words.strip()} record."')
    assert not proved(*redlined(compose(loaded().required()), compose(loaded(tree).required())))


def test_two_unrelated_agreements_are_compared_all_the_same():
    other = {path: str(text) for path, text in base_files().items()}
    for name in ("board-", "oversight", "interpretation"):
        other["agreement.yaml"] = other["agreement.yaml"].replace(f"id: {name}", f"id: other-{name}")
    other["agreement.yaml"] = other["agreement.yaml"].replace("(#board-duty)", "(#other-board-duty)")
    assert not proved(*redlined(compose(loaded().required()), compose(loaded(MemoryTree(other)).required())))
