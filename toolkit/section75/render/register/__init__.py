"""The risk register for Word and Excel."""

from section75.render.register.excel import write_register_xlsx
from section75.render.register.word import write_register_docx

__all__ = ["write_register_docx", "write_register_xlsx"]
