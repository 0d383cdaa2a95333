from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from briefing_app.gui import actions
from briefing_app.gui.theme import load_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_no_two_actions_share_a_key() -> None:
    keys = Counter(QKeySequence(key).toString() for row in actions.rows() for key in row.keys)
    assert [key for key, n in keys.items() if n > 1] == []
    assert "" not in keys


def test_every_id_has_a_row() -> None:
    from typing import get_args

    assert Counter(row.id for row in actions.rows()) == Counter(get_args(actions.Id))


def test_what_needs_a_briefing_waits_for_one(parent: QWidget) -> None:
    made = actions.build(parent)
    actions.enable(made, briefing=False, item=False)
    assert made["open"].isEnabled()
    assert not made["export-full"].isEnabled()
    actions.enable(made, briefing=True, item=False)
    assert made["export-full"].isEnabled()
    assert not made["copy-citation"].isEnabled()
    actions.enable(made, briefing=True, item=True)
    assert made["copy-citation"].isEnabled()


def test_the_menu_lists_every_action_but_itself(parent: QWidget) -> None:
    made = actions.build(parent)
    menu = QMenu(parent)
    actions.fill(menu, made)
    inner = [action.menu() for action in menu.actions()]
    listed = {action.objectName() for each in inner if isinstance(each, QMenu) for action in each.actions()}
    assert listed - {""} == set(made) - {"menu"}


def test_the_schemes_are_one_choice(parent: QWidget) -> None:
    made = actions.build(parent)
    made["scheme-dark"].trigger()
    made["scheme-light"].trigger()
    assert made["scheme-light"].isChecked()
    assert not made["scheme-dark"].isChecked()


def test_the_list_of_shortcuts_tells_those_of_the_views_too() -> None:
    told = dict(actions.shortcuts())
    assert told["Open"] == "Ctrl+O"
    assert "J" in told["Next item"]
    assert "Menu" in told
    assert not any("&" in text for text in told)


def test_a_tooltip_ends_in_the_key(parent: QWidget) -> None:
    made = actions.build(parent)
    assert made["source"].toolTip() == "Show or hide the source (F8)"
    assert made["samples"].toolTip() == "Samples"


def test_icons_are_drawn_when_they_are_wanted(parent: QWidget) -> None:
    made = actions.build(parent)
    assert made["open"].icon().isNull()
    actions.draw_icons(made, load_theme("light"))
    assert not made["open"].icon().isNull()
