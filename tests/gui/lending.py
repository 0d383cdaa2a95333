"""Windows that the tests of a file share, lent to one test after the other and put back in between."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from briefing_app.gui.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing_app.gui.main_window import MainWindow


@contextmanager
def lending(standing: Callable[..., MainWindow]) -> Iterator[Callable[..., MainWindow]]:
    """Give what lends the shared window of a file, with the keyboard; each is put back at the end."""
    lent: list[MainWindow] = []

    def lend(file: Path, width: int = 1280, height: int = 800) -> MainWindow:
        window = standing(file, width, height)
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        if window not in lent:
            lent.append(window)
        return window

    yield lend
    for window in lent:
        put_back(window)


def put_back(window: MainWindow) -> None:
    """Leave a window on a briefing as it was opened: nothing picked, at the top, its panes as usual."""
    for dialog in window.findChildren(QDialog):
        dialog.close()
    briefing, frame, rows = window.document.briefing, window.frame, window.actions_by_id
    assert briefing is not None
    for source in briefing.sources:
        window.document.detach(source)
    if rows["sidebar"].isChecked():
        rows["sidebar"].trigger()
    if frame.source_shown is frame.fit.overlay:
        rows["source"].trigger()
    if frame.holder.held is not None:
        frame.holder.let_go()
        window.show_document()
    frame.source.show_source(briefing.sources[0].id)
    frame.stay.let_go()
    window.select(Selection())
    frame.status.close_line()
    for bar in (frame.brief.verticalScrollBar(), frame.source.article.verticalScrollBar()):
        bar.setValue(0)
    frame.brief.setFocus()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
