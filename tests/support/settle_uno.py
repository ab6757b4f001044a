"""Runs under LibreOffice's own Python: the texts of Word files as they are, with all changes accepted, and rejected.

Called as `settle_uno.py SOFFICE FOLDER`; writes texts.json there.
"""

import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

STEPS = {"as it is": "", "accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("it did not start")


def paragraphs(text):
    """Number and words of every paragraph, those in tables cell by cell."""
    found = []
    items = text.createEnumeration()
    while items.hasMoreElements():
        item = items.nextElement()
        if item.supportsService("com.sun.star.text.TextTable"):
            for name in item.getCellNames():
                found += paragraphs(item.getCellByName(name))
        else:
            found.append(f"{item.ListLabelString} {item.getString()}".strip())
    return found


def texts(context, desktop, path, command):
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(str(path)), "_blank", 0, (hidden,))
    if command:
        helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        helper.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
    document.TextFields.refresh()
    found = [line for line in paragraphs(document.Text) if line]
    document.close(True)
    return found


def main(office, folder):
    work = Path(folder)
    pipe = f"s75{work.name}{os.getpid()}"
    profile = uno.systemPathToFileUrl(str(work / "profile"))
    options = ["--headless", "--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;"]
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    program = subprocess.Popen([office, *options, f"-env:UserInstallation={profile}"], **silent)
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        found = {}
        for path in sorted(work.glob("*.docx")):
            steps = STEPS if ".redline" in path.name else {"as it is": ""}
            found[path.stem] = {name: texts(context, desktop, path, command) for name, command in steps.items()}
        (work / "texts.json").write_text(json.dumps(found), encoding="utf-8")
        with contextlib.suppress(Exception):
            desktop.terminate()
        program.wait(timeout=30)
    finally:
        if program.poll() is None:
            program.kill()


main(sys.argv[1], sys.argv[2])
