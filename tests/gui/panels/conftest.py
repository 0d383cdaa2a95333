"""What the tests of the panels share: windows, and the invented sample without its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gui.attached import write_bare
from tests.gui.lending import lending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]


@pytest.fixture
def lent(standing: Open) -> Iterator[Open]:
    """Return what lends the window of a file that the tests of a file of ours share."""
    with lending(standing) as lend:
        yield lend


@pytest.fixture(scope="module")
def bare(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the invented sample without its texts."""
    return write_bare(root, tmp_path_factory.mktemp("bare"))


@pytest.fixture
def text(vksd: Path) -> tuple[str, ...]:
    """Return the text of its first source."""
    from briefing_app.gui.session import read_snapshot

    briefing = read_snapshot(vksd).briefing
    assert briefing is not None
    return briefing.sources[0].text
