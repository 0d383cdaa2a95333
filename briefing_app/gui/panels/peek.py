"""The strip at the foot of a narrow window: the selected passage, while the source pane is hidden."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from briefing_app.gui.panels.passages import excerpt, state_words, worst
from briefing_app.gui.panels.scrolling import own_viewport
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine, explain
from briefing_app.gui.widgets.text_document import SafeDocument
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent

    from briefing_app.gui.document import Reading
    from briefing_app.gui.selection import Selection
    from briefing_app.gui.theme import Theme

_LONGEST = 400
_LINES = 2
_NARROW = 480  # px at text size 1


class PeekStrip(QWidget):
    """Shows `¶4 · 1 of 2 passages`, the words, and steps from passage to passage."""

    mark_wanted = Signal(int)

    def __init__(self, theme: Theme, source: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._selection: Selection | None = None
        self.setMinimumHeight(theme.px(64))
        self.setAccessibleName(tr("Passage"))
        self.where = TextLine(theme, "", "meta_bold", "ink2")
        self.words = _Words(theme)
        self.back = Button(theme, tr("Previous passage"), icon="chevron_left", icon_only=True)
        self.on = Button(theme, tr("Next passage"), icon="chevron_right", icon_only=True)
        self.back.clicked.connect(partial(self._step, -1))
        self.on.clicked.connect(partial(self._step, 1))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(28), theme.px(6), theme.px(14), theme.px(6))
        line.setSpacing(theme.px(6))
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(2))
        texts.addStretch(1)
        texts.addWidget(self.where)
        texts.addWidget(self.words)
        texts.addStretch(1)
        line.addLayout(texts, 1)
        for button in (self.back, self.on):
            line.addWidget(button)
        self._worded = Button.of_action(theme, source, "outline", icon="source", word=tr("Source"), key="F8")
        self._signed = Button.of_action(theme, source, "outline", icon="source")
        for button in (self._worded, self._signed):
            line.addWidget(button)
        self.hide()

    def select(self, reading: Reading, selection: Selection) -> None:
        """Show the passage in view, or go where there is none."""
        self._selection = selection
        place = selection.place
        if place is None:
            self.hide()
            return
        count = len(selection.marks)
        at = tr("{mark} · {n} of {count} passages", mark=place.text, n=selection.mark + 1, count=count)
        found = worst(reading, selection.passages)
        odd = [state_words(found[0])] if found and found[0] != "verified" else []
        self.where.setText(" · ".join([at if count > 1 else place.text, *odd]))
        self.words.show_pieces(excerpt(reading, selection.passages))
        self.back.setVisible(count > 1)
        self.on.setVisible(count > 1)
        first, last = selection.mark == 0, selection.mark == count - 1
        self.back.setEnabled(not first)
        self.on.setEnabled(not last)
        explain(self.back, tr("This is the first passage") if first else tr("Previous passage"))
        explain(self.on, tr("This is the last passage") if last else tr("Next passage"))
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the button its sign alone where its word would take the room of those of the source."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(_NARROW)
        self._worded.setVisible(not narrow)
        self._signed.setVisible(narrow)

    def _step(self, by: int) -> None:
        if self._selection is not None:
            self.mark_wanted.emit(self._selection.mark + by)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground, draw the line above and the marker's bar."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("source"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))
        painter.fillRect(0, 0, 3, self.height(), self._theme.color("markLine"))


class _Words(QTextEdit):
    """Up to two lines of the source, the cited words highlighted; they can be selected with the mouse."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._document = SafeDocument(theme, "article", self)
        self.setDocument(self._document)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        own_viewport(self)
        self.viewport().setAutoFillBackground(False)
        self._pieces: tuple[tuple[str, bool], ...] = ()

    def text(self) -> str:
        """Return the cited words."""
        return "".join(words for words, cited in self._pieces if cited or words == " … ")

    def show_pieces(self, pieces: tuple[tuple[str, bool], ...]) -> None:
        """Show pieces of a text, each cited or not."""
        self._pieces = pieces
        self.setAccessibleName(visible(self.text()))
        self._fit()

    def _write(self, pieces: tuple[tuple[str, bool], ...], most: int) -> None:
        """Write the first `most` characters, with dots where the text goes on."""
        self._document.clear()
        cursor = QTextCursor(self._document)
        style = QTextBlockFormat()
        height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        style.setLineHeight(self._theme.line_height("article"), height)
        cursor.setBlockFormat(style)
        for words, cited in pieces:
            part = visible(words)
            goes_on = len(part) > most
            shown = part[:most].rpartition(" ")[0] + " …" if goes_on else part
            cursor.insertText(shown, self._char_format(cited=cited))
            most -= len(part)
            if goes_on:
                break
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _char_format(self, *, cited: bool) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(self._theme.font("article"))
        style.setForeground(self._theme.color("markInk" if cited else "ink"))
        if cited:
            style.setBackground(self._theme.color("mark"))
            style.setFontUnderline(True)
            style.setUnderlineColor(self._theme.color("markLine"))
        return style

    def _fit(self) -> None:
        """Show as much as two lines hold, and be as high as they are: the cited words before all else."""
        pieces = self._pieces
        self._write(pieces, _LONGEST)
        if self._document.firstBlock().layout().lineCount() > _LINES and not self._holds_cited():
            lead = next((n for n, (_, cited) in enumerate(pieces) if cited), 0)
            pieces = (("… ", False), *pieces[lead:]) if lead else pieces
            self._write(pieces, _LONGEST)
        count = self._document.firstBlock().layout().lineCount()
        if count > _LINES:
            self._write(pieces, self._end() - len(" …"))
        self.setFixedHeight(min(max(count, 1), _LINES) * self._theme.line_height("article"))

    def _end(self) -> int:
        """Return where the last line ends that there is room for."""
        last = self._document.firstBlock().layout().lineAt(_LINES - 1)
        return last.textStart() + last.textLength()

    def _holds_cited(self) -> bool:
        """Tell whether the cited words end before the dots that come after the last line."""
        end = after = 0
        for words, cited in self._pieces:
            after += len(visible(words))
            end = after if cited else end
        return end <= self._end() - len(" …")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width with the number of lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
