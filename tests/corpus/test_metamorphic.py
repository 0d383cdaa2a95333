"""What a draft says follows from the text, not from who is in it: a changed story scores as before.

A variation is made by a program and only where it is safe to. A story that has no place for it is left out;
`FLOORS` watches that enough are left.
"""

from __future__ import annotations

import dataclasses
import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.drafting.passages import locate
from briefing_app.model.briefing import items
from tests.corpus import date_variations, sentence_variations, variations
from tests.corpus.prediction import prediction_of
from tests.corpus.scoring import Scorer, score
from tests.corpus.stories import drafted, every, scored, stories

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.passages import Located
    from briefing_app.model.briefing import Briefing
    from tests.corpus.prediction import Prediction
    from tests.corpus.scoring import Score
    from tests.corpus.sentence_variations import Sentence
    from tests.corpus.stories import Story
    from tests.corpus.variations import Variation

    Kind = Callable[[Story], Iterator[Variation]]

KINDS: dict[str, Kind] = {
    "countries": variations.countries,
    "people": variations.people,
    "institutions": variations.institutions,
    "ordinals": variations.ordinals,
    "verbs": variations.verbs,
    "weeks": date_variations.weeks,
    "weekdays": date_variations.weekdays,
    "months": date_variations.months,
    "moved": sentence_variations.moved,
    "denied": sentence_variations.denied,
    "conditional": sentence_variations.conditional,
}
# So many of a kind in one story, those from its length on: more would only take time.
MOST = {"denied": 2, "moved": 2}
# One story in ten, and the first article; `make soak` takes them all.
STEP = 13
# How many of all stories are tried at least, and how many per cent of them must pass.
FLOORS = {
    "countries": (50, 97),
    "people": (55, 95),
    "institutions": (13, 90),
    "ordinals": (35, 94),
    "verbs": (55, 95),
    "weeks": (48, 95),
    "weekdays": (35, 97),
    "months": (16, 97),
    "moved": (20, 97),
    "deleted": (30, 97),
    "denied": (50, 97),
    "conditional": (12, 97),
}


# It goes through the same lines again and again, and measuring them takes two thirds of the time.
pytestmark = pytest.mark.no_cover


@pytest.fixture(scope="module")
def before(lexicon: Lexicon) -> tuple[Drafted, ...]:
    """Return the drafts of the unchanged stories; one at least has institutions of its own."""
    named = [story for story in stories() if any(variations.institutions(story))][:1]
    some = {story.name: story for story in (*every(STEP), *named)}
    return tuple(Drafted(story, lexicon) for story in some.values())


@pytest.mark.parametrize("name", KINDS)
def test_a_changed_story_scores_as_before(name: str, before: tuple[Drafted, ...]) -> None:
    assert_share(name, *varied(name, before), step=STEP)


def test_without_a_sentence_only_its_items_are_gone(before: tuple[Drafted, ...], lexicon: Lexicon) -> None:
    assert_share("deleted", *shortened(before, lexicon), step=STEP)


def varied(name: str, before: tuple[Drafted, ...]) -> tuple[int, list[str]]:
    """Return how many variations of a kind were tried, and those that changed more than they should."""
    tried, failed = 0, []
    for each in before:
        possible = list(KINDS[name](each.story))
        turn = len(each.story.name) % max(1, len(possible))
        for variation in (possible[turn:] + possible[:turn])[: MOST.get(name, 1)]:
            tried += 1
            differences = each.differences(variation)
            if differences:
                failed.append(f"{each.story.name}: {variation.what}: {differences}")
    return tried, failed


def shortened(before: tuple[Drafted, ...], lexicon: Lexicon) -> tuple[int, list[str]]:
    """Return how many sentences were taken out, and what changed beside their own items."""
    tried, failed = 0, []
    for unchanged in before:
        story = unchanged.story
        for sentence in sentence_variations.removable(story):
            expected = _left(unchanged.briefing, story, sentence)
            if expected is None:
                continue
            tried += 1
            after = _stated(drafted(sentence_variations.without(story, sentence), lexicon))
            if after != expected:
                more = [f"+ {each}" for each in after if each not in expected]
                less = [f"- {each}" for each in expected if each not in after]
                failed.append(f"{story.name}: without {sentence.text[:60]!r}: {less + more}")
    return tried, failed


def assert_share(name: str, tried: int, failed: list[str], *, step: int = 1) -> None:
    """Fail where too few were tried or too few of them passed; one may always fail of a few."""
    fewest, share = FLOORS[name]
    assert tried >= fewest // (step + 1)
    if len(failed) <= 1 < step:
        return
    passed = 100 * (tried - len(failed)) / tried
    assert passed >= share, f"{passed:.1f} % of {tried}:\n" + "\n".join(failed)


class Drafted:
    """The draft of an unchanged story, with which those of changed ones are compared."""

    def __init__(self, story: Story, lexicon: Lexicon) -> None:
        self.story = story
        self.lexicon = lexicon

    @cached_property
    def briefing(self) -> Briefing:
        """The draft."""
        return drafted(self.story, self.lexicon)

    @cached_property
    def prediction(self) -> Prediction:
        """What the scorer takes of it."""
        return prediction_of(self.briefing, self.story.article.paragraphs)

    @cached_property
    def score(self) -> Score:
        """How far it is from its gold."""
        return score(self.story.gold, self.story.body, self.prediction)

    def differences(self, variation: Variation) -> str:
        """Return in which panels a changed story scores otherwise than it should, empty where in none."""
        gold = _minus(variation.story.gold, variation.gone)
        varied = dataclasses.replace(variation.story, gold=gold)
        after = scored(varied, drafted(varied, self.lexicon))
        return _compared(self._expected(variation.gone), after)

    def _expected(self, gone: frozenset[int]) -> Score:
        """Return the score of the unchanged draft, had it and its gold never had these agreements."""
        if not gone:
            return self.score
        story = self.story
        scorer = Scorer(story.gold, story.body, self.prediction)
        scorer.score()
        denied = {id(scorer.found[number]) for number in gone if number in scorer.found}
        kept = tuple(each for each in self.prediction.commitments if id(each) not in denied)
        prediction = dataclasses.replace(self.prediction, commitments=kept)
        return score(_minus(story.gold, gone), story.body, prediction)


def _minus(gold: dict[str, Any], gone: frozenset[int]) -> dict[str, Any]:
    left = [each for number, each in enumerate(gold["agreements"]) if number not in gone]
    return gold | {"agreements": left}


def _compared(before: Score, after: Score) -> str:
    old, new = before.counts(), after.counts()
    found = [f"{name} {old[name]} → {new[name]}" for name in old if old[name] != new[name]]
    if before.unsupported != after.unsupported:
        found.append(f"unsupported {before.unsupported} → {after.unsupported}")
    if sorted(before.traps) != sorted(after.traps):
        found.append(f"traps {before.traps} → {after.traps}")
    return ", ".join(found)


def _stated(briefing: Briefing, gone: frozenset[str] = frozenset()) -> list[str]:
    """Return all items in words, without what a deleted sentence may change: ids, numbers, what is key."""
    found = []
    for steps, item in items(briefing):
        if steps[0] in ("bottom_line", "gaps") or item.id in gone:
            continue
        data = item.model_dump(mode="json", exclude={"id", "evidence", "key"}, exclude_none=True)
        proofs = sorted(passage.digest for passage in item.evidence)
        found.append(json.dumps([str(steps[0]), data, proofs], ensure_ascii=False, sort_keys=True))
    return sorted(found)


def _left(briefing: Briefing, story: Story, sentence: Sentence) -> list[str] | None:
    """Return what is left without a sentence, None where an item or the event needs it beside others."""
    gone = set()
    for steps, item in items(briefing):
        inside = [_is_inside(locate(each, story.body), sentence) for each in item.evidence]
        if any(inside) and (not all(inside) or steps[0] in ("event", "opcon")):
            return None
        if any(inside):
            gone.add(item.id)
    return _stated(briefing, frozenset(gone))


def _is_inside(found: Located, sentence: Sentence) -> bool:
    return found.paragraph == sentence.paragraph + 1 and sentence.start <= found.start < sentence.end
