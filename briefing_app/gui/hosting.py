"""Which window shows a file: the one where it is open, else an empty one, else a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing_app.gui.main_window import MainWindow


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


def is_empty(window: MainWindow) -> bool:
    """Tell whether a window shows no briefing, and nothing that is not saved."""
    return window.document.briefing is None and not window.document.unsaved
