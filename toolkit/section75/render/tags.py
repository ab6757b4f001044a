"""The tags that a Word template may hold: values, conditions and loops over lists, and no program.

A template comes from anyone, so its tags are held to a closed list before they run: no calls, no arithmetic, no
definitions, a few filters. What then can still grow, loops within loops, is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment

FILTERS = (
    "upper",
    "lower",
    "title",
    "capitalize",
    "trim",
    "length",
    "count",
    "default",
    "d",
    "first",
    "last",
    "escape",
    "e",
)
TESTS = ("defined", "undefined", "none", "even", "odd")
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.For,
    nodes.If, nodes.CondExpr, nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand, nodes.Filter, nodes.Test,
)  # fmt: skip
MOST_TURNS = 100_000
"""Turns of all loops of a template; the control sheet of a long agreement takes some hundreds."""
MOST_WORDS = 20_000_000
"""Characters that a part may have once its tags are filled."""
COUNTED = "counted"
"""The filter that every loop is put through."""


class TagError(SecurityError):
    """A tag does more than a tag may, or a template's loops have no end worth waiting for."""


class Tags(SandboxedEnvironment):
    """Fills tags, once, for one template."""

    def __init__(self) -> None:
        """Everything that could be called is taken away."""
        super().__init__(undefined=StrictUndefined, autoescape=True)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS} | {COUNTED: self._counted}
        self.tests = {name: self.tests[name] for name in (*TESTS, "eq")}
        self.turns = 0
        self.concat = _joined  # type: ignore[method-assign]  # jinja means it to be set

    def compile(self, source: Any, *arguments: Any, **named: Any) -> Any:
        """The template as jinja runs it, once every tag has been looked at."""
        tree = self.parse(source) if isinstance(source, str) else source
        _judge(tree)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, COUNTED, [], [], None, None, lineno=loop.lineno)
        return super().compile(tree, *arguments, **named)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a tag may read an attribute: those of a loop. Values are read by their keys."""
        return isinstance(obj, LoopContext) and not attr.startswith("_") and not callable(value)

    def wrap_str_format(self, value: Any) -> None:
        """No way round for the methods of a text: nothing is called."""

    def _counted(self, rows: Any) -> Iterator[Any]:
        if not isinstance(rows, list):
            raise TagError("a loop that goes over something other than a list")
        for row in rows:
            self.turns += 1
            if self.turns > MOST_TURNS:
                raise TagError("loops that go round far too often")
            yield row


def _judge(tree: nodes.Node) -> None:
    """Raise `TagError` for the first tag that is not on the list."""
    for node in _all(tree):
        if not isinstance(node, ALLOWED) or (isinstance(node, nodes.For) and (node.recursive or node.test)):
            raise TagError(f"a tag of a kind that is not offered ({type(node).__name__.lower()}, line {node.lineno})")
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            raise TagError(f'the filter "{node.name}", which is not offered')
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            raise TagError(f'the test "{node.name}", which is not offered')
        if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
            raise TagError("a tag that works out which value it shows")


def _all(tree: nodes.Node) -> Iterator[nodes.Node]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.iter_child_nodes()


def _joined(pieces: Iterable[str]) -> str:
    """What a template gives, as long as it stays within bounds."""
    found, length = [], 0
    for piece in pieces:
        length += len(piece)
        if length > MOST_WORDS:
            raise TagError("loops that fill far too many pages")
        found.append(piece)
    return "".join(found)


__all__ = ["FILTERS", "TagError", "Tags", "TemplateSyntaxError"]
