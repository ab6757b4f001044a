"""What we are compared with: a python-docx script that adds the same paragraphs, and ruamel's C loader on the same files."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def lines_of(source: str, target: str) -> None:
    """Write down the paragraphs that an agreement prints, one a line."""
    from section75.compose import compose
    from section75.document import Paragraph, words_of
    from section75.load import load_agreement
    from section75.tree import DiskTree

    blocks = compose(load_agreement(DiskTree(Path(source))).required()).blocks
    lines = [words_of(block.runs) for block in blocks if isinstance(block, Paragraph)]
    Path(target).with_suffix(".txt").write_text("\n".join(lines), "utf-8")


def add_paragraphs(lines: str, target: str) -> None:
    """The same paragraphs by python-docx, as a script would."""
    from docx import Document

    document = Document()
    for line in Path(lines).read_text("utf-8").split("\n"):
        document.add_paragraph(line, style="List Number")
    document.save(target)


def prints(old: str, new: str, target: str) -> None:
    """The two Word files that the redline engines compare; ours starts from YAML and does not need them."""
    from dataclasses import replace

    from section75.compose import compose
    from section75.load import load_agreement
    from section75.render.word import Print, write_word
    from section75.tree import DiskTree

    template = Path("templates/agreement.docx").read_bytes()
    before, after = (compose(load_agreement(DiskTree(Path(name))).required()) for name in (old, new))
    for name, document in (("old", replace(before, front=after.front)), ("new", after)):
        written = write_word(document, template, "agreement.docx", Print(contents=False))
        Path(f"{target}-{name}.docx").write_bytes(written)


def docxodus(old: str, new: str, target: str) -> None:
    """python-redlines with its docxodus engine."""
    from python_redlines.engines import DocxodusEngine

    Path(target).write_bytes(DocxodusEngine().run_redline("A", Path(old), Path(new))[0])


def libreoffice(old: str, new: str, target: str) -> None:
    """LibreOffice's Compare Document, from starting it to stopping it."""
    import subprocess
    import tempfile

    from section75.render.pdf import _python, find_office

    office = find_office()
    script = Path(__file__).with_name("compare_uno.py")
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON") and k != "VIRTUAL_ENV"}
    with tempfile.TemporaryDirectory() as folder:
        command = [_python(office), str(script), str(office), old, new, target, folder]
        subprocess.run(command, env=kept, check=True, capture_output=True, timeout=900)


def load(folder: str) -> None:
    """ruamel's safe loader over libyaml, on every file."""
    from ruamel.yaml import YAML

    for path in sorted(Path(folder).rglob("*.yaml")):
        YAML(typ="safe").load(path.read_text("utf-8"))


PEERS = {
    "lines": lines_of,
    "script": add_paragraphs,
    "load": load,
    "prints": prints,
    "docxodus": docxodus,
    "libreoffice": libreoffice,
}

if __name__ == "__main__":
    PEERS[sys.argv[1]](*sys.argv[2:])
