"""Small dialogs that tell something: the shortcuts, a link that leads out."""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, QUrl
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from briefing_app.gui.actions import shortcuts
from briefing_app.gui.dialogs.reading import ReadingArea, foot
from briefing_app.gui.folders import open_address
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.gui.actions import KeyGroup
    from briefing_app.gui.theme import Theme

_WEB = ("http", "https")


def show_shortcuts(parent: QWidget, theme: Theme) -> QDialog:
    """List every key that does something, in two columns where there is room for them."""
    groups = shortcuts()
    room = parent.screen().availableGeometry()
    columns = _columns(groups)
    page = QWidget()
    across = QHBoxLayout(page)
    # The bar of the scroll area lies to the right of it, the focus ring of nothing below.
    across.setContentsMargins(0, 0, theme.px(12), theme.px(4))
    across.setSpacing(theme.px(40))
    beside = [_keys_of(theme, column) for column in columns]
    if sum(each.sizeHint().width() for each in beside) + theme.px(140) > room.width():
        beside = [_keys_of(theme, groups)]
    for each in beside:
        across.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
    scroll = ReadingArea(theme, tr("Keyboard shortcuts"), page)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    dialog = _told(parent, tr("Keyboard shortcuts"), scroll, Button(theme, tr("Close"), "outline"))
    # Only now that it is shown are its fonts those that are measured.
    wanted = page.sizeHint().grownBy(QMargins(0, 0, scroll.room, scroll.room))
    scroll.setMinimumWidth(wanted.width() + scroll.verticalScrollBar().sizeHint().width())
    around = dialog.sizeHint().height() - scroll.sizeHint().height()
    dialog.resize(dialog.sizeHint().width(), min(wanted.height() + around, room.height() * 19 // 20))
    return dialog


def _columns(groups: Sequence[KeyGroup]) -> tuple[list[KeyGroup], list[KeyGroup]]:
    """Return groups in two columns that are as short as they can be; each has its groups in their order."""
    best: tuple[list[KeyGroup], list[KeyGroup]] = (list(groups), [])
    for way in product((True, False), repeat=len(groups) - 1):
        left = [group for group, on in zip(groups, (True, *way), strict=True) if on]
        right = [group for group in groups if group not in left]
        if max(map(_lines, (left, right))) < max(map(_lines, best)):
            best = left, right
    return best


def _lines(groups: Sequence[KeyGroup]) -> int:
    return sum(len(group.lines) + 2 for group in groups)


def _keys_of(theme: Theme, groups: Sequence[KeyGroup]) -> QWidget:
    """Return groups of keys below one another."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(24))
    grid.setVerticalSpacing(theme.px(2))
    for group in groups:
        n = grid.rowCount()
        grid.setRowMinimumHeight(n, 0 if n == 1 else theme.px(10))
        grid.addWidget(TextLine(theme, group.title, "label", "ink3", wraps=False), n + 1, 0, 1, 2)
        for k, (text, keys) in enumerate(group.lines, n + 2):
            grid.addWidget(TextLine(theme, text, "ui", wraps=False), k, 0)
            grid.addWidget(TextLine(theme, keys, "ui_bold", "ink2", wraps=False), k, 1)
    grid.setColumnStretch(0, 1)
    return holder


def ask_to_follow(
    parent: QWidget, theme: Theme, address: str, failed: Callable[[], object]
) -> QDialog | None:
    """Ask before a link is opened in another program, with the host in plain sight.

    Args:
        parent: the window.
        theme: what the dialog draws with.
        address: where the link leads; only the web and mail are ever followed.
        failed: is called where no program takes the address.

    Returns:
        The dialog, None where the address leads elsewhere and nothing is asked.
    """
    url = QUrl(address)
    if url.scheme() not in (*_WEB, "mailto") or not url.isValid():
        return None
    if url.scheme() in _WEB:
        question = tr(
            "Open {host} in the browser?", host=url.host(QUrl.ComponentFormattingOption.FullyEncoded)
        )
    else:
        question = tr("Write to {address}?", address=url.path())
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(TextLine(theme, question, "ui_bold"))
    column.addWidget(TextLine(theme, address, "meta", "ink2", selectable=True))
    follow = Button(theme, tr("Open"), "primary")
    dialog = _told(parent, tr("Open a link"), body, Button(theme, tr("Cancel"), "outline"), follow)
    follow.setFocus(Qt.FocusReason.TabFocusReason)
    dialog.accepted.connect(partial(open_address, url, failed))
    return dialog


def _told(
    parent: QWidget,
    title: str,
    body: QWidget,
    leave: Button,
    follow: Button | None = None,
) -> QDialog:
    """Open a dialog with a body, a button that leaves it, and perhaps one that accepts it."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 20, 20, 16)
    layout.setSpacing(16)
    layout.addWidget(body)
    leave.clicked.connect(dialog.reject)
    if follow is not None:
        follow.clicked.connect(dialog.accept)
    layout.addLayout(foot([leave, follow] if follow else [leave]))
    dialog.setMinimumWidth(420)
    dialog.open()
    return dialog
