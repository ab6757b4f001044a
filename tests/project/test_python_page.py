"""docs/python.md: its examples are run in order, in a project of their own, and say what the page shows."""

from __future__ import annotations

import contextlib
import inspect
import io
import re

import pytest

import section75
from section75.project.door import Project
from tests.support.printing import ROOT

PAGE = (ROOT / "docs" / "python.md").read_text("utf-8")
EXAMPLE = re.compile(r"```python\n(?P<code>.*?)```\n\n```text\n(?P<said>.*?)```", re.DOTALL)


def test_the_examples_say_what_the_page_shows(project):
    examples = EXAMPLE.findall(PAGE)
    assert len(examples) == PAGE.count("```python")
    names: dict[str, object] = {}
    for code, shown in examples:
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            exec(compile(code, "docs/python.md", "exec"), names)  # the examples of our own page
        assert told.getvalue() == shown
    assert (project / "redline.docx").read_bytes()[:2] == b"PK"
    assert "<html" in (project / "agreement.html").read_text("utf-8")
    assert len(examples[0][0].strip().splitlines()) <= 13


def test_the_table_names_every_method():
    methods = {name for name, value in inspect.getmembers(Project, inspect.isfunction) if not name.startswith("_")} - {
        "step"
    }
    assert set(re.findall(r"^\| `(\w+)\(", PAGE, re.MULTILINE)) == methods


def test_every_public_name_is_there_and_no_other():
    assert all(getattr(section75, name) for name in section75.__all__)
    with pytest.raises(AttributeError, match="no attribute"):
        _ = section75.nothing
