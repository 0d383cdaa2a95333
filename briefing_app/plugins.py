"""Keeps the plugins of pydantic out: no code enters the program because it is installed beside it.

pydantic would search the metadata of all that is installed for such plugins and run what it finds. The search
also takes a fifth of the time in which Qt opens a bare window, and begins with the first class that is made.
"""

from __future__ import annotations

import sys
import typing
from types import ModuleType

_LOADER = "pydantic.plugin._loader"


class _NoLoader(ModuleType):
    """Stands where pydantic's own loader would: it has no plugins, and gives way when asked for more."""

    @staticmethod
    def get_plugins() -> tuple[()]:
        """Return no plugins."""
        return ()

    def __getattr__(self, name: str) -> object:
        # Whoever looks through all modules asks for these of each, and wants nothing of this one.
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(_LOADER) is self:
            del sys.modules[_LOADER]
        return getattr(__import__(_LOADER, fromlist=[name]), name)


def keep_out() -> None:
    """Let pydantic find no plugins; to be called before the first of its classes is made."""
    sys.modules.setdefault(_LOADER, _NoLoader(_LOADER))


class _Shape(dict):  # type: ignore[type-arg]
    """Stands where a TypedDict would, for classes that only type checkers look at."""

    def __init_subclass__(cls, *, total: bool = True) -> None:
        """Take what a TypedDict takes."""


def leave_annotations() -> None:
    """Load what describes pydantic's schemas, and leave the annotations in it unread.

    They are for type checkers. To make TypedDicts of the eighty classes, each annotation would be compiled,
    which takes a twelfth of the time in which Qt opens a bare window.
    """
    if "pydantic_core" in sys.modules:
        return
    home = vars(__import__("typing_extensions") if sys.version_info < (3, 12) else typing)
    kept = home["TypedDict"]
    home["TypedDict"] = _Shape
    try:
        __import__("pydantic_core.core_schema")
    finally:
        home["TypedDict"] = kept
