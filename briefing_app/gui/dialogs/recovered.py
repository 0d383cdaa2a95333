"""Lists work that an earlier run left unsaved: what it belongs to, since when, and what differs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.dialogs.reading import ReadingArea
from briefing_app.gui.places import file_words
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.date_words import day_in_words
from briefing_app.model.visible import visible
from briefing_app.words import ntr, tr
from briefing_app.workflow.change_words import naming, sentences, title_of
from briefing_app.workflow.comparing import compare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.recovery import Recovered

    Row = tuple[Recovered, Briefing | None]

_MOST = 6  # changes that are told of each


class RecoveredDialog(QDialog):
    """Tells which work is wanted and which is not; what is left undecided is neither."""

    wanted = Signal(object)  # Recovered
    unwanted = Signal(object)

    def __init__(self, parent: QWidget, theme: Theme, rows: Sequence[Row]) -> None:
        """List work.

        Args:
            parent: the window.
            theme: what it draws with.
            rows: each piece, and the briefing in its file as it is now.
        """
        super().__init__(parent)
        self._theme, self._open = theme, len(rows)
        self.setWindowTitle(tr("Unsaved work"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rows: list[QWidget] = []
        self._takes: list[Button] = []
        page = self._list(rows)
        self._lay_out(page, len(rows))
        self._fit(page)
        self._takes[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _list(self, rows: Sequence[Row]) -> QWidget:
        """Return the pieces of work below one another."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, self._theme.px(12), self._theme.px(4))
        column.setSpacing(self._theme.px(16))
        for row in rows:
            made = self._row(*row)
            self.rows.append(made)
            column.addWidget(made)
        column.addStretch(1)
        return page

    def _lay_out(self, page: QWidget, count: int) -> None:
        px = self._theme.px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(20), px(20), px(20), px(16))
        outer.setSpacing(px(12))
        title = ntr(
            "The program ended with unsaved work in {n} briefing",
            "The program ended with unsaved work in {n} briefings",
            count,
        )
        outer.addWidget(TextLine(self._theme, title, "ui_bold"))
        told = tr("Nothing was written to your files. What you leave undecided is offered again next time.")
        outer.addWidget(TextLine(self._theme, told, "meta", "ink2"))
        self.area = ReadingArea(self._theme, tr("Unsaved work"), page)
        outer.addWidget(self.area, 1)
        line = QHBoxLayout()
        line.addStretch(1)
        later = Button(self._theme, tr("Decide later"), "outline", key=tr("Esc"))
        later.clicked.connect(self.reject)
        line.addWidget(later)
        outer.addLayout(line)

    def _fit(self, page: QWidget) -> None:
        """Be as high as the list is, up to most of the screen."""
        width = self._theme.px(620)
        screen = self.screen().availableGeometry()
        inner = page.layout()
        high = inner.totalHeightForWidth(width) if inner is not None else 0
        room = min(high + self._theme.px(200), screen.height() * 8 // 10)
        self.resize(min(width + self._theme.px(60), screen.width()), room)

    def _row(self, recovered: Recovered, base: Briefing | None) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        column.addWidget(TextLine(self._theme, recovered.briefing.title, "item_bold"))
        column.addWidget(TextLine(self._theme, _where(recovered), "meta", "ink2"))
        for words in _differences(recovered, base):
            column.addWidget(TextLine(self._theme, words, "ui", selectable=True))
        if recovered.became in ("changed", "gone"):
            column.addWidget(TextLine(self._theme, _meanwhile(recovered), "ui", "delay"))
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        take = Button(self._theme, tr("Recover"), "outline", icon="check")
        take.clicked.connect(partial(self._decide, row, recovered, wanted=True))
        self._takes.append(take)
        drop = Button(self._theme, tr("Discard"), icon="cross")
        drop.clicked.connect(partial(self._decide, row, recovered, wanted=False))
        line.addWidget(take)
        line.addWidget(drop)
        line.addStretch(1)
        column.addLayout(line)
        return row

    def _decide(self, row: QWidget, recovered: Recovered, *_: object, wanted: bool) -> None:
        row.hide()
        self._open -= 1
        (self.wanted if wanted else self.unwanted).emit(recovered)
        if not self._open:
            self.accept()


def _where(recovered: Recovered) -> str:
    """Return what work belongs to, and when it was noted last."""
    noted = recovered.noted.astimezone()
    when = tr("{day}, {time}", day=day_in_words(noted.date()), time=f"{noted:%H:%M}")
    if recovered.path is None:
        return tr("A draft in no file, {when}", when=when)
    return tr("{file}, {when}", file=file_words(recovered.path), when=when)


def _meanwhile(recovered: Recovered) -> str:
    if recovered.became == "gone":
        return tr("Its file is gone. The work opens as a draft to be saved elsewhere.")
    return tr("Its file has changed since. It is not saved over it: save the work under another name.")


def _differences(recovered: Recovered, base: Briefing | None) -> list[str]:
    """Return what differs from the file, one thing a line, and how many more there are."""
    if base is None:
        return []
    changes, names = compare(base, recovered.briefing), naming(base, recovered.briefing)
    lines = []
    for change in changes[:_MOST]:
        told = "; ".join(sentences(change, names)[:2]) or change.change
        lines.append(visible(tr("{title}: {what}", title=title_of(change, names), what=told)))
    if len(changes) > _MOST:
        lines.append(ntr("{n} more change", "{n} more changes", len(changes) - _MOST))
    return lines
