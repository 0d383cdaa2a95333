"""What lies over a window while files are held over it: a dashed frame, and what dropping them will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from briefing_app.model.visible import visible
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent

    from briefing_app.gui.theme import Theme

_MOST_NAMES = 6
_VEIL = 0.94
_ARTICLES = (".txt", ".text", ".htm", ".html", ".xhtml", ".docx")


class DropOver(QWidget):
    """Covers its parent; the pointer goes through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._over, self.words = theme, parent, ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_files(self, files: Sequence[Path]) -> None:
        """Say what will be opened, the names first."""
        names = [visible(path.name) for path in files[:_MOST_NAMES]]
        if len(files) > _MOST_NAMES:
            more = len(files) - _MOST_NAMES
            names.append(ntr("and {n} more", "and {n} more", more))
        head = _head(files[0]) if len(files) == 1 else tr("Open {n} files", n=len(files))
        self.words = "\n".join((head, *names) if len(files) > 1 else (head,))
        self.setAccessibleName(self.words)
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the veil, the frame and the words."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.color("page")
        ground.setAlphaF(_VEIL)
        painter.fillRect(self.rect(), ground)
        inset = theme.px(12)
        pen = QPen(theme.color("accent"), theme.px(2), Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), theme.px(10), theme.px(10)
        )
        head, _, names = self.words.partition("\n")
        middle = self.height() / 2
        line = theme.line_height("h2")
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font("h2"))
        side = theme.px(32)
        area = QRectF(side, middle - line, self.width() - 2 * side, line)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, head)
        painter.setPen(theme.color("ink2"))
        painter.setFont(theme.font("ui"))
        below = QRectF(side, middle + theme.px(6), self.width() - 2 * side, self.height() / 2)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, names)


def _head(file: Path) -> str:
    """Return what will be done with one file, by its name: what is in it is not read before it is dropped."""
    name = visible(file.name)
    if file.suffix.casefold() in _ARTICLES:
        return tr("Draft a briefing from {file}", file=name)
    return tr("Open {file}", file=name)
