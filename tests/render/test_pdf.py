"""A PDF made by LibreOffice: tagged, titled, in English, with the marks of PDF/UA-1 and PDF/A-2b."""

from __future__ import annotations

import pytest

from section75.render.pdf import lay_out
from tests.support.agreements import loaded
from tests.support.printing import word
from tests.support.programs import need


@pytest.mark.slow
def test_a_pdf_says_what_it_was_made_as():
    """That LibreOffice sets the marks is seen here; that the file conforms is for a checker, and is not claimed."""
    need("libreoffice")
    pdf = lay_out(word(loaded(), pages=False)).pdf
    for mark in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>B<", b"/MarkInfo<</Marked true>>", b"/Lang(en-GB)",
                 b"Partnership agreement for the Newtown community service"):  # fmt: skip
        assert mark in pdf, mark
