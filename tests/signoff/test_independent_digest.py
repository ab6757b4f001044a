"""The page on the digest, the toolkit and a second implementation agree, on the page's example and on every agreement."""

from __future__ import annotations

import re

import pytest

from section75.language.british import CHOICES
from section75.load import load_agreement
from section75.signoff import SCHEME, digests
from section75.tree import MemoryTree
from tests.support.agreements import BASE, each_agreement, shipped
from tests.support.independent_digest import PAGE, ROOT, Agreement, canonical, choices, read

TEXT = PAGE.read_text("utf-8")
FILES = dict(re.findall(r"```yaml (\S+)\n(.*?)```", TEXT, re.DOTALL))
SOURCE = re.findall(r"```json\n(.*?)\n```", TEXT, re.DOTALL)[0]
DIGESTS = dict(re.findall(r"^\| (\S+) \| `([0-9a-f]{64})` \|$", TEXT, re.MULTILINE))


@pytest.mark.parametrize(
    "name", [*each_agreement("coventry-cwpt/2018", "example/2025"), pytest.param(BASE, id="small")]
)
def test_two_implementations_agree_on_every_unit(name):
    loaded = shipped(name)
    ours, theirs = digests(loaded.data, loaded.required()), Agreement.at(ROOT / "agreements" / name)
    assert ours.whole == theirs.whole()
    assert dict(ours.units) == theirs.units()


def test_the_example_of_the_page_has_the_digests_that_it_says():
    loaded = load_agreement(MemoryTree(FILES))
    assert not loaded.findings
    ours = digests(loaded.data, loaded.required())
    assert {"whole": ours.whole, **ours.units} == DIGESTS
    theirs = Agreement([read(text) for text in FILES.values()])
    assert {"whole": theirs.whole(), **theirs.units()} == DIGESTS
    assert canonical(theirs.source()) == SOURCE


def test_the_page_names_the_rule_and_every_choice_that_prints_in_other_words():
    assert f"`{SCHEME}`" in TEXT
    assert choices() == CHOICES
