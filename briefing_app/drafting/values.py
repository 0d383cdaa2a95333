"""Values that are made in thousands while an article is read.

A frozen dataclass takes eight times as long to make as one that is not. So what is frozen here is so to the
type checker, which lets nobody write to a field, and not again at run time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass
else:
    import dataclasses

    def dataclass(*, frozen: bool, slots: bool, eq: bool = True) -> Callable[[type], type]:
        """Return what makes a dataclass with slots; equal values have equal hashes, where `eq`."""
        del frozen
        return dataclasses.dataclass(slots=slots, eq=eq, unsafe_hash=eq)


__all__ = ("dataclass", "replace")
