"""A project for somebody who has only the installed tool: models, library, templates, a draft to practise on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from section75.errors import OutputError
from section75.project.attributes import ATTRIBUTES, LINES
from section75.project.editor_schemas import pointing, renew_schemas
from section75.project.output import write_folder, write_whole
from section75.project.places import AGREEMENTS, LAW, LIBRARY, MODEL, REVIEWS, TEMPLATES, carried_root
from section75.tree import files_below
from section75.value import dataclass

GUIDE = "docs/officers-guide.md"
PRACTICE = "docs/broken-draft"
"""The draft of the guide, which holds more than twenty mistakes."""
SETTINGS = ".vscode/settings.json"
EDITOR = """{
  "files.encoding": "utf8",
  "files.insertFinalNewline": true,
  "editor.wordWrap": "on",
  "editor.insertSpaces": true,
  "editor.tabSize": 2,
  "yaml.validate": true,
  "yaml.completion": true
}
"""
ADVICE = ".vscode/extensions.json"
EXTENSIONS = '{\n  "recommendations": ["redhat.vscode-yaml"]\n}\n'
README = "README.md"
WELCOME = """# Partnership agreements under section 75

| folder | holds |
|---|---|
| `agreements/` | your agreements, one folder for each partnership and term; `model-…` are models to begin with |
| `schedules/` | the library of model schedules: `s75 add` copies one in |
| `templates/` | Word documents: change how their styles look, and every print follows |
| `reviews/` | catalogues of review items of your own |
| `law/` | what is in force, where you know more than the toolkit's own list |
| `docs/` | the officer's guide, and a broken draft to practise on |

Begin with `s75 new newtown/2027`, then `s75 todo newtown/2027`. `s75 help` lists the commands.
"""
KEPT = (LIBRARY, TEMPLATES)
"""Folders that are copied whole."""
EMPTY = {REVIEWS: "Catalogues of your own: see the officer's guide.\n", LAW: "Law of your own: see `s75 schema law`.\n"}


@dataclass(frozen=True)
class Started:
    """A project as it was made."""

    folder: Path
    files: int


def start(target: Path) -> Started:
    """Make a project in a new or an empty folder.

    Raises `OutputError` where the folder holds anything, lies in a project, or cannot be written.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise OutputError(f"{target} is not empty, and nothing is overwritten", "name a new folder, or an empty one")
    files = dict(_files())
    if target.exists():
        for path, content in files.items():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            write_whole(target / path, content)
    else:
        write_folder(target, files)
    renew_schemas(target)
    for path, content in files.items():
        folder, name = _agreement(path)
        if folder:
            write_whole(target / path, pointing(content, name, target / folder, target))
    return Started(target, len(files))


def _files() -> Iterator[tuple[str, bytes]]:
    """Every file of a new project, by its path."""
    root = carried_root()
    for folder in (root / AGREEMENTS).glob(f"{MODEL}*"):
        yield from _below(folder, root)
    for name in KEPT:
        yield from _below(root / name, root)
    yield from _below(root / PRACTICE, root)
    yield GUIDE, (root / GUIDE).read_bytes()
    for name, words in EMPTY.items():
        yield f"{name}/README.txt", words.encode()
    attributes = "".join(f"{line}\n" for line in LINES)
    for path, words in ((README, WELCOME), (SETTINGS, EDITOR), (ADVICE, EXTENSIONS), (ATTRIBUTES, attributes)):
        yield path, words.encode()


def _below(folder: Path, root: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(files_below(folder)):
        yield path.relative_to(root).as_posix(), path.read_bytes()


def _agreement(path: str) -> tuple[str, str]:
    """The folder of an agreement, or the library, that a YAML file lies in, and its path below; "" for any other."""
    if not path.endswith(".yaml"):
        return "", ""
    parts = path.split("/")
    depth = 1 if parts[0] == LIBRARY else 2
    return "/".join(parts[:depth]), "/".join(parts[depth:])
