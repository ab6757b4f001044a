"""Frozen values whose methods are made when they are first wanted.

A command reads two hundred classes and builds values of a few dozen. `dataclasses` makes six functions for each class
as soon as it is read, which is a quarter of the time that it takes to start. Here the library makes them too, for each
class when its first value is built, shown or compared. The rest of the toolkit takes `dataclass` from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 -- a type checker sees the library's own
else:
    import dataclasses

    LATE = ("__init__", "__repr__", "__eq__", "__hash__")

    def dataclass(cls=None, /, *, frozen=False, **options):
        """`dataclasses.dataclass`; a frozen class without an order gets its methods late."""
        if cls is None:
            return lambda given: dataclass(given, frozen=frozen, **options)
        if not frozen or options.get("order") or "__eq__" in vars(cls):
            return dataclasses.dataclass(cls, frozen=frozen, **options)
        return _frozen(cls, options)

    def _frozen(cls, options):
        late = [name for name in LATE if name not in vars(cls)]
        made = dataclasses.dataclass(cls, init=False, repr=False, eq=False, **options)
        for name in late:
            setattr(made, name, _late(made, name, late))
        made.__setattr__, made.__delattr__ = _refused("assign to"), _refused("delete")
        if "__slots__" in vars(made):
            made.__getstate__, made.__setstate__ = _state, _set_state
        return made

    def _late(cls, name, late):
        def method(self, *given, **named):
            _make(cls, late)
            return getattr(cls, name)(self, *given, **named)

        method.__qualname__ = f"{cls.__qualname__}.{name}"
        return method

    def _make(cls, late):
        """Let the library make all late methods of a class, on a twin that has the same fields."""
        again = ("default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only")
        fields = [
            (field.name, field.type, dataclasses.field(**{word: getattr(field, word) for word in again}))
            for field in dataclasses.fields(cls)
        ]
        shared = {"__post_init__": cls.__post_init__} if hasattr(cls, "__post_init__") else {}
        twin = dataclasses.make_dataclass(cls.__name__, fields, namespace=shared, frozen=True)
        for name in late:
            setattr(cls, name, vars(twin)[name])

    def _refused(doing):
        def refuse(_, name, *__):
            raise dataclasses.FrozenInstanceError(f"cannot {doing} field {name!r}")

        return refuse

    def _state(self):
        return [getattr(self, field.name) for field in dataclasses.fields(self)]

    def _set_state(self, state):
        for field, value in zip(dataclasses.fields(self), state, strict=True):
            object.__setattr__(self, field.name, value)
