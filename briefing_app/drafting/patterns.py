"""Regular expressions that are compiled when the first text is read, not when the program starts."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Pattern:
    """A regular expression."""

    def __init__(self, text: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Take what `re.compile` takes."""
        self._text, self._flags = text, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled once."""
        return re.compile(self._text, self._flags)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Return what fits at an offset."""
        return self.compiled.match(text, at)

    def search(self, text: str) -> re.Match[str] | None:
        """Return what fits first."""
        return self.compiled.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield what fits, each behind the one before."""
        return self.compiled.finditer(text)
