"""Text that does nothing to a terminal or in Markdown, and the colours of a terminal."""

from __future__ import annotations

import re

RED, YELLOW, GREEN = "\x1b[1;31m", "\x1b[1;33m", "\x1b[32m"
CYAN, PLAIN = "\x1b[36m", "\x1b[0m"
LONGEST_LINE = 600
"""Characters of a line that says why something failed."""
CALLING = re.compile(r"@(?=[0-9A-Za-z])|(?<=\\)#(?=[0-9])")
"""What would call a person or name an issue where Markdown is shown; a sign that does not show is put behind it."""


def safe(text: str) -> str:
    """Text with whatever could steer a terminal made visible."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else f"\\u{ord(c):04x}" for c in text)


def one_line(text: str) -> str:
    """The same on one line, and cut in the middle where it is longer than anybody reads."""
    return shortened(safe(text).replace("\n", "\\n"))


def shortened(text: str) -> str:
    """Words cut in the middle where they are longer than anybody reads."""
    half = LONGEST_LINE // 2
    return text if len(text) <= LONGEST_LINE else f"{text[:half]} … {text[-half:]}"


def literal(text: str) -> str:
    """Text on one line in which nothing is Markdown or HTML, calls a person or names an issue."""
    for sign in "\\`*_[]#~$":
        text = text.replace(sign, f"\\{sign}")
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("|", "&#124;")):
        text = text.replace(sign, name)
    return CALLING.sub(r"\g<0>&#8203;", safe(text).replace("\n", " "))
