"""Makes the pictures of README and docs from the running program: `make pictures`.

The windows show the invented sample with its source beside it, and the real one without: the words of a real
article stand in no picture. Today is fixed, so that the same program makes the same pictures.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication

    from briefing_app.gui.action_rows import Id
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


@dataclass(frozen=True)
class View:
    """A picture of the window.

    Attributes:
        file: the file that it shows; None for the first-run page.
        item: the item that is selected.
        size: of the window in px.
        scheme: light or dark.
        text: the size of the text in per cent.
        source: the source pane stands beside the brief.
        act: an action that is triggered, whose dialog is pictured instead.
        recent: files that were opened before, with their titles, the newest first.
    """

    file: Path | None
    item: str = ""
    size: tuple[int, int] = (WIDTH, HEIGHT)
    scheme: str = "light"
    text: int = 100
    source: bool = True
    act: Id | None = None
    recent: tuple[tuple[Path, str], ...] = ()


def views(folder: Path) -> dict[str, View]:
    """Return all pictures of the window by their names; files made for them go to `folder`."""
    from tools.bench import grown

    invented, real = sample(INVENTED), sample(REAL)
    return {
        "window-light": View(invented, "m1"),
        "window-dark": View(invented, "m1", scheme="dark"),
        "window-kidd": View(real, source=False),
        "window-no-article": View(real, "a1", (1280, 800)),
        "window-small": View(invented, "o5", (960, 600)),
        "window-wide": View(invented, "m1", (1920, 1080), recent=recent_files(folder)),
        "window-large-text": View(invented, "a1", (1280, 800), text=200),
        "window-problems": View(broken(folder), size=(1280, 800)),
        "window-first-run": View(None, size=(1280, 800)),
        "window-large": View(grown(2_000, folder, invented), "x1500", (1280, 800)),
        "review-light": View(invented, "a2", (1280, 800), act="review"),
        "review-dark": View(invented, "m1", (1280, 800), scheme="dark", act="review"),
        "edit-item": View(invented, "m1", (1280, 800), act="edit-item"),
        "window-export": View(invented, size=(1280, 800), act="export-one-page"),
    }


def recent_files(folder: Path) -> tuple[tuple[Path, str], ...]:
    """Return files that a reader of the invented sample may have opened before, made in `folder`."""
    there = folder / "Briefings"
    there.mkdir(exist_ok=True)
    titles = {
        "vksd-13": "13th Veldania-Korvath Joint Security Dialogue",
        "vksd-12": "12th Veldania-Korvath Joint Security Dialogue",
        "ministers-2023": "Veldania-Korvath Meeting of Defence Ministers",
    }
    files = {there / f"{name}.briefing": title for name, title in titles.items()}
    for file in files:
        file.touch()
    return tuple(files.items())


def broken(folder: Path) -> Path:
    """Write the invented sample with a wrong month, an unknown key and a reference to nothing."""
    tree = json.loads(sample(INVENTED).read_text(encoding="utf-8"))
    tree["meetings"][0]["when"]["edtf"] = "2024-13"
    tree["agreements"][0]["statment"] = tree["agreements"][0].pop("statement")
    tree["agreements"][1]["parties"] = ["VELDANIA"]
    path = folder / "broken.briefing"
    path.write_text(json.dumps(tree, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def window(app: QApplication, view: View) -> bytes:
    """Return a picture of the window, or of the dialog that the view asks for, as PNG."""
    from PySide6.QtWidgets import QDialog

    from briefing_app.gui.session import Session
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.tasks import Tasks

    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.json")
        settings.change(scheme=view.scheme, source_shown=view.source, text_size=view.text)
        for path, title in reversed(view.recent):
            settings.opened(path, title)
        tasks = Tasks()
        today = TODAY.get(view.file.stem if view.file else "", TODAY[INVENTED])
        session = Session(
            app, settings, tasks, today, lambda: datetime(today.year, today.month, today.day, tzinfo=UTC)
        )
        session.open([view.file] if view.file else [])
        shown = session.windows[0]
        shown.resize(*view.size)
        settle(app)
        if view.item:
            shown.pick(view.item)
            for _ in range(2):  # rows on the way turn out higher or lower than they were thought to be
                shown.frame.brief.reveal()
                settle(app)
        if view.act:
            shown.actions_by_id[view.act].trigger()
            settle(app, seconds=3)  # its pages are set in the background
        settle(app)
        dialogs = [each for each in shown.findChildren(QDialog) if each.isVisible()]
        picture = png(dialogs[0].grab() if dialogs else shown.grab())
        for dialog in dialogs:
            dialog.close()
        shown.close()
        tasks.finish()
    return picture


def settle(app: QApplication, seconds: float = 0) -> None:
    """Let the layout follow the width, and work in the background end."""
    end = time.monotonic() + seconds
    for _ in range(8):
        app.processEvents()
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)


def png(picture: QPixmap) -> bytes:
    """Return a picture as PNG."""
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data().data())


def windows() -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of the window by their names."""
    from PySide6.QtWidgets import QApplication

    from briefing_app.gui.theme import install_fonts

    app = QApplication([])
    install_fonts()
    with tempfile.TemporaryDirectory() as folder:
        for name, view in views(Path(folder)).items():
            yield name, window(app, view)


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
