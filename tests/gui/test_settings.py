from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from briefing_app.gui.preferences import MOST_KNOWN, MOST_RECENT, Preferences, Standing
from briefing_app.gui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_what_was_changed_is_there_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    Settings(file).change(scheme="dark", text_size=130, source_width={"1920x1080": 480})
    again = Settings(file).now
    assert (again.scheme, again.text_size, again.source_width) == ("dark", 130, {"1920x1080": 480})


@pytest.mark.parametrize("text", ["", "[]", "{", '{"text_size": 5}', '{"scheme": 3}', "\0" * 9])
def test_a_damaged_file_gives_the_first_values(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text)
    assert Settings(file).now == Preferences()


def test_a_key_of_a_newer_program_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"scheme": "dark", "sidebar": {"width": 3}}')
    assert Settings(file).now.scheme == "dark"


def test_what_cannot_be_is_not_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    with pytest.raises(ValidationError):
        settings.change(text_size=20)
    assert settings.now.text_size == 100


def test_the_newest_file_stands_first_and_none_twice(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    for n in range(MOST_RECENT + 3):
        settings.opened(tmp_path / f"{n}.briefing", f"Title {n}")
    settings.opened(tmp_path / "5.briefing", "Title 5")
    recent = settings.now.recent
    assert len(recent) == MOST_RECENT == len(set(recent))
    assert recent[0] == str(tmp_path / "5.briefing")
    settings.forget(recent[0])
    assert str(tmp_path / "5.briefing") not in settings.now.recent
    assert str(tmp_path / "5.briefing") not in settings.now.known


def test_title_and_place_of_the_newest_files_are_kept_and_of_no_more(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings = Settings(file)
    for n in range(MOST_KNOWN + 5):
        settings.stood(tmp_path / f"{n}.briefing", Standing(item=f"a{n}"))
    first = tmp_path / "5.briefing"
    settings.opened(first, "x" * 999)
    settings.stood(tmp_path / "new.briefing", Standing(item="a1", row="a1", below=-7, down=-3))
    again = Settings(file).now.known
    assert len(again) == MOST_KNOWN
    assert str(tmp_path / "6.briefing") not in again
    assert again[str(first)].standing.item == "a5"
    assert again[str(first)].title == "x" * 300
    assert again[str(tmp_path / "new.briefing")].standing.below == -7


def test_only_a_change_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "settings.json")
    with qtbot.waitSignal(settings.changed):
        settings.change(scheme="light")
    with qtbot.assertNotEmitted(settings.changed):
        settings.change(scheme="light")


def test_where_nothing_can_be_written_the_settings_hold_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings = Settings(tmp_path / "file" / "settings.json")
    settings.change(scheme="dark")
    assert settings.now.scheme == "dark"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_is_held_back_is_written_once_the_window_stands(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings = Settings(file)
    settings.hold_back()
    settings.change(text_size=120)
    assert settings.now.text_size == 120
    assert not file.exists()
    settings.write()
    assert Settings(file).now.text_size == 120
    settings.change(text_size=130)
    assert Settings(file).now.text_size == 130
