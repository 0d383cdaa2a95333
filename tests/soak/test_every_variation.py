"""Every story in every variation; `make test` takes one story in ten."""

from __future__ import annotations

import pytest

from briefing_app.workflow.lexicon import load_lexicon
from tests.corpus.stories import stories
from tests.corpus.test_metamorphic import KINDS, Drafted, assert_share, shortened, varied


@pytest.fixture(scope="module")
def before() -> tuple[Drafted, ...]:
    """Return the drafts of the unchanged stories."""
    lexicon = load_lexicon()
    return tuple(Drafted(story, lexicon) for story in stories())


@pytest.mark.parametrize("name", KINDS)
def test_a_changed_story_scores_as_before(name: str, before: tuple[Drafted, ...]) -> None:
    assert_share(name, *varied(name, before))


def test_without_a_sentence_only_its_items_are_gone(before: tuple[Drafted, ...]) -> None:
    assert_share("deleted", *shortened(before, before[0].lexicon))
