"""Help: what the signs mean and how to get about, in our words, without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from briefing_app.gui.dialogs.reading import ReadingArea, foot
from briefing_app.gui.panels.scrolling import paint_ground
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.signs import CertaintySign, KindSign, StageSign
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.outline import certainty_word, kind_meaning, kind_word, steps
from briefing_app.model.tracker import state_word
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.gui.theme import Theme

_WIDE, _HIGH = 640, 620


def show_help(parent: QWidget, theme: Theme) -> QDialog:
    """Open the help beside the window; the window can be used meanwhile."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("Help"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(theme.px(28), theme.px(20), theme.px(28), theme.px(24))
    column.setSpacing(theme.px(6))
    for title, paragraphs in _sections():
        column.addSpacing(theme.px(10))
        column.addWidget(TextLine(theme, title, "h2"))
        for paragraph in paragraphs:
            column.addWidget(TextLine(theme, paragraph, "ui", "ink2", selectable=True))
        if title == _signs_title():
            for sign, words in _signs(theme):
                column.addLayout(_sign_line(theme, sign, words))
    column.addStretch(1)
    scroll = ReadingArea(theme, tr("Help"), page)
    paint_ground(scroll, theme, "page")
    close = Button(theme, tr("Close"), "outline")
    close.clicked.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, theme.px(12))
    layout.addWidget(scroll, 1)
    buttons = foot((close,))
    buttons.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
    layout.addLayout(buttons)
    room = parent.screen().availableGeometry()
    dialog.resize(min(theme.px(_WIDE), room.width() - 40), min(theme.px(_HIGH), room.height() - 80))
    dialog.show()
    scroll.setFocus()
    return dialog


def _sign_line(theme: Theme, sign: QWidget, words: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.px(10))
    holder = QWidget()
    holder.setFixedWidth(theme.px(24))
    inner = QHBoxLayout(holder)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addWidget(sign, 0, Qt.AlignmentFlag.AlignCenter)
    line.addWidget(holder)
    line.addWidget(TextLine(theme, words, "ui", "ink2", selectable=True), 1)
    return line


def _signs_title() -> str:
    return tr("The signs")


def _signs(theme: Theme) -> Iterator[tuple[QWidget, str]]:
    for kind in ("agreed", "reaffirmed", "pledged", "assessed", "discussed"):
        words = tr("{word}: {meaning}", word=kind_word(kind), meaning=kind_meaning(kind))
        yield KindSign(theme, kind), words
    for certainty in ("confirmed", "expected", "possible"):
        yield CertaintySign(theme, steps(certainty)), certainty_word(certainty)
    for state in ("verified", "assessed", "rehearsed", "planned", "delayed"):
        yield StageSign(theme, state), state_word(state)
    yield StageSign(theme, "absent"), tr("Not mentioned here: the source says nothing of this stage")


Section = tuple[str, tuple[str, ...]]


def _sections() -> tuple[Section, ...]:
    return (*_reading(), *_checking())


def _reading() -> tuple[Section, ...]:
    return (
        (
            tr("Reading a briefing"),
            (
                tr(
                    "A briefing says what a meeting came to: who took part, what was agreed, where the "
                    "OPCON transition stands, and which meetings are ahead. Each line ends in one or more "
                    "marks such as ¶4. The mark names the paragraph of the source that proves the line; a "
                    "click on it, or Enter on a selected line, shows the words."
                ),
                tr(
                    "What is underlined with dots and marked “inferred” is not in the source in so many "
                    "words. What the source does not say is listed under “Not in the source”."
                ),
            ),
        ),
        (
            _signs_title(),
            (tr("Each sign stands with its word. Kinds come first, then certainty, then the stages."),),
        ),
        (
            tr("Dates"),
            (
                tr(
                    "A sharp block is a day or several days. A bar between brackets is a time somewhere "
                    "within which the date lies. A bar that fades says “from then on” or “until then”. "
                    "Today has a line of its own. A date that has passed says so; it does not say that "
                    "the meeting was held."
                ),
            ),
        ),
    )


def _checking() -> tuple[Section, ...]:
    return (
        (
            tr("Passages and the source"),
            (
                tr(
                    "Where the text of the source is at hand, each passage is looked up in it. Verified: "
                    "the words stand where the briefing says. Moved: they stand in another paragraph. "
                    "Changed: they stand there in other words. Missing: they are not found. Unchecked: "
                    "there is no text to look in."
                ),
            ),
        ),
        (
            tr("Printing"),
            (
                tr(
                    "One page holds what fits, and counts what it leaves to the full brief. The full "
                    "brief has the evidence for every line. Each PDF carries its briefing as an attached "
                    "file."
                ),
            ),
        ),
        (
            tr("Files and privacy"),
            (
                tr(
                    "Nothing leaves this computer. The program opens a web page only when you choose to, "
                    "in your browser. A file with problems is not changed; the list says what is wrong "
                    "and where."
                ),
            ),
        ),
    )
