"""Every story: in every variation, and by both scorers; `make test` takes a part of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.workflow.lexicon import load_lexicon
from tests.corpus.stories import Drafts, every, stories
from tests.corpus.test_metamorphic import KINDS, Drafted, assert_share, shortened, varied
from tests.corpus.test_scoring import assert_alike, outside

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["outside"]


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


def test_every_draft_scores_as_with_the_scorer_outside(outside: tuple[ModuleType, ModuleType]) -> None:
    texts = every()
    assert_alike(texts, Drafts(texts, load_lexicon()), outside)
