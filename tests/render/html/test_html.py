"""The web page: references that resolve, headings in order, hostile text as text, and WCAG 2.2 AA by axe-core."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from tests.support.agreements import changed, loaded, shipped
from tests.support.browser import audited
from tests.support.printing import html


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.headings: list[int] = []
        self.elements: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.elements.add(tag)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.targets.append(given["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))


def coventry():
    return shipped("coventry-cwpt/2018")


@pytest.mark.parametrize("agreement", [loaded, coventry], ids=["small", "coventry"])
def test_every_reference_leads_somewhere_and_ids_are_given_once(agreement):
    page = Page(html(agreement()))
    assert len(page.ids) == len(set(page.ids))
    assert {t.removeprefix("#") for t in page.targets} <= set(page.ids)


@pytest.mark.parametrize("agreement", [loaded, coventry], ids=["small", "coventry"])
def test_headings_go_down_one_level_at_a_time(agreement):
    levels = Page(html(agreement())).headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_text_from_anyone_is_data():
    hostile = "<script>alert(1)</script> <img src=x onerror=y> & \\\" '"
    page = html(loaded(changed("agreement.yaml", "It shall keep a record.", f'"{hostile}"')))
    assert "script" not in Page(page).elements
    assert "img" not in Page(page).elements
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_nothing_may_run_or_be_fetched():
    page = html(loaded())
    assert "default-src 'none'" in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_notice_stands_whatever_is_asked():
    tree = changed("agreement.yaml", 'version: "0.1"\nparties', 'version: "0.1"\nillustrative: true\nparties')
    assert 'class="notice"' in html(loaded(tree), circulate=True)
    assert 'class="notice"' not in html(loaded())


def test_circulation_leaves_the_control_sheet_out():
    assert "Document control" in html(loaded())
    assert "Document control" not in html(loaded(), circulate=True)


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_the_page_reflows(tmp_path, width):
    assert audited(html(coventry()), tmp_path, width) == []
