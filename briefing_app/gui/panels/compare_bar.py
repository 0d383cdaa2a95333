"""The bar of a comparison, in the place of the toolbar: the way back, what is compared with what, swap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from briefing_app.gui.panels.key_foot import KeyFoot
from briefing_app.gui.panels.toolbar import HEIGHT
from briefing_app.gui.widgets import glyphs
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine, explain
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from briefing_app.gui.theme import Theme


class CompareBar(QWidget):
    """Says what is compared; its buttons only tell that they were pressed."""

    left = Signal()
    swapped = Signal()
    other_wanted = Signal()

    def __init__(self, theme: Theme, *, words: bool) -> None:
        """Make the bar.

        Args:
            theme: what it draws with.
            words: there is room for words beside the signs.
        """
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(HEIGHT))
        self.setAccessibleName(tr("Compare"))
        self.back = Button(
            theme, tr("Back to briefing") if words else tr("Back"), icon="chevron_left", icon_only=not words
        )
        self.back.clicked.connect(self.left)
        self.what = Ends(theme)
        self.swap = Button(theme, tr("Swap"), icon="refresh", icon_only=not words)
        explain(self.swap, tr("Read the comparison the other way round (X)"))
        self.swap.clicked.connect(self.swapped)
        self.other = Button(theme, tr("Compare with…"), icon="compare", icon_only=not words)
        self.other.clicked.connect(self.other_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(14), 0, theme.px(10), 0)
        line.setSpacing(theme.px(10))
        line.addWidget(self.back)
        line.addWidget(self.what, 1)
        line.addWidget(self.swap)
        line.addWidget(self.other)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground and draw the line below."""
        painter = QPainter(self)
        glyphs.fill(painter, QRectF(self.rect()), self._theme.color("window"))
        glyphs.fill(painter, QRectF(0, self.height() - 1, self.width(), 1), self._theme.color("line"))


class Ends(TextLine):
    """What is compared with what, cut in the middle where there is no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "ui_bold", wraps=False)
        self._whole = ""
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_ends(self, before: str, after: str) -> None:
        """Say what is compared with what."""
        self._whole = visible(tr("{before} → {after}", before=before, after=after))
        explain(self, self._whole)
        self._cut()

    def _cut(self) -> None:
        metrics = QFontMetrics(self.font())
        self.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideMiddle, self.width()))
        self.setAccessibleName(self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._cut()


class CompareFoot(KeyFoot):
    """The keys of a comparison at its foot."""

    def __init__(self, theme: Theme, *, words: bool, stacked: bool) -> None:
        """Make it.

        Args:
            theme: what it draws with.
            words: there is room for what the marks mean.
            stacked: there is not even room for many keys.
        """
        keys = (
            (tr("J"), tr("next") if stacked else tr("next change")),
            (tr("K"), tr("previous")),
            (tr("Enter"), tr("show") if stacked else tr("show in the briefing")),
            (tr("X"), tr("swap")),
            (tr("Esc"), tr("back")),
        )
        note = tr("Struck through: only before. Underlined: only after.") if words else ""
        super().__init__(theme, keys, note)
