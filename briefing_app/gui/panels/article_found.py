"""Marks found words over the article, and goes to one of them, once its paragraph is there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from briefing_app.gui.widgets.found import document_areas, paint_found, units

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.panels.article import Article
    from briefing_app.gui.theme import Theme
    from briefing_app.workflow.finding import Match


class ArticleFound(QWidget):
    """Lies over the view of an article; draws only what is seen of thousands of matches."""

    def __init__(self, theme: Theme, article: Article) -> None:
        super().__init__(article)
        self._theme, self._article = theme, article
        self._blocks: dict[int, list[Match]] = {}
        self.current: Match | None = None
        self._awaited = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        article.viewport().installEventFilter(self)
        article.verticalScrollBar().valueChanged.connect(self._moved)
        self._fit()
        self.show()

    def show_matches(self, matches: Iterable[Match], current: Match | None) -> None:
        """Mark what was found in the source that is shown.

        Args:
            matches: in the order of the text.
            current: one of them that is framed, if any.
        """
        self._blocks = {
            block: list(found) for block, found in groupby(matches, key=lambda each: each.spot.block)
        }
        self.current = current
        self.update()

    def go(self) -> None:
        """Scroll to the current match, once its paragraph is there."""
        self._awaited = self.current is not None
        self._article.wait_no_more()
        if not self._article.complete:
            self._article.text.grew.connect(self._arrive)
        self._arrive()

    def _arrive(self) -> None:
        if not self._awaited or self.current is None:
            return
        found = self._place(self.current)
        if found is not None:
            self._awaited = False
            self._article.reveal(*found)
            self.update()

    def _place(self, match: Match) -> tuple[int, int] | None:
        """Return where a match stands in the document, None where its block is not written yet."""
        block = self._article.text.block(match.spot.block)
        if block is None:
            return None
        text = match.spot.text
        return block.position() + units(text, match.start), block.position() + units(text, match.end)

    def _moved(self) -> None:
        self.update()

    def _fit(self) -> None:
        self.setGeometry(self._article.viewport().geometry())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the view."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def seen(self) -> list[tuple[list[QRectF], bool]]:
        """Return where the matches in view stand, and which of them is the current one."""
        article = self._article
        first = article.cursorForPosition(QPoint(0, 0))
        last = article.cursorForPosition(QPoint(self.width() - 1, self.height() - 1))
        shift = -article.verticalScrollBar().value()
        found = []
        for n in range(first.blockNumber(), last.blockNumber() + 1):
            block = article.text.block(n)
            matches = self._blocks.get(n, ())
            if block is None or not matches:
                continue
            places = [place for match in matches if (place := self._place(match))]
            low = bisect_left([end for _, end in places], first.position())
            high = bisect_right([start for start, _ in places], last.position())
            for match, place in list(zip(matches, places, strict=True))[low:high]:
                areas = [area.translated(0, shift) for area in document_areas(article.document(), *place)]
                found.append((areas, match == self.current))
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint what was found."""
        painter = QPainter(self)
        for areas, current in self.seen():
            paint_found(painter, self._theme, areas, current=current)
            if not current:  # on the highlighter's ground of a passage its own would not be seen
                self._edge(painter, areas)

    def _edge(self, painter: QPainter, areas: Iterable[QRectF]) -> None:
        painter.setPen(self._theme.color("markLine"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for area in areas:
            painter.drawRect(area.adjusted(-1.5, 0.5, 0.5, -0.5))
