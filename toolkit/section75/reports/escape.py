"""Text that does nothing to a terminal or in Markdown, and the colours of a terminal."""

from __future__ import annotations

RED, YELLOW, CYAN, PLAIN = "\x1b[1;31m", "\x1b[1;33m", "\x1b[36m", "\x1b[0m"


def safe(text: str) -> str:
    """Text with whatever could steer a terminal made visible."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else f"\\u{ord(c):04x}" for c in text)


def literal(text: str) -> str:
    """Text on one line in which nothing is Markdown or HTML."""
    for sign in "\\`*_[]#~":
        text = text.replace(sign, f"\\{sign}")
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("|", "&#124;")):
        text = text.replace(sign, name)
    return safe(text).replace("\n", " ")
