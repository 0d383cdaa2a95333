"""Paragraph marks: the buttons that lead from a statement to its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from briefing_app.gui.widgets import glyphs
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from briefing_app.gui.theme import Theme


_SAID = 64  # characters of an item that its marks say
_ROOMY, _IN_ROOMY = 560, 3  # a row's width in px, and how many marks a line of it has then


class PaintedButton(QAbstractButton):
    """A button that paints itself, is reached by Tab (a click leaves the focus where it is) and shows it."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return the one size that the button has."""
        return self.sizeHint()


class PaintedRow(QAbstractButton):
    """A row that is a button, so that assistive technology is told that it can be pressed, and can press it.

    It paints itself and has the colours of a page. Space presses it; other keys are left to where it stands.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A button's labels would be drawn in the colour of the words on buttons.
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Space."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


def pulled(press: QPointF, move: QMouseEvent) -> bool:
    """Tell whether the mouse, pressed at a place, has been pulled so far that a drag is meant."""
    if not move.buttons() & Qt.MouseButton.LeftButton:
        return False
    from briefing_app.gui.dragging import far_enough

    return far_enough(press, move.position())


def first_words(text: str) -> str:
    """Return the first words of a text, as many as one listens to before the next one."""
    if len(text) <= _SAID:
        return text
    begin = text[:_SAID]
    return (begin.rpartition(" ")[0] or begin).rstrip(" ,;:.") + "…"


def mark_words(text: str) -> str:
    """Return what a mark of this text means: "Paragraph 3", or "Source 2, paragraph 3"."""
    source, _, paragraph = text.rpartition("¶")
    if source.strip():
        return tr("Source {source}, paragraph {n}", source=source.strip(), n=paragraph)
    return tr("Paragraph {n}", n=paragraph)


class ParagraphMark(PaintedButton):
    """The button `¶3`: the right edge of its text is `theme.overhang` left of its own right edge.

    `clicked` is a button's; `selected` (a property) fills it with the highlighter.
    """

    pulled = Signal()  # away with the mouse

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None, *, of: str = "") -> None:
        super().__init__(theme, text, parent)
        self._font = theme.font("meta_bold", tabular=True)
        self._metrics = QFontMetricsF(self._font)
        self._selected = False
        self._pressed: QPointF | None = None
        self.setToolTip(tr("Show the passage"))
        self.show_text(text, of)

    def show_text(self, text: str, of: str = "") -> None:
        """Lead to another paragraph, perhaps of another item, not selected."""
        self.setText(text)
        self._of = of
        self._width = self._metrics.horizontalAdvance(text)
        width = int(self._width) + 1 + 2 * self.theme.overhang
        self._size = QSize(max(width, self.theme.target), self.theme.target)
        self._baseline = round(glyphs.baseline(self._metrics, QRectF(QPointF(), self._size.toSizeF())))
        self._selected = False
        self._name()
        self.update()

    @property
    def selected(self) -> bool:
        """Whether its passage is the one in view."""
        return self._selected

    @selected.setter
    def selected(self, on: bool) -> None:
        if on != self._selected:
            self._selected = on
            self._name()
            self.update()

    def tell_of(self, item: str) -> None:
        """Say to assistive technology whose paragraph it is: the first words of an item."""
        if item != self._of:
            self._of = item
            self._name()

    def words(self) -> str:
        """Return what the mark means: "Paragraph 3", or "Source 2, paragraph 3"."""
        return mark_words(self.text())

    def _name(self) -> None:
        name = self.words()
        if self._of:
            name = tr("{mark}, of: {item}", mark=name, item=self._of)
        self.setAccessibleName(tr("{mark}, shown in the source", mark=name) if self._selected else name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag, which is no click."""
        if self._pressed is not None and pulled(self._pressed, event):
            self._pressed = None
            self.setDown(False)
            self.pulled.emit()
        else:
            super().mouseMoveEvent(event)

    def sizeHint(self) -> QSize:
        """Return the room for the text and its padding, big enough to hit."""
        return self._size

    def text_baseline(self) -> int:
        """Return the y of the text's baseline."""
        return self._baseline

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark; hovered, it is underlined."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._width
        right = self.width() - self.theme.overhang
        inset = (self.height() - self.theme.px(20)) / 2
        area = QRectF(
            right - width - self.theme.overhang, inset, width + 2 * self.theme.overhang, self.theme.px(20)
        )
        if self._selected:
            painter.setBrush(self.theme.color("mark"))
            painter.setPen(QPen(self.theme.color("markLine"), 1))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), self.theme.px(4), self.theme.px(4))
        painter.setFont(self._font)
        painter.setPen(self.theme.color("markInk" if self._selected else "accent"))
        line = self.text_baseline()
        painter.drawText(QPointF(right - width, line), self.text())
        if self.underMouse():
            painter.drawLine(QPointF(right - width, line + 2.5), QPointF(right, line + 2.5))
        if self.hasFocus():
            glyphs.paint_focus(painter, self.theme, area)


class MarkStrip(QWidget):
    """Paragraph marks in lines that end at one right edge, or begin at one left edge.

    A line has `per_line` marks at most; in a row of 560 px and more, three are allowed (`size_for`). Whatever
    width the strip gets, it breaks its lines there.
    """

    mark_clicked = Signal(int)
    pulled = Signal()  # one of them, away with the mouse

    def __init__(
        self,
        theme: Theme,
        texts: Sequence[str] = (),
        *,
        per_line: int = 2,
        left: bool = False,
        of: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._per_line, self._left = per_line, left
        self._made: list[ParagraphMark] = []  # those in use come first, the others are hidden
        self._marks: list[ParagraphMark] = []
        self._widths: dict[int, list[int]] = {}  # of the columns, for a number of marks in a line
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.mark_clicked)
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_marks(texts, of)

    def show_marks(self, texts: Sequence[str], of: str = "") -> None:
        """Show other marks, none of them selected.

        Args:
            texts: what stands in them.
            of: whose they are, for assistive technology: the words of an item, of which the first are said.
        """
        of = first_words(visible(of))
        for mark in self._marks[len(texts) :]:
            self._group.removeButton(mark)
            mark.hide()
        for mark, text in zip(self._made, texts, strict=False):
            mark.show_text(text, of)
        for text in texts[len(self._made) :]:
            mark = ParagraphMark(self.theme, text, self, of=of)
            mark.pulled.connect(self.pulled)
            self._made.append(mark)
        for n, mark in enumerate(self._made[len(self._marks) : len(texts)], len(self._marks)):
            self._group.addButton(mark, n)
            mark.show()
        self._marks = self._made[: len(texts)]
        self._widths.clear()
        self.setVisible(bool(texts))
        self.updateGeometry()
        self._arrange()

    def tell_of(self, item: str) -> None:
        """Say to assistive technology whose paragraphs they are."""
        of = first_words(visible(item))
        for mark in self._marks:
            mark.tell_of(of)

    def marks(self) -> tuple[ParagraphMark, ...]:
        """Return the marks in their order."""
        return tuple(self._marks)

    def select(self, index: int | None) -> None:
        """Draw the mark at `index` as the one in view, and no other."""
        for n, mark in enumerate(self._marks):
            mark.selected = n == index

    def text_baseline(self) -> int:
        """Return the y of the first line's baseline, 0 where there is no mark."""
        return self._marks[0].text_baseline() if self._marks else 0

    # ------------------------------------------------------------------------------------------ measures

    def sizeHint(self) -> QSize:
        """Return the size in a narrow row."""
        return self._size(self._per_line)

    def minimumSizeHint(self) -> QSize:
        """Return the size in a narrow row."""
        return self.sizeHint()

    def size_for(self, width: int) -> QSize:
        """Return the size in a row of `width` px, of which the marks are a part."""
        return self._size(self._most if width >= self.theme.px(_ROOMY) else self._per_line)

    def size_within(self, width: int) -> QSize:
        """Return the size where no line may be longer than `width` px."""
        return self._size(self._fitting(width, self._per_line))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of lines that are no longer than `width` px."""
        return self.size_within(width).height()

    @property
    def _most(self) -> int:
        return max(self._per_line, _IN_ROOMY)

    def _fitting(self, width: int, most: int) -> int:
        """Return how many marks a line of `width` px has, `most` at most."""
        return next((n for n in range(most, 1, -1) if sum(self._columns(n)) <= width), 1)

    def _size(self, per_line: int) -> QSize:
        lines = -(-len(self._marks) // per_line)
        return QSize(sum(self._columns(per_line)), lines * self.theme.target)

    def _columns(self, per_line: int) -> list[int]:
        """Return the widths of the columns, counted from the edge at which all lines meet."""
        if per_line in self._widths:
            return self._widths[per_line]
        widths = self._widths[per_line] = []
        for start in range(0, len(self._marks), per_line):
            line = self._marks[start : start + per_line]
            for n, mark in enumerate(line if self._left else reversed(line)):
                if n == len(widths):
                    widths.append(0)
                widths[n] = max(widths[n], mark.sizeHint().width())
        return widths

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines where the width ends."""
        self._arrange()

    def _arrange(self) -> None:
        per_line = self._fitting(self.width(), self._most)
        columns = self._columns(per_line)
        for n, mark in enumerate(self._marks):
            line, place = divmod(n, per_line)
            in_line = min(per_line, len(self._marks) - line * per_line)
            before = sum(columns[: place if self._left else in_line - 1 - place])
            size = mark.sizeHint()
            x = before if self._left else self.width() - before - size.width()
            mark.setGeometry(QRect(QPoint(x, line * self.theme.target), size))
