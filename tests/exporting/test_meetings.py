"""The meetings on paper: the same bars, words and order as on the screen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.exporting.context import differences
from briefing_app.exporting.drops import Drops
from briefing_app.exporting.frame import elsewhere
from briefing_app.exporting.masthead import series_line
from briefing_app.exporting.meetings import earlier_meetings, meetings_ahead
from briefing_app.exporting.options import Options
from briefing_app.exporting.pen import Pen
from briefing_app.model.briefing import Briefing
from briefing_app.model.outline import ahead

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def tree(root: Path) -> Any:
    """Return the invented sample as data."""
    return json.loads((root / "resources" / "examples" / "vksd-14.briefing").read_text(encoding="utf-8"))


def test_one_of_several_dates_has_several_bars(tree: Any) -> None:
    briefing = Briefing.model_validate(tree)
    drawn = meetings_ahead(briefing, Pen(), Drops())["meetings"]
    found = {each.id: one["bar"] for each, one in zip(ahead(briefing), drawn, strict=True)}
    first, second = found["m7"]["parts"]
    assert first["end"] < second["start"]
    assert (first["start"], second["end"]) == (found["m7"]["start"], found["m7"]["end"])
    assert len(found["m6"]["parts"]) == 1


def test_what_is_called_off_is_in_the_heading(tree: Any) -> None:
    found = earlier_meetings(Briefing.model_validate(tree), Pen())
    assert found is not None
    assert found["heading"] == "Earlier and cancelled meetings"
    assert found["meetings"][0]["title"] == "Forum of young officers"


def test_the_previous_meeting_of_a_series_is_the_newest_that_was_not_called_off(tree: Any) -> None:
    series = tree["event"]["series"]
    for meeting in tree["meetings"]:
        if meeting["id"] in ("m10", "m12", "m13"):
            meeting["series"] = {"name": series["name"]}
    line = series_line(Briefing.model_validate(tree), Options(layout="full"))
    assert "Previous: 3\u00a0October 2024" in line


def test_a_reading_says_whose_it_is(tree: Any) -> None:
    found = differences(Briefing.model_validate(tree), Pen())
    assert found is not None
    assert (
        found["items"][0]["readings"][0]["value"].replace("\u200b", "") == "Sample Wire: First half of 2025"
    )


def test_one_page_names_what_the_sources_differ_on(tree: Any) -> None:
    def told(tree: Any) -> str:
        found = elsewhere(Briefing.model_validate(tree), Options(layout="one-page"), Pen(), Drops())
        return str(found["differ"]).replace("\u200b", "")

    names = ", ".join(each["about"] for each in tree["differences"])
    assert told(tree) == f"The sources differ on: {names} (readings in the full brief)."
    item = tree["differences"][0]
    tree["differences"] = [{**item, "id": f"d{n}", "about": f"Point {n}"} for n in range(6)]
    assert told(tree) == (
        "The sources differ on: Point 0, Point 1, Point 2, Point 3, 2 more (readings in the full brief)."
    )
    assert told({**tree, "differences": []}) == ""
