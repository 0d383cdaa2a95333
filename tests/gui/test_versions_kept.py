"""A version is kept at every save in the real window, and what is in the way of that is said once."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from briefing_app.gui.edit_acts import editor_of
from briefing_app.workflow import versions
from briefing_app.workflow.arranging import remove
from tests.gui.conftest import NOW
from tests.gui.problem_steps import fix_all, press
from tests.gui.test_saving import save_to

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")


@pytest.fixture
def copy(vksd: Path, tmp_path: Path) -> Path:
    return tmp_path / shutil.copyfile(vksd, tmp_path / "a.briefing").name


def take_away(session: Session, window: MainWindow, name: str) -> None:
    """Remove an item, as a step."""
    briefing = window.document.briefing
    assert briefing is not None
    editor_of(session, window).apply(remove(briefing, name))


def test_what_was_read_and_then_every_save_is_a_version(session: Session, opened: Open, copy: Path) -> None:
    read, before = copy.read_bytes(), NOW - timedelta(days=3)
    os.utime(copy, times=(before.timestamp(),) * 2)
    window = opened(copy)
    take_away(session, window, "a5")
    window.actions_by_id["save"].trigger()
    first = copy.read_bytes()
    take_away(session, window, "a6")
    session.versions.clock = lambda: NOW + timedelta(minutes=1)
    window.actions_by_id["save"].trigger()
    found = versions.kept(copy).versions
    assert [each.when for each in found] == [NOW + timedelta(minutes=1), NOW, before]
    assert [each.kept.read_bytes() for each in found] == [copy.read_bytes(), first, read]
    assert window.frame.status.text.text() == f"Saved as {copy}."


def test_what_another_program_wrote_between_two_saves_is_a_version(
    session: Session, opened: Open, copy: Path
) -> None:
    window = opened(copy)
    take_away(session, window, "a5")
    window.actions_by_id["save"].trigger()
    copy.write_bytes(copy.read_bytes() + b"\n")
    other = copy.read_bytes()
    session.open((copy,))
    take_away(session, window, "a6")
    window.actions_by_id["save"].trigger()
    found = versions.kept(copy).versions
    assert [each.kept.read_bytes() for each in found[:2]] == [copy.read_bytes(), other]
    assert len(found) == 4


def test_save_as_keeps_a_version_of_the_new_file_and_none_of_a_sample(
    opened: Open, kidd: Path, tmp_path: Path
) -> None:
    window = opened(kidd)
    save_to(window, str(tmp_path / "b"))
    target = tmp_path / "b.briefing"
    (found,) = versions.kept(target).versions
    assert found.kept.read_bytes() == target.read_bytes()
    assert versions.kept(kidd).versions == ()


def test_corrections_that_are_saved_are_a_version(opened: Open, faulty: Path, qtbot: QtBot) -> None:
    window = opened(faulty)
    fix_all(window, qtbot)
    press(window, "Save the corrected file")
    (found,) = versions.kept(faulty).versions
    assert found.kept.read_bytes() == faulty.read_bytes()


def test_what_is_in_the_way_is_said_once_and_stops_no_save(
    session: Session, opened: Open, copy: Path
) -> None:
    window = opened(copy)
    versions.folder().parent.parent.mkdir(exist_ok=True)
    versions.folder().parent.write_text("in the way")
    take_away(session, window, "a5")
    window.actions_by_id["save"].trigger()
    assert window.document.snapshot is not None
    assert not window.document.snapshot.is_edited
    assert "The earlier versions of “a.briefing”" in window.frame.status.text.text()
    take_away(session, window, "a6")
    window.actions_by_id["save"].trigger()
    assert window.frame.status.text.text() == f"Saved as {copy}."


def test_what_somebody_else_put_there_meanwhile_is_no_version(copy: Path) -> None:
    assert versions.keep_saved(copy, "sha256:0", NOW) == ()
    assert versions.kept(copy).versions == ()
    (problem,) = versions.keep_saved(copy.with_name("gone.briefing"), "sha256:0", NOW)
    assert problem.code == "file-not-found"


def test_what_was_not_saved_for_a_year_is_forgotten(
    session: Session, opened: Open, copy: Path, qtbot: QtBot
) -> None:
    window = opened(copy)
    session.versions.clock = lambda: NOW - timedelta(days=400)
    take_away(session, window, "a5")
    window.actions_by_id["save"].trigger()
    assert len(versions.kept(copy).versions) == 2
    session.versions.clock = lambda: NOW
    session.versions.forget_old()
    qtbot.waitUntil(lambda: not versions.kept(copy).versions)
