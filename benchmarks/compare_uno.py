"""Runs under LibreOffice's own Python: its Compare Document, as `compare_uno.py SOFFICE OLD NEW OUT FOLDER`."""

import contextlib
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def value(name, given):
    made = PropertyValue()
    made.Name, made.Value = name, given
    return made


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("it did not start")


def main(office, old, new, out, folder):
    pipe = f"s75{Path(folder).name}"
    profile = uno.systemPathToFileUrl(str(Path(folder) / "profile"))
    options = ["--headless", "--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;"]
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    program = subprocess.Popen([office, *options, f"-env:UserInstallation={profile}"], **silent)
    try:
        context = connect(pipe)
        create = context.ServiceManager.createInstanceWithContext
        desktop = create("com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(new), "_blank", 0, (value("Hidden", True),))
        compare = (value("URL", uno.systemPathToFileUrl(old)), value("NoAcceptDialog", True))
        frame = document.CurrentController.Frame
        create("com.sun.star.frame.DispatchHelper", context).executeDispatch(
            frame, ".uno:CompareDocuments", "", 0, compare
        )
        document.storeToURL(uno.systemPathToFileUrl(out), (value("FilterName", "MS Word 2007 XML"),))
        document.close(True)
        with contextlib.suppress(Exception):
            desktop.terminate()
        program.wait(timeout=60)
    finally:
        if program.poll() is None:
            program.kill()


main(*sys.argv[1:6])
