"""Takes a notice away with the next act: what it told of is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.action_rows import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction

    from briefing_app.gui.action_rows import Id
    from briefing_app.gui.document import Document
    from briefing_app.gui.panels.status import StatusLine


def settle_with(actions: Mapping[Id, QAction], document: Document, line: Callable[[], StatusLine]) -> None:
    """Let a status line lose what only tells when an action begins, or the document becomes another one.

    Args:
        actions: nothing is connected with them yet: what they do may say something itself.
        document: the same holds for it.
        line: gives the line that the window has now.
    """

    def settle(*_: object) -> None:
        line().settle()

    for row in rows():
        if row.menu in ("file", "edit"):  # what is done otherwise only changes how things are looked at
            actions[row.id].triggered.connect(settle)
    document.changed.connect(settle)
