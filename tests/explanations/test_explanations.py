"""Every code has a page; every example on it does what the page says."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest

import section75
from section75.checks import RULES
from section75.errors import MissingError
from section75.explanations import codes, explain
from section75.findings import Severity
from section75.judging.agreement import judge
from section75.judging.reviewed import ReadCatalogue, examined
from section75.load import load_agreement, load_catalogue
from section75.tree import MemoryTree
from tests.support.agreements import base_files, judged
from tests.support.laws import england, faults_of
from tests.support.pages import examples, tree_of

PACKAGE = Path(section75.__file__).parent
OWN = Path(__file__).parents[1] / "support" / "own.yaml"


def reviewed(tree: MemoryTree):
    """What a review finds wrong with records, responses and the catalogue, which is the page's own or a small one."""
    files = {"reviews/own.yaml": OWN.read_text("utf-8"), **tree.files}
    catalogue, source, found = load_catalogue(MemoryTree(files), "reviews/own.yaml")
    assert catalogue is not None, found
    loaded = load_agreement(tree)
    if loaded.agreement is None:
        return ()
    return examined(loaded, [ReadCatalogue(catalogue, source)], date(2019, 6, 30)).findings


def codes_in_source() -> set[str]:
    found = {code for rule in RULES for code in rule.codes}
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name == "checks":
            continue  # their table names the codes
        tree = ast.parse(path.read_text("utf-8"))
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            found |= {value for value in _code(node, constants) if isinstance(value, str)}
    return found


def _code(node: ast.AST, constants: dict[str, object]) -> list[object]:
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "code":
        return [node.value.value] if isinstance(node.value, ast.Constant) else []
    if not isinstance(node, ast.Call):
        return []
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    given = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
    if name in ("Remark", "Finding", "refuse", "Problem", "Fault") and node.args:
        given.append(node.args[0])
    return [constants.get(v.id) if isinstance(v, ast.Name) else getattr(v, "value", None) for v in given]


def test_every_code_has_a_page_and_every_page_a_code():
    assert set(codes()) == codes_in_source()


def test_every_page_has_one_bad_and_one_good_example():
    kinds = {code: [kind for c, kind, *_ in examples() if c == code] for code in codes()}
    assert {code: found for code, found in kinds.items() if found != ["Bad", "Good"]} == {}


@pytest.mark.parametrize(("code", "kind", "lang", "path", "text"), examples(), ids=lambda v: str(v)[:30])
def test_an_example_does_what_its_page_says(code, kind, lang, path, text):
    tree = tree_of(code, lang, path, text)
    law = england() if code.startswith("law-") else ()
    found = (
        faults_of(text) if path.startswith("law/") else (*judge(load_agreement(tree), law).findings, *reviewed(tree))
    )
    findings = [f for f in found if f.code == code]
    if kind == "Good":
        assert findings == []
    else:
        assert findings, "the bad example must give the finding"
        page = explain(code)
        assert Severity(re.search(r"^Severity: (\w+)$", page, re.MULTILINE)[1]) is findings[0].severity
        assert findings[0].hints, "a finding says what to do"


def test_the_small_agreement_gives_no_finding():
    assert judged(MemoryTree(base_files())).findings == ()


def test_a_code_that_does_not_exist_names_the_nearest():
    with pytest.raises(MissingError) as caught:
        explain("broken-refrence")
    assert "broken-reference" in caught.value.hint
