"""Values and items of one YAML file put into another, in the form and at the indent of the place they come to."""

from __future__ import annotations

from collections.abc import Sequence

from section75.load.edit import Edit, Keys, inserted_after, quoted, removed
from section75.load.source import Map, Seq, SourceFile


def field_replaced(ours: SourceFile, keys: Keys, model: SourceFile, model_keys: Keys) -> Edit:
    """The value at `keys` replaced by the other file's."""
    start, end = ours.span(keys)
    old = ours.text[start:end]
    value = _value(ours, keys[:-1], model, model_keys)
    return Edit(start, end, value.rstrip() + old[len(old.rstrip()) :])


def field_added(ours: SourceFile, holder: Keys, model: SourceFile, model_keys: Keys) -> Edit:
    """A name and its value, as the other file has them, after the last plain value of a mapping."""
    node = _map(ours, holder)
    name = str(model_keys[-1])
    value = _value(ours, holder, model, model_keys).rstrip()
    last = [key for key in node if not isinstance(node[key], Seq)][-1]
    if _in_braces(ours, node):
        end = node.spans[last][1]
        return Edit(end, end, f", {name}: {value}")
    column = ours.place(node.keys_at[last]).column - 1
    return inserted_after(ours, (*holder, last), f"{' ' * column}{name}: {value}\n")


def field_removed(ours: SourceFile, keys: Keys) -> Edit:
    """A name and its value taken out."""
    return removed(ours, keys)


def items_added(ours: SourceFile, keys: Keys, at: int, model: SourceFile, items: Sequence[Keys]) -> Edit:
    """Items of the other file's list after the item at position `at` of the list at `keys`; -1 puts them first."""
    position, column = _item(ours, (*keys, max(at, 0)))
    where = position[0] if at < 0 else position[1]
    lead = "" if where == 0 or ours.text[where - 1] == "\n" else "\n"
    return Edit(where, where, lead + "".join(_moved(model, item, column) for item in items))


def item_removed(ours: SourceFile, keys: Keys) -> Edit:
    """An item of a list taken out with its lines."""
    (start, end), _ = _item(ours, keys)
    return Edit(start, end, "")


def _value(ours: SourceFile, holder: Keys, model: SourceFile, model_keys: Keys) -> str:
    """The other file's value: a block of lines stays one where lines can stand, all else as it is written there."""
    start, end = model.span(model_keys)
    written = model.text[start:end].rstrip()
    node = _map(ours, holder)
    if written[:1] in "|>":
        if _in_braces(ours, node):
            return quoted(" ".join(written.partition("\n")[2].split()))
        indent = " " * (ours.place(next(iter(node.keys_at.values()))).column + 1)
        head, _, body = written.partition("\n")
        return head + "\n" + "\n".join(indent + line.strip() if line.strip() else "" for line in body.split("\n"))
    if "\n" in written and not written.startswith(("{", "[", "-")):
        return quoted(" ".join(written.strip("\"'").split()))
    if _in_braces(ours, node) and written[:1] not in "\"'{[":
        return quoted(" ".join(written.split()))
    return written


def _item(source: SourceFile, keys: Keys) -> tuple[tuple[int, int], int]:
    """From where to where the lines of an item of a block list go, and the column of its hyphen."""
    start, end = source.span(keys)
    line = source.text.rfind("\n", 0, start) + 1
    hyphen = source.text.rfind("-", line, start)
    column = hyphen - line if hyphen != -1 else 0
    stop = start + len(source.text[start:end].rstrip())
    after = source.text.find("\n", stop)
    return (line, len(source.text) if after == -1 else after + 1), column


def _moved(model: SourceFile, keys: Keys, column: int) -> str:
    """The lines of an item, their indent shifted so that its hyphen stands in a column."""
    (start, end), own = _item(model, keys)
    lines = model.text[start:end].replace("\r\n", "\n").splitlines()
    shifted = [" " * column + line[own:] if len(line) > own else line.strip() for line in lines]
    return "\n".join(shifted) + "\n"


def _map(source: SourceFile, keys: Keys) -> Map:
    node = source.data
    for key in keys:
        node = node[key]
    assert isinstance(node, Map)  # noqa: S101 -- whatever holds a field is a mapping
    return node


def _in_braces(source: SourceFile, node: Map) -> bool:
    return source.text[node.at : node.at + 1] == "{"
