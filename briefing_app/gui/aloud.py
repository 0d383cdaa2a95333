"""What assistive technology is told as it happens; loaded only where there is some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from briefing_app.gui.citation import words_of
from briefing_app.gui.widgets.marks import first_words, mark_words
from briefing_app.model.briefing import items
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.selection import Selection
    from briefing_app.model.briefing import Briefing


def tell_picked(window: QWidget, briefing: Briefing, selection: Selection) -> None:
    """Announce the item that was picked, and which of its passages is in view."""
    item = next((each for _, each in items(briefing) if each.id == selection.item), None)
    if item is None:
        return
    words = first_words(visible(words_of(item, briefing)))
    if selection.place is not None:
        words = tr(
            "{item}. Shown in the source: {mark}, {n} of {count}",
            item=words,
            mark=mark_words(selection.place.text),
            n=selection.mark + 1,
            count=len(selection.marks),
        )
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(window, words))
