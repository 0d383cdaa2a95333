"""Keys of a single letter, which can be turned off: who speaks to the machine would press them by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.theme import Theme

_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def heed_letters(view: QWidget, theme: Theme) -> None:
    """Let a view do nothing on a single letter or sign, where the theme says so (WCAG 2.1.4)."""
    if not theme.letters:
        view.installEventFilter(_Silence(view))


class _Silence(QObject):
    """Keeps from a view the keys that type a sign by themselves."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stop such a key."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        typed = event.text()
        return not event.modifiers() & _HELD and typed.isprintable() and bool(typed.strip())
