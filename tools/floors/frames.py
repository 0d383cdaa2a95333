"""How long frames take: `frames.py list` scrolls an empty list view, `frames.py FILE` the program's brief.

With `edits` behind it, texts are changed instead; in the program that is undone, and items are accepted, too.
With `find`, words are typed: into a field, and into the bar that finds them in the brief and in the source.

A frame is what happens between a step of the wheel, a page or a jump and the window being painted again, all
that waits in the event loop included. Printed are the worst and the median frame, in ms.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if sys.argv[1] != "list":
    from briefing_app.gui import before_qt as _first  # noqa: F401

from PySide6.QtCore import QStringListModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QListView, QScrollBar, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SIZE = (1280, 800)
WHEEL, PAGE = 60, 700  # px
ROW, TIMES = 1_000, 12
WORDS = ("tan", "squadron", "ministers")  # that stand in many places, a few and none
QUIET = 0.4  # s without anything to do: loading is over


def main() -> int:
    """Scroll and resize, or edit, and print what it took."""
    app = QApplication([])
    keep, window = _list() if sys.argv[1] == "list" else _brief(app, Path(sys.argv[1]))
    window.resize(*SIZE)
    window.show()
    _settle(app)
    if sys.argv[2:] == ["edits"]:
        _print(_change(app, keep, window) if sys.argv[1] == "list" else _edit(app, keep, window))
    if sys.argv[2:] == ["find"]:
        _print(_type(app, window) if sys.argv[1] == "list" else _find(app, window))
    area = window if isinstance(window, QAbstractScrollArea) else window.frame.brief  # type: ignore[attr-defined]
    bar = area.verticalScrollBar()
    span = max(bar.maximum(), 1)
    chance = random.Random(1)  # noqa: S311 - the same places in each run, no secret
    frames = {
        "wheel": _scroll(app, bar, (n * WHEEL % span for n in range(300))),
        "page": _scroll(app, bar, (n * PAGE % span for n in range(80))),
        "jump": _scroll(app, bar, (chance.randrange(span) for _ in range(60))),
        "resize": _resize(app, window),
    }
    _print(frames)


def _print(frames: dict[str, list[float]]) -> NoReturn:
    for name, took in frames.items():
        print(f"{name} {max(took) * 1000:.1f} {statistics.median(took) * 1000:.1f}")
    sys.stdout.flush()
    os._exit(0)


def _change(app: QApplication, model: Any, view: Any) -> dict[str, list[float]]:  # noqa: ANN401 - Qt's
    """Change lines of the list view near its middle, each brought into sight."""

    def change(row: int) -> None:
        view.scrollTo(model.index(row))
        model.setData(model.index(row), f"Line {row}")

    return {"edit": _all(app, (partial(change, row) for row in range(ROW, ROW + TIMES)))}


def _edit(app: QApplication, session: Any, window: Any) -> dict[str, list[float]]:  # noqa: ANN401 - as above
    """Edit agreements, undo that, and accept items in a review, each as soon as nothing is left to do."""
    from briefing_app.gui.edit_acts import do, editor_of
    from briefing_app.gui.reviewing import reviewing_of
    from briefing_app.workflow.editing import put

    editor = editor_of(session, window)
    there = window.document.briefing.agreements
    first = there[min(ROW, len(there) // 2)]
    names = [each.id for each in there if each.kind == first.kind]  # they stand below one another
    names = names[names.index(first.id) :]

    def change(n: int) -> None:
        name = names[n % len(names)]
        editor.apply(put(window.document.briefing, name, {"statement": f"They agreed on thing {n}."}))

    gc.collect()
    gc.freeze()  # as the program does while nothing happens
    change(0)  # what is loaded at the first edit, and the way to where it is, belong to the loading
    _settle(app)
    frames = {"edit": _all(app, (partial(change, n) for n in range(1, TIMES)))}
    frames["undo"] = _all(app, [editor.undo] * (TIMES - 1))
    do(session, window, "review")
    _settle(app)
    view = reviewing_of(window, editor, session.reviewer).list

    def accept() -> None:
        view.decided.emit(view.open, "accepted")

    accept()  # as above: goes to the first item that is left
    _settle(app)
    frames["accept"] = _all(app, [accept] * TIMES)
    return frames


def _type(app: QApplication, view: QWidget) -> dict[str, list[float]]:
    """Type words into a field above the list view."""
    field = QLineEdit(view)
    field.show()
    return {"find": _all(app, (partial(QTest.keyClicks, field, letter) for letter in "".join(WORDS)))}


def _find(app: QApplication, window: Any) -> dict[str, list[float]]:  # noqa: ANN401 - as above
    """Type words letter by letter into the bar that finds them in the brief, and in the source."""
    from briefing_app.gui.finder import finder_of

    window.actions_by_id["find"].trigger()
    _settle(app)
    bar: Any = finder_of(window).bar
    QTest.keyClicks(bar.field, "x")  # what is read for the first search belongs to the loading
    _settle(app)
    found: dict[str, list[float]] = {}
    for place in ("brief", "source"):
        if place == "source":
            bar._toggles[place].click()  # noqa: SLF001 - it has no other name
        for word in WORDS:
            bar.field.selectAll()
            acts = [partial(QTest.keyClicks, bar.field, letter) for letter in word]
            found.setdefault(f"find-{place}", []).extend(_all(app, acts))
    return found


def _all(app: QApplication, acts: Iterable[Callable[[], object]]) -> list[float]:
    """Return how long the frames took that acts and what followed on them took."""
    took = []
    for act in acts:
        start = time.perf_counter()
        act()
        took.append(_frame(app, start))
        took += _settle(app)
    return took


def _list() -> tuple[object, QWidget]:
    view = QListView()
    model = QStringListModel([""] * 2_000)
    view.setModel(model)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    return model, view


def _brief(app: QApplication, file: Path) -> tuple[object, QWidget]:
    from briefing_app.gui import theme
    from briefing_app.gui.session import Session
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.tasks import Tasks

    theme.install_fonts()
    settings = Settings(Path(tempfile.mkdtemp()) / "settings.json", app)
    now = datetime(2024, 10, 21, tzinfo=UTC)
    session = Session(app, settings, Tasks(app), now.date(), lambda: now)
    session.open([file])
    return session, session.windows[0]


def _settle(app: QApplication) -> list[float]:
    """Wait until the window has nothing more to load; return how long the turns took that did something."""
    since, took = time.perf_counter(), []
    while time.perf_counter() - since < QUIET:
        start, used = time.perf_counter(), time.process_time()
        app.processEvents()
        # In processor time, for where others keep the machine busy an empty turn takes as long.
        if time.process_time() - used > 0.002:  # noqa: PLR2004 - something was done
            since = time.perf_counter()
            took.append(since - start)
    return took


def _frame(app: QApplication, start: float) -> float:
    app.processEvents()
    return time.perf_counter() - start


def _scroll(app: QApplication, bar: QScrollBar, values: Iterable[int]) -> list[float]:
    took = []
    for value in values:
        start = time.perf_counter()
        bar.setValue(value)
        step = _frame(app, start)
        # What is made ready for the next step comes in a turn of its own, which is a frame as well.
        took.append(max(step, _frame(app, time.perf_counter())))
    return took


def _resize(app: QApplication, window: QWidget) -> list[float]:
    took = []
    for n in range(20):
        start = time.perf_counter()
        window.resize(SIZE[0] - n, SIZE[1])
        took.append(_frame(app, start))
    return took


if __name__ == "__main__":
    sys.exit(main())
