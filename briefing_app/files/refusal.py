"""Why a file is not read, as the child process says it."""

from __future__ import annotations


class RefusalError(Exception):
    """A file that is not read, with the code of the problem and its values."""

    def __init__(self, code: str, **values: str | int) -> None:
        """Carry `code` and `values`."""
        super().__init__(code)
        self.code = code
        self.values = values
