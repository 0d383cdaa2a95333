"""What the actions do that lead elsewhere in a window: each by its name in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.gui.action_rows import Id
    from briefing_app.gui.main_window import MainWindow


def seek(window: MainWindow, name: Id) -> None:
    """Do what an action of the table says: find, go on finding, open the palette, go back or forward."""
    if name in ("back", "forward"):
        from briefing_app.gui.going import go

        go(window, -1 if name == "back" else 1)
    elif name == "palette":
        from briefing_app.gui.palette import open_palette

        open_palette(window)
    else:
        _find(window, name)


def _find(window: MainWindow, name: Id) -> None:
    from briefing_app.gui.finder import finder_of

    finder = finder_of(window)
    if name == "find":
        finder.open()
    else:
        finder.step(1 if name == "find-next" else -1)
