"""Files that are wrong in one way each, made from the shipped samples."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.files.reading import Opened, parse_briefing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def text(root: Path) -> str:
    """The first sample as text."""
    return (root / "resources" / "examples" / "kidd-19.briefing").read_text(encoding="utf-8")


@pytest.fixture
def tree(text: str) -> Any:
    """The first sample as data, the test's own to change."""
    return json.loads(text)


@pytest.fixture
def parse() -> Callable[[str | bytes], Opened]:
    """Parse a text or bytes as the file `x.briefing`."""
    return lambda data: parse_briefing(data.encode() if isinstance(data, str) else data, "x.briefing")
