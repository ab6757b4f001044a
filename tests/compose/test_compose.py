"""The Document of the small agreement, as its pages read."""

from __future__ import annotations

import pytest

from section75.compose import compose
from section75.document import Execution, Paragraph, words_of
from tests.support.agreements import changed, loaded
from tests.support.reading import told


def test_a_clause_not_used_holds_its_number():
    tree = changed("agreement.yaml", "  - id: oversight\n", "  - {id: gone, not_used: true}\n  - id: oversight\n")
    text = told(compose(loaded(tree).required()))
    assert "clause_heading: 2 Not used" in text
    assert "clause_heading: 3 Oversight" in text


def test_a_reference_at_the_beginning_of_a_sentence_has_a_capital():
    assert "clause: 2.2 Clause 2.1 does not limit" in told(compose(loaded().required()))


def test_what_a_look_up_brings_is_never_read_again():
    tree = changed(
        "agreement.yaml", "title: Partnership agreement", "title: '{{ version }} *and* [](#x)'\nreference: x # "
    )
    tree.files["agreement.yaml"] = str(tree.files["agreement.yaml"]).replace(
        "until {{ term.end }}", "under {{ title }}"
    )
    assert "under {{ version }} *and* [](#x):" in told(compose(loaded(tree).required()))


def test_a_reference_that_begins_a_later_sentence_begins_with_a_capital():
    tree = changed(
        "agreement.yaml", "It shall keep a record.", '"It is so. [](#board-again) applies, and [](#board-duty)."'
    )
    said = "\n".join(words_of(b.runs) for b in compose(loaded(tree).required()).blocks if isinstance(b, Paragraph))
    assert "It is so. Clause 2.2 applies, and clause 2.1." in said


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (
            "It is so. [](#board-again), [](#board-duty) and [](#oversight) hold.",
            "It is so. Clauses 2.2, 2.1 and 2 hold.",
        ),
        ("Under [](#board-again) or [](#board-duty) all hold.", "Under clause 2.2 or 2.1 all hold."),
        ("See [](#board-again) to [](#board-duty); [](#oversight) holds.", "See clauses 2.2 to 2.1; clause 2 holds."),
        (
            "It is so. [](#board-again) and [Oversight](#oversight) hold.",
            "so. Clause 2.2 and Oversight (clause 2) hold.",
        ),
    ],
)
def test_references_that_follow_one_another_share_their_noun(written, printed):
    tree = changed("agreement.yaml", "It shall keep a record.", f'"{written}"')
    said = "\n".join(words_of(b.runs) for b in compose(loaded(tree).required()).blocks if isinstance(b, Paragraph))
    assert printed in said


SEALED = "method: common-seal, attested_by: [Chair, Director]"


@pytest.mark.parametrize(
    ("form", "method", "said", "signed"),
    [
        ("deed", SEALED, "The common seal of Newtown Partnership NHS Trust was affixed to this deed", "Chair Director"),
        ("deed", "method: two-directors, attested_by: [A, B]", "Executed as a deed by Newtown", "A B"),
        (
            "deed",
            "method: attorney, attested_by: [Attorney], witnessed: true",
            "Executed as a deed by an attorney for Newtown Partnership NHS Trust under a power of attorney dated ____",
            "Attorney Witness",
        ),
        ("under-hand", "method: signature, attested_by: [Chief Officer]", "Signed for and on behalf of Newt", "Chief"),
        ("under-hand", "method: attorney, attested_by: [X], witnessed: false", "Signed by an attorney for Newt", "X"),
    ],
)
def test_each_way_of_executing_says_who_signs_and_how(form, method, said, signed):
    tree = changed("agreement.yaml", SEALED, method)
    tree.files["agreement.yaml"] = str(tree.files["agreement.yaml"]).replace("form: deed", f"form: {form}")
    *_, block = (b for b in compose(loaded(tree).required()).blocks if isinstance(b, Execution))
    assert said in words_of(block.said[0])
    assert " ".join(block.signed).startswith(signed)
    assert block.sealed == ("seal" in method)
    assert all("Address" in block.to_fill_in(role) for role in block.signed if role == "Witness")
