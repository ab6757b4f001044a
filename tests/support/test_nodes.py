"""The tools of the goldens: trees as text, and trees in one line."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.support.cxml import cxml
from tests.support.nodes import Node, difference, node, parsed, shown

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def tree(inside: str) -> Node:
    return node(etree.fromstring(f"<w:p {W}>{inside}</w:p>"))


def test_a_tree_is_read_back_as_it_was_written():
    made = tree('<w:r w:b="2" w:a="&quot;1 = &lt;2&gt;&quot;"><w:t> A "b" # \\ c </w:t></w:r><w:r/>')
    assert parsed(shown([made])) == (made,)
    assert shown([made]) == 'w:p\n  w:r w:a="\\"1 = <2>\\"" w:b="2"\n    w:t " A \\"b\\" # \\\\ c "\n  w:r\n'


def test_what_word_writes_for_itself_is_left_out_and_marks_are_numbered_as_they_come():
    one = tree('<w:ins w:id="900007" w:rsidR="00A1"/><w:del w:id="900003"/><w:bookmarkStart w:id="900007"/>')
    assert one == cxml("w:p/(w:ins{w:id=1},w:del{w:id=2},w:bookmarkStart{w:id=1})")[0]


@pytest.mark.parametrize(
    "other",
    ['<w:r><w:t>x</w:t></w:r>', '<w:r><w:t>y</w:t></w:r><w:r/>', '<w:r w:a="1"><w:t>x</w:t></w:r><w:r/>', '<w:r/><w:r><w:t>x</w:t></w:r>'],
)  # fmt: skip
def test_trees_that_differ_are_told_apart(other):
    one = tree("<w:r><w:t>x</w:t></w:r><w:r/>")
    assert difference([one], [one]) == ""
    assert "(now)" in difference([one], [tree(other)], "name")


@pytest.mark.parametrize("text", ["w:p\n    w:r\n", "  w:p\n", 'w:p "unclosed\n', "w:p a=b\n", " w:p\n"])
def test_a_golden_that_cannot_be_read_says_where(text):
    with pytest.raises(ValueError, match="w:p|w:r"):
        parsed(text)


@pytest.mark.parametrize("words", ["w:p/", "w:p/(w:r", "w:p w:r", "/w:p", 'w:t"open', "w:p{", ""])
def test_a_line_that_is_no_tree_is_refused(words):
    with pytest.raises(ValueError, match="read|left over|wanted|closed"):
        cxml(words)
