"""Section 75 as code: partnership agreements between councils and NHS bodies as checked, comparable, printable data.

A script opens a project with `open_project(folder)` and goes on from there; see `project.door.Project`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from section75.drafting import Answers
    from section75.drafting.approving import Approving
    from section75.drafting.confirming import Confirming
    from section75.errors import Section75Error, SourceError
    from section75.printing.drafts import Wanted
    from section75.project.door import Project, open_project
    from section75.project.versions import Version

__version__ = "0.1.0"
__all__ = [
    "Answers",
    "Approving",
    "Confirming",
    "Project",
    "Section75Error",
    "SourceError",
    "Version",
    "Wanted",
    "__version__",
    "open_project",
]

_HOMES = {
    "Answers": "drafting",
    "Approving": "drafting.approving",
    "Confirming": "drafting.confirming",
    "Project": "project.door",
    "Section75Error": "errors",
    "SourceError": "errors",
    "Version": "project.versions",
    "Wanted": "printing.drafts",
    "open_project": "project.door",
}
"""Where each public name stands. It is read when it is first asked for: `s75 --version` reads nothing else."""


def __getattr__(name: str) -> object:
    """A public name. Raises `AttributeError` for any other."""
    from importlib import import_module  # noqa: PLC0415 -- `s75 --version` is answered without it

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
