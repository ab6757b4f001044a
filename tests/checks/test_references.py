"""References that are none: an id behind a # in the words."""

from __future__ import annotations

import pytest

from tests.support.agreements import changed, codes, judged

SAID = "It shall keep a record."


@pytest.mark.parametrize("words", ["As #governance says.", "As (#governance) says, and no more.", "Under #governance."])
def test_an_id_behind_a_sign_is_no_reference(words):
    tree = changed("agreement.yaml", SAID, f'"{words}"')
    found = [finding for finding in judged(tree).findings if finding.code == "not-a-reference"]
    assert [finding.hints for finding in found] == [("write [](#governance)",)]
    line = str(tree.files["agreement.yaml"]).splitlines()[found[0].place.line - 1]
    assert line[found[0].place.column - 1 :].startswith("#governance")


@pytest.mark.parametrize(
    "words",
    [
        "The #1 aim.",
        "See #nothing.",
        "See a/#governance.",
        r"See \\#governance.",
        "Under [] (#governance) is told once.",
        "Under [](#governance).",
    ],
)
def test_other_words_behind_a_sign_are_words(words):
    assert codes(changed("agreement.yaml", SAID, f'"{words}"')).count("not-a-reference") == ("once" in words)
