"""The menus of files: those opened last, and the samples; filled when they are opened."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.gui.places import for_menu, listed, shared_names
from briefing_app.gui.widgets.text import plain_tooltip
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.settings import Settings


def fill_recent(settings: Settings, window: MainWindow, menu: QMenu) -> None:
    """Offer the files opened last in a menu; one that is gone is taken off the list."""
    menu.clear()
    menu.setToolTipsVisible(True)
    shared = shared_names(settings.now.recent)
    for name in settings.now.recent:
        known = settings.now.known.get(name)
        path = Path(name)
        gone = not os.path.exists(name)  # noqa: PTH110 - it takes any name
        what = partial(settings.forget, name) if gone else partial(window.files_wanted.emit, [path])
        title = known.title if known else ""
        entry = menu.addAction(listed(name, title, gone=gone, shared=path.name in shared), what)
        entry.setToolTip(plain_tooltip(name))
    if not settings.now.recent:
        menu.addAction(tr("No file yet")).setEnabled(False)
        return
    menu.addSeparator()
    menu.addAction(tr("Clear the list"), partial(settings.change, recent=(), known={}))


def fill_samples(
    samples: Callable[[], tuple[tuple[Path, str], ...]], window: MainWindow, menu: QMenu
) -> None:
    """Offer the samples in a menu."""
    menu.clear()
    for path, title in samples():
        menu.addAction(for_menu(title), partial(window.files_wanted.emit, [path]))
