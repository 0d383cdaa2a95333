"""Every setting of the window, declared once as data."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

import briefing_app.model  # noqa: F401 - which keeps pydantic's plugins out

SchemeChoice = Literal["system", "light", "dark"]
SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 80, 200, 10
MOST_RECENT = 10
MOST_KNOWN = 100
LONGEST_TITLE = 300
MOST_BYTES = 1_000_000
# A settings file is looked into as a whole, so its parts need no validator of their own.
_CONFIG = ConfigDict(frozen=True, extra="ignore", defer_build=True)
_Geometry = Annotated[str, Field(max_length=2_000, pattern=r"^([0-9a-f]{2})*$")]


class Standing(BaseModel):
    """Where one stands in a briefing; lengths are in px at text size 1.

    Attributes:
        item: the item that is selected.
        mark: which of its marks is in view.
        row: the item whose row stands at the top of the brief, empty where the brief begins there.
        below: how far below the top it stands; above it where less than 0.
        source: the source that is shown.
        letter: the place in its text that is held still, counted in characters.
        of: how many characters that text has, 0 where it is not known: another text has no such place.
        down: how far below the top of the article it stands.
    """

    model_config = _CONFIG

    item: str = ""
    mark: Annotated[int, Field(ge=0)] = 0
    row: str = ""
    below: int = 0
    source: str = ""
    letter: Annotated[int, Field(ge=0)] = 0
    of: Annotated[int, Field(ge=0)] = 0
    down: int = 0


class Known(BaseModel):
    """What is remembered of a file that was opened: the title of its briefing, and where one stood in it."""

    model_config = _CONFIG

    title: Annotated[str, Field(max_length=LONGEST_TITLE)] = ""
    standing: Standing = Field(default_factory=Standing)
    geometry: _Geometry = ""


class Preferences(BaseModel):
    """Every setting with its value at the first start; a key that a newer program wrote is passed over.

    Attributes:
        scheme: light, dark, or what the system says.
        text_size: in per cent.
        source_shown: the source pane stands beside the brief.
        source_width: its width in px at text size 1, by the size of the screen ("1920x1080").
        side_shown: the sidebar stands beside the brief; None: in a wide window only.
        side_width: its width, as that of the source pane.
        geometries: the window's place on each screen, as Qt writes it, in hexadecimal; the newest last.
        recent: the files opened last, the newest first.
        known: what is remembered of the files opened last, by their names, the newest last.
        last: the files that were open when the program ended.
        reopen: they are opened again when the program starts without a file.
        letter_keys: single letters and signs are keys.
        export_layout: the layout that was printed last.
        export_paper: the paper that was chosen last; empty for that of the country.
        export_left_out: the parts of the full brief that are not printed.
        reviewer: who signs reviews off, empty until that was asked.
        used: the commands that were run last from the palette, the newest first.
        export_wide: pages are shown as wide as the dialog has room for, else whole.
    """

    model_config = _CONFIG

    scheme: SchemeChoice = "system"
    text_size: Annotated[int, Field(ge=SMALLEST_TEXT, le=LARGEST_TEXT)] = 100
    source_shown: bool = True
    source_width: dict[str, int] = Field(default_factory=dict)
    side_shown: bool | None = None
    side_width: dict[str, int] = Field(default_factory=dict)
    geometries: dict[str, _Geometry] = Field(default_factory=dict)
    recent: tuple[str, ...] = ()
    known: dict[str, Known] = Field(default_factory=dict)
    last: tuple[str, ...] = ()
    reopen: bool = True
    letter_keys: bool = True
    export_layout: Literal["one-page", "full"] = "one-page"
    export_paper: Literal["", "a4", "letter"] = ""
    export_left_out: tuple[str, ...] = ()
    reviewer: Annotated[str, Field(max_length=LONGEST_TITLE)] = ""
    used: tuple[str, ...] = ()
    export_wide: bool = False
