"""The preferences of now and the one JSON file that they are kept in, in the platform's place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import ValidationError
from PySide6.QtCore import QObject, Signal

from briefing_app.gui.preferences import (
    LARGEST_TEXT,
    LONGEST_TITLE,
    MOST_BYTES,
    MOST_KNOWN,
    MOST_RECENT,
    SMALLEST_TEXT,
    Known,
    Preferences,
)

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.gui.preferences import Standing


class Settings(QObject):
    """The current preferences and the file that they are kept in."""

    changed = Signal()

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._held = self._waiting = False
        self.returning: frozenset[str] = frozenset()  # the files whose windows come back now
        self.now = _read(file)

    def hold_back(self) -> None:
        """Keep what changes in mind only until `write`: nothing is written before the window stands."""
        self._held = True

    def write(self) -> None:
        """Write what was held back, and from now on each change at once."""
        self._held = False
        if self._waiting:
            self._write()

    def change(self, **values: object) -> None:
        """Set some preferences, keep them in the file, and say so.

        Args:
            **values: names of `Preferences` and their values.
        """
        new = Preferences.model_validate(self.now.model_dump() | values)
        if new != self.now:
            self.now = new
            self._write()
            self.changed.emit()

    def resize_text(self, by: int) -> None:
        """Make the text larger or smaller by some per cent, within what there is."""
        self.change(text_size=min(max(self.now.text_size + by, SMALLEST_TEXT), LARGEST_TEXT))

    def opened(self, path: Path, title: str) -> None:
        """Put a file at the head of the files opened last, with the title of its briefing."""
        name = str(path)
        before = self.now.known.get(name, Known())
        self.change(
            recent=(name, *(each for each in self.now.recent if each != name))[:MOST_RECENT],
            known=self._known(name, before.model_copy(update={"title": title[:LONGEST_TITLE]})),
        )

    def stood(self, path: Path, standing: Standing) -> None:
        """Remember where one stood in a file."""
        name = str(path)
        before = self.now.known.get(name, Known())
        self.change(known=self._known(name, before.model_copy(update={"standing": standing})))

    def placed(self, path: Path, geometry: str) -> None:
        """Remember how the window of a file stood."""
        name = str(path)
        before = self.now.known.get(name, Known())
        self.change(known=self._known(name, before.model_copy(update={"geometry": geometry})))

    def geometry_of(self, path: Path | None) -> str:
        """Return how the window of a file stood that comes back now, empty for any other."""
        known = self.now.known.get(str(path)) if str(path) in self.returning else None
        return known.geometry if known is not None else ""

    def _known(self, name: str, new: Known) -> dict[str, object]:
        """Return what is known of the newest files, one of them told anew."""
        found = {each: known for each, known in self.now.known.items() if each != name} | {name: new}
        return {each: known.model_dump() for each, known in tuple(found.items())[-MOST_KNOWN:]}

    def forget(self, name: str) -> None:
        """Take a file out of the files opened last, with what is known of it."""
        self.change(
            recent=tuple(each for each in self.now.recent if each != name),
            known={each: known.model_dump() for each, known in self.now.known.items() if each != name},
        )

    def _write(self) -> None:
        """Keep the preferences; where the folder cannot be written they hold until the program ends."""
        self._waiting = self._held
        if self._held:
            return
        from PySide6.QtCore import QIODevice, QSaveFile

        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return
        file = QSaveFile(str(self._file))
        if file.open(QIODevice.OpenModeFlag.WriteOnly):
            file.write((json.dumps(self.now.model_dump(), indent=2) + "\n").encode())
            file.commit()


def _read(file: Path) -> Preferences:
    """Return what the file says; a damaged file gives the values of the first start."""
    try:
        with file.open("rb") as opened:
            return Preferences.model_validate_json(opened.read(MOST_BYTES))
    except (OSError, ValidationError):
        return Preferences()
