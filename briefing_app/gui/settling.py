"""Takes a notice away with the next act: what it told of is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAction

    from briefing_app.gui.document import Document
    from briefing_app.gui.panels.status import StatusLine


def settle_with(actions: Iterable[QAction], document: Document, line: Callable[[], StatusLine]) -> None:
    """Let a status line lose what only tells when an action begins, or the document becomes another one.

    Args:
        actions: nothing is connected with them yet: what they do may say something itself.
        document: the same holds for it.
        line: gives the line that the window has now.
    """

    def settle(*_: object) -> None:
        line().settle()

    for action in actions:
        action.triggered.connect(settle)
    document.changed.connect(settle)
