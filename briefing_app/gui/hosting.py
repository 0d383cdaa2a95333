"""Which window shows a file: the one where it is open, else an empty one, else a new one; and how."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.main_window import MainWindow


def known(path: Path, windows: Sequence[MainWindow]) -> Path:
    """Return a file by the name under which a window shows it already, else as it was named."""
    shown = [window.document.snapshot for window in windows]
    paths = [each.path for each in shown if each is not None and not each.draft]
    if path in paths:
        return path
    try:
        real = os.path.realpath(path)
        return next((each for each in paths if os.path.realpath(each) == real), path)
    except ValueError:  # a name that cannot be
        return path


def window_for(
    path: Path, windows: Sequence[MainWindow], beside: MainWindow | None, taken: Sequence[MainWindow]
) -> MainWindow | None:
    """Return the window that shows a file, or can show it; None where a new one is to.

    Args:
        path: the file.
        windows: all that there are.
        beside: the one in which the file was asked for, if any.
        taken: those that keep what they show.
    """
    for window in windows:
        there = window.document.snapshot
        if there and there.path == path and not there.draft:
            return window
    return next(
        (
            window
            for window in (beside, *windows)
            if window
            and window not in taken
            and window.document.briefing is None
            and (window is beside or not window.document.unsaved)
        ),
        None,
    )


def show_in(window: MainWindow, snapshot: Snapshot) -> None:
    """Show a file that was read just now; what is shown of it already stays with its steps, edited or not."""
    there = window.document.snapshot
    if window.document.unsaved:
        return
    if there is None or there.path != snapshot.path or not (there.briefing and snapshot.briefing):
        window.show_snapshot(snapshot)
    elif there.digest != snapshot.digest:
        from briefing_app.gui.reloading import show_again

        show_again(window, snapshot)


def is_empty(window: MainWindow) -> bool:
    """Tell whether a window shows no briefing, and nothing that is not saved."""
    return window.document.briefing is None and not window.document.unsaved
