"""The pages as they will be printed: one at a time, whole or as wide as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractSlider, QScrollArea, QWidget

from briefing_app.gui.panels.scrolling import paint_ground
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

    from briefing_app.exporting.options import Paper
    from briefing_app.gui.theme import Theme

LEAST_PPI, MOST_PPI = 96, 144
# In inches.
_PAPERS: dict[Paper, tuple[float, float]] = {"a4": (8.27, 11.69), "letter": (8.5, 11.0)}
_AROUND = 20


class Sheet(QWidget):
    """One page on white paper, in either scheme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page = QImage()
        self._drawn = QPixmap()
        self.ringed = False

    def show_page(self, page: QImage) -> None:
        """Show a page; a null image is a blank sheet."""
        self._page, self._drawn = page, QPixmap()
        self.update()

    def paper(self) -> QRectF:
        """Return where the paper lies."""
        around = self._theme.px(_AROUND)
        return QRectF(self.rect()).adjusted(around, around, -around, -around)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper, what is printed on it, its edge, and the ring of the focus."""
        painter = QPainter(self)
        paper = self.paper()
        painter.fillRect(paper, Qt.GlobalColor.white)
        if not self._page.isNull():
            painter.drawPixmap(paper.topLeft(), self._scaled(paper.size()))
        edge = QPen(self._theme.color("accent" if self.ringed else "line"), 2 if self.ringed else 1)
        painter.setPen(edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        out = 2.0 if self.ringed else 0.5
        painter.drawRect(paper.adjusted(-out, -out, out, out))

    def _scaled(self, size: QSizeF) -> QPixmap:
        """Return the page with as many pixels as the screen has there; made once a size."""
        ratio = self.devicePixelRatioF()
        wanted = (size * ratio).toSize()
        if self._drawn.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            image = self._page.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._drawn = QPixmap.fromImage(image)
            self._drawn.setDevicePixelRatio(ratio)
        return self._drawn


class PageView(QScrollArea):
    """Shows one page of several; each is decoded when it is shown."""

    turned = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, paper: Paper, *, wide: bool) -> None:
        super().__init__()
        self._theme, self._paper, self.wide = theme, paper, wide
        self.pages: tuple[bytes, ...] = ()
        self.at = 0
        self.sheet = Sheet(theme)
        self.setWidget(self.sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(theme.px(160), theme.px(120))
        paint_ground(self, theme, "window")
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.turned.emit())
        self._name()

    def show_pages(self, pages: tuple[bytes, ...], paper: Paper) -> None:
        """Show other pages, at the same place where there is one."""
        self.pages, self._paper = pages, paper
        self.turn_to(self.at)

    def turn_to(self, at: int) -> None:
        """Show a page by its index; beyond either end the last one there."""
        same = at == self.at
        self.at = max(0, min(at, len(self.pages) - 1))
        self.sheet.show_page(QImage.fromData(self.pages[self.at]) if self.pages else QImage())
        self._fit()
        if not same:
            self.verticalScrollBar().setValue(0)
        self._name()
        self.turned.emit()

    def go(self, step: int) -> None:
        """Go on or back by what is in sight, and at the end of a page to the next."""
        bar = self.verticalScrollBar()
        if self._scrolls(step):
            action = QAbstractSlider.SliderAction
            bar.triggerAction(action.SliderPageStepAdd if step > 0 else action.SliderPageStepSub)
        elif self.can_go(step):
            self.turn_to(self.at + step)
            bar.setValue(bar.minimum() if step > 0 else bar.maximum())

    def can_go(self, step: int) -> bool:
        """Tell whether there is more in a direction."""
        return bool(self.pages) and (self._scrolls(step) or 0 <= self.at + step < len(self.pages))

    def _scrolls(self, step: int) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() != (bar.maximum() if step > 0 else bar.minimum())

    def set_wide(self, *, wide: bool) -> None:
        """Show the page as wide as there is room, or whole."""
        self.wide = wide
        self._fit()
        self.turned.emit()

    def ppi(self) -> int:
        """Return the resolution at which the page is sharp here, within what a preview needs."""
        wanted = self.sheet.paper().width() / _PAPERS[self._paper][0] * self.devicePixelRatioF()
        return LEAST_PPI if wanted <= LEAST_PPI else MOST_PPI

    def _name(self) -> None:
        self.setAccessibleName(
            tr("Page {n} of {all}", n=self.at + 1, all=len(self.pages)) if self.pages else tr("Preview")
        )

    def _fit(self) -> None:
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if self.wide else policy.ScrollBarAlwaysOff)
        room = self.viewport().size() - QSize(1, 1) * (2 * self._theme.px(_AROUND))
        width, height = _PAPERS[self._paper]
        scale = room.width() / width
        if not self.wide:
            scale = min(scale, room.height() / height)
        paper = QSizeF(width, height) * max(scale, 1)
        self.sheet.resize(paper.toSize() + QSize(1, 1) * (2 * self._theme.px(_AROUND)))
        self.sheet.update()

    # --------------------------------------------------------------------------------------- Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page anew."""
        super().resizeEvent(event)
        self._fit()
        self.turned.emit()
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self._ring(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is no longer."""
        super().focusOutEvent(event)
        self._ring(on=False)

    def _ring(self, *, on: bool) -> None:
        self.sheet.ringed = on
        self.sheet.update()
