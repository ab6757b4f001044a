"""How a party signs fits the form of the agreement."""

from __future__ import annotations

import pytest

from section75.judging.agreement import judge
from tests.support.agreements import changed, loaded

SEALED = "method: common-seal, attested_by: [Chair, Director]"


def found(form: str, method: str) -> list[str]:
    tree = changed("agreement.yaml", SEALED, method)
    tree.files["agreement.yaml"] = str(tree.files["agreement.yaml"]).replace("form: deed", f"form: {form}")
    return [f.message for f in judge(loaded(tree)).findings if f.code == "execution-form"]


@pytest.mark.parametrize(
    ("form", "method", "wrong"),
    [
        ("deed", SEALED, ""),
        ("deed", "method: two-directors, attested_by: [A, B]", ""),
        ("deed", "method: two-directors, attested_by: [A]", "attested_by names 1"),
        ("deed", "method: attorney, attested_by: [Attorney], witnessed: true", ""),
        ("deed", "method: attorney, attested_by: [Attorney]", "needs a witness"),
        ("deed", "method: signature, attested_by: [Chief Officer]", "does not execute a deed"),
    ],
)
def test_the_form_and_the_method_fit(form, method, wrong):
    messages = found(form, method)
    assert bool(messages) == bool(wrong)
    assert wrong in "".join(messages)


def test_what_is_under_hand_is_not_sealed():
    both = found("under-hand", SEALED)
    assert both == ["a document under hand is not sealed"] * 2
    assert found("under-hand", "method: signature, attested_by: [Chief Officer]") == both[:1]
