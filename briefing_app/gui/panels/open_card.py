"""The card of what is open in a review: its edge, its form, and where the thread begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.gui.panels.edit_card import EditCard
from briefing_app.gui.widgets import glyphs

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.document import Reading
    from briefing_app.gui.theme import Theme
    from briefing_app.model.items import Item

_RADIUS, _PAD = 10, 20


class OpenCard(QWidget):
    """Tells what its reader wants, and changes nothing itself."""

    saved = Signal()
    reshaped = Signal()

    def __init__(self, theme: Theme, reading: Reading, *, stacked: bool) -> None:
        """Make an empty card.

        Args:
            theme: what it draws with.
            reading: the briefing, and the texts at hand.
            stacked: there is no room for labels beside fields.
        """
        super().__init__()
        self._theme, self._reading, self._stacked = theme, reading, stacked
        self.form: EditCard | None = None
        self._list: QWidget | None = None
        self._column = QVBoxLayout(self)
        pad = theme.px(_PAD)
        self._column.setContentsMargins(pad, theme.px(14), pad, theme.px(16))
        self._column.setSpacing(theme.px(12))
        self._body = QWidget()  # what the form takes the place of

    def follow(self, view: QWidget) -> None:
        """Draw a ring while the list has the keyboard, whose keys act here; let the list hear of it."""
        self._list = view
        view.installEventFilter(self)
        self.installEventFilter(view)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the ring as the keyboard comes and goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def begin_edit(self) -> None:
        """Turn it into a form, or ask for one."""

    def show_form(self, record: Item) -> EditCard:
        """Show the form of an item in the place of what can be decided.

        Args:
            record: what is edited; a new one holds nothing yet.
        """
        form = EditCard(self._theme, "", record, self._reading, stacked=self._stacked, framed=False)
        form.saved.connect(self.saved)
        form.left.connect(self.end_edit)
        form.changed.connect(self.reshaped)
        self._body.hide()
        self._column.addWidget(form)
        form.show()  # Qt would wait for the next turn of the event loop
        self.form = form
        return form

    def end_edit(self) -> None:
        """Take the form away, and what was typed in it."""
        if self.form is not None:
            form, self.form = self.form, None
            form.hide()
            form.deleteLater()
            self._body.show()
            self.reshaped.emit()

    def select(self, mark: int) -> None:
        """Draw one of the marks as that in view."""

    def thread_height(self) -> int:
        """Return how far below its top the thread begins."""
        return self._theme.px(28)

    def thread_start(self, widget: QWidget) -> QPointF:
        """Return where the thread begins, in the coordinates of a widget."""
        corner = QPoint(self.width(), self.thread_height())
        return QPointF(widget.mapFromGlobal(self.mapToGlobal(corner)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge of the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 1))
        painter.setBrush(self._theme.color("page"))
        radius = self._theme.px(_RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self._list is not None and self._list.hasFocus():
            glyphs.paint_focus(painter, self._theme, QRectF(self.rect()), _RADIUS)
