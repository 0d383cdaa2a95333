"""What the tests of fixes share: a sample with one fault, as its text in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.workflow.fixing import Working, begin
from briefing_app.workflow.opening import open_briefing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Broken = Callable[[str, str], Working]


@pytest.fixture
def text(root: Path) -> str:
    return (root / "resources" / "examples" / "kidd-19.briefing").read_text(encoding="utf-8")


@pytest.fixture
def begun(tmp_path: Path) -> Callable[[bytes], Working]:
    def write(data: bytes) -> Working:
        file = tmp_path / "a.briefing"
        file.write_bytes(data)
        working = begin(file, open_briefing(file).digest)
        assert working is not None
        return working

    return write


@pytest.fixture
def broken(text: str, begun: Callable[[bytes], Working]) -> Broken:
    def spoil(old: str, new: str) -> Working:
        assert old in text
        return begun(text.replace(old, new, 1).encode())

    return spoil
