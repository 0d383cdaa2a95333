"""Plain text in one style, and rich text that can be selected; data never becomes HTML."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from briefing_app.gui.widgets.text_document import (
    BASELINE,
    Inks,
    SafeDocument,
    links_of,
    said,
    write_parts,
    write_plain,
    write_rich,
)
from briefing_app.model import markup
from briefing_app.model.visible import breakable, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from briefing_app.gui.theme import Role, Theme, Token
    from briefing_app.gui.widgets.link_press import LinkPress
    from briefing_app.model.outline import Part

_LONGEST_WORD = 40
_SHORT_WORD, _WIDEST_WORD = 9, 240  # letters that are no wider than so many px in any role
_WIDEST = 560
_NARROWEST = 80


def plain_tooltip(text: str) -> str:
    """Return `text` so that a tooltip shows it as it is, whatever Qt's HTML detection would make of it."""
    if not text:
        return ""
    return f"<qt>{html.escape(visible(text)).replace(chr(10), '<br>')}</qt>"


def explain(widget: QWidget, text: str) -> None:
    """Say what a widget means: as tooltip, and in plain words to assistive technology."""
    widget.setToolTip(plain_tooltip(text))
    widget.setAccessibleDescription(visible(text))


class TextLine(QLabel):
    """Plain text in a role and a colour; wraps unless told not to. `setText` takes any text as it is."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role = "ui",
        color: Token = "ink",
        *,
        wraps: bool = True,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setWordWrap(wraps)
        self.recolour(color)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text: what is hidden in it becomes visible, and a word without end can wrap."""
        self._whole = breakable(visible(text), _LONGEST_WORD)
        super().setText(self._whole)
        self._widest = 0
        if self.wordWrap() and any(len(word) > _SHORT_WORD for word in self._whole.split()):
            widest = super().minimumSizeHint().width()
            self._widest = widest if widest > self.theme.px(_WIDEST_WORD) else 0
        self._break_words()
        self.setAccessibleName(visible(text))

    def minimumSizeHint(self) -> QSize:
        """Return the room for the widest word, unless that is too wide to ask for."""
        if self._widest:  # one size, however the words are broken: else widths could go to and fro
            return QSize(self.theme.px(_WIDEST_WORD), self.fontMetrics().height())
        return super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text in lines of `width` px."""
        if not self._widest:
            return super().heightForWidth(width)
        area = QRect(0, 0, max(width, 1), 1 << 20)
        text = self._fitting(width)
        return self.fontMetrics().boundingRect(area, Qt.TextFlag.TextWordWrap, text).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words that are wider than a line."""
        super().resizeEvent(event)
        self._break_words()

    def _break_words(self) -> None:
        if self._widest and (text := self._fitting(self.width())) != self.text():
            super().setText(text)

    def _fitting(self, width: int) -> str:
        """Return the text with breaks in the words that are wider than `width` px."""
        if width >= self._widest:
            return self._whole
        from briefing_app.gui.widgets.long_words import broken  # few texts have such words

        return broken(self._whole, self.font(), width)

    def recolour(self, color: Token) -> None:
        """Draw the text in another colour."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self.theme.color(color))
        self.setPalette(palette)

    def text_baseline(self) -> int:
        """Return the y of the first line's baseline while the label is as high as its text."""
        return self.fontMetrics().ascent()


class RichTextView(QLabel):
    """Rich text with a height for each width; can be selected and copied; its links are only a signal.

    Strong text may have another colour than the rest. Tab goes from link to link, Enter follows the one with
    the ring; assistive technology finds a button to press for each of them. The first line's baseline lies at
    `text_baseline()`, whatever the family. To Qt it is a label, so that it is told as text; it paints itself.
    """

    link_activated = Signal(str)
    clicked = Signal()  # a press and release that neither selected text nor met a link

    def __init__(
        self,
        theme: Theme,
        role: Role = "item",
        color: Token = "ink",
        strong: Token | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._role: Role = role
        self._color: Token = color
        self._inks = Inks(color, strong or color)
        self._document = SafeDocument(theme, role, self)
        self._selection = QTextCursor(self._document)
        self._found: list[QTextCursor] = []
        self._links: list[QTextCursor] = []
        self._presses: list[LinkPress] = []
        self._link = -1
        self._pressed = QPointF()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_rich(self, text: markup.RichText) -> None:
        """Show the blocks of a rich text."""
        self._document.clear()
        write_rich(self._document, self.theme, text, self._role, self._inks)
        self._shown(markup.plain_text(text))

    def show_plain(self, text: str) -> None:
        """Show plain text; line feeds begin lines."""
        self._document.clear()
        write_plain(self._document, self.theme, text, self._role, self._inks)
        self._shown(text)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show the pieces of one line; what is inferred is underlined with dots and says so."""
        self._document.clear()
        write_parts(self._document, self.theme, parts, self._role, self._inks)
        self._shown(said(parts))

    def end_of_text(self, width: int) -> QPointF:
        """Return the right end of the last line on its baseline, in lines of `width` px."""
        self._document.height_for(width)
        block = self._document.lastBlock()
        layout = block.layout()
        if not layout.lineCount():
            return QPointF(0, self.text_baseline())
        line = layout.lineAt(layout.lineCount() - 1)
        foot = self._document.documentLayout().blockBoundingRect(block).bottom()
        above = self.theme.line_height(self._role) - self.text_baseline()
        return QPointF(line.x() + line.naturalTextWidth(), foot - above)

    @property
    def text_document(self) -> SafeDocument:
        """What is shown, as it is laid out."""
        return self._document

    def plain_text(self) -> str:
        """Return what is shown, as plain text."""
        return self._document.toPlainText()

    def text_baseline(self) -> int:
        """Return the y of the first line's baseline."""
        return round(self.theme.line_height(self._role) * BASELINE)

    def _shown(self, name: str) -> None:
        self._selection, self._found = QTextCursor(self._document), []
        self._links, self._link = links_of(self._document), -1
        keyboard = Qt.FocusPolicy.StrongFocus if self._links else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(keyboard)
        self.setAccessibleName(visible(name))
        if self._links or self._presses:
            self._offer_links()
        self.updateGeometry()
        self.update()

    def _offer_links(self) -> None:
        for press in self._presses:
            press.hide()
            press.deleteLater()
        from briefing_app.gui.widgets.link_press import LinkPress  # few texts have links

        self._presses = [LinkPress(self, link) for link in self._links]
        for press in self._presses:
            press.followed.connect(self.link_activated)
            press.setGeometry(self.rect())
            press.show()

    # ------------------------------------------------------------------------------------------ measures

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text in lines of `width` px."""
        return self._document.height_for(width)

    def sizeHint(self) -> QSize:
        """Return the size of the text in one line, or in lines of a readable length."""
        width = min(self._document.ideal_width(), self.theme.px(_WIDEST))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the room for one short line."""
        return QSize(self.theme.px(_NARROWEST), self.theme.line_height(self._role))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        self._document.height_for(self.width())
        for press in self._presses:
            press.setGeometry(self.rect())

    # ----------------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, the selection, and the ring around the link that has the focus."""
        self._document.height_for(self.width())
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, self.theme.color(self._color))
        context.palette = palette
        selections = [self._painted(each, "mark", "markInk") for each in self._found]
        selections += [self._painted(self._selection)] if self._selection.hasSelection() else []
        if self.hasFocus() and self._link >= 0:
            selections.append(self._painted(self._links[self._link]))
        context.selections = selections
        painter = QPainter(self)
        self._document.documentLayout().draw(painter, context)

    def show_found(self, found: Sequence[QTextCursor]) -> None:
        """Draw words on the highlighter's ground: those that were found."""
        self._found = list(found)
        self.update()

    def _painted(
        self, cursor: QTextCursor, ground: Token = "accent", ink: Token = "onAccent"
    ) -> QAbstractTextDocumentLayout.Selection:
        selection = QAbstractTextDocumentLayout.Selection()
        style = QTextCharFormat()
        style.setBackground(self.theme.color(ground))
        style.setForeground(self.theme.color(ink))
        selection.cursor = cursor
        selection.format = style
        return selection

    # --------------------------------------------------------------------------------- mouse and keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._selection.setPosition(self._at(event.position()))
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self._selection.setPosition(self._at(event.position()))
        self._selection.select(QTextCursor.SelectionType.WordUnderCursor)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the selection on, or show what a link leads to, or what an underlined word means."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            far = (event.position() - self._pressed).manhattanLength()
            if far >= QGuiApplication.styleHints().startDragDistance() or self._selection.hasSelection():
                self._selection.setPosition(self._at(event.position()), QTextCursor.MoveMode.KeepAnchor)
                self.update()
            return
        address = self._address_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if address else Qt.CursorShape.IBeamCursor)
        explain(self, address or self._explanation_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click, on a link or beside one."""
        if event.button() != Qt.MouseButton.LeftButton or self._selection.hasSelection():
            return
        address = self._address_at(event.position())
        if address:
            self.link_activated.emit(address)
        else:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, select all, follow a link; leave all else to the parent."""
        if event.matches(QKeySequence.StandardKey.Copy) and self._selection.hasSelection():
            QGuiApplication.clipboard().setText(self._selection.selection().toPlainText())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._selection.select(QTextCursor.SelectionType.Document)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._link >= 0:
            self.link_activated.emit(self._links[self._link].charFormat().anchorHref())
        else:
            event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Go to the next or the previous link, and behind the last one leave."""
        found = self._link + (1 if next else -1)
        if self._links and 0 <= found < len(self._links):
            self._link = found
            self.update()
            return True
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the ring to the first link, or backwards to the last."""
        if event.reason() == Qt.FocusReason.TabFocusReason and self._links:
            self._link = 0
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._link = len(self._links) - 1
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring from the link."""
        self._link = -1
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the tooltip of a link."""
        explain(self, "")
        super().leaveEvent(event)

    def _at(self, point: QPointF) -> int:
        return self._document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)

    def _explanation_at(self, point: QPointF) -> str:
        return self._document.documentLayout().formatAt(point).toCharFormat().toolTip()

    def _address_at(self, point: QPointF) -> str:
        inside = QRectF(QPointF(), self._document.size()).contains(point)
        return self._document.documentLayout().anchorAt(point) if inside else ""
