"""The lexicon is read once for the whole corpus; the first article is there where the shared folder is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.workflow.lexicon import load_lexicon
from tests.corpus.stories import Drafts, every

if TYPE_CHECKING:
    from briefing_app.drafting.lexicon import Lexicon
    from tests.corpus.stories import Story


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Return the shipped lexicon."""
    return load_lexicon()


@pytest.fixture(scope="session")
def texts() -> tuple[Story, ...]:
    """Return the stories of the corpus, and the first article where it is at hand."""
    return every()


@pytest.fixture(scope="session")
def drafts(texts: tuple[Story, ...], lexicon: Lexicon) -> Drafts:
    """Return the draft of each of them by its name."""
    return Drafts(texts, lexicon)
