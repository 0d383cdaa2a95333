"""A link of a text, to be pressed by assistive technology."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton

from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QTextCursor
    from PySide6.QtWidgets import QWidget


class LinkPress(QAbstractButton):
    """A link as assistive technology finds it: it can be pressed, and is neither seen nor hit."""

    followed = Signal(str)

    def __init__(self, text: QWidget, link: QTextCursor) -> None:
        super().__init__(text)
        self._address = link.charFormat().anchorHref()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Link: {words}", words=visible(link.selectedText())))
        self.setAccessibleDescription(visible(self._address))
        self.clicked.connect(self._follow)

    def _follow(self) -> None:
        self.followed.emit(self._address)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint nothing: the text is painted by its view."""
