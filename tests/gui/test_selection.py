from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.gui.selection import Selection, of_item, of_paragraph
from briefing_app.workflow.opening import open_briefing

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.model.briefing import Briefing


@pytest.fixture
def briefing(kidd: Path) -> Briefing:
    found = open_briefing(kidd).briefing
    assert found is not None
    return found


def test_an_item_is_selected_with_the_passages_of_one_mark(briefing: Briefing) -> None:
    found = of_item(briefing, "a1")
    assert (found.item, found.mark, found.place and found.place.text) == ("a1", 0, "¶3")
    assert [passage.paragraph for passage in found.passages] == [3]
    second = of_item(briefing, "a1", 1)
    assert [passage.paragraph for passage in second.passages] == [1]


def test_an_item_without_evidence_has_no_place(briefing: Briefing) -> None:
    found = of_item(briefing, "g1")
    assert found.item == "g1"
    assert found.place is None
    assert found.passages == ()


def test_an_unknown_item_selects_nothing(briefing: Briefing) -> None:
    assert of_item(briefing, "zz") == Selection()


def test_a_paragraph_selects_all_that_cites_it(briefing: Briefing) -> None:
    found = of_paragraph(briefing, "s1", 3)
    assert found.items == ("bottom-line", "a1", "a3")
    assert found.place is not None
    assert found.place.paragraph == 3
    assert len(found.passages) == 2  # the bottom line and the first agreement share one


def test_a_paragraph_that_nothing_cites_selects_nothing(briefing: Briefing) -> None:
    assert of_paragraph(briefing, "s1", 99) == Selection()
    assert of_paragraph(briefing, "s9", 3) == Selection()
