"""The source pane: passages in turn and their states in words, texts attached to it, the way to the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from briefing_app.gui.panels.passage_bar import SIGNS
from briefing_app.workflow import attaching
from tests.gui.attached import FOC_TEST, attach, click_at

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.settings import Settings
    from briefing_app.model.evidence import PassageState

    Open = Callable[..., MainWindow]
    Change = Callable[[Path, Callable[[Any], object]], Path]


def test_several_passages_are_counted_and_stepped_through(lent: Open, vksd: Path) -> None:
    window = lent(vksd)
    bar = window.frame.source.passage
    assert not bar.isVisible()
    window.pick("a1")
    assert bar.isVisible()
    assert bar.where.text() == "1\xa0¶3 · 1 of 3 passages"
    assert not bar.back.isEnabled()
    QTest.mouseClick(bar.on, Qt.MouseButton.LeftButton)
    assert window.selection.mark == 1
    assert bar.where.text() == "1\xa0¶1 · 2 of 3 passages"
    QTest.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    assert window.selection.mark == 0


def test_the_keyboard_steps_from_passage_to_passage_in_the_article(opened: Open, vksd: Path) -> None:
    window = opened(vksd)
    article = window.frame.source.article
    cursor, bar = article.textCursor(), article.verticalScrollBar()
    assert (cursor.position(), cursor.anchor(), bar.value()) == (0, 0, 0)
    window.pick("a1")
    assert not article.textCursor().hasSelection()
    marks = []
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(article, Qt.Key.Key_Down, alt)
    marks.append(window.selection.mark)
    QTest.keyClicks(article, "]")
    marks.append(window.selection.mark)
    QTest.keyClicks(article, "]")  # there is no fourth
    marks.append(window.selection.mark)
    assert window.frame.source.source == "s2"
    QTest.keyClicks(article, "[")
    QTest.keyClick(article, Qt.Key.Key_Up, alt)
    marks.append(window.selection.mark)
    assert marks == [1, 2, 2, 0]
    assert window.frame.source.source == "s1"


def test_enter_in_the_article_picks_what_cites_its_paragraph(lent: Open, vksd: Path) -> None:
    window = lent(vksd)
    window.pick("a1", 1)
    QTest.keyClick(window.frame.source.article, Qt.Key.Key_Return)
    assert window.selection.place is not None
    assert window.selection.place.paragraph == 1
    assert len(window.selection.items) > 1


def test_an_item_with_one_passage_has_no_steps_but_a_state(lent: Open, vksd: Path) -> None:
    window = lent(vksd)
    bar = window.frame.source.passage
    for item in ("a2", "a3", "a4", "m1", "m2"):
        window.pick(item)
        if len(window.selection.marks) == 1:
            break
    assert len(window.selection.marks) == 1
    assert bar.isVisible()
    assert not bar.where.isVisible()
    assert not bar.on.isVisible()
    assert bar.state.text() == "Verified: the words stand as cited."


def test_each_state_is_said_in_words_with_its_sign(lent: Open, bare: Path, text: tuple[str, ...]) -> None:
    window = lent(bare)
    window.pick("a1", 1)
    bar = window.frame.source.passage
    said: dict[PassageState, str] = {bar.sign.state: bar.state.text()}
    first = text[0]
    for shown in (
        text,
        ("A notice.", *text),
        (first.replace("long-delayed main", "late"), *text[1:]),
        ("Nothing of it.", *text[1:]),
    ):
        attach(window, shown)
        said[bar.sign.state] = bar.state.text()
        assert bar.state.text().startswith(bar.sign.accessibleName() + ": ")
    assert said == {
        "unchecked": "Unchecked: the text is not at hand.",
        "verified": "Verified: the words stand as cited.",
        "moved": "Moved: the same words now stand in ¶2, not ¶1.",
        "changed": "Changed: ¶1 begins and ends alike, but its words differ.",
        "missing": "Missing: the words are not in this text; ¶1 was cited.",
    }
    assert said.keys() == SIGNS.keys()


def test_moved_words_are_highlighted_and_picked_where_they_stand(
    lent: Open, bare: Path, text: tuple[str, ...]
) -> None:
    window = lent(bare)
    pane = attach(window, ("A notice.", *text))
    window.pick("a1", 1)
    before = window.selection.items
    assert pane.article.highlighted()[0].startswith("have agreed to hold")
    window.pick_paragraph("", 0)
    click_at(window, pane.article.document().find("have agreed to hold the"))
    assert window.selection.place is not None
    assert window.selection.place.paragraph == 1
    assert before[0] in window.selection.items


def test_the_passage_bar_is_drawn_as_a_bar(lent: Open, vksd: Path) -> None:
    window = lent(vksd)
    window.pick("a1")
    bar = window.frame.source.passage
    image = bar.grab().toImage()
    theme = window.frame.theme
    scale = round(image.devicePixelRatio())
    assert image.pixelColor(4, 4) == theme.color("window")
    assert image.pixelColor(4, image.height() - scale) == theme.color("line")


def test_without_text_it_offers_to_attach_and_to_open_at_the_source(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    pane = window.frame.source
    assert pane.note.attach.isVisible()
    assert pane.note.open.isVisible()
    assert not pane.note.forget.isVisible()
    assert len(pane.article.toPlainText().splitlines()) > 17
    pane.article.paragraph_clicked.emit(4)
    assert window.selection.place is not None
    assert window.selection.place.paragraph == 4


def test_the_note_goes_where_the_file_carries_the_text(lent: Open, vksd: Path) -> None:
    assert not lent(vksd).frame.source.note.isVisible()


def test_the_address_names_the_words_in_view(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    asked: list[str] = []
    window.frame.link_activated.connect(asked.append)
    window.frame.source.note.open.click()
    window.pick("a1")
    window.frame.source.note.open.click()
    assert window.document.briefing is not None
    url = window.document.briefing.sources[0].url
    assert asked[0] == url
    start = window.selection.passages[0].start.split()[0]
    assert asked[1].startswith(f"{url}#:~:text={start}%20")


def test_opening_at_the_source_asks_first(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.pick("a1")
    window.frame.source.note.open.click()
    (dialog,) = window.findChildren(QDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_an_attached_text_is_read_like_one_in_the_file(lent: Open, bare: Path, text: tuple[str, ...]) -> None:
    window = lent(bare)
    before = bare.read_bytes()
    pane = attach(window, text)
    window.pick("a1")
    assert pane.article.highlighted() == (FOC_TEST,)
    assert pane.note.forget.isVisible()
    assert not pane.note.attach.isVisible()
    assert bare.read_bytes() == before
    assert window.document.briefing is not None
    assert not window.document.briefing.sources[0].text
    window.frame.workspace.hide()
    window.show_document()
    assert pane.note.forget.isVisibleTo(pane)
    window.frame.workspace.show()


def test_a_kept_text_is_there_at_the_next_opening_until_it_is_forgotten(
    opened: Open, bare: Path, text: tuple[str, ...], qtbot: QtBot
) -> None:
    attaching.keep(attaching.Attached(text, same=True))
    window = opened(bare)
    pane = window.frame.source
    qtbot.waitUntil(pane.note.forget.isVisible)  # looked up once the brief has been painted
    assert text[0][:40] in pane.article.toPlainText()
    pane.note.forget.setFocus()
    QTest.keyClick(pane.note.forget, Qt.Key.Key_Space)
    assert pane.note.attach.isVisible()
    assert pane.note.attach.hasFocus()  # the button that had the keyboard is gone
    assert not any(attaching.folder().iterdir())
    window.document.look_up_texts()
    assert pane.note.attach.isVisible()


def test_a_narrow_window_peeks_at_the_attached_words(opened: Open, bare: Path, text: tuple[str, ...]) -> None:
    window = opened(bare, width=960, height=600)
    window.pick("a1")
    assert "…" in window.frame.peek.words.text()
    assert window.frame.peek.where.text() == "1\xa0¶3 · 1 of 3 passages · Unchecked"
    attach(window, text)
    assert "Full Operational Capability (FOC) without" in window.frame.peek.words.text()
    where = window.frame.peek.where
    assert where.text() == "1\xa0¶3 · 1 of 3 passages"
    attach(window, ("A notice.", *text))
    assert where.text() == "1\xa0¶3 · 1 of 3 passages · Moved"


def test_forget_ends_where_the_other_controls_do(lent: Open, bare: Path) -> None:
    window = lent(bare)
    pane = attach(window, ("Words of another article.",))
    choice, forget = pane.head.choice, pane.note.forget
    assert choice is not None
    ends = [each.mapTo(pane, each.rect().topRight()).x() for each in (choice, forget)]
    if not pane.head.open.isVisible():
        assert ends[0] == ends[1]
    assert ends[1] == pane.width() - 1 - pane.head._theme.px(16)


def test_nothing_shows_through_the_ring_of_the_article(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.pick("a1")
    article, theme = window.frame.source.article, window.frame.theme
    article.setFocus()
    image = article.viewport().grab().toImage()
    columns = (0, 1, image.width() - 2, image.width() - 1)
    assert {image.pixelColor(x, y).name() for x in columns for y in range(image.height())} == {
        theme.color("accent").name()
    }
    bar = [image.pixelColor(4, y).name() for y in range(image.height())]
    assert theme.color("markLine").name() in bar


def test_every_control_of_the_pane_is_named_and_reached_by_tab(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.pick("a1")
    pane = window.frame.source
    controls = (pane.note.attach, pane.note.open, pane.passage.on, pane.article)
    for control in controls:
        assert control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert min(control.width(), control.height()) >= 24
    pane.note.attach.setFocus()
    reached = []
    for _ in controls:
        reached.append(window.focusWidget())
        window.focusNextChild()
    assert reached == list(controls)


def test_the_peek_strip_shows_the_words_in_their_sentence_gives_its_room_to_them_and_steps(
    opened: Open, vksd: Path
) -> None:
    window = opened(vksd, width=960, height=600)
    window.pick("a1")
    peek = window.frame.peek
    assert peek.where.text() == "1\xa0¶3 · 1 of 3 passages"
    assert peek.words.text() == FOC_TEST
    shown = peek.words.toPlainText()
    assert shown.startswith("… ")
    assert FOC_TEST in shown
    assert len(shown) > 40
    assert peek.where.geometry().bottom() <= peek.words.geometry().top()
    assert peek.words.height() <= 2 * window.frame.theme.line_height("article")
    assert not peek.back.isEnabled()
    QTest.mouseClick(peek.on, Qt.MouseButton.LeftButton)
    assert peek.where.text() == "1\xa0¶1 · 2 of 3 passages"
    QTest.mouseClick(peek.back, Qt.MouseButton.LeftButton)
    assert window.selection.mark == 0


def test_the_head_names_the_publisher_once_and_its_parts_stand_in_line(
    lent: Open, vksd: Path, kidd: Path
) -> None:
    head = lent(vksd).frame.source.head
    pick = head.choice
    assert pick is not None
    assert pick.currentText() == "1  Sample Wire"
    assert head.publisher.text().replace("\xa0", " ") == "18 October 2024, 07:30 +02:00"
    assert abs(pick.geometry().center().y() - head.open.geometry().center().y()) <= 1
    theme = head.window().frame.theme  # type: ignore[attr-defined]
    image = pick.grab().toImage()
    ground = {image.pixelColor(image.width() // 2, y).name() for y in (4, image.height() - 5)}
    assert ground == {theme.color("raised").name()}  # no gradient
    below = head.title.mapTo(head, head.title.rect().topLeft()).y() - pick.geometry().bottom() - 1
    assert below >= theme.px(8)
    pick.setCurrentIndex(1)
    pick.activated.emit(1)
    assert "Ministry" not in head.publisher.text()


def test_a_single_source_is_no_choice_and_its_publisher_is_named(lent: Open, kidd: Path) -> None:
    head = lent(kidd).frame.source.head
    assert head.choice is None
    assert head.publisher.text().startswith("Yonhap · ")


def test_the_way_to_the_web_stands_beside_the_first_line(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    head = attach(window, ("Words of another article.",)).head
    assert head.open.isVisible()
    top = head.title.mapTo(head, head.title.rect().topLeft()).y()
    first = top + window.frame.theme.line_height("quote") / 2
    assert abs(first - (head.open.y() + head.open.height() / 2)) <= 1


def test_the_peek_strip_gives_its_room_to_the_cited_words_in_twice_the_size(
    opened: Open, vksd: Path, settings: Settings
) -> None:
    settings.change(text_size=200)
    window = opened(vksd, width=960, height=600)
    window.pick("a1")
    peek = window.frame.peek
    assert peek.where.geometry().bottom() <= peek.words.geometry().top()
    shown = peek.words.toPlainText()
    assert len(shown) > 40
    assert shown.startswith("… " + FOC_TEST[:20])
