"""What the actions do that find: each by its name in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.gui.action_rows import Id
    from briefing_app.gui.main_window import MainWindow


def seek(window: MainWindow, name: Id) -> None:
    """Do what an action of the table says: find, go on finding, or open the palette."""
    if name == "palette":
        from briefing_app.gui.palette import open_palette

        open_palette(window)
        return
    from briefing_app.gui.finder import finder_of

    finder = finder_of(window)
    if name == "find":
        finder.open()
    else:
        finder.step(1 if name == "find-next" else -1)
