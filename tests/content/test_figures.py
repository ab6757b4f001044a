"""Every figure of the sources is in the data, at its place, line by line. The figures are in `data/figures`."""

from __future__ import annotations

import csv
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

import pytest

from section75.model.leaves import leaves
from tests.support.agreements import shipped

FILES = sorted((Path(__file__).parents[1] / "data" / "figures").glob("*.csv"))
FIELDS = ["source", "lines", "what", "agreement", "place", "value"]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert reader.fieldnames == FIELDS
        return list(reader)


@cache
def values(agreement: str) -> dict[tuple[str, str], str]:
    found = shipped(agreement)
    every = [
        *leaves(found.required()),
        *(leaves(found.risks) if found.risks else ()),
        *(leaf for r in found.records for leaf in leaves(r)),
    ]
    return {(leaf.owner, leaf.path): str(leaf.value) for leaf in every}


def at(agreement: str, place: str) -> str | None:
    owner, _, field = place.partition(".")
    known = values(agreement)
    whole = load_id(agreement)
    return known.get((owner, field), known.get((whole, place)))


@cache
def load_id(agreement: str) -> str:
    return shipped(agreement).required().id


def same(said: str, found: str | None) -> bool:
    try:
        return found is not None and Decimal(said.replace(",", "")) == Decimal(found)
    except InvalidOperation:
        return said == found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_figure_of_the_sources_stands_in_the_data(path):
    placed = [row for row in rows(path) if row["place"]]
    wrong = [
        (row["lines"], row["what"], row["place"], row["value"], at(row["agreement"], row["place"]))
        for row in placed
        if not same(row["value"], at(row["agreement"], row["place"]))
    ]
    assert wrong == []
    assert len(placed) > 0.9 * len(rows(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_figure_names_its_source_and_lines(path):
    assert all(
        row["source"] in ("000", "001", "002", "003", "004") and row["lines"].startswith("l.") for row in rows(path)
    )


def test_the_figures_of_all_five_sources_are_there():
    assert {row["source"] for path in FILES for row in rows(path)} == {"000", "001", "002", "003", "004"}
    assert sum(len(rows(path)) for path in FILES) > 700
