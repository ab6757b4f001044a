"""Redlines prove themselves, of random pairs too, and an independent checker agrees where it is at hand."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from section75.compose import compose
from section75.tree import MemoryTree
from tests.support.agreements import base_files, changed, loaded, shipped
from tests.support.ooxml import faults, word_schema
from tests.support.programs import independent_judge, shared_schemas
from tests.support.random_pairs import document, edited
from tests.support.redlines import WHO, proved, redlined

PAIRS = int(os.environ.get("S75_RANDOM_PAIRS", "60"))
"""Random pairs in one run; CI asks for more."""


@pytest.mark.slow
@settings(max_examples=PAIRS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**9), before=st.integers(0, 4), after=st.integers(0, 8), pairs=st.booleans())
def test_a_random_pair_proves_itself(seed, before, after, pairs):
    chance = random.Random(seed)
    old = document(edited(chance, before))
    new = document(edited(chance, after))
    fault = proved(*redlined(old, new, replace(WHO, pairs=pairs)))
    assert not fault, fault


@pytest.mark.slow
@settings(max_examples=PAIRS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**9), before=st.integers(0, 4), after=st.integers(0, 9))
def test_the_independent_checker_agrees_on_a_random_pair(seed, before, after):
    schema, judge = word_schema(shared_schemas()), independent_judge()
    chance = random.Random(seed)
    old, new = document(edited(chance, before)), document(edited(chance, after))
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


def test_coventry_from_2014_to_2018_proves_itself():
    old, new = (compose(shipped(f"coventry-cwpt/{year}").required()) for year in ("2014", "2018"))
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
