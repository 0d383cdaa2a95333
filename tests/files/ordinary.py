"""Tests run as root where a machine runs them, and root reads and writes everything."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534


@contextlib.contextmanager
def ordinary_user() -> Iterator[None]:
    """Be a user whom permissions hold for: root reads and writes everything."""
    if not hasattr(os, "setresuid"):
        pytest.skip("this system has no users that a test could become")
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
