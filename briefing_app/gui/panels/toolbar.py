"""The bar at the top: open, new, where one is, print, the source pane, and the menu of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.icons import paint_icon
from briefing_app.gui.widgets.text import explain
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QAction, QEnterEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QMenu

    from briefing_app.gui.action_rows import Id
    from briefing_app.gui.theme import Role, Theme, Token

HEIGHT = 48
_ARROW = "  ›  "
_BETWEEN = " · "  # the number in a series and the rest
_FEWEST_LETTERS = 4  # of a name that is cut, its ellipsis among them
_PLACE = 60  # px at text size 1 that the place in words has at the least
_REST = 200  # ms that the pointer rests on the page before it is made


class Toolbar(QWidget):
    """Made from the table of actions; shows only what can be done in the current view."""

    def __init__(self, theme: Theme, actions: Mapping[Id, QAction], menu: QMenu, *, words: bool) -> None:
        """Make the bar.

        Args:
            theme: what it draws with.
            actions: the actions by their ids.
            menu: what the last button opens.
            words: there is room for words beside the icons.
        """
        super().__init__()
        self._theme, self._menu = theme, menu
        self.setFixedHeight(theme.px(HEIGHT))
        self.setAccessibleName(tr("Toolbar"))
        self.side = Button.of_action(theme, actions["sidebar"], icon="sidebar")
        opening = Button.of_action(theme, actions["open"], icon="open", word=tr("Open") if words else "")
        new = Button.of_action(theme, actions["new"], icon="plus", word=tr("New") if words else "")
        self.page = PageIcon(theme)
        self._on = True  # there is a briefing
        self.crumb = Crumb(theme)
        export = tr("Export PDF") if words else ""
        self.export = Button.of_action(
            theme, actions["export-one-page"], "primary", icon="export", word=export
        )
        self.source = Button.of_action(theme, actions["source"], icon="source")
        review = tr("Review") if words else ""
        self.review = Button.of_action(theme, actions["review"], icon="review", word=review)
        self.undo = Button.of_action(theme, actions["undo"], icon="undo")
        self.redo = Button.of_action(theme, actions["redo"], icon="redo")
        self.menu = Button.of_action(theme, actions["menu"], icon="menu")
        self.search = _search(theme, actions["palette"], words=words and theme.layout != "narrow")
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        line.setSpacing(theme.px(6 if words else 2))
        for part in (self.side, opening, new, self.page):
            line.addWidget(part)
        line.addWidget(self.crumb, 1)
        line.addWidget(self.search)
        for button in (self.undo, self.redo, self.review, self.export, self.source, self.menu):
            line.addWidget(button)
        self._spared = (self.page, new, opening, self.search)

    def show_place(self, quiet: str, loud: str) -> None:
        """Say where one is: the series, quiet, and the briefing."""
        self.crumb.show_place(quiet, loud)

    def show_briefing_tools(self, *, on: bool) -> None:
        """Show the buttons that need a briefing, or take them away."""
        self._on = on
        for part in (self.page, self.export, self.source, self.side, self.review, self.undo, self.redo):
            part.setVisible(on)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take away what has no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what the menu has as well, one after the other, rather than press or cut the rest."""
        for part in self._spared:
            part.setVisible(self._on or part is not self.page)
        for part in self._spared:
            self._line.activate()
            if self._line.minimumSize().width() + self._theme.px(_PLACE) <= self.width():
                break
            part.hide()

    def open_menu(self) -> None:
        """Open the menu below its button."""
        right = self.menu.mapToGlobal(QPoint(self.menu.width(), self.menu.height()))
        self._menu.popup(QPoint(right.x() - self._menu.sizeHint().width(), right.y()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground and draw the line below."""
        painter = QPainter(self)
        glyphs.fill(painter, QRectF(self.rect()), self._theme.color("window"))
        glyphs.fill(painter, QRectF(0, self.height() - 1, self.width(), 1), self._theme.color("line"))


def _search(theme: Theme, palette: QAction, *, words: bool) -> Button:
    """Return the button of the palette; with words, it also says its key."""
    if not words:
        return Button.of_action(theme, palette, icon="search")
    key = palette.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Button.of_action(theme, palette, "outline", icon="search", word=tr("Search"), key=key)


class PageIcon(QWidget):
    """The page, to be dragged into other programs as a PDF; the keyboard has Export for that."""

    prepared = Signal()  # the pointer rests on it or has taken hold of it
    dragged = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._press: QPointF | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.prepared)
        self.setFixedSize(theme.target, theme.target)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        explain(self, tr("Drag the page into another program as a PDF"))
        self.setAccessibleName(tr("The page as a PDF, to be dragged"))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Have the page made where the pointer stays."""
        super().enterEvent(event)
        self._rest.start()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Make nothing where it only passed."""
        super().leaveEvent(event)
        self._rest.stop()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the page."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = event.position()
            self._rest.stop()
            self.prepared.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the page once it is clear that this is meant."""
        from briefing_app.gui.dragging import far_enough

        if self._press is not None and far_enough(self._press, event.position()):
            self._press = None
            self.dragged.emit()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        self._press = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a page, stronger under the pointer."""
        edge = self._theme.px(16)
        area = QRectF((self.width() - edge) / 2, (self.height() - edge) / 2, edge, edge)
        color = self._theme.color("accent" if self.underMouse() else "ink2")
        paint_icon(QPainter(self), "document", area, color)


class Crumb(QWidget):
    """A place in words; where there is no room, its series goes first. The whole stands in the tooltip."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet, self._loud = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_place(self, quiet: str, loud: str) -> None:
        """Show the words."""
        self._quiet, self._loud = visible(quiet), visible(loud)
        whole = " › ".join(part for part in (self._quiet, self._loud) if part)
        explain(self, whole)
        self.setAccessibleName(whole)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a little room; the rest of the bar is what it gets."""
        return QSize(self._theme.px(60), self._theme.px(24))

    def fitting(self, width: float) -> tuple[str, str]:
        """Return as much of both words as `width` px show: which of its series it is stays the longest."""
        loud, quiet = QFontMetricsF(self._theme.font("ui_bold")), QFontMetricsF(self._theme.font("ui"))
        room = width - loud.horizontalAdvance(self._loud)
        if room < 0:
            return "", self._cut(loud, width)
        if not self._quiet:
            return "", self._loud
        if not self._loud:
            return quiet.elidedText(self._quiet, Qt.TextElideMode.ElideRight, width), ""
        room -= quiet.horizontalAdvance(_ARROW)
        cut = quiet.elidedText(self._quiet, Qt.TextElideMode.ElideRight, max(room, 0))
        named = cut == self._quiet or len(cut) > _FEWEST_LETTERS
        return f"{cut}{_ARROW}" if named else "", self._loud

    def _cut(self, metrics: QFontMetricsF, width: float) -> str:
        """Return the loud words without their middle; of a series at least as much as says which it is."""
        both = metrics.elidedText(self._loud, Qt.TextElideMode.ElideMiddle, width)
        if not self._quiet or both.startswith(self._loud.split(_BETWEEN)[0]):
            return both
        return metrics.elidedText(self._loud, Qt.TextElideMode.ElideRight, width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the quiet words, an arrow, the loud words."""
        painter = QPainter(self)
        quiet, loud = self.fitting(self.width())
        x = 0.0
        words: tuple[tuple[str, Role, Token], ...] = ((quiet, "ui", "ink3"), (loud, "ui_bold", "ink"))
        for text, role, color in words:
            font = self._theme.font(role)
            painter.setFont(font)
            painter.setPen(self._theme.color(color))
            area = QRectF(x, 0, self.width() - x, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
            x += QFontMetricsF(font).horizontalAdvance(text)
