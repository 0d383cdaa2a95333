from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.document import Document, Snapshot, without_unsound
from briefing_app.gui.session import read_snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_another_snapshot_is_told_once(kidd: Path, qtbot: QtBot) -> None:
    document = Document()
    assert document.snapshot is None
    assert document.briefing is None
    with qtbot.waitSignal(document.changed):
        document.show(read_snapshot(kidd))
    assert document.briefing is not None
    assert document.briefing.id == "kidd-19"


def test_the_sound_part_takes_the_place_of_what_is_in_error(kidd: Path, tmp_path: Path) -> None:
    sound = read_snapshot(kidd).briefing
    snapshot = Snapshot(tmp_path / "bad.briefing", sound_part=sound, left_out=2)
    assert snapshot.passages() == {}
    found = without_unsound(snapshot)
    assert found.briefing is sound
    assert found.partial
    nothing = Snapshot(tmp_path / "bad.briefing")
    assert without_unsound(nothing) is nothing


def test_passages_are_found_in_the_texts_that_a_file_carries(kidd: Path, vksd: Path) -> None:
    assert read_snapshot(kidd).passages() == {}
    assert "verified" in {each.state for each in read_snapshot(vksd).passages().values()}
