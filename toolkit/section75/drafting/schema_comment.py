"""The comment by which an editor finds the schema of a file, so that it completes and checks as one types."""

from __future__ import annotations

import re

COMMENT = re.compile(r"\A# yaml-language-server: \$schema=\S*/(?P<schema>[a-z-]+\.json)[ \t]*(?=\r?\n)")


def pointed(content: bytes, schemas: str, path: str) -> bytes:
    """The file with its schema comment pointing to the folder of schemas, given relative to the agreement's folder."""
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    text = content.decode("utf-8-sig")
    match = COMMENT.match(text)
    if match is None:
        return content
    up = "../" * path.count("/")
    line = f"# yaml-language-server: $schema={up}{schemas}/{match['schema']}"
    return mark + (line + text[match.end() :]).encode("utf-8")
