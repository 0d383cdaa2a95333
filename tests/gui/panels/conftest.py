"""The invented sample without its texts, and the text of its first source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Change = Callable[[Path, Callable[[Any], object]], Path]


@pytest.fixture
def bare(vksd: Path, changed_copy: Change) -> Path:
    """Return the invented sample without its texts."""
    return changed_copy(vksd, lambda tree: [source.pop("text") for source in tree["sources"]])


@pytest.fixture
def text(vksd: Path) -> tuple[str, ...]:
    """Return the text of its first source."""
    from briefing_app.gui.session import read_snapshot

    briefing = read_snapshot(vksd).briefing
    assert briefing is not None
    return briefing.sources[0].text
