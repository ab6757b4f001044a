"""The zip package of a Word or Excel file: read with limits, written the same bytes for the same parts."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO

from section75.errors import TemplateError

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold; no clock is asked, so the same input gives the same bytes."""
LARGEST_XML = 20_000_000
"""Bytes of a part that may be read as a tree, which takes many times as much memory; 500 pages have 6 million."""
LARGEST_PART = 50_000_000
LARGEST_PACKAGE = 200_000_000
MOST_PARTS = 5_000
"""Bytes, unpacked, and number of parts; more is a zip bomb and no document."""
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""All that a Word file may be packed with (ECMA-376 part 2, annex B); other methods unpack without a limit."""
ENCRYPTED = 0x1
XML = (".xml", ".rels")
BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
)  # fmt: skip
"""What reading a damaged package raises."""


def read_parts(raw: bytes, what: str) -> dict[str, bytes]:
    """The parts of a package by name, in order. `what` is the file, for errors.

    Raises `TemplateError` where it is no package, is damaged, or is far too large.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _bounded(entries, what)
            return {entry.filename: archive.read(entry) for entry in entries}
    except BROKEN as error:
        raise TemplateError(
            f"{what} is not a Word document, or is damaged", "save it again as .docx in Word"
        ) from error


def _bounded(entries: Sequence[zipfile.ZipInfo], what: str) -> None:
    """Refuse what is too large before any of it is unpacked, and what two programs would read in two ways."""
    sizes = [entry.file_size for entry in entries]
    largest = max((entry.file_size for entry in entries if entry.filename.endswith(XML)), default=0)
    if (
        len(entries) > MOST_PARTS
        or sum(sizes) > LARGEST_PACKAGE
        or max(sizes, default=0) > LARGEST_PART
        or largest > LARGEST_XML
    ):
        raise TemplateError(f"{what} unpacks to far more than a document holds", "save it again in Word")
    if any(entry.compress_type not in METHODS or entry.flag_bits & ENCRYPTED for entry in entries):
        hint = "take the password away and save it again in Word"
        raise TemplateError(f"{what} is packed in a way that Word never uses", hint)
    if len({entry.filename.casefold() for entry in entries}) < len(entries):
        raise TemplateError(f"{what} holds two parts of one name", "save it again in Word")


def write_parts(parts: dict[str, bytes]) -> bytes:
    """A package of the parts: content types first, as Word expects, then the others in the order given."""
    first = [name for name in ("[Content_Types].xml", "_rels/.rels") if name in parts]
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
        for name in (*first, *(name for name in parts if name not in first)):
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name])
    return buffer.getvalue()
