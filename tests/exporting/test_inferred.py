"""What the source does not state in so many words says so, on paper and on the screen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.exporting.pdf import export_pdf
from briefing_app.model.briefing import Briefing, items
from briefing_app.model.inferring import parties_inferred
from briefing_app.model.tracker import condition_word, rows, stage_line, tracks, transfer_dates
from tests.exporting.test_pdf import words_of

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.exporting.options import Layout

# By item, which of its fields are inferred.
INFERRED = {
    "event": ["place"],
    "a4": ["parties"],
    "o2": ["when"],
    "o8": ["reason"],
    "o9": ["when"],
    "o4": ["state"],
    "o14": ["state"],
}


@pytest.fixture(scope="module")
def briefing(root: Path) -> Briefing:
    text = (root / "resources" / "examples" / "vksd-14.briefing").read_text(encoding="utf-8")
    tree: Any = json.loads(text)
    plain = Briefing.model_validate(tree)
    for _, item in items(plain):
        assert not INFERRED.keys() & {item.id} or not item.inferred
    stages = [stage for track in tree["opcon"]["tracks"] for stage in track["stages"]]
    listed = [
        *tree["agreements"],
        *stages,
        *tree["opcon"]["conditions"],
        tree["event"],
        tree["opcon"]["transfer"],
    ]
    for each in listed:
        if each["id"] in INFERRED:
            each["inferred"] = INFERRED[each["id"]]
    return Briefing.model_validate(tree)


@pytest.mark.parametrize("layout", ["one-page", "full"])
def test_paper_says_what_is_inferred(briefing: Briefing, layout: Layout, tmp_path: Path) -> None:
    words = " ".join(words_of(export_pdf(briefing, layout=layout).pdf, tmp_path).split())
    assert "Orrinstad (inferred)" in words
    assert words.count("(inferred)") >= (4 if layout == "full" else 2)
    if layout == "full":
        assert "until the transfer (parties" in words, "the rest stands on the next line"
        assert "By 2027 (inferred)" in words


def test_words_of_the_transition_say_what_is_inferred(briefing: Briefing) -> None:
    opcon = briefing.opcon
    assert opcon is not None
    assert opcon.transfer is not None
    assert transfer_dates(opcon.transfer).endswith(" (inferred)")
    assert transfer_dates(opcon.transfer.model_copy(update={"due": None})) == "by 2028 (inferred)"
    said = {condition.id: condition_word(condition) for condition in opcon.conditions}
    assert (said["o13"], said["o14"]) == ("met", "in progress (inferred)")
    stages = {stage.id: stage_line(stage) for track in opcon.tracks for stage in track.stages}
    assert {name for name, line in stages.items() if line.endswith("(inferred)")} == {"o4", "o8", "o9"}
    histories = [line for track in tracks(opcon) for row in rows(track) for line in row.history]
    assert [line for line in histories if line.endswith("(inferred)")] == [
        "Earlier: assessed, 2019 (uncertain) (inferred)"
    ]


def test_parties_are_said_to_be_inferred_where_they_are_named(briefing: Briefing) -> None:
    said = {each.id: parties_inferred(briefing, each) for each in briefing.agreements}
    assert said.pop("a4") == "(parties inferred)"
    assert set(said.values()) == {""}
