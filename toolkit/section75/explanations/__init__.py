"""What each finding means, one page a code, with a bad and a good example that the tests run."""

from __future__ import annotations

from difflib import get_close_matches
from importlib.resources import files

from section75.errors import MissingError


def codes() -> tuple[str, ...]:
    """Every code that has a page, in alphabetical order."""
    names = (page.name for page in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in names if name.endswith(".md")))


def explain(code: str) -> str:
    """The page of a code, in Markdown. Raises `MissingError`, with the nearest code, where there is none."""
    if code not in codes():
        near = get_close_matches(code, codes(), 1)
        raise MissingError(
            f"no finding has the code {code}", f"did you mean {near[0]}?" if near else "see `s75 explain`"
        )
    return files(__name__).joinpath(f"{code}.md").read_text(encoding="utf-8")
