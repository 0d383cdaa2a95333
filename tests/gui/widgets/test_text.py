"""Text is shown as it is, never as HTML and never with a picture; it is selected, copied, reached by Tab."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextCharFormat, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from briefing_app.gui.theme import Theme, load_theme
from briefing_app.gui.widgets.text import RichTextView, TextLine, plain_tooltip
from briefing_app.gui.widgets.text_document import SafeDocument
from briefing_app.model.markup import rich_text
from briefing_app.model.outline import Part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")

RED = QColor("#FF0000")


@pytest.fixture
def red_png(tmp_path: Path) -> Path:
    """Return a red picture that hostile text points at."""
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(RED)
    path = tmp_path / "red.png"
    assert image.save(str(path))
    return path


def hostile(path: Path) -> tuple[str, ...]:
    """Return texts that load a picture where they are taken for HTML or Markdown."""
    return (
        f'<img src="file://{path}">',
        f'<img src="{path}">',
        f"![x]({path})",
        f'<table background="{path}"><tr><td>a</td></tr></table>',
        f'<p style="background-image:url(file://{path})">p</p>',
        "<table><tr><td>a" * 20,
    )


def test_hostile_text_is_text_and_loads_no_picture(
    theme: Theme, red_png: Path, show: Callable[..., QImage], count: Callable[[QImage, QColor], int]
) -> None:
    for text in hostile(red_png):
        rich, plain, line = RichTextView(theme), RichTextView(theme), TextLine(theme, text)
        rich.show_rich(rich_text(text))
        plain.show_plain(text)
        for view in (rich, plain, line):
            image = show(theme, view)
            assert count(image, RED) == 0
            assert count(image, theme.color("ink")) > 0
        assert plain.plain_text() == text
        assert line.accessibleName() == text
        if text.startswith("<"):
            assert "<" in rich.plain_text()


def test_the_red_picture_would_be_seen(
    qtbot: QtBot,
    theme: Theme,
    red_png: Path,
    show: Callable[..., QImage],
    count: Callable[[QImage, QColor], int],
) -> None:
    """The test above can fail: a widget that takes text for HTML does show the picture."""
    from PySide6.QtWidgets import QLabel

    assert count(show(theme, QLabel(f'<img src="{red_png}">')), RED) > 0


def test_a_document_loads_nothing_even_when_asked(theme: Theme, red_png: Path) -> None:
    document = SafeDocument(theme, "item")
    picture = document.resource(
        QTextDocument.ResourceType.ImageResource.value, QUrl.fromLocalFile(str(red_png))
    )
    assert isinstance(picture, QImage)
    assert picture.isNull()


def test_hidden_characters_become_visible(theme: Theme) -> None:
    view = RichTextView(theme)
    view.show_plain("a\u202eb")
    assert view.plain_text() == view.accessibleName() == "a[U+202E]b"
    assert TextLine(theme, "a\u202eb").text() == "a[U+202E]b"


def test_a_tooltip_shows_markup_as_it_is() -> None:
    assert plain_tooltip("") == ""
    shown = QTextDocument()
    for text in ("<b>x</b> & y", "one\ntwo", "plain", '<img src="/dev/zero">'):
        shown.setHtml(plain_tooltip(text))
        assert shown.toPlainText() == text


def test_blocks_of_rich_text_are_drawn(
    theme: Theme, show: Callable[..., QImage], count: Callable[[QImage, QColor], int]
) -> None:
    view = RichTextView(theme, "item", "ink2", "ink")
    text = "**Bold** *slanted* `code`\n\n- one\n    - inner\n- two\n\n3. three\n\n"
    text += "| A | B |\n|---|---|\n| c | d |\n"
    view.show_rich(rich_text(text + "\nafter [link](https://example.org)"))
    assert view.plain_text().split("\n")[:5] == ["Bold slanted code", "one", "inner", "two", "three"]
    assert "after link" in view.plain_text()
    image = show(theme, view)
    for token in ("ink", "ink2", "accent", "line"):
        assert count(image, theme.color(token)) > 0, token


def test_a_table_at_the_end_leaves_no_empty_line(theme: Theme) -> None:
    table = "| A | B |\n|---|---|\n| c | d |"
    alone, lead = RichTextView(theme), RichTextView(theme)
    alone.show_rich(rich_text(table))
    lead.show_rich(rich_text(f"x\n\n{table}"))
    line = theme.line_height("item")
    assert 2 * line < alone.heightForWidth(400) < 4 * line
    assert alone.heightForWidth(400) < lead.heightForWidth(400)


def test_lines_have_a_fixed_height_and_follow_the_width(theme: Theme) -> None:
    view = RichTextView(theme, "bottom_line")
    view.show_plain("word " * 30)
    line = theme.line_height("bottom_line")
    assert view.heightForWidth(10_000) == line
    narrow = view.heightForWidth(200)
    assert narrow % line == 0
    assert narrow > 3 * line
    assert view.hasHeightForWidth()
    assert view.sizeHint().width() <= theme.px(560)
    assert view.minimumSizeHint().height() == line
    for width in range(100, 120):
        assert view.heightForWidth(width) >= narrow


def test_a_word_without_end_wraps(theme: Theme) -> None:
    view = RichTextView(theme)
    view.show_plain("x" * 3000)
    assert view.minimumSizeHint().width() < 200
    assert view.heightForWidth(300) > 10 * theme.line_height("item")
    assert TextLine(theme, "x" * 3000).minimumSizeHint().width() < 600


def test_twice_the_text_size_is_twice_the_height() -> None:
    heights = []
    for scale in (1.0, 2.0):
        view = RichTextView(load_theme("light", scale))
        view.show_plain("word")
        heights.append(view.heightForWidth(1000))
    assert heights[1] == 2 * heights[0]


def _shown(qtbot: QtBot, theme: Theme, markdown: str) -> tuple[QWidget, RichTextView, QLineEdit]:
    page, view, other = QWidget(), RichTextView(theme), QLineEdit()
    view.show_rich(rich_text(markdown))
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(view)
    column.addWidget(other)
    page.resize(400, 300)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page, view, other


def test_what_is_inferred_has_dots_and_says_why(theme: Theme, show: Callable[..., QImage]) -> None:
    view = RichTextView(theme, "meta")
    view.show_parts([Part("expected"), Part("Singapore", inferred=True)])
    show(theme, view)
    document = view.findChild(SafeDocument)
    assert document is not None
    style = QTextCharFormat.UnderlineStyle
    for words, line in (
        ("expected", style.NoUnderline),
        ("Singapore", style.DotLine),  # dots would say that the words are cited
        ("(inferred)", style.NoUnderline),
    ):
        assert document.find(words).charFormat().underlineStyle() == line
    QTest.mouseMove(view, QPoint(20, 8))
    assert view.toolTip() == ""
    QTest.mouseMove(view, QPoint(round(view.end_of_text(view.width()).x()) - 20, 8))
    assert "Not stated in the source in so many words" in view.toolTip()
    QTest.mouseMove(view, QPoint(view.width() - 2, 8))
    assert view.toolTip() == ""


def test_a_link_is_only_a_signal(qtbot: QtBot, theme: Theme) -> None:
    _page, view, _other = _shown(qtbot, theme, "[a link that is long](https://example.org/x) and more")
    with qtbot.waitSignal(view.link_activated) as told:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(10, 12))
    assert told.args == ["https://example.org/x"]
    with qtbot.waitSignal(view.clicked):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 2, 12))
    QTest.mouseMove(view, QPoint(10, 12))
    assert "example.org" in view.toolTip()
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view, QPoint(view.width() - 2, 12))
    assert view.toolTip() == ""


def test_tab_goes_through_links_and_enter_follows_one(qtbot: QtBot, theme: Theme) -> None:
    _page, view, other = _shown(qtbot, theme, "[one](https://one.org) [two](https://two.org)")
    told: list[str] = []
    view.link_activated.connect(told.append)
    other.setFocus()
    for back in (False, False, True, True):
        QTest.keyClick(view if view.hasFocus() else other, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        if view.hasFocus():
            view.grab()
            QTest.keyClick(view, Qt.Key.Key_Return)
    assert told == ["https://one.org", "https://two.org", "https://one.org"]
    assert other.hasFocus()


def test_text_is_selected_and_copied(qtbot: QtBot, theme: Theme) -> None:
    _page, view, _other = _shown(qtbot, theme, "alpha beta gamma")
    clipboard = QGuiApplication.clipboard()
    clicks: list[bool] = []
    view.clicked.connect(lambda: clicks.append(True))
    start, end = QPoint(0, 12), QPoint(view.width() - 2, 12)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    _drag(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "alpha beta gamma"
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(5, 12))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "alpha"
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "alpha beta gamma"
    assert clicks == []
    QTest.mousePress(view, Qt.MouseButton.RightButton, pos=start)
    QTest.mouseRelease(view, Qt.MouseButton.RightButton, pos=start)
    assert clicks == []


def _drag(view: RichTextView, to: QPoint) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        QPointF(view.mapToGlobal(to)),
        Qt.MouseButton.NoButton,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QGuiApplication.sendEvent(view, event)


def test_a_line_can_be_recoloured_and_selected(
    theme: Theme, show: Callable[..., QImage], count: Callable[[QImage, QColor], int]
) -> None:
    line = TextLine(theme, "words that can be selected", "item_bold", selectable=True)
    line.recolour("delay")
    assert line.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert count(show(theme, line), theme.color("delay")) > 0
    assert 0 < line.text_baseline() < line.height()


@pytest.mark.parametrize("selectable", [True, False])
@pytest.mark.parametrize(
    "word", ["W" * 60, "Wehrbeschaffungsrahmenabkommensverhandlungen", "\U0001f600" * 50]
)
def test_a_word_wider_than_its_column_is_broken_where_the_column_ends(
    theme: Theme, show: Callable[..., QImage], word: str, *, selectable: bool
) -> None:
    """It asks for no more room than a column has, and is as high as its lines are."""
    line = TextLine(theme, f"On {word} in May", "title", selectable=selectable)
    heights = {}
    for width in (1600, 420, 260, 420):
        image = show(theme, line, width)
        assert line.width() == width
        assert not [y for y in range(line.height()) if image.pixelColor(width - 1, y) == theme.color("ink")]
        heights[width] = line.height()
        assert line.text().replace("\u200b", "") == f"On {word} in May"
        assert line.height() == line.heightForWidth(width)
    assert heights[260] > heights[420] > heights[1600]
    assert line.accessibleName() == f"On {word} in May"
    line.setText("On the agenda")
    assert line.text() == "On the agenda"
    assert line.minimumSizeHint().width() < 240


def test_a_word_that_has_room_is_not_broken(theme: Theme, show: Callable[..., QImage]) -> None:
    line = TextLine(theme, "Two Wehrbeschaffungsrahmenabkommensentwurf", "ui")
    show(theme, line, 420)
    assert "\u200b" not in line.text()
    show(theme, line, 200)
    assert line.text().startswith("Two Wehr")
    assert "\u200b" in line.text()


def test_a_bullet_keeps_its_distance_from_the_text(theme: Theme, show: Callable[..., QImage]) -> None:
    view = RichTextView(theme)
    view.show_rich(rich_text("- Hour\n- House"))
    image = show(theme, view)
    page = theme.color("page")
    inked = [x for x in range(60) if any(image.pixelColor(x, y) != page for y in range(4, 16))]
    gaps = [after - before - 1 for before, after in pairwise(inked)]
    assert gaps[next(n for n, gap in enumerate(gaps) if gap)] >= theme.px(5)
