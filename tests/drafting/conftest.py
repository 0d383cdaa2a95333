"""The lexicon is read once for all tests of the grammar."""

from __future__ import annotations

import pytest

from briefing_app.workflow.lexicon import load_lexicon
from tests.drafting.desk import Desk


@pytest.fixture(scope="session")
def desk() -> Desk:
    """Return a reader of articles with the shipped lexicon."""
    return Desk(load_lexicon())
