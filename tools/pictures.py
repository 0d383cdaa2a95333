"""Makes the pictures of README and docs from the running program: `make pictures`.

The windows show the invented sample with its source beside it, and the real one without: the words of a real
article stand in no picture. Today is fixed, so that the same program makes the same pictures.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from briefing_app.model.briefing import Briefing

TARGET = ROOT / "docs" / "images"
INVENTED, REAL = "vksd-14", "kidd-19"
TODAY = {INVENTED: date(2024, 10, 21), REAL: date(2021, 5, 17)}
WIDTH, HEIGHT = 1440, 900
PAGES = 2  # of the full brief; its later pages are tables of the same kind


def sample(name: str) -> Path:
    """Return the path of a sample."""
    return ROOT / "resources" / "examples" / f"{name}.briefing"


def briefing(name: str) -> Briefing:
    """Return a sample."""
    from briefing_app.workflow.opening import open_briefing

    found = open_briefing(sample(name)).briefing
    if found is None:
        sys.exit(f"{name} has problems")
    return found


def window(app: QApplication, name: str, scheme: str, item: str, *, source: bool) -> bytes:
    """Return a picture of the window as PNG.

    Args:
        app: the application.
        name: the sample that it shows.
        scheme: light or dark.
        item: the item that is selected.
        source: the source pane stands beside the brief.
    """
    from PySide6.QtCore import QBuffer, QIODevice

    from briefing_app.gui.session import Session
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.tasks import Tasks

    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.json")
        settings.change(scheme=scheme, source_shown=source)
        session = Session(app, settings, Tasks(), TODAY[name])
        session.open([sample(name)])
        shown = session.windows[0]
        shown.resize(WIDTH, HEIGHT)
        for _ in range(5):  # the layout follows the width one turn of the event loop later
            app.processEvents()
        if item:
            shown.pick(item)
            app.processEvents()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        shown.grab().save(buffer, "PNG")
        shown.close()
    return bytes(buffer.data().data())


def windows() -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of the window by their names."""
    from PySide6.QtWidgets import QApplication

    from briefing_app.gui.theme import install_fonts

    app = QApplication([])
    install_fonts()
    yield "window-light", window(app, INVENTED, "light", "a1", source=True)
    yield "window-dark", window(app, INVENTED, "dark", "m1", source=True)
    yield "window-kidd", window(app, REAL, "light", "", source=False)


def pages() -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of the printed pages by their names."""
    from briefing_app.exporting.pdf import export_png

    one = export_png(briefing(REAL), layout="one-page")[0]
    yield "page-one", one
    yield "page-one-grey", grey(one)
    full = export_png(briefing(INVENTED), layout="full")
    yield from ((f"page-full-{n}", page) for n, page in enumerate(full[:PAGES], 1))


def grey(picture: bytes) -> bytes:
    """Return a picture as a printer without colour makes it."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage

    made = QImage.fromData(picture).convertToFormat(QImage.Format.Format_Grayscale8)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def main() -> None:
    """Make all pictures."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, picture in (*windows(), *pages()):
        (TARGET / f"{name}.png").write_bytes(picture)
        print(f"docs/images/{name}.png")


if __name__ == "__main__":
    main()
