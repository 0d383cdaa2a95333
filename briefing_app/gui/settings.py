"""The preferences of now and the one JSON file that they are kept in, in the platform's place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import ValidationError
from PySide6.QtCore import QIODevice, QObject, QSaveFile, Signal

from briefing_app.gui.preferences import MOST_BYTES, MOST_RECENT, Preferences

if TYPE_CHECKING:
    from pathlib import Path


class Settings(QObject):
    """The current preferences and the file that they are kept in."""

    changed = Signal()

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.now = _read(file)

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

    def opened(self, path: Path) -> None:
        """Put a file at the head of the files opened last."""
        name = str(path)
        self.change(recent=(name, *(each for each in self.now.recent if each != name))[:MOST_RECENT])

    def forget(self, name: str) -> None:
        """Take a file out of the files opened last."""
        self.change(recent=tuple(each for each in self.now.recent if each != name))

    def _write(self) -> None:
        """Keep the preferences; where the folder cannot be written they hold until the program ends."""
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
