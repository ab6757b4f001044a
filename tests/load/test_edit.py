"""Edits of a file's text: what was meant, comments where they belong, every other byte kept."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from section75.errors import Section75Error
from section75.load import emit
from section75.load.characters import MISREAD
from section75.load.proved import spliced
from section75.load.reader import read_source
from section75.outline.changes import FieldRemoved, FieldSet, UnitAdded, UnitMoved, UnitRemoved
from tests.support.random_edits import WORDS

SOURCE = """\
# of the file
format: 1
a: one  # beside a
b: {x: 1, y: 2, z: 3}
c:
  # about d
  d: |
    words
    # words too
    more
  e:
    - 1

# about the parts
parts:
  # about p
  - id: p
    text: The Council pays. # we would give this up
  - {id: q, members: [{id: m1}, {id: m2}, {id: m3}]}

  # about r
  - id: r
    rows: [
      # about n1
      {id: n1}, # beside n1
      {id: n2}  # beside n2
    ]
    # below r
  - {id: s, text: Last} # beside s
"""


def edited(*changes, text: str = SOURCE) -> str:
    source, findings = read_source("a.yaml", "a.yaml", text.encode())
    assert not findings
    return spliced(source, changes).decode()


def lines(old: str, new: str) -> str:
    assert SOURCE.count(old) == 1
    return SOURCE.replace(old, new)


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (FieldRemoved("", ("a",)), "a: one  # beside a\n", ""),
        (FieldRemoved("", ("b", "x")), "x: 1, ", ""),
        (FieldRemoved("", ("b", "y")), ", y: 2", ""),
        (FieldRemoved("", ("b", "z")), ", z: 3", ""),
        (FieldRemoved("", ("c", "d")), "  # about d\n  d: |\n    words\n    # words too\n    more\n", ""),
        (FieldRemoved("", ("c", "e")), "  e:\n    - 1\n", ""),
        (FieldRemoved("", ("c",)), SOURCE[SOURCE.index("c:\n") : SOURCE.index("\n# about the parts")], ""),
        (UnitRemoved("p"), SOURCE[SOURCE.index("  # about p\n") : SOURCE.index("  - {id: q")], ""),
        (UnitRemoved("q"), "  - {id: q, members: [{id: m1}, {id: m2}, {id: m3}]}\n", ""),
        (UnitRemoved("r"), SOURCE[SOURCE.index("  # about r\n") : SOURCE.index("  - {id: s")], ""),
        (UnitRemoved("s"), "  - {id: s, text: Last} # beside s\n", ""),
        (UnitRemoved("m1"), "{id: m1}, ", ""),
        (UnitRemoved("m2"), ", {id: m2}", ""),
        (UnitRemoved("m3"), ", {id: m3}", ""),
        (UnitRemoved("n1"), "      # about n1\n      {id: n1}, # beside n1\n", ""),
        (UnitRemoved("n2"), "\n      {id: n2}  # beside n2", ""),
        (FieldSet("", ("a",), "two: 2"), "a: one  #", 'a: "two: 2"  #'),
        (FieldSet("", ("b", "y"), "x, y"), "y: 2", 'y: "x, y"'),
        (FieldSet("", ("b", "w"), True), "z: 3}", "z: 3, w: true}"),
        (FieldSet("", ("c", "e"), ["0", "1 #"]), "    - 1\n", '    - "0"\n    - "1 #"\n'),
        (FieldSet("", ("note",), "a\nb\n"), "    - 1\n", "    - 1\nnote: |\n  a\n  b\n"),
        (FieldSet("p", ("text",), "a\nb\n"), "The Council pays. # we", "| # we"),
        (FieldSet("s", ("text",), "a\n\nb\n"), "text: Last", 'text: "a\\n\\nb\\n"'),
        (UnitAdded("q", ("members",), "", {"id": "m0"}), "[{id: m1}", "[{id: m0}, {id: m1}"),
        (UnitAdded("q", ("members",), "m3", {"id": "m4", "t": "a, b"}), "{id: m3}", '{id: m3}, {id: m4, t: "a, b"}'),
        (UnitAdded("r", ("rows",), "", {"id": "n0"}), "      # about n1", "      {id: n0},\n      # about n1"),
        (UnitAdded("r", ("rows",), "n1", {"id": "n0"}), "      {id: n2}", "      {id: n0},\n      {id: n2}"),
        (UnitAdded("r", ("rows",), "n2", {"id": "n3"}), "{id: n2}  # beside n2", "{id: n2},  # beside n2\n      {id: n3}"),
        (UnitAdded("", ("parts",), "", {"id": "o"}), "  # about p", "  - {id: o}\n  # about p"),
        (UnitAdded("", ("parts",), "q", {"id": "o"}), "{id: m3}]}\n", "{id: m3}]}\n  - {id: o}\n"),
        (UnitAdded("", ("parts",), "r", {"id": "o"}), "    # below r\n", "    # below r\n  - {id: o}\n"),
        (UnitAdded("", ("parts",), "s", {"id": "o", "text": "a\nb\n"}), "# beside s\n", "# beside s\n  - id: o\n    text: |\n      a\n      b\n"),
        (UnitAdded("p", ("rows",), "", {"id": "o"}), "up\n", "up\n    rows:\n      - {id: o}\n"),
    ],
)  # fmt: skip
def test_an_edit_changes_its_own_text_and_nothing_else(change, old, new):
    expected = lines(old, new)
    if isinstance(change, FieldSet) and change.unit == "p":
        expected = expected.replace("give this up\n", "give this up\n      a\n      b\n")
    assert edited(change) == expected
    # The same with the line ends of Windows and a byte-order mark.
    raw = b"\xef\xbb\xbf" + SOURCE.replace("\n", "\r\n").encode()
    source, _ = read_source("a.yaml", "a.yaml", raw)
    assert spliced(source, [change]) == b"\xef\xbb\xbf" + expected.replace("\n", "\r\n").encode()


def test_a_list_that_loses_its_last_item_goes():
    gone = [UnitRemoved("m1"), UnitRemoved("m3"), UnitRemoved("m2")]
    assert edited(*gone) == lines(", members: [{id: m1}, {id: m2}, {id: m3}]", "")


def test_items_put_in_at_one_spot_keep_their_order():
    added = [UnitAdded("", ("parts",), after, {"id": name}) for after, name in (("q", "o1"), ("o1", "o2"), ("q", "o0"))]
    after = "{id: m3}]}\n"
    assert edited(*added) == lines(after, after + "  - {id: o0}\n  - {id: o1}\n  - {id: o2}\n")


@pytest.mark.parametrize("first", ["add", "remove"])
def test_an_item_put_in_where_one_is_taken_out_does_both(first):
    add, remove = UnitAdded("", ("parts",), "p", {"id": "o", "text": "As long"}), UnitRemoved("q")
    made = [add, remove] if first == "add" else [remove, add]
    gone = "  - {id: q, members: [{id: m1}, {id: m2}, {id: m3}]}\n"
    assert edited(*made) == lines(gone, "  - {id: o, text: As long}\n")


def test_a_unit_moves_with_its_comments_at_its_new_depth():
    moved = SOURCE[SOURCE.index("  # about p\n") : SOURCE.index("  - {id: q")]
    text = "parts:\n  - id: z\n    clauses:\n      - {id: z1}\n" + moved
    deeper = "".join("    " + line for line in moved.splitlines(keepends=True))
    assert edited(UnitMoved("p", "z", ("clauses",), "z1"), text=text) == text.replace(moved, deeper)


@pytest.mark.parametrize(
    "change",
    [
        UnitMoved("p", "q", ("members",), "m1"),
        UnitMoved("n1", "q", ("members",), "m1"),
        UnitMoved("n1", "p", ("rows",), ""),
        UnitMoved("n1", "", ("parts",), "q"),
    ],
)
def test_what_would_lose_a_comment_is_refused(change):
    with pytest.raises(Section75Error, match="comments cannot go with it"):
        edited(change)


@pytest.mark.parametrize(
    "text",
    [
        "a: &x one\nb: *x\n",
        "a: !!str one\n",
        "a: 1\na: 2\n",
        "a: [1\n",
        "a: one\rb: two\n",
        "a: one\n---\nb: two\n",
    ],
)
def test_a_file_that_is_not_sound_is_not_edited(text):
    source, _ = read_source("a.yaml", "a.yaml", text.encode())
    with pytest.raises(Section75Error):
        spliced(source, [FieldSet("", ("a",), "new")])


def test_a_place_that_is_not_there_is_told():
    with pytest.raises(Section75Error, match=r"no such place in the file: nothing of c"):
        edited(FieldRemoved("c", ("nothing",)))


def test_without_changes_the_bytes_are_the_same():
    raw = b"\xef\xbb\xbfa: 1\r\nb: [1,\n 2]"
    source, _ = read_source("a.yaml", "a.yaml", raw)
    assert spliced(source, []) == raw


def test_an_edit_that_would_read_otherwise_is_not_written(monkeypatch):
    """The proof: what comes out is read again and compared with what was meant."""
    monkeypatch.setattr(emit, "scalar", lambda *_, **__: "other words")
    with pytest.raises(Section75Error, match="would not say what was meant"):
        edited(FieldSet("s", ("text",), "these words"))


def back(text: str):
    """The data of a text; that a character may not stand in an agreement, even as an escape, is told beside it."""
    source, findings = read_source("a.yaml", "a.yaml", text.encode())
    assert {finding.code for finding in findings} <= CHARACTERS, (text, findings)
    return source.data


CHARACTERS = {"tab", "control-character", "hidden-character", "garbled-text"}
ANY_WORDS = st.one_of(
    st.sampled_from(WORDS),
    st.text(st.sampled_from(list("ab \n:#,[]{}'\"\\-?!&*|>%@`~.0123xeyn\t\u00a0\u2028é£")), max_size=14),
    st.text(max_size=12).filter(lambda words: all(not 0xD800 <= ord(c) <= 0xDFFF for c in words)),
)


@given(ANY_WORDS, st.sampled_from(["", "'", '"', ">-\n a", "|\n a"]))
def test_words_read_back_as_they_were(words, like):
    assume(not MISREAD.search(words))  # such a file is not read at all
    assert back(f"{{a: {emit.scalar(words, in_flow=True, like=like)}, b: 1}}")["a"] == words
    assert back(f"a: [{emit.scalar(words, in_flow=True)}]")["a"] == [words]
    head, below = emit.block(words, 0, like)
    assert back("\n".join([f"a: {head}", *below, "b: last", ""])) == {"a": words, "b": "last"}
    assert back(
        "\n".join([*emit.item_lines({"id": "x", "text": words, "rows": [{"id": "y", "t": words}]}, 2), ""])
    ) == [{"id": "x", "text": words, "rows": [{"id": "y", "t": words}]}]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("The Council's share", "The Council's share"),
        ("0b54ac79", '"0b54ac79"'),
        ("0x1F", '"0x1F"'),
        ("1e3", '"1e3"'),
        ("54ac79" * 8, '"' + "54ac79" * 8 + '"'),
        ("abcdef" * 8, '"' + "abcdef" * 8 + '"'),
        ("0.1", '"0.1"'),
        ("2018-04-01", "2018-04-01"),
        ("yes", '"yes"'),
        ("Null", '"Null"'),
        ("12:30", '"12:30"'),
        ("[insert name]", '"[insert name]"'),
        ("a, b", "a, b"),
        ("fee #2", '"fee #2"'),
    ],
)
def test_quotation_marks_stand_only_where_they_are_needed(words, written):
    assert emit.scalar(words) == written


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_block_of_words_at_the_end_without_a_line_break_keeps_its_words(newline):
    text = newline.join(["at:", "  - unit: a", "    words: |", "      One.", "      Two."])
    after = edited(FieldSet("", ("extra",), "x"), text=text)
    assert after == newline.join(["at:", "  - unit: a", "    words: |-", "      One.", "      Two.", "extra: x", ""])


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("words", ["# no comment\nwords\n", "One.\nTwo.\n"])
def test_words_that_end_in_a_line_break_end_so_at_the_end_of_a_file_that_has_none(newline, words):
    text = newline.join(["at:", "  - id: a", "    words: One."])
    source, findings = read_source("a.yaml", "a.yaml", text.encode())
    assert not findings
    added = UnitAdded("", ("at",), "a", {"id": "b", "words": "Last."})
    for made in ([FieldSet("a", ("words",), words)], [FieldSet("a", ("words",), words), added]):
        again, _ = read_source("a.yaml", "a.yaml", spliced(source, made))
        assert again.data["at"][0]["words"] == words
