from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage

from briefing_app.gui.theme import load_theme
from briefing_app.gui.widgets.button import Button, Style

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

THEME = load_theme("light")


def drawn(button: Button, reason: Qt.FocusReason | None = None) -> QImage:
    """Return a button as it looks, with the focus where a reason for it is given."""
    if reason is None:
        button.clearFocus()
    else:
        button.setFocus(reason)
        assert button.hasFocus()
    return button.grab().toImage()


@pytest.mark.parametrize("style", get_args(Style))
def test_every_state_of_a_button_looks_different(qtbot: QtBot, style: Style) -> None:
    button = Button(THEME, "Export", style, icon="export", key="Ctrl+E")
    qtbot.addWidget(button)
    button.show()
    button.activateWindow()
    qtbot.waitUntil(button.isActiveWindow)
    rest = drawn(button)
    ring = drawn(button, Qt.FocusReason.TabFocusReason)
    button.setEnabled(False)
    off = drawn(button)
    assert rest != ring
    assert rest != off
    assert ring != off


def test_the_mouse_brings_no_ring(qtbot: QtBot) -> None:
    button = Button(THEME, "Open")
    qtbot.addWidget(button)
    button.show()
    button.activateWindow()
    qtbot.waitUntil(button.isActiveWindow)
    assert drawn(button, Qt.FocusReason.MouseFocusReason) == drawn(button)
    assert drawn(button, Qt.FocusReason.TabFocusReason) != drawn(button)


def test_an_icon_alone_keeps_its_name(qtbot: QtBot) -> None:
    button = Button(THEME, "Source", icon="source", icon_only=True)
    qtbot.addWidget(button)
    assert button.accessibleName() == "Source"
    assert button.width() >= 24 or button.sizeHint().width() >= 24
    assert button.minimumSizeHint() == button.sizeHint()


def test_a_button_of_an_action_follows_it(qtbot: QtBot) -> None:
    action = QAction("&Source pane…")
    action.setCheckable(True)
    button = Button.of_action(THEME, action, icon="source")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Source pane"
    button.click()
    assert action.isChecked()
    assert button.isChecked()
    action.setEnabled(False)
    assert not button.isEnabled()
