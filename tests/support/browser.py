"""Pages in headless Chromium: axe-core's findings, and whether the page reflows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.support.programs import need

BROWSER = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def audited(text: str, folder: Path, width: int) -> list[tuple[str, list[Any]]]:
    """What axe-core finds in a page at a width in pixels. Skips where Chromium is missing."""
    chromium = need("chromium")
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    path = folder / "page.html"
    path.write_text(text, "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(BROWSER))
        page = browser.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page, options={"runOnly": RULES}).response
        browser.close()
    assert len(found["passes"]) > 20
    return [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found["violations"]]
