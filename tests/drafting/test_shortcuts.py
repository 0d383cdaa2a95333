"""What is not looked at, because of a word that it lacks, has nothing: a shortcut must lose no line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.drafting import actors, gatherings
from tests.corpus.stories import drafted, every

if TYPE_CHECKING:
    from types import ModuleType

    from tests.drafting.desk import Desk


class _Everything(frozenset[str]):
    """A set of all words."""

    def __contains__(self, _word: object) -> bool:
        return True


@pytest.mark.parametrize(("module", "name"), [(actors, "_heads"), (gatherings, "_telling_words")])
def test_words_that_are_passed_over_begin_nothing(
    module: ModuleType, name: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looked at word by word, the stories give the same drafts."""
    found = every(step=6)
    drafts = [drafted(story, desk.lexicon) for story in found]
    monkeypatch.setattr(module, name, lambda _lexicon: _Everything())
    for story, draft in zip(found, drafts, strict=True):
        assert drafted(story, desk.lexicon) == draft, story.name
