"""What no program takes is told, also where the one that looks for a program was started well."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl

from briefing_app.gui.folders import heed_handler, launch

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")


def _program(folder: Path, code: int) -> Path:
    """Write a program that notes its arguments and ends with a code."""
    path = folder / "opens"
    path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >"$0.args"\nexit {code}\n', encoding="utf-8")
    path.chmod(0o700)
    return path


@pytest.mark.parametrize("code", [3, 4])
def test_what_was_not_opened_is_told(tmp_path: Path, qtbot: QtBot, code: int) -> None:
    told: list[bool] = []
    launch(str(_program(tmp_path, code)), QUrl("https://example.org/a b"), lambda: told.append(True))
    qtbot.waitUntil(lambda: told == [True])


def test_a_program_that_is_not_there_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    told: list[bool] = []
    launch(str(tmp_path / "nothing"), QUrl("https://example.org/"), lambda: told.append(True))
    qtbot.waitUntil(lambda: told == [True])


def test_what_was_opened_is_not_told(tmp_path: Path, qtbot: QtBot) -> None:
    told: list[bool] = []
    program = _program(tmp_path, 0)
    launch(str(program), QUrl("https://example.org/a b#:~:text=one"), lambda: told.append(True))
    args = program.with_suffix(".args")
    qtbot.waitUntil(lambda: args.is_file() and bool(args.read_text(encoding="utf-8")))
    assert args.read_text(encoding="utf-8") == "https://example.org/a%20b#:~:text=one\n"
    qtbot.wait(100)
    assert told == []


@pytest.mark.parametrize(("answer", "expected"), [("", [True]), ("browser.desktop\n", [])])
def test_that_no_program_takes_addresses_of_the_web_is_told(
    tmp_path: Path, qtbot: QtBot, answer: str, expected: list[bool]
) -> None:
    asked = tmp_path / "knows"
    asked.write_text(f'#!/bin/sh\nprintf "%s" "{answer}"\nprintf "%s " "$@" >"$0.args"\n', encoding="utf-8")
    asked.chmod(0o700)
    told: list[bool] = []
    heed_handler(str(asked), QUrl("mailto:desk@example.org"), lambda: told.append(False))
    heed_handler(str(asked), QUrl("https://example.org/"), lambda: told.append(True))
    args = asked.with_suffix(".args")
    qtbot.waitUntil(lambda: args.is_file() and bool(args.read_text(encoding="utf-8")))
    assert args.read_text(encoding="utf-8") == "query default x-scheme-handler/https "
    qtbot.wait(100)
    assert told == expected
