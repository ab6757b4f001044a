"""The zip package of a Word or Excel file: read with limits, written the same bytes for the same parts."""

from __future__ import annotations

import zipfile
from io import BytesIO

from section75.errors import TemplateError

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold; no clock is asked, so the same input gives the same bytes."""
LARGEST_PART = 50_000_000
LARGEST_PACKAGE = 200_000_000
"""Bytes, unpacked; more is a zip bomb and no template."""


def read_parts(raw: bytes, what: str) -> dict[str, bytes]:
    """The parts of a package by name, in order. Raises `TemplateError` where it is no package, or far too large."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            entries = archive.infolist()
            largest = max((entry.file_size for entry in entries), default=0)
            if largest > LARGEST_PART or sum(entry.file_size for entry in entries) > LARGEST_PACKAGE:
                raise TemplateError(f"{what} unpacks to far more than a document holds", "save it afresh in Word")
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise TemplateError(f"{what} is not a Word document", "open it in Word and save it as .docx") from error


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
