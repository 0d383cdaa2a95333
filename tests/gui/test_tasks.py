from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from briefing_app.gui.tasks import Tasks
from briefing_app.model.problems import BriefingError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    found = Tasks(qapp)
    yield found
    found.finish()


def test_work_runs_on_another_thread_and_reports_on_this_one(tasks: Tasks, qtbot: QtBot) -> None:
    here = threading.current_thread()
    told: list[tuple[object, threading.Thread]] = []
    task = tasks.run(threading.current_thread)
    task.finished.connect(lambda result: told.append((result, threading.current_thread())))
    with qtbot.waitSignal(task.over):
        pass
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] is not here
    assert told[0][1] is here


def test_a_problem_of_the_work_is_told_as_such(tasks: Tasks, qtbot: QtBot) -> None:
    def fail() -> None:
        raise BriefingError(Problem("same-file"))

    task = tasks.run(fail)
    with qtbot.waitSignal(task.failed) as told:
        pass
    assert told.args is not None
    assert [problem.code for problem in told.args[0]] == ["same-file"]


def test_a_fault_of_the_program_reaches_the_crash_hook(tasks: Tasks, qtbot: QtBot) -> None:
    def crash() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        task = tasks.run(crash)
        with qtbot.waitSignal(task.over):
            pass
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_a_late_result_of_cancelled_work_is_not_told(tasks: Tasks, qtbot: QtBot) -> None:
    go_on = threading.Event()
    task = tasks.run(go_on.wait)
    told: list[object] = []
    task.finished.connect(told.append)
    with qtbot.waitSignal(task.over):
        task.cancel()
    assert task.cancelled
    go_on.set()
    with qtbot.waitSignal(task.destroyed):
        pass
    assert told == []


def test_work_that_never_began_is_let_go_when_all_is_finished(qapp: QApplication, qtbot: QtBot) -> None:
    tasks, go_on = Tasks(qapp), threading.Event()
    held = [tasks.run(go_on.wait) for _ in range(2)]  # on both threads
    waiting = tasks.run(threading.current_thread)
    told: list[object] = []
    waiting.finished.connect(told.append)
    threading.Timer(0.2, go_on.set).start()
    with qtbot.waitSignal(waiting.over):
        tasks.finish()
    qtbot.wait(10)
    assert waiting.cancelled
    assert told == []
    assert all(each.cancelled for each in held)  # over


@pytest.mark.usefixtures("qapp")
def test_finishing_waits_for_what_is_under_way() -> None:
    tasks = Tasks()
    done = threading.Event()
    tasks.run(done.set)
    tasks.finish()
    assert done.is_set()
    tasks.finish()
