"""Programs that some tests need. Where one is missing the test skips with a reason; in CI that is a failure."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

REQUIRED = "S75_REQUIRE_PROGRAMS"
"""Set where every program must be present, so that a skip cannot hide a missing install step."""
NAMES = {
    "libreoffice": ("soffice", "libreoffice"),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "pdftotext": ("pdftotext",),
    "ssh-keygen": ("ssh-keygen",),
}


def need(program: str) -> str:
    """The path of a program; skips the test, or fails it, where there is none."""
    found = next((path for name in NAMES[program] if (path := shutil.which(name))), None)
    if found:
        return found
    if os.environ.get(REQUIRED):
        pytest.fail(f"{program} is not installed and {REQUIRED} is set")
    pytest.skip(f"{program} is not installed")


def independent_judge() -> Callable[..., dict[str, Any]]:
    """The judge of redlines beside the project, which shares no code with it; skips where it is not there."""
    path = shared_schemas().parent / "tools" / "redline_check.py"
    spec = spec_from_file_location("redline_check", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.check


def shared_schemas() -> Path:
    """The folder of OOXML schemas beside the project, which may not be copied into it."""
    folder = Path(os.environ.get("S75_SHARED", Path(__file__).parents[2].parent / "shared")) / "xsd"
    if not folder.is_dir():
        pytest.skip("the OOXML schemas are not beside the project")
    return folder
