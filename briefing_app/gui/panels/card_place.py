"""Keeps a card over the row of the item that is edited in it, wherever that row comes to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from briefing_app.gui.panels.brief import Brief
    from briefing_app.gui.panels.edit_card import EditCard
    from briefing_app.gui.theme import Theme

_EDGE = 12  # px at text size 1 between the card and the ends of the page
_LEAST = 560  # px at text size 1 in which a form is still wide


class CardPlace(QObject):
    """Holds a card on the page of the brief; it goes with the card."""

    def __init__(self, brief: Brief, page: QWidget, card: EditCard, item: str, theme: Theme) -> None:
        """Put the card on the page.

        Args:
            brief: the view.
            page: what scrolls in it.
            card: the card.
            item: whose row it lies over; of one that has none it lies where one looks.
            theme: gives the measures.
        """
        super().__init__(card)
        self._brief, self._page, self._card, self._item, self._theme = brief, page, card, item, theme
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._put)
        self._top = brief.verticalScrollBar().value() + theme.px(24)
        self._seen = False
        card.setParent(page)
        card.changed.connect(self._later.start)
        card.told.connect(self._show)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        page.installEventFilter(self)
        self._put()
        card.show()
        self._later.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page as it is laid out anew."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._later.start()
        return super().eventFilter(watched, event)

    def _put(self) -> None:
        """Lay the card over its row, on the page as a whole."""
        row = self._row()
        edge = self._theme.px(_EDGE)
        most = self._page.width() - 2 * edge
        width = min(max(row.width(), self._theme.px(_LEAST)), most)
        left = max(min(row.left(), self._page.width() - width - edge), edge)
        height = self._card.height_in(width)
        top = max(min(row.top(), self._page.height() - height - edge), edge)
        area = QRect(left, top, width, height)
        if self._page.minimumHeight() < top + height + edge:
            self._page.setMinimumHeight(top + height + edge)
        grown = height > self._card.height()
        if area != self._card.geometry():
            self._card.setGeometry(area)
            self._card.raise_()
        if grown or not self._seen:
            self._seen = self._card.isVisible()
            self._see(top, height)

    def _see(self, top: int, height: int) -> None:
        """Bring the card into sight: as a whole, else its beginning, else the field with the keyboard."""
        edge, high = self._theme.px(_EDGE), self._brief.viewport().height()
        within = [each for each in self._card.findChildren(QWidget) if each.hasFocus()]
        if height + 2 * edge <= high:
            self._brief.ensureWidgetVisible(self._card, 0, edge)
        elif within:
            self._brief.ensureWidgetVisible(within[0], 0, self._theme.px(48))
        else:
            self._brief.verticalScrollBar().setValue(top - edge)

    def _show(self, part: QWidget) -> None:
        """Bring a part of the card into sight, once the card has grown by it."""
        self._put()
        self._brief.ensureWidgetVisible(part, 0, self._theme.px(_EDGE))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keep the field with the keyboard in sight."""
        if now is not None and self._card.isAncestorOf(now):
            self._brief.ensureWidgetVisible(now, 0, self._theme.px(48))

    def _row(self) -> QRect:
        """Return where the row is on the page; of an item that has none the place of one beside."""
        rows = [row for row in self._brief.rows() if row.item == self._item and not row.reference]
        if rows:
            widget = rows[0].widget
            return QRect(widget.mapTo(self._page, QPoint()), widget.size())
        left = self._theme.px(20)
        return QRect(left, self._top, self._page.width() - 2 * left, 0)
