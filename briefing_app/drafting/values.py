"""Values that are made in thousands while an article is read.

To the type checker they are frozen dataclasses. At run time a dataclass that is frozen takes eight times as
long to make as a plain object with slots, and to build its class a third of a millisecond, which sixty of
them would add to the first draft.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

__all__ = ("dataclass", "replace")

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from dataclasses import dataclass, replace
else:

    def dataclass(*, frozen: bool, slots: bool, eq: bool = True) -> Callable[[type], type]:
        """Return what makes the class of a value of one with annotated fields.

        Args:
            frozen: always; only the type checker sees to it.
            slots: always.
            eq: equal fields make equal values; else each is only itself.
        """
        del frozen, slots
        return lambda cls: _made(cls, eq=eq)

    def replace(value: object, **changes: object) -> object:
        """Return a value with other fields, given by name."""
        cls = type(value)
        for name, old in zip(cls.__match_args__, value._fields(), strict=True):
            changes.setdefault(name, old)
        return cls(**changes)

    def _made(cls: type, *, eq: bool) -> type:
        names = tuple(cls.__annotations__)
        defaults = {name: vars(cls)[name] for name in names if name in vars(cls)}
        body = {
            name: each for name, each in vars(cls).items() if name not in (*names, "__dict__", "__weakref__")
        }
        body |= {
            "__slots__": names,
            "__match_args__": names,
            "_fields": _reader(names),
            "__repr__": _written,
            "__init__": _first_init(names, defaults),
        }
        if eq:
            body |= {"__eq__": _equal, "__hash__": _hashed}
        return type(cls)(cls.__name__, cls.__bases__, body)

    def _reader(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
        get = attrgetter(*names)
        return lambda value: get(value) if len(names) > 1 else (get(value),)

    def _first_init(names: tuple[str, ...], defaults: Mapping[str, object]) -> Callable[..., None]:
        """Return an initialiser that writes the real one when the first value is made."""

        def init(value: object, *args: object, **fields: object) -> None:
            words = ", ".join(f"{name}=_d[{name!r}]" if name in defaults else name for name in names)
            lines = "".join(f"\n    self.{name} = {name}" for name in names)
            space: dict[str, object] = {"_d": defaults}
            exec(f"def __init__(self, {words}):{lines}", space)  # noqa: S102 - only names of our own fields
            type(value).__init__ = space["__init__"]
            space["__init__"](value, *args, **fields)

        return init

    def _equal(value: object, other: object) -> bool:
        return value._fields() == other._fields() if type(other) is type(value) else NotImplemented

    def _hashed(value: object) -> int:
        return hash(value._fields())

    def _written(value: object) -> str:
        told = zip(type(value).__match_args__, value._fields(), strict=True)
        return f"{type(value).__name__}({', '.join(f'{name}={each!r}' for name, each in told)})"
