"""Runs under LibreOffice's own Python: opens a document, finds the pages of bookmarks, writes a PDF.

Called by `pdf.py` as `office.py SOFFICE FOLDER`; reads in.docx and bookmarks.json there, writes out.pdf and pages.json.
Uses nothing but the standard library and UNO.
"""

import contextlib
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

TRIES = 600
PAUSE = 0.1
"""Seconds between tries to reach LibreOffice while it starts."""


def _property(name: str, value: Any) -> Any:
    prop = PropertyValue()
    prop.Name, prop.Value = name, value
    return prop


def _connect(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(PAUSE)
    raise SystemExit("it did not start")


def _pages(document: Any, names: list[str]) -> dict[str, int]:
    """The page on which each bookmark begins."""
    cursor = document.CurrentController.getViewCursor()
    bookmarks = document.getBookmarks()
    found = {}
    for name in names:
        if bookmarks.hasByName(name):
            cursor.gotoRange(bookmarks.getByName(name).getAnchor().getStart(), False)
            found[name] = cursor.getPage()
    return found


def _lay_out(desktop: Any, work: Path) -> None:
    url = uno.systemPathToFileUrl(str(work / "in.docx"))
    document = desktop.loadComponentFromURL(url, "_blank", 0, (_property("Hidden", True),))
    if document is None:
        raise SystemExit("it could not open the document")
    names = json.loads((work / "bookmarks.json").read_text(encoding="utf-8"))
    (work / "pages.json").write_text(json.dumps(_pages(document, names)), encoding="utf-8")
    # PDF/UA-1 and PDF/A-2b by LibreOffice's own options; whether the file conforms, nobody has checked.
    data = uno.Any(
        "[]com.sun.star.beans.PropertyValue",
        (
            _property("UseTaggedPDF", True),
            _property("ExportBookmarks", True),
            _property("SelectPdfVersion", 2),
            _property("PDFUACompliance", True),
        ),
    )
    target = uno.systemPathToFileUrl(str(work / "out.pdf"))
    document.storeToURL(target, (_property("FilterName", "writer_pdf_Export"), _property("FilterData", data)))
    document.close(True)


def main(office: str, folder: str) -> None:
    """Start LibreOffice with a profile of its own, lay the document out and stop it."""
    work = Path(folder)
    pipe = f"s75{work.name}"
    profile = uno.systemPathToFileUrl(str(work / "profile"))
    program = subprocess.Popen(  # noqa: S603 -- a fixed program with our own arguments
        [
            office,
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            f"--accept=pipe,name={pipe};urp;",
            f"-env:UserInstallation={profile}",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        context = _connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        _lay_out(desktop, work)
        with contextlib.suppress(Exception):
            desktop.terminate()
        program.wait(timeout=30)
    finally:
        if program.poll() is None:
            program.kill()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
