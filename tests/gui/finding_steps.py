"""What the tests of finding share: typing words, and what is marked and seen of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app.gui.finder import Finder, finder_of
from briefing_app.gui.panels.article_found import ArticleFound
from briefing_app.gui.panels.row_list import RowList
from briefing_app.gui.widgets.found import FoundOver
from briefing_app.gui.widgets.text import RichTextView, TextLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.find_bar import FindBar


def bar_of(window: MainWindow) -> FindBar:
    """Return the bar, shown where it is not."""
    finder = finder_of(window)
    if finder.bar is None:
        window.actions_by_id["find"].trigger()
    assert finder.bar is not None
    return finder.bar


def find(window: MainWindow, words: str, qtbot: QtBot) -> Finder:
    """Type words into the field, and wait until all is looked through."""
    bar, finder = bar_of(window), finder_of(window)
    bar.field.clear()
    QTest.keyClicks(bar.field, words)
    qtbot.waitUntil(lambda: finder.settled, timeout=20_000)
    return finder


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def framed(widget: QWidget) -> list[str]:
    """Return the words of the brief that are framed as the current match."""
    found = []
    for over in widget.findChildren(FoundOver):
        if not over.isHidden() and over.current >= 0:
            view = over.parent()
            assert isinstance(view, RichTextView | TextLine)
            text = view.plain_text() if isinstance(view, RichTextView) else view.text()
            start, end = over.spans[over.current]  # in UTF-16 units
            found.append(text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le"))
    return found


def marked(widget: QWidget) -> int:
    """Return how many words are marked in what stands in full."""
    return sum(
        len(over.spans)
        for over in widget.findChildren(FoundOver)
        if not over.isHidden() and not _is_reference(over)
    )


def _is_reference(over: QWidget) -> bool:
    above = over.parentWidget()
    while above is not None and not isinstance(above, RowList):
        above = above.parentWidget()
    return above is not None and above.shape.reference


def seen(window: MainWindow) -> str:
    """Return the text of the current match where it is seen in the article, empty where it is not."""
    pane = window.frame.source
    over = pane.findChild(ArticleFound)
    assert over is not None
    if not any(current for _, current in over.seen()):
        return ""
    assert over.current is not None
    return over.current.spot.text[over.current.start : over.current.end]
