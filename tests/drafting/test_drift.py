"""What is newer in a model, taken over into a copy that is written in its own way."""

from __future__ import annotations

import pytest

from section75.drafting import departures_of, proposal
from section75.load.reader import read_source

DIGEST = "0b54ac79" * 8
HEAD = "id: pol\n"
ORIGIN = "from: {id: pol, digest: abc}\n"


def read(text: str):
    source, findings = read_source("pol.yaml", "pol.yaml", text.encode())
    assert not findings
    return source


def updated(base: str, model: str, ours: str | None = None) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """What our copy says below its head after an update, what was taken over and what was left."""
    copy = HEAD + ORIGIN + (base if ours is None else ours)
    made = proposal(read(HEAD + base), read(HEAD + model), read(copy), DIGEST)
    text = made.content.decode()
    assert text.startswith(HEAD + f'from: {{id: pol, digest: "{DIGEST}"}}\n')
    assert read(text).data["from"]["digest"] == DIGEST
    return text.split("\n", 2)[2], made.taken, made.left


MEMBERS = "groups:\n  - {id: g, members: [{id: cg-q-1}, {id: cg-q-2}, {id: cg-q-3}]}\n"


@pytest.mark.parametrize("gone", ["{id: cg-q-1}, ", ", {id: cg-q-2}", ", {id: cg-q-3}"])
def test_a_member_that_left_the_model_takes_no_other_with_it(gone):
    after, taken, left = updated(MEMBERS, MEMBERS.replace(gone, ""))
    assert after == MEMBERS.replace(gone, "")
    assert (len(taken), left) == (1, ())


ROWS = """\
clauses:
  - {id: p-a, text: The Council pays for the first copy.}
  - {id: p-b, text: The Council pays for paper copies.}
  - {id: p-c, text: The Council pays for the last copy.}
"""
NEW = "  - {id: p-d, text: The Trust pays for all the copies.}\n"


@pytest.mark.parametrize(
    "new",
    [
        NEW,
        NEW.replace("The Trust pays for all the copies.", '"The Trust pays: all, and more."'),
        "  - id: p-d\n    text: |\n      One.\n\n      Two.\n",
    ],
)
@pytest.mark.parametrize("which", [1, 2, 3])
@pytest.mark.parametrize("list_name", ["clauses", "rows"])
def test_a_clause_in_the_place_of_another_is_taken_over_whole(which, new, list_name):
    base = ROWS.replace("clauses", list_name)
    lines = base.splitlines(keepends=True)
    model = "".join(new if index == which else line for index, line in enumerate(lines))
    after, taken, left = updated(base, model)
    assert after == model
    assert (len(taken), left) == (2, ())


def test_a_comment_beside_our_words_stays_a_comment():
    base = "text: The Council pays for paper copies.\n"
    ours = "text: The Council pays for paper copies. # we would give this up for 2%\n"
    model = "text: |\n  The Council pays for paper copies, and for\n  their delivery.\n"
    after, taken, _ = updated(base, model, ours)
    assert after == model.replace("|", "| # we would give this up for 2%")
    assert taken == ("text of pol",)
    assert "give" not in read(HEAD + after).data["text"]


@pytest.mark.parametrize(
    "written",
    [
        '"New \\"words\\"\n  go here."',
        "'New ''words''\n  go here'",
        'The so-called\n  "Fund"',
        '"New \\\n  words go."',
        '"Ne\\u00e9\n  x"',
        ">-\n  Folded words\n  go here.\n\n  And here.",
        "|\n  One.\n\n  Two.",
        '"# no comment: yes"',
    ],
)
@pytest.mark.parametrize(
    "form", ["text: {}\n", "clauses:\n  - id: a\n    text: {}\n", "clauses:\n  - {{id: a, text: {}}}\n"]
)
def test_words_are_carried_by_what_they_say(written, form):
    indented = written.replace("\n  ", "\n      ") if "clauses" in form else written
    model = form.format(indented) if "{{" not in form else "clauses:\n  - id: a\n    text: " + indented + "\n"
    base = form.format("Old words")
    after, _, left = updated(base, model)
    assert left == ()
    assert read(HEAD + after).data == read(HEAD + model).data


def test_both_with_line_ends_of_windows():
    base = "text: Old\r\n"
    ours, model = (
        f"{HEAD}{rest}".replace("\n", "\r\n") for rest in (f"{ORIGIN}text: Old\n", "text: |\n  One.\n\n  Two.\n")
    )
    made = proposal(read(HEAD + base), read(model), read(ours), DIGEST)
    assert made.content.endswith(b"text: |\r\n  One.\r\n\r\n  Two.\r\n")
    assert b"\r\r" not in made.content


def test_two_new_clauses_at_one_spot_keep_their_order():
    model = ROWS + NEW + NEW.replace("p-d", "p-e")
    assert updated(ROWS, model)[0] == model


def test_a_list_that_our_copy_does_not_have_yet_is_added():
    base = "clauses:\n  - {id: a, text: One}\n"
    model = "clauses:\n  - id: a\n    text: One\n    clauses:\n      - {id: a-1, text: Two}\n"
    after, taken, left = updated(base, model)
    assert read(HEAD + after).data == read(HEAD + model).data
    assert (taken, left) == (("a-1, which is new",), ())


def test_a_clause_that_moved_in_the_model_moves_here_with_our_words():
    lines = ROWS.splitlines(keepends=True)
    model = "".join([lines[0], lines[2], lines[1], lines[3]])
    ours = ROWS.replace("first copy", "very first copy")
    after, taken, left = updated(ROWS, model, ours)
    assert [unit["id"] for unit in read(after).data["clauses"]] == ["p-b", "p-a", "p-c"]
    assert "very first copy" in after
    assert (len(taken), left) == (1, ())


def test_each_side_changed_another_sentence():
    base = "text: The first. The second. The third.\n"
    after, taken, left = updated(base, base.replace("third", "last"), base.replace("first", "very first"))
    assert taken == ("text of pol, beside sentences of our own",)
    assert (after, left) == ("text: The very first. The second. The last.\n", ())


@pytest.mark.parametrize(
    ("model", "ours", "why"),
    [
        (ROWS.replace("paper", "all"), ROWS.replace("paper", "no"), "text of p-b: edited in the model and in our copy"),
        (ROWS.replace("paper", "all"), ROWS.replace("p-b", "p-x"), "p-b: the model edited it, and it is gone"),
        (ROWS.replace("p-b", "p-x"), ROWS.replace("paper", "no"), "p-b: gone from the model, and our copy has other"),
        (ROWS + NEW, ROWS + NEW.replace("all", "no"), "p-d: new in the model and, with other words, in our copy"),
    ],
)  # fmt: skip
def test_what_both_changed_is_left_and_named(model, ours, why):
    _, _, left = updated(ROWS, model, ours)
    assert len(left) == 1
    assert left[0].startswith(why)


def test_wrapping_anew_is_no_departure_and_a_change_of_value_is_one():
    base = "text: One two\nterms: {start: 2018-04-01, end: 2019-03-31}\n"
    ours = "text: |\n  One\n  two\nterms: {start: 2018-04-01, end: 2020-03-31}\n"
    found = departures_of(read(HEAD + base), read(HEAD + ORIGIN + ours))
    assert [(departure.was, departure.now) for departure in found] == [("2019-03-31", "2020-03-31")]
