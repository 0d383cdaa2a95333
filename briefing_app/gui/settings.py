"""What the window remembers: declared once as data, kept as one JSON file in the platform's place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from PySide6.QtCore import QIODevice, QObject, QSaveFile, Signal

if TYPE_CHECKING:
    from pathlib import Path

SchemeChoice = Literal["system", "light", "dark"]
SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 80, 200, 10
MOST_RECENT = 10
MOST_BYTES = 1_000_000


class Preferences(BaseModel):
    """Every setting with its value at the first start; a key that a newer program wrote is passed over.

    Attributes:
        scheme: light, dark, or what the system says.
        text_size: in per cent.
        source_shown: the source pane stands beside the brief.
        source_width: its width in px at text size 1, by the size of the screen ("1920x1080").
        geometry: the window's place, as Qt writes it, in hexadecimal.
        recent: the files opened last, the newest first.
        last: the files that were open when the program ended.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    scheme: SchemeChoice = "system"
    text_size: Annotated[int, Field(ge=SMALLEST_TEXT, le=LARGEST_TEXT)] = 100
    source_shown: bool = True
    source_width: dict[str, int] = Field(default_factory=dict)
    geometry: Annotated[str, Field(max_length=2_000, pattern=r"^([0-9a-f]{2})*$")] = ""
    recent: tuple[str, ...] = ()
    last: tuple[str, ...] = ()


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
