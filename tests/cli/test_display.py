from __future__ import annotations

import importlib.util
import sys

import pytest

from briefing_app.cli import display, libraries
from briefing_app.cli.report import status_of
from briefing_app.words.problems import say

linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux has display servers to miss"
)


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@linux
def test_no_display() -> None:
    reason = display.reason_for_no_window()
    assert reason is not None
    assert reason.code == "no-display"


@linux
def test_offscreen_needs_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display.reason_for_no_window() is None


@linux
def test_a_missing_library_is_named_with_the_command_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setitem(libraries.X11_LIBRARIES, "libno-such.so.7", "libno-such7")
    reason = display.reason_for_no_window()
    assert reason is not None
    assert reason.code == "qt-missing"
    assert "apt-get install" in say(reason.code, reason.values).hint
    assert "libno-such7" in say(reason.code, reason.values).hint


@linux
def test_a_display_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    reason = display.reason_for_no_window()
    assert reason is not None
    assert reason.code == "display-silent"
    assert status_of([reason]) == 3


def test_without_qt_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == "PySide6" else found(name, *rest)
    )
    reason = display.reason_for_no_window()
    assert reason is not None
    assert reason.code == "qt-missing"


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_one(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert display.reason_for_no_window() is None
