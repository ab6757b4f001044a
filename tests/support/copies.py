"""Word copies of an agreement as somebody edited them: the print of other text, with what the first print carries."""

from __future__ import annotations

from random import Random

from section75.compose import compose
from section75.load import Loaded, load_agreement
from section75.load.proved import spliced
from section75.outline.changes import Change, FieldSet, UnitAdded, UnitMoved, UnitRemoved
from section75.outline.units import WHOLE, Unit, outline
from section75.render.package import read_parts, write_parts
from section75.render.word.relations import MAIN, targets
from section75.tree import MemoryTree
from tests.support.branches import NEW_WORDS, PROSE, reworded
from tests.support.printing import word

CLAUSES = ("clauses",)


def copy_of(base: Loaded, edited: Loaded) -> bytes:
    """The print of `base` in which somebody wrote what `edited` says."""
    sent, made = read_parts(word(base), "the print"), read_parts(word(edited), "the copy")
    for name in targets(made, "customXml"):
        made[name] = sent[name]
    return write_parts(made)


def retold(raw: bytes, *edits: tuple[str, str]) -> bytes:
    """A Word file in whose XML words were typed over, each of which stands there once."""
    parts = read_parts(raw, "the copy")
    text = parts[MAIN].decode("utf-8")
    for old, new in edits:
        assert text.count(old) == 1, f"{old} stands {text.count(old)} times"
        text = text.replace(old, new)
    return write_parts(parts | {MAIN: text.encode("utf-8")})


def edited(random: Random, base: Loaded, count: int) -> Loaded:
    """An agreement after some edits that a person could make in Word: words, clauses put in, taken out and moved."""
    files = {source.path: source for source in base.drafted}
    made = {path: source.text.encode() for path, source in files.items()}
    left = count
    while left:
        path = random.choice(list(files))
        change = _edit(random, files[path].data, f"put-in-{left}")
        if change is None:
            continue
        content = spliced(files[path], [change])
        found = load_agreement(MemoryTree(made | {path: content}))
        if not _prints(found):
            continue
        made[path] = content
        files[path] = next(source for source in found.drafted if source.path == path)
        left -= 1
    return load_agreement(MemoryTree(made))


def _prints(loaded: Loaded) -> bool:
    """Whether an agreement can be printed: nothing refers to what is not there."""
    if loaded.agreement is None or any(finding.is_error for finding in loaded.findings):
        return False
    try:
        compose(loaded.agreement, numbers=loaded.numbers)
    except KeyError:
        return False
    return True


def _edit(random: Random, data: object, fresh: str) -> Change | None:
    units = outline(data)
    unit = random.choice([each for name, each in units.items() if name != WHOLE] or [None])
    if unit is None:
        return None
    prose = [(path, text) for path, text in unit.fields.items() if path in PROSE and isinstance(text, str)]
    way = random.random()
    if prose and (way < 0.6 or unit.list != CLAUSES):
        path, text = random.choice(prose)
        return FieldSet(unit.name, path, reworded(random, text))
    if unit.list != CLAUSES:
        return None
    siblings = [each.name for each in units.values() if _home(each) == _home(unit) and each is not unit]
    if way < 0.75 and siblings:
        return UnitRemoved(unit.name)
    if way < 0.85 and siblings:
        return UnitMoved(unit.name, unit.parent, unit.list, random.choice(siblings))
    text = f"The Parties shall meet {random.choice(NEW_WORDS)} ({fresh})."
    return UnitAdded(unit.parent, unit.list, unit.name, {"id": fresh, "text": text})


def _home(unit: Unit) -> tuple[str, tuple[str, ...]]:
    return unit.parent, unit.list
