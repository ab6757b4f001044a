"""Every form in which a report can be given, and the one table of what writes each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from section75.page import Page
from section75.reports.markdown import markdown
from section75.reports.text import text
from section75.value import dataclass

ENDINGS = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".docx": "docx",
    ".xlsx": "xlsx",
    ".json": "json",
    ".sarif": "sarif",
}
"""The form that the ending of a file asks for."""
TEMPLATE = "report.docx"
"""The Word template of reports."""


@dataclass(frozen=True)
class Look:
    """What a writer may need besides the page."""

    colour: bool = False
    """Whether a terminal shows colours."""
    template: Callable[[], tuple[bytes, str]] | None = None
    """Gives the Word template and its file name; asked only where Word is written."""


@dataclass(frozen=True)
class Content:
    """What a report says: pages for people, and data for programs."""

    page: Callable[[str], Page]
    """The page for a form: a terminal is told in brief what a web page tells in full."""
    data: Mapping[str, Callable[[], str]] = field(default_factory=dict)
    """By form, e.g. `json`: the whole text."""


def _text(page: Page, look: Look) -> bytes:
    return text(page, look.colour).encode()


def _markdown(page: Page, _: Look) -> bytes:
    return markdown(page).encode()


def _html(page: Page, _: Look) -> bytes:
    from section75.render.html.pages import write_html_page  # noqa: PLC0415 -- only where a web page is wanted

    return write_html_page(page).encode()


def _docx(page: Page, look: Look) -> bytes:
    from section75.render.word.pages import write_word_page  # noqa: PLC0415 -- Word is slow to import

    if look.template is None:
        raise ValueError("a report in Word needs a template")
    return write_word_page(page, *look.template())


def _xlsx(page: Page, _: Look) -> bytes:
    from section75.render.workbook import write_workbook  # noqa: PLC0415 -- only where Excel is wanted

    return write_workbook(page)


WRITERS: dict[str, Callable[[Page, Look], bytes]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "docx": _docx,
    "xlsx": _xlsx,
}
"""Each takes any page. Forms that programs read are made from the data of a report, not from its page."""


def written(content: Content, form: str, look: Look) -> bytes:
    """The report in one form. Raises `TemplateError` where a Word template cannot be used."""
    if form in content.data:
        return content.data[form]().encode()
    return WRITERS[form](content.page(form), look)
