"""What an edit brings is looked for in what it changed alone, and nothing is missed by that."""

from __future__ import annotations

from collections import Counter
from functools import cache
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model import checks
from briefing_app.model.briefing import Expansion, items
from briefing_app.model.checks import faults, may_err
from briefing_app.model.items import Marking, Review
from briefing_app.workflow.editing import placed, put
from tests.workflow.edit_steps import sample

if TYPE_CHECKING:
    import pytest

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import Item

_open = cache(sample)
_CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["item", "glossary", "status", "source", "swap", "unused"]), st.integers(0, 99)
    ),
    max_size=4,
)
_ITEM: tuple[dict[str, Any], ...] = (
    {"evidence": ()},
    {"id": "a1"},
    {"inferred": ("when",)},
    {"inferred": ("nothing",)},
    {"marking": Marking(scheme="TLP", label="PURPLE")},
    {"parties": ("ZZ",), "participants": ("ZZ",)},
    {"parties": ("QQQ",)},
    {"review": Review(state="accepted")},
    {"review": Review(state="drafted")},
    {"topic": "OPCON"},
)


def _changed(briefing: Briefing, what: str, n: int) -> Briefing:
    """Return a briefing that may be wrong, as no edit would make it."""
    match what:
        case "item":
            walk = list(items(briefing))
            steps, item = walk[n % len(walk)]
            wanted = {key: each for key, each in _ITEM[n % len(_ITEM)].items() if hasattr(item, key)}
            return placed(briefing, steps, item.model_copy(update=wanted))
        case "glossary":
            more = (*briefing.glossary, Expansion(abbreviation="QQQ", expansion="Quiet Quarter"))
            return briefing.model_copy(update={"glossary": more if n % 2 else briefing.glossary[1:]})
        case "status":
            return briefing.model_copy(update={"status": ("draft", "reviewed", "final")[n % 3]})
        case "source":
            first = briefing.sources[0].model_copy(update={"paragraphs": n})
            return briefing.model_copy(update={"sources": (first, *briefing.sources[1:])})
        case "swap":
            return briefing.model_copy(update={"agreements": briefing.agreements[::-1]})
        case _:
            return briefing.model_copy(update={"unused": briefing.unused * (n % 3)})


def _counted(briefing: Briefing) -> Counter[tuple[str, str]]:
    return Counter((each.code, str(each.values)) for each in faults(briefing))


@given(st.sampled_from(["kidd-19", "vksd-14"]), _CHANGES, _CHANGES)
def test_what_was_not_looked_into_is_as_it_was(
    stem: str, first: list[tuple[str, int]], then: list[tuple[str, int]]
) -> None:
    before = _open(stem)
    for what, n in first:
        before = _changed(before, what, n)
    after = before
    for what, n in then:
        after = _changed(after, what, n)
    known = _counted(before)
    new = [told for told in _counted(after) if not known[told]]
    assert may_err(after, before) or not new


def test_a_word_of_the_glossary_may_be_missed_anywhere() -> None:
    before = _open("vksd-14")
    assert may_err(before.model_copy(update={"glossary": before.glossary[1:]}), before)
    more = (*before.glossary, Expansion(abbreviation="XYZ", expansion="A body that nobody names"))
    assert not may_err(before.model_copy(update={"glossary": more}), before)


def test_an_edit_of_one_item_looks_into_that_one(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    stands = checks._stands

    def note(item: Item, path: str) -> bool:
        if current_thread() is main_thread():  # a window that was closed may still look through its own
            seen.append(item.id)
        return stands(item, path)

    monkeypatch.setattr(checks, "_stands", note)
    briefing = _open("vksd-14")
    inferring = [item.id for _, item in items(briefing) if item.inferred]
    assert len(inferring) > 1
    put(briefing, inferring[0], {}, review=Review(state="rejected"))
    assert set(seen) == {inferring[0]}
