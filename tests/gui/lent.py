"""A window that the tests of a file share, lent to one after the other although they edit in it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from shiboken6 import delete

from briefing_app.gui.finder import Finder
from briefing_app.gui.history import History
from briefing_app.gui.palette import Palette
from briefing_app.gui.panels.participants import Participants
from briefing_app.gui.selection import Selection
from tests.gui.conftest import give_up_draft
from tests.gui.lending import put_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.main_window import MainWindow


@contextmanager
def lent(window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """Give a window with the keyboard in its brief; what was done in it is taken back afterwards."""
    snapshot, size = window.document.snapshot, window.size()
    assert snapshot is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.frame.brief.setFocus()
    yield window
    for palette in window.findChildren(Palette):
        palette.close()
    for finder in window.findChildren(Finder):
        finder.close()
        delete(finder)  # it would remember what was looked for
    _show_again(window, snapshot)
    if window.size() != size:
        window.resize(size)
        qtbot.wait(1)  # the layout follows the width one turn of the event loop later
    for names in window.frame.brief.findChildren(Participants):
        if names.unfolded:
            names._unfold()
    article = window.frame.source.article
    article.setTextCursor(article.document().rootFrame().firstCursorPosition())
    put_back(window)


def _show_again(window: MainWindow, snapshot: Snapshot) -> None:
    """Show what was shown, with nothing edited, nothing held in its place and nowhere to go back to."""
    give_up_draft(window)
    if window.frame.holder.held is not None:
        window.frame.holder.held.leave()
    assert window.frame.holder.held is None, "what cannot be saved is still typed there"
    window.select(Selection())
    window.history = History()
    if window.document.snapshot is not snapshot:
        window.document.show(snapshot)
    window.frame.brief.add_rest()
