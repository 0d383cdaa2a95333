"""Every setting of the window, declared once as data."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

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
        side_shown: the sidebar stands beside the brief; None: in a wide window only.
        side_width: its width, as that of the source pane.
        geometry: the window's place, as Qt writes it, in hexadecimal.
        recent: the files opened last, the newest first.
        last: the files that were open when the program ended.
        export_layout: the layout that was printed last.
        export_paper: the paper that was chosen last; empty for that of the country.
        export_left_out: the parts of the full brief that are not printed.
        export_wide: pages are shown as wide as the dialog has room for, else whole.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    scheme: SchemeChoice = "system"
    text_size: Annotated[int, Field(ge=SMALLEST_TEXT, le=LARGEST_TEXT)] = 100
    source_shown: bool = True
    source_width: dict[str, int] = Field(default_factory=dict)
    side_shown: bool | None = None
    side_width: dict[str, int] = Field(default_factory=dict)
    geometry: Annotated[str, Field(max_length=2_000, pattern=r"^([0-9a-f]{2})*$")] = ""
    recent: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    export_layout: Literal["one-page", "full"] = "one-page"
    export_paper: Literal["", "a4", "letter"] = ""
    export_left_out: tuple[str, ...] = ()
    export_wide: bool = False
