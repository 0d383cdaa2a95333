"""The scorer agrees with the one outside the checkout, and tells good drafts from bad ones."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.corpus.likeness import days, place, same_name, stems
from tests.corpus.prediction import Prediction, perfect, prediction_of
from tests.corpus.scoring import FIELDS, LISTS, PANELS, Score, score
from tests.corpus.stories import FIRST, Drafts, every

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import ModuleType

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.model.briefing import Briefing
    from tests.corpus.stories import Story

STEP = 4  # of the stories; `make soak` takes them all
GUTTER = ("Accept all cookies", "Related links")


# It goes through the same lines again and again, and measuring them takes two thirds of the time.
pytestmark = pytest.mark.no_cover


@pytest.fixture(scope="module")
def texts() -> tuple[Story, ...]:
    """Return some of the stories, and the first article where it is at hand: to read them takes time."""
    return every(STEP)


@pytest.fixture(scope="module")
def drafts(texts: tuple[Story, ...], lexicon: Lexicon) -> Drafts:
    """Return the draft of each of them by its name."""
    return Drafts(texts, lexicon)


@pytest.fixture(scope="module")
def outside(shared: Path) -> Iterator[tuple[ModuleType, ModuleType]]:
    """Return the scorer outside the checkout and its conversion."""
    folder = shared / "scoring"
    loaded = []
    for name in ("score", "from_briefing"):
        spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module  # the second imports the first
        spec.loader.exec_module(module)
        loaded.append(module)
    yield loaded[0], loaded[1]
    for name in ("score", "from_briefing"):
        del sys.modules[name]


def figures(result: dict[str, Any], edits: int) -> dict[str, Any]:
    """Return the outside scorer's figures under our names."""
    counts = {name: (each.tp, each.fp, each.fn) for name, each in result["panels"].items()}
    attributes = {
        name: pytest.approx([float(each) for each in values]) for name, values in result["attr"].items()
    }
    kept = {name: result[name] for name in ("unsupported", "items", "traps")}
    return {"panels": counts, "edits": edits, "attributes": attributes, **kept}


def ours(result: Score) -> dict[str, Any]:
    kept = {name: getattr(result, name) for name in ("unsupported", "items", "traps", "attributes", "edits")}
    return {"panels": result.counts(), **kept}


def neutral(briefing: Briefing, story: Story, outside: ModuleType) -> Any:
    data = json.loads(briefing.model_dump_json(exclude_none=True))
    data["sources"][0]["text"] = list(story.article.paragraphs)
    return outside.prediction(data)


def test_its_figures_are_those_of_the_scorer_outside(
    texts: tuple[Story, ...], drafts: Drafts, outside: tuple[ModuleType, ModuleType]
) -> None:
    assert FIRST in [story.name for story in texts]
    assert_alike(texts, drafts, outside)


def assert_alike(stories: Iterable[Story], drafts: Drafts, outside: tuple[ModuleType, ModuleType]) -> None:
    """Compare the figures of both scorers for drafts, for nothing, and for what is perfect."""
    scorer, converter = outside
    for story in stories:
        gold = story.gold | {"body": list(story.body)}
        briefing = drafts[story.name]
        for name, mine, theirs in (
            ("draft", prediction_of(briefing, story.article.paragraphs), neutral(briefing, story, converter)),
            ("empty", Prediction(), {}),
            ("perfect", perfect(gold, story.body), scorer.perfect(gold)),
        ):
            result = scorer.score(gold, theirs)
            expected = figures(result, scorer.edits(result))
            assert ours(score(gold, story.body, mine)) == expected, f"{story.name}: {name}"


def test_a_draft_of_another_story_scores_alike_too(
    texts: tuple[Story, ...], drafts: Drafts, outside: tuple[ModuleType, ModuleType]
) -> None:
    """Here nearly all is wrong, so that the other branches are compared."""
    scorer, converter = outside
    for story, other in zip(texts, (*texts[1:], texts[0]), strict=True):
        gold = story.gold | {"body": list(story.body)}
        briefing = drafts[other.name]
        result = scorer.score(gold, neutral(briefing, story, converter))
        expected = figures(result, scorer.edits(result))
        mine = prediction_of(briefing, story.article.paragraphs)
        assert ours(score(gold, story.body, mine)) == expected, f"{other.name} for {story.name}"


def test_the_perfect_prediction_has_nothing_to_mend(texts: tuple[Story, ...]) -> None:
    for story in texts:
        result = score(story.gold, story.body, perfect(story.gold, story.body))
        assert {name: count.f1 for name, count in result.panels.items()} == dict.fromkeys(PANELS, 1.0)
        assert (result.edits, result.unsupported, result.traps) == (0, 0, []), story.name


def test_of_an_empty_prediction_all_is_missing(texts: tuple[Story, ...]) -> None:
    for story in texts:
        result = score(story.gold, story.body, Prediction())
        assert all(count.tp == count.fp == 0 for count in result.panels.values())
        assert result.panels["body"].fn == len(story.body)


def test_furniture_in_the_body_moves_no_paragraph(texts: tuple[Story, ...]) -> None:
    for story in texts:
        right = perfect(story.gold, story.body)
        kept = dataclasses.replace(
            right,
            paragraphs=(*GUTTER, *story.body),
            commitments=tuple(
                dataclasses.replace(each, cites=tuple(n + len(GUTTER) for n in each.cites))
                for each in right.commitments
            ),
        )
        result = score(story.gold, story.body, kept)
        assert result.panels["agreements_strict"].f1 == 1.0
        assert result.panels["body"].fp == len(GUTTER)


def test_wrong_evidence_country_and_kind_do_not_pass(texts: tuple[Story, ...]) -> None:
    for story in texts:
        right = perfect(story.gold, story.body)
        wrong = dataclasses.replace(
            right,
            people=tuple(dataclasses.replace(each, country="ZZ") for each in right.people),
            commitments=tuple(dataclasses.replace(each, kind="?") for each in right.commitments),
            gatherings=tuple(
                dataclasses.replace(each, upcoming=not each.upcoming) for each in right.gatherings
            ),
        )
        result = score(story.gold, story.body, wrong)
        assert result.panels["participants"].tp == result.panels["agreements_strict"].tp == 0
        assert result.panels["agreements"].f1 == 1.0
        assert result.edits >= len(right.people) + len(right.commitments)


def test_the_panels_of_edits_are_panels() -> None:
    assert {*LISTS, *FIELDS} < set(PANELS)


def test_what_counts_as_the_same() -> None:
    assert days("2021-41") == days("2021-07/2021-12") == "2021-07-01/2021-12-31"
    assert days("[2021-06..]") == days("2021-06/..") == "2021-06-01/"
    assert days("2027-24") == "2027-12-01/2028-02-29"
    assert same_name("KIM Man-ki", "Manki Kim")
    assert not same_name("Kim", "Kim Man-ki")
    assert place("the Hague, Netherlands") == place("Hague")
    assert stems("The ministers' defence programmes") == stems("defense program")
