"""The palette of a window: finds commands, items and files by what is typed, and does what is chosen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from briefing_app.gui.actions import draw_icons
from briefing_app.gui.going import jump
from briefing_app.gui.palette_entries import commands, files, find_in_text, of_items
from briefing_app.gui.panels.palette_over import PaletteOver
from briefing_app.gui.panels.palette_rows import PaletteLine
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.workflow.ranking import Candidate, index_of, nearest, rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.palette_entries import Entry, Group
    from briefing_app.workflow.ranking import Index, Ranked

_SLICE = 0.01  # s; in between the window reacts
_MOST: dict[Group, int] = {"commands": 7, "items": 8, "files": 5}  # of each that are shown
MOST_USED = 5


class Palette(QObject):
    """What is open over a window, until something is chosen; it belongs to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window, self.gone = window, False
        self._before = window.focusWidget()
        self.entries: list[Entry] = list(commands(window.actions_by_id))
        snapshot, briefing = window.document.snapshot, window.document.briefing
        current = snapshot.path if snapshot is not None else None
        self.entries += files(window.settings, window.samples, current)
        held = window.frame.holder.held is not None
        self._coming: Iterator[Entry] = of_items(briefing, every=held) if briefing else iter(())
        self._index: Index | None = None
        self._query = ""
        self.over = PaletteOver(window.frame.theme, window)
        self.over.typed.connect(self._type)
        self.over.chosen.connect(self._choose)
        self.over.left.connect(self.close)
        window.shown.connect(self.close)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._take)
        self._slices.start()
        self._show_all()
        self.over.begin()

    def _take(self) -> None:
        """Take more of the items: there may be thousands."""
        until = perf_counter() + _SLICE
        while perf_counter() < until:
            entry = next(self._coming, None)
            if entry is None:
                self._slices.stop()
                self._index = None
                if self._query:
                    self._show()
                return
            self.entries.append(entry)

    def _type(self, query: str) -> None:
        self._query = query
        self._show()

    def _show(self) -> None:
        """Show what fits what is typed, under its headings."""
        if not self._query.strip():
            self._show_all()
            return
        if self._index is None:
            self._index = index_of(Candidate(each.text, each.also) for each in self.entries)
        found = rank(self._index, self._query)
        lines: list[PaletteLine] = []
        for group, heading in _headings().items():
            lines += self._of_group(group, heading, found)
        nothing = ""
        if not lines and not self._slices.isActive():
            nothing = tr("Nothing matches “{query}”.", query=visible(self._query.strip()))
            if word := nearest(self._index, self._query):
                nothing = tr("{nothing} The nearest spelling is “{word}”.", nothing=nothing, word=word)
            if self.window.document.briefing is not None:
                lines = [PaletteLine("", find_in_text(self._query.strip()))]
        self.over.show_lines(lines, nothing)

    def _of_group(self, group: Group, heading: str, found: tuple[Ranked, ...]) -> list[PaletteLine]:
        here = [
            each for each in found if each.at < len(self.entries) and self.entries[each.at].group == group
        ]
        lines = [PaletteLine("", self.entries[each.at], each.letters) for each in here[: _MOST[group]]]
        return [PaletteLine(heading), *lines] if lines else []

    def _show_all(self) -> None:
        """List the commands used last, then all of them."""
        known = {each.key: each for each in self.entries if each.group == "commands"}
        used = [known[name] for name in self.window.settings.now.used if name in known]
        rest = [each for each in known.values() if each not in used]
        lines = [PaletteLine(tr("Used last")), *(PaletteLine("", each) for each in used)] if used else []
        lines += [PaletteLine(tr("Commands")), *(PaletteLine("", each) for each in rest)]
        self.over.show_lines(lines)

    # --------------------------------------------------------------------------------------------- doing

    def _choose(self, entry: Entry) -> None:
        """Do what was chosen once the palette is gone; of what cannot be done, say why."""
        if entry.why:
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.over.field, entry.why))
            return
        window = self.window
        self.close()
        does = {"commands": _run, "items": jump, "files": _open, "text": _find}
        QTimer.singleShot(0, window, partial(does[entry.group], window, entry.key))

    def close(self) -> None:
        """Take the palette away, and give the keyboard back."""
        if self.gone:
            return
        self.gone = True
        self._slices.stop()
        self.window.shown.disconnect(self.close)
        there = self._before if isValid(self._before) else None
        if there is not None and there.isVisible():
            there.setFocus()
        else:
            self.window.frame.views.setFocus()
        self.over.hide()  # not before: the keyboard would go to a row, and open it
        self.over.deleteLater()
        self.deleteLater()


def _headings() -> dict[Group, str]:
    return {"commands": tr("Commands"), "items": tr("In this briefing"), "files": tr("Briefings")}


def _run(window: MainWindow, name: str) -> None:
    """Do what an action of the table does, or open its list."""
    action = next(each for key, each in window.actions_by_id.items() if key == name)
    before = tuple(each for each in window.settings.now.used if each != name)
    window.settings.change(used=(name, *before)[:MOST_USED])
    menu = action.menu()
    if isinstance(menu, QMenu):
        draw_icons(window.actions_by_id, window.frame.theme)
        middle = QPoint((window.width() - menu.sizeHint().width()) // 2, window.height() // 8)
        menu.popup(window.mapToGlobal(middle))
    else:
        action.trigger()


def _open(window: MainWindow, name: str) -> None:
    window.files_wanted.emit([Path(name)])


def _find(window: MainWindow, words: str) -> None:
    from briefing_app.gui.finder import finder_of

    finder_of(window).open(words=words)


def open_palette(window: MainWindow) -> Palette:
    """Open the palette over a window."""
    there = (each for each in window.findChildren(Palette) if not each.gone)
    return next(there, None) or Palette(window)
