"""Telling whoever waits what is being done."""

from __future__ import annotations

from typing import Protocol


class Step(Protocol):
    """Called at each step of something that takes time."""

    def __call__(self, doing: str, slow: bool = False) -> None:
        """`doing` is what begins now, e.g. "Reading newtown/2027"; `slow` where it is known to take seconds."""


def silent(doing: str, slow: bool = False) -> None:
    """A step that tells nobody."""
