"""The composition root of the window: builds settings, theme and session. Today enters here."""

from __future__ import annotations

import builtins
import gc
import sys
import traceback
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

# Before Qt: PySide6 replaces Python's own import by one that reads the source of every module.
from briefing_app.gui import before_qt as _first  # noqa: F401
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtWidgets import QApplication, QMessageBox

    from briefing_app.gui.session import Session
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.single import First
    from briefing_app.gui.tasks import Tasks

PROGRAM = "briefing"
INTERRUPTED = 130  # as a shell reports a program that Ctrl+C ended


def run(files: list[Path], *, today: date | None = None, first: First | None = None) -> int:
    """Open the window and return the exit status when the last one is closed.

    Args:
        files: the files to open, each in a window; none opens again what was open last.
        today: the day on which briefings are read; None takes the clock's.
        first: hears of the files that later starts are given; None where each start is on its own.
    """
    from PySide6.QtWidgets import QApplication

    _import_plainly()

    from briefing_app.gui import theme
    from briefing_app.gui.first_paint import FirstPaint
    from briefing_app.gui.session import Session
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.tasks import Tasks

    # The style as an argument: to be handed the style object makes PySide build all of its enums first.
    app = QApplication([PROGRAM, "-style", "fusion"])
    app.setApplicationDisplayName("")
    app.setDesktopFileName("briefing-app")
    sys.excepthook = _crash_hook(app)
    end_on_interrupt(app)
    theme.install_fonts()
    gc.disable()
    settings, tasks = Settings(_settings_file(), app), Tasks(app)
    settings.hold_back()
    session = Session(app, settings, tasks, today or _now().date(), _now)
    session.start(files)
    if first is not None:
        first.serve(app, session.take)
    for window in session.windows[:1]:
        FirstPaint(window).painted.connect(partial(_when_painted, app, settings, session, tasks))
    status = app.exec()
    if first is not None:
        first.close()  # before work is waited for: whoever starts now gets a window at once
    tasks.finish()
    settings.write()
    return status


def _now() -> datetime:
    """Return the time that the clock tells, with its zone."""
    return datetime.now().astimezone()


def _settings_file() -> Path:
    from PySide6.QtCore import QStandardPaths

    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(place) / PROGRAM / "settings.json"


def _import_plainly() -> None:
    """Import as Python does, now that PySide6 is there.

    PySide6 reads the source of each module that is imported after it, to see whether it might switch the
    spelling of Qt's names. None of ours does, and the reading delays the window.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _when_painted(app: QApplication, settings: Settings, session: Session, tasks: Tasks) -> None:
    """Do what can wait until the window stands."""
    from PySide6.QtGui import QIcon

    from briefing_app import assets
    from briefing_app.gui.garbage import Garbage

    Garbage(session)
    settings.write()
    _keep_unsaved(session, tasks)
    app.setWindowIcon(QIcon(str(assets.resource("icons", "briefing-app.svg"))))
    session.versions.forget_old()


def _keep_unsaved(session: Session, tasks: Tasks) -> None:
    """Keep from now on what is not saved, and offer what an earlier run left."""
    from random import Random

    from briefing_app.gui.keeping import Keeping
    from briefing_app.workflow import recovery

    journal = recovery.Journal(recovery.folder(), Random())  # noqa: S311 - no secret
    Keeping(session, tasks, journal, session.versions.clock).recover()


def end_on_interrupt(app: QApplication) -> None:
    """Let Ctrl+C end the program cleanly: Python sees a signal only when Qt lets it run."""
    import signal
    import socket

    from PySide6.QtCore import QSocketNotifier

    ours, qts = socket.socketpair()
    for end in (ours, qts):
        end.setblocking(False)
    signal.set_wakeup_fd(ours.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(qts.fileno(), QSocketNotifier.Type.Read, app)

    def wake() -> None:
        qts.recv(16)

    notifier.activated.connect(wake)
    # The notifier keeps both ends open for as long as the application lives.
    notifier.ends = (ours, qts)  # type: ignore[attr-defined]
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: app.exit(INTERRUPTED))


def _crash_hook(
    app: QApplication,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return what is called for an error that nothing caught: it writes a report and says where it lies."""
    told: list[QMessageBox] = []  # else Python would take the message away as soon as it is open

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            app.exit(INTERRUPTED)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(text)
        told.append(tell_crash(write_report(text)))

    return hook


def write_report(text: str) -> Path | None:
    """Write a crash report to the state folder and return its path, None where that cannot be written.

    Args:
        text: the report; it holds no text of a briefing, only places in the program.
    """
    from platformdirs import user_state_path

    now = datetime.now().astimezone()
    try:
        folder = user_state_path(PROGRAM, ensure_exists=True)
        report = folder / f"crash-{now:%Y%m%d-%H%M%S}.txt"
        report.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return report


def tell_crash(report: Path | None) -> QMessageBox:
    """Say that something went wrong, in a window that the caller keeps, and where the report lies."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Critical, tr("Briefing"), "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("Something in the program went wrong. No file was changed."))
    if report is not None:
        box.setInformativeText(tr("A report for the developers was written: {path}", path=report))
    box.open()
    return box
