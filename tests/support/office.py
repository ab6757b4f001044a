"""LibreOffice as a judge of redlines: what it makes of tracked changes."""

from __future__ import annotations

import json
import os
import subprocess
from difflib import ndiff
from pathlib import Path

from section75.render.pdf import _python, find_office

SCRIPT = Path(__file__).with_name("settle_uno.py")


def settled(files: dict[str, bytes], folder: Path) -> dict[str, dict[str, list[str]]]:
    """For each file its paragraphs as they are; for those named `.redline` also with all changes accepted and rejected."""
    office = find_office()
    assert office is not None
    for name, raw in files.items():
        (folder / f"{name}.docx").write_bytes(raw)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON") and k != "VIRTUAL_ENV"}
    command = [_python(office), str(SCRIPT), str(office), str(folder)]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=300)
    return json.loads((folder / "texts.json").read_text("utf-8"))


def difference(here: list[str], there: list[str]) -> list[str]:
    """The lines that only one of two texts has: "+ " before those of `here`, "- " before those of `there`."""
    return [line for line in ndiff(there, here) if line[0] in "+-"]


def saved_again(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """Each Word file as LibreOffice opens it and saves it unchanged."""
    office, made = find_office(), folder / "saved"
    assert office is not None
    paths = [folder / f"{name}.docx" for name in files]
    for path, raw in zip(paths, files.values(), strict=True):
        path.write_bytes(raw)
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(office), own, "--headless", "--convert-to", "docx", "--outdir", str(made), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return {path.stem: (made / path.name).read_bytes() for path in paths}
