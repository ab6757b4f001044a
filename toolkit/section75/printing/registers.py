"""A risk register as the bytes of each kind of file."""

from __future__ import annotations

from section75.load import Loaded
from section75.model import RiskRegister

KINDS = (".docx", ".xlsx")


def register_printed(loaded: Loaded, register: RiskRegister, kind: str, template: bytes, template_name: str) -> bytes:
    """The register with a heat map as one of `KINDS`; only Word needs the template.

    Raises `TemplateError` for a template that cannot be used.
    """
    from section75.render.register import write_register_docx, write_register_xlsx  # noqa: PLC0415 -- slow to import

    agreement, names = loaded.required(), loaded.numbers.in_words()
    if kind == ".xlsx":
        return write_register_xlsx(register, agreement.title, agreement.illustrative, names)
    return write_register_docx(register, agreement.title, agreement.illustrative, template, template_name, names)
