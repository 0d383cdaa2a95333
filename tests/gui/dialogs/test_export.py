from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from briefing_app.gui.dialogs.choices import Choices
from briefing_app.gui.dialogs.choosing import paper_of
from briefing_app.gui.dialogs.printer import printer_there
from briefing_app.gui.preferences import Preferences
from briefing_app.gui.theme import load_theme
from briefing_app.gui.widgets.button import Button
from briefing_app.workflow.attaching import Attached
from briefing_app.workflow.exporting import picture_briefing
from briefing_app.workflow.opening import open_briefing
from tests.conftest import SHARED_WINDOWS
from tests.gui.lending import lending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.action_rows import Id
    from briefing_app.gui.dialogs.export import ExportDialog
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.settings import Settings

    Open = Callable[..., MainWindow]
    Show = Callable[..., ExportDialog]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
LONG = 20_000
CHOSEN = {"export_layout", "export_paper", "export_left_out", "export_wide"}


def pages_there(dialog: ExportDialog, n: int) -> Callable[[], bool]:
    """Return what tells whether so many pages are shown."""
    return lambda: len(dialog.view.pages) == n


def told(window: MainWindow, words: str) -> Callable[[], bool]:
    """Return what tells whether the status line has said so."""
    return lambda: words in window.frame.status.text.text()


@pytest.fixture
def lent(standing: Open) -> Iterator[Open]:
    """Return what lends the window of a file that these tests share; what they chose is forgotten again."""
    with lending(standing) as lend:
        yield lend
    for window in SHARED_WINDOWS:
        window.settings.change(**Preferences().model_dump(include=CHOSEN))


def export(window: MainWindow, qtbot: QtBot, action: Id = "export-one-page") -> ExportDialog:
    """Open the dialog above a window, and wait for its pages."""
    from briefing_app.gui.dialogs.export import ExportDialog

    window.actions_by_id[action].trigger()
    dialog = window.findChildren(ExportDialog)[-1]
    qtbot.waitUntil(lambda: bool(dialog.view.pages), timeout=LONG)
    return dialog


@pytest.fixture
def shown(lent: Open, qtbot: QtBot) -> Show:
    """Return what opens the dialog above the shared window of a file, and waits for its pages."""
    return lambda path, action="export-one-page": export(lent(path), qtbot, action)


@pytest.fixture
def offered(settings: Settings, qtbot: QtBot, changed_copy: Callable[..., Path]) -> Callable[..., Choices]:
    """Return what makes the choices for the full brief of a file as a function has changed it."""

    def offer(path: Path, change: Callable[[Any], object]) -> Choices:
        briefing = open_briefing(changed_copy(path, change)).briefing
        assert briefing is not None
        found = Choices(load_theme("light"), settings, briefing, "full")
        qtbot.addWidget(found)
        return found

    return offer


def over(dialog: ExportDialog) -> None:
    """Wait for all work that was begun, whether it is still wanted or not."""
    assert not dialog.typesetter._pause.isActive()
    dialog.typesetter._tasks.finish()
    QApplication.processEvents()


def test_each_key_opens_its_layout_with_the_very_pages(shown: Show, kidd: Path) -> None:
    one = shown(kidd)
    assert one.choices.choice().layout == "one-page"
    assert len(one.view.pages) == 1
    assert one.number.text() == "Page 1 of 1"
    assert not one.choices.parts["evidence"].isVisible()
    one.reject()
    full = shown(kidd, "export-full")
    assert full.choices.choice().layout == "full"
    assert len(full.view.pages) > 1
    assert full.choices.parts["evidence"].isVisible()
    briefing = open_briefing(kidd).briefing
    assert briefing is not None
    made = picture_briefing(briefing, full.choices.choice(), full.view.ppi())
    assert full.view.pages == made.pages


def test_an_attached_text_is_checked_against(shown: Show, kidd: Path, qtbot: QtBot) -> None:
    dialog = shown(kidd, "export-full")
    unchecked = dialog.view.pages
    dialog.reject()
    window: Any = dialog.parent()
    source = window.document.briefing.sources[0]
    window.document.attach(source, Attached(("Words of another article.",) * source.paragraphs, same=False))
    again = window.acts.export("full")
    qtbot.waitUntil(lambda: bool(again.view.pages), timeout=LONG)
    assert len(again.view.pages) == len(unchecked)
    assert again.view.pages != unchecked


def test_another_choice_sets_the_pages_anew(shown: Show, kidd: Path, qtbot: QtBot) -> None:
    dialog = shown(kidd)
    before = dialog.view.pages
    dialog.choices.papers["letter"].click()
    qtbot.waitUntil(lambda: dialog.view.pages != before, timeout=LONG)
    page = QImage.fromData(dialog.view.pages[0])
    assert page.width() / page.height() == pytest.approx(8.5 / 11, abs=0.01)
    dialog.choices.layouts["full"].click()
    qtbot.waitUntil(lambda: len(dialog.view.pages) > 1, timeout=LONG)
    whole = len(dialog.view.pages)
    for name in ("evidence", "dates", "coverage", "record"):
        dialog.choices.parts[name].click()
    qtbot.waitUntil(lambda: 0 < len(dialog.view.pages) < whole, timeout=LONG)


def test_only_the_newest_choice_counts(shown: Show, kidd: Path, qtbot: QtBot) -> None:
    dialog = shown(kidd)
    begun: list[int] = []
    ready: list[Any] = []
    dialog.typesetter.begun.connect(lambda: begun.append(1))
    dialog.typesetter.ready.connect(ready.append)
    dialog.choices.layouts["full"].click()
    dialog.choices.papers["letter"].click()
    dialog.choices.layouts["one-page"].click()
    qtbot.waitUntil(lambda: bool(ready), timeout=LONG)
    over(dialog)
    assert len(begun) == 3
    assert [len(made.pages) for made in ready] == [1]


def test_the_last_part_stays(offered: Callable[..., Choices], kidd: Path) -> None:
    choices = offered(kidd, lambda _tree: None)
    for check in choices.parts.values():
        check.click()
    assert [name for name, check in choices.parts.items() if check.isChecked()] == ["record"]
    assert "record" in choices.choice().sections


def test_parts_that_the_briefing_lacks_are_not_offered(offered: Callable[..., Choices], kidd: Path) -> None:
    choices = offered(kidd, lambda tree: tree.update(gaps=[]))
    assert "gaps" not in choices.parts
    assert choices.parts["agreements"].text() == "Agreements"


def test_the_choice_is_remembered(shown: Show, kidd: Path) -> None:
    dialog = shown(kidd, "export-full")
    dialog.choices.papers["letter"].click()
    dialog.choices.parts["record"].click()
    dialog.wide.trigger()
    dialog.reject()
    kept = json.loads(dialog._settings._file.read_text(encoding="utf-8"))
    assert kept["export_layout"] == "full"
    again = shown(kidd, "export-full")
    assert again.choices.choice().paper == "letter"
    assert "record" not in again.choices.choice().sections
    assert again.view.wide


def test_pages_are_turned_by_keys(shown: Show, kidd: Path, qtbot: QtBot) -> None:
    dialog = shown(kidd, "export-full")
    count = len(dialog.view.pages)
    dialog.activateWindow()
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.number.text() == f"Page 2 of {count}"
    assert dialog.view.accessibleName() == f"Page 2 of {count}"
    QTest.keyClick(dialog, Qt.Key.Key_PageUp)
    assert dialog.view.at == 0
    assert not dialog.earlier.isEnabled()
    dialog.last.trigger()
    assert dialog.view.at == count - 1
    assert not dialog.later.isEnabled()


def test_a_wide_page_is_scrolled_before_it_is_turned(shown: Show, kidd: Path) -> None:
    dialog = shown(kidd, "export-full")
    whole = dialog.view.sheet.width()
    dialog.resize(900, 560)
    assert dialog.view.sheet.width() < whole
    dialog.wide.trigger()
    assert dialog.view.sheet.width() > whole
    dialog.later.trigger()
    assert dialog.view.at == 0
    assert dialog.view.verticalScrollBar().value() > 0
    for _ in range(5):
        dialog.later.trigger()
    assert dialog.view.at > 0


def test_it_can_be_stopped_and_asked_again(lent: Open, kidd: Path, qtbot: QtBot) -> None:
    dialog = lent(kidd).acts.export("one-page")
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.typesetter._task is not None)
    dialog.stop()
    over(dialog)
    assert not dialog.waiting._patience.isActive()
    assert dialog.view.pages == ()
    assert "stopped" in dialog.remarks.text.text()
    again = dialog.remarks.findChild(Button)
    assert again is not None
    again.click()
    qtbot.waitUntil(pages_there(dialog, 1), timeout=LONG)
    assert not dialog.remarks.isVisible()


def test_what_cannot_be_printed_says_why(lent: Open, vksd: Path, qtbot: QtBot) -> None:
    dialog = lent(vksd).acts.export("one-page")
    assert dialog is not None
    marking = dialog.choices.marking
    assert marking is not None
    marking.setCurrentIndex(marking.findData("TLP:CLEAR"))
    qtbot.waitUntil(lambda: "TLP:CLEAR" in dialog.remarks.text.text(), timeout=LONG)
    assert dialog.view.pages == ()
    assert not dialog.save.isEnabled()
    assert not dialog.print.isEnabled()
    marking.setCurrentIndex(0)
    qtbot.waitUntil(dialog.save.isEnabled, timeout=LONG)


def test_the_pdf_of_each_layout_is_saved_and_told_whatever_the_export_warns_of(
    opened: Open, kidd: Path, tmp_path: Path, changed_copy: Callable[..., Path], qtbot: QtBot
) -> None:
    window = opened(changed_copy(kidd, lambda tree: tree.update(title="Talks ⟨second⟩")))
    layouts: dict[Id, str] = {
        "export-one-page": "changed-kidd-19.pdf",
        "export-full": "changed-kidd-19-full.pdf",
    }
    for action, name in layouts.items():
        dialog = export(window, qtbot, action)
        assert "U+27E8" in dialog.remarks.text.text()
        assert dialog.save.isEnabled()
        dialog.save.click()
        asked = dialog.findChild(QFileDialog)
        assert asked is not None
        target = tmp_path / name
        assert asked.selectedFiles() == [str(target)]
        asked.fileSelected.emit(str(target))
        assert not dialog.isVisible()
        qtbot.waitUntil(told(window, f"Saved to {target}."), timeout=LONG)
        assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.skipif(printer_there(), reason="a printer is installed here")
def test_without_a_printer_the_dialog_says_so(shown: Show, kidd: Path) -> None:
    dialog = shown(kidd)
    dialog.print.click()
    assert "No printer is installed here" in dialog.remarks.text.text()


def test_escape_closes_and_lets_go(lent: Open, kidd: Path, qtbot: QtBot) -> None:
    dialog = lent(kidd).acts.export("one-page")
    assert dialog is not None
    gone: list[int] = []
    dialog.destroyed.connect(lambda *_what: gone.append(1))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(gone))


def assert_nothing_is_cut(dialog: ExportDialog) -> None:
    dialog.resize(900, 564)
    assert (dialog.width(), dialog.height()) == (900, 564)
    for child in dialog.findChildren(QWidget):
        if child.isVisible() and isinstance(child, Button):
            assert child.width() >= child.sizeHint().width()
            assert dialog.rect().contains(child.mapTo(dialog, child.rect().center()))
    for check in (*dialog.choices.parts.values(), *dialog.choices.layouts.values()):
        assert check.width() >= check.sizeHint().width()


def test_every_control_has_a_name_and_can_be_hit_and_nothing_is_cut_at_the_smallest_size(
    shown: Show, vksd: Path
) -> None:
    dialog = shown(vksd, "export-full")
    controls = [
        child for child in dialog.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(controls) > 20
    for control in filter(QWidget.isVisible, controls):
        assert control.accessibleName()
        assert control.height() >= 24
    assert_nothing_is_cut(dialog)


def test_in_the_dark_and_in_twice_the_size_the_paper_is_white_and_nothing_is_cut(
    opened: Open, vksd: Path, settings: Settings, qtbot: QtBot
) -> None:
    settings.change(scheme="dark", text_size=200)
    dialog = export(opened(vksd), qtbot, "export-full")
    drawn = dialog.view.sheet.grab().toImage()
    corner = dialog.view.sheet.paper().topLeft().toPoint()
    assert drawn.pixelColor(corner.x() + 4, corner.y() + 4).name() == "#ffffff"
    assert drawn.pixelColor(2, 2).lightness() < 60
    assert_nothing_is_cut(dialog)


@pytest.mark.parametrize(("locale", "paper"), [("en_US", "letter"), ("en_GB", "a4"), ("ko_KR", "a4")])
def test_the_paper_is_that_of_the_country(locale: str, paper: str) -> None:
    assert paper_of(QLocale(locale)) == paper


def test_what_may_be_pressed_looks_so_and_the_rest_does_not(shown: Show, kidd: Path) -> None:
    dialog = shown(kidd)
    buttons = [each for each in dialog.findChildren(Button) if "page (" in each.toolTip()]
    assert len(buttons) == 2
    for button in buttons:
        assert not button.isEnabled()
        image = button.grab().toImage()
        edge = {image.pixelColor(x, 0).name() for x in range(8, image.width() - 8)}
        assert len(edge) > 1  # dashed


def test_it_is_left_by_a_button(shown: Show, kidd: Path) -> None:
    dialog = shown(kidd)
    dialog.leave.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("label", "every", "last"),
    [
        ("", "Up to TLP:AMBER (all items)", "Up to TLP:CLEAR"),
        ("HOUSE ONLY", "Any marking (all items)", "Up to HOUSE ONLY"),
    ],
)
def test_the_choice_of_markings_says_what_all_is(
    offered: Callable[..., Choices], vksd: Path, label: str, every: str, last: str
) -> None:
    def own(tree: Any) -> None:
        if label:
            tree["agreements"][0]["marking"] = {"scheme": "custom", "label": label}

    choices = offered(vksd, own)
    marking = choices.marking
    assert marking is not None
    words = [marking.itemText(n) for n in range(marking.count())]
    assert (words[0], words[-1]) == (every, last)
    assert "Up to TLP:AMBER" not in words or label
    assert choices.choice().max_marking is None
