"""Text from anyone does nothing to a terminal, and nothing in Markdown."""

from __future__ import annotations

import pytest

from section75.reports.escape import literal, safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain £5 \u2019", "plain £5 \u2019"),
        ("\x1b[2Jgone", "\\u001b[2Jgone"),
        ("a\rb\x07\x08", "a\\u000db\\u0007\\u0008"),
        ("left \u202eright", "left \\u202eright"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("two\nlines", "two\nlines"),
        ("\x9b31m", "\\u009b31m"),
    ],
)
def test_what_could_steer_a_terminal_is_made_visible(text, shown):
    assert safe(text) == shown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a | b", "a &#124; b"),
        ("<script> & >", "&lt;script&gt; &amp; &gt;"),
        ("*b* _i_ `c` ~s~ # h", r"\*b\* \_i\_ \`c\` \~s\~ \# h"),
        ("[x](y)", r"\[x\](y)"),
        ("one\ntwo", "one two"),
        ("\x1b[0m", r"\u001b\[0m"),
        ("@board and board@example.org", "@&#8203;board and board@&#8203;example.org"),
        ("see #12 | & #x", r"see \#&#8203;12 &#124; &amp; \#x"),
        ("$x$", r"\$x\$"),
        ("back\\slash", r"back\\slash"),
    ],
)
def test_nothing_is_markdown(text, written):
    assert literal(text) == written
