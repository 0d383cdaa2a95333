from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QGuiApplication, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from briefing_app.gui.dragging import drag_item, far_enough, item_drag
from briefing_app.gui.page_out import file_name
from briefing_app.gui.session import read_snapshot
from briefing_app.gui.widgets.rows import ItemRow
from briefing_app.gui.widgets.timeline import TimelineRow
from briefing_app.gui.widgets.tracker import StageView

# What the offscreen platform says of several windows; a real one has no such limits.
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session

    Open = Callable[..., MainWindow]


@pytest.fixture
def drags(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """Return what was dragged; Qt's own loop would wait for a mouse that is not there."""
    begun: list[QMimeData] = []
    kept: list[QDrag] = []

    def begin(drag: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
        assert actions == Qt.DropAction.CopyAction
        kept.append(drag)
        begun.append(drag.mimeData())
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", begin)
    return begun


def test_only_a_real_move_is_a_drag(qapp: QApplication) -> None:
    far = qapp.startDragDistance()
    assert not far_enough(QPointF(9, 9), QPointF(9 + far - 1, 9))
    assert far_enough(QPointF(9, 9), QPointF(9, 9 - far))


def test_an_item_is_dragged_as_text_with_its_citation(
    qtbot: QtBot, kidd: Path, drags: list[QMimeData]
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    briefing = read_snapshot(kidd).briefing
    assert briefing is not None
    drag_item(widget, briefing, "a13")
    (data,) = drags
    assert data.text().startswith("Agreed: “Actively discuss”")
    assert data.text().endswith("¶14)")
    assert "en.yna.co.kr" in data.html()
    assert not data.hasUrls()


def test_words_stand_beside_the_pointer(qtbot: QtBot, kidd: Path) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    briefing = read_snapshot(kidd).briefing
    assert briefing is not None
    drag = item_drag(widget, briefing, "a13")
    picture = drag.pixmap().toImage()
    assert picture.width() / picture.devicePixelRatio() <= 340
    middle = picture.height() // 2
    colours = {picture.pixelColor(x, middle).name() for x in range(picture.width())}
    assert len(colours) > 5, "no words are drawn"
    assert picture.format() != QImage.Format.Format_Invalid


def test_the_page_is_dragged_as_a_pdf_named_after_the_title(
    session: Session, opened: Open, kidd: Path, qtbot: QtBot, drags: list[QMimeData]
) -> None:
    window = opened(kidd)
    icon = window.frame.toolbar.page
    assert icon.isVisible()
    centre = icon.rect().center()
    QTest.mousePress(icon, Qt.MouseButton.LeftButton, pos=centre)
    out = window.acts.page_out
    qtbot.waitUntil(lambda: out.file is not None, timeout=30_000)
    assert drags == []
    QTest.mouseMove(icon, centre + QPoint(1, 0))
    assert drags == []
    QTest.mouseMove(icon, centre + QPoint(40, 0))
    QTest.mouseRelease(icon, Qt.MouseButton.LeftButton, pos=centre)
    (data,) = drags
    (url,) = data.urls()
    file = out.file
    assert file is not None
    assert url == QUrl.fromLocalFile(str(file))
    assert file.name == "19th Korea-U.S. Integrated Defense Dialogue.pdf"
    assert file.read_bytes().startswith(b"%PDF-")
    folder = session._tasks.folder
    assert file.is_relative_to(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    session._tasks.finish()
    assert not folder.exists()


def test_a_page_is_made_once_and_anew_for_another_file(
    opened: Open, kidd: Path, vksd: Path, qtbot: QtBot, drags: list[QMimeData]
) -> None:
    window = opened(kidd)
    out = window.acts.page_out
    window.frame.toolbar.page.prepared.emit()
    qtbot.waitUntil(lambda: out.file is not None, timeout=30_000)
    first = out.file
    window.frame.toolbar.page.prepared.emit()
    assert out.file is first
    window.show_snapshot(read_snapshot(vksd))
    window.frame.toolbar.page.prepared.emit()
    assert out.file is None
    window.frame.toolbar.page.dragged.emit()  # before it is made
    assert drags == []
    qtbot.waitUntil(lambda: out.file is not None, timeout=30_000)
    # The button was not held until then.
    assert drags == []
    assert window.frame.status.text.text() == "The page is made: it can be dragged now."
    window.frame.toolbar.page.dragged.emit()
    assert len(drags) == 1
    assert first is not None
    assert first.exists()


def test_a_page_is_dragged_when_it_is_made_if_the_button_is_still_held(
    opened: Open, kidd: Path, qtbot: QtBot, drags: list[QMimeData], monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Qt.MouseButton.LeftButton
    monkeypatch.setattr(QGuiApplication, "mouseButtons", staticmethod(lambda: held))
    window = opened(kidd)
    window.frame.toolbar.page.prepared.emit()
    window.frame.toolbar.page.dragged.emit()
    assert window.frame.status.text.text() == "Making the page …"
    qtbot.waitUntil(lambda: len(drags) == 1, timeout=30_000)
    assert not window.frame.status.isVisible()


def test_a_page_that_cannot_be_made_is_told(
    opened: Open, kidd: Path, qtbot: QtBot, drags: list[QMimeData]
) -> None:
    window = opened(kidd)
    folder = window._tasks.folder
    folder.rmdir()
    folder.write_text("")  # where the page would go
    window.frame.toolbar.page.prepared.emit()
    window.frame.toolbar.page.dragged.emit()
    qtbot.waitUntil(lambda: "not made" in window.frame.status.text.text(), timeout=30_000)
    assert drags == []
    folder.unlink()
    folder.mkdir()


def test_without_a_briefing_there_is_no_page(opened: Open) -> None:
    assert not opened().frame.toolbar.page.isVisible()


def test_what_is_dragged_out_is_not_opened_where_it_came_from(
    opened: Open, kidd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(kidd)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(kidd))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(window.rect().center(), Qt.DropAction.CopyAction, data, buttons, keys)
    monkeypatch.setattr(QDragEnterEvent, "source", lambda _event: window.acts.page_out)
    window.frame.dragEnterEvent(event)
    assert "drop_over" not in window.frame.__dict__


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("SCM 53: a/b\\c?", "SCM 53 a b c.pdf"),
        ("  ..hidden. ", "hidden.pdf"),
        ("...", "Briefing.pdf"),
        ("a\nb\tc", "a b c.pdf"),
        ("대화" * 99, "대화" * 20 + ".pdf"),
        ("a\u202eb", "a[U+202E]b.pdf"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title) == name


def _pull(widget: QWidget, start: QPoint) -> None:
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    # QTest's own move tells no pressed button.
    far = QPointF(start) + QPointF(3 * QApplication.startDragDistance(), 0)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        far,
        QPointF(widget.mapToGlobal(far.toPoint())),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, move)


def test_a_row_and_its_mark_are_pulled_out_and_not_picked(
    opened: Open, kidd: Path, drags: list[QMimeData]
) -> None:
    window = opened(kidd)
    row = next(row for row in window.frame.brief.rows() if row.item == "a2" and not row.reference).widget
    assert isinstance(row, ItemRow)
    _pull(row, QPoint(3, 3))
    mark = row.strip.marks()[0]
    _pull(mark, mark.rect().center())
    QTest.mouseRelease(mark, Qt.MouseButton.LeftButton)
    assert [data.text().count("¶") > 0 for data in drags] == [True, True]
    assert drags[0].text() == drags[1].text()
    assert drags[0].hasHtml()
    assert not row.selected


def test_a_stage_and_a_meeting_are_pulled_out(opened: Open, kidd: Path, drags: list[QMimeData]) -> None:
    window = opened(kidd)
    rows = [row.widget for row in window.frame.brief.rows()]
    for kind in (StageView, TimelineRow):
        row = next(each for each in rows if isinstance(each, kind))
        _pull(row, QPoint(3, row.height() - 3))
    assert len(drags) == 2
