from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.gui.carrying import item_data
from briefing_app.gui.citation import citation
from briefing_app.gui.palette_entries import of_items
from briefing_app.workflow.opening import open_briefing

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("item", "begins", "ends"),
    [
        ("event", "19th Korea-U.S. Integrated Defense Dialogue (KIDD) (Yonhap", "¶2, ¶16)"),
        ("bottom-line", "South Korea and the United States agreed", "¶3, ¶4, ¶12, ¶13)"),
        ("p1", "Kim Man-ki, Deputy Defense Minister (Yonhap", "¶15)"),
        ("o1", "Conditions-based transition (", "¶13)"),
        ("o2", "FOC: Delayed. Due 2020, not held (COVID-19 situation); no new date (", "¶13)"),
        ("m2", "Shangri-La Dialogue, 4–5\u00a0June 2021, Singapore (", "¶4)"),
        ("b4", "Washington has completed a review", "¶7)"),
        ("g1", "A new date for the FOC test", "FOC test"),
        ("zz", "", ""),
    ],
)
def test_an_item_of_every_kind_can_be_cited(kidd: Path, item: str, begins: str, ends: str) -> None:
    briefing = open_briefing(kidd).briefing
    assert briefing is not None
    found = citation(briefing, item)
    assert found.startswith(begins)
    assert found.endswith(ends)


def test_a_stage_of_a_component_names_it(vksd: Path) -> None:
    briefing = open_briefing(vksd).briefing
    assert briefing is not None
    assert briefing.opcon is not None
    whole, air = briefing.opcon.tracks
    stage = air.stages[-1]
    words = "Air component, FMC: Planned. Third quarter of 2026"
    assert citation(briefing, stage.id).startswith(f"{words} (")
    assert item_data(briefing, stage.id).text().startswith(words)
    assert words in {entry.text for entry in of_items(briefing, every=True)}
    assert citation(briefing, whole.stages[-1].id).startswith("FMC: Planned")


def test_each_source_is_named_once(vksd: Path) -> None:
    briefing = open_briefing(vksd).briefing
    assert briefing is not None
    found = citation(briefing, "a1")
    assert found.count("Sample Wire") == 1
    assert found.count("Ministry of Defence of Korvath") == 1
    assert citation(briefing, "o2").startswith("Transfer: by 2028")
    assert briefing.differences
    assert citation(briefing, briefing.differences[0].id).startswith(briefing.differences[0].about)
