"""The rooms import one way."""

from __future__ import annotations

from importlinter.cli import lint_imports


def test_the_rooms_import_one_way():
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0
