"""About: the version, what the program runs on, and the licences of all of it, to be read and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from briefing_app import __version__
from briefing_app.gui.diagnostics import licences, parts
from briefing_app.gui.dialogs.reading import ReadingArea, foot
from briefing_app.gui.panels.scrolling import paint_ground, thin_bar
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.theme import Theme

_WIDE, _HIGH = 640, 600
_EDGE = 20


def show_about(parent: QWidget, theme: Theme, copy: Callable[[], object]) -> QDialog:
    """Tell what the program is, which version, and what it runs on.

    Args:
        parent: the window.
        theme: what the dialog draws with.
        copy: copies the diagnostics.
    """
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(theme.px(4), 0, theme.px(12), 0)
    grid.setHorizontalSpacing(theme.px(20))
    grid.setVerticalSpacing(theme.px(4))
    program = tr("Briefing {version}", version=__version__)
    for n, (words, gap) in enumerate(_about()):
        line = TextLine(theme, words, "ui", "ink" if n == 0 else "ink2", selectable=True)
        line.setContentsMargins(0, 0, 0, theme.px(gap))
        grid.addWidget(line, n + 1, 0, 1, 3)
    grid.addWidget(TextLine(theme, program, "title", selectable=True), 0, 0, 1, 3)
    for n, (name, release, licence) in enumerate(parts(), grid.rowCount()):
        grid.addWidget(TextLine(theme, name, "meta_bold", wraps=False, selectable=True), n, 0)
        grid.addWidget(TextLine(theme, release, "meta", "ink2", wraps=False, selectable=True), n, 1)
        grid.addWidget(TextLine(theme, licence, "meta", "ink2", selectable=True), n, 2)
    grid.setColumnStretch(2, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    scroll = ReadingArea(theme, tr("About Briefing"), page)
    paint_ground(scroll, theme, "window")
    texts = Button(theme, tr("Licence texts"), "outline")
    diagnostics = Button(theme, tr("Copy diagnostics"), "outline", icon="copy")
    diagnostics.clicked.connect(copy)
    dialog = _dialog(parent, theme, tr("About Briefing"), scroll, (diagnostics, texts))
    texts.clicked.connect(lambda: show_licences(dialog, theme))
    dialog.open()
    scroll.setFocus()
    return dialog


def _about() -> tuple[tuple[str, int], ...]:
    """Return what is said of the program, and the px below it."""
    return (
        (tr("Shows, checks and prints briefings: every statement leads to its passage."), 0),
        (tr("Nothing leaves this computer."), 0),
        (
            tr(
                "MIT licence. It runs on these parts, each under its own licence; "
                "Qt and PySide6 are loaded as they are published and can be replaced."
            ),
            10,
        ),
    )


def show_licences(parent: QWidget, theme: Theme) -> QDialog:
    """Show the licences of the program and of all its parts in full."""
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    flags = Qt.TextInteractionFlag
    text.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    text.setFont(theme.font("code"))
    text.setFrameShape(QFrame.Shape.StyledPanel)
    text.setAccessibleName(tr("Licence texts"))
    text.setPlainText(visible("\n".join(_written())))
    thin_bar(text, theme)
    dialog = _dialog(parent, theme, tr("Licence texts"), text, ())
    dialog.open()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    return dialog


def _written() -> list[str]:
    lines: list[str] = []
    for name, release, licence, home, texts in licences():
        title = tr("{part} {version}: {licence}", part=name, version=release, licence=licence)
        lines += [title, "=" * len(title), ""]
        if not texts:
            words = tr(
                "This part comes without the text of its licence. It is published at {home}", home=home
            )
            lines += [words, ""]
        for text in texts:
            lines += [text.strip("\n"), ""]
        lines.append("")
    return lines


def _dialog(parent: QWidget, theme: Theme, title: str, body: QWidget, buttons: tuple[Button, ...]) -> QDialog:
    """Return a dialog with a body, buttons and one that closes it, as large as the screen allows."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
    layout.setSpacing(_EDGE)
    layout.addWidget(body, 1)
    close = Button(theme, tr("Close"), "outline")
    close.clicked.connect(dialog.reject)
    layout.addLayout(foot((*buttons, close)))
    room = parent.screen().availableGeometry()
    dialog.resize(min(theme.px(_WIDE), room.width() - 40), min(theme.px(_HIGH), room.height() * 3 // 4))
    return dialog
