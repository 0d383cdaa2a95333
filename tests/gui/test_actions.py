from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from briefing_app.gui import actions
from briefing_app.gui.action_rows import Id, rows
from briefing_app.gui.theme import load_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from briefing_app.gui.theme import Scheme


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_no_two_actions_share_a_key() -> None:
    keys = Counter(QKeySequence(key).toString() for row in rows() for key in row.keys)
    assert [key for key, n in keys.items() if n > 1] == []
    assert "" not in keys


def test_no_two_rows_of_a_menu_share_a_letter() -> None:
    for menu in ("file", "edit", "view", "help"):
        texts = [row.text for row in rows() if row.menu == menu]
        letters = Counter(text[text.index("&") + 1].casefold() for text in texts if "&" in text)
        assert [letter for letter, n in letters.items() if n > 1] == [], menu
        # There are more rows than letters: what has none has a key.
        assert all(row.keys for row in rows() if row.menu == menu and "&" not in row.text)


def test_every_id_has_a_row() -> None:
    from typing import get_args

    assert Counter(row.id for row in rows()) == Counter(get_args(Id))


def test_what_needs_a_briefing_waits_for_one_and_says_so(parent: QWidget) -> None:
    made = actions.build(parent)
    actions.enable(made, actions.There())
    assert made["open"].isEnabled()
    assert not made["export-full"].isEnabled()
    assert made["next-item"].toolTip().endswith("open a briefing first")
    actions.enable(made, actions.There(briefing=True))
    assert made["export-full"].isEnabled()
    assert "first" not in made["next-item"].toolTip()
    assert not made["copy-citation"].isEnabled()
    assert made["copy-citation"].toolTip().endswith("select an item first")
    actions.enable(made, actions.There(briefing=True, item=True, passages=1))
    assert made["copy-citation"].isEnabled()
    assert made["next-passage"].toolTip().endswith("the item has no other passage")
    actions.enable(made, actions.There(briefing=True, item=True, passages=2))
    assert made["next-passage"].isEnabled()


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
    groups = actions.shortcuts()
    told = {text: keys for group in groups for text, keys in group.lines}
    assert told["Open"] == "Ctrl+O"
    assert told["Next item"] == "Down, J"
    assert told["Previous passage"] == "[, Alt+Up"
    assert told["Next passage"] == "], Alt+Down"
    assert told["Menu"] == "F10"
    assert told["Accept and go on"] == "A"
    assert told["Set the kind of an agreement"] == "1 to 5"
    assert not any("&" in text for text in (*told, *(group.title for group in groups)))
    assert sum(len(group.lines) for group in groups) == len(told)


def test_a_menu_shows_the_keys_of_a_view_and_leaves_them_to_it(parent: QWidget) -> None:
    made = actions.build(parent)
    item = made["next-item"]
    assert item.shortcut().toString() == "Down"
    assert item.shortcutContext() == Qt.ShortcutContext.WidgetShortcut
    assert made["next-passage"].shortcutContext() == Qt.ShortcutContext.WindowShortcut


def test_a_tooltip_ends_in_the_key(parent: QWidget) -> None:
    made = actions.build(parent)
    assert made["source"].toolTip() == "Show or hide the source (F8)"
    assert made["samples"].toolTip() == "Samples"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_icons_are_drawn_when_they_are_wanted_and_seen_on_the_highlighted_row(
    parent: QWidget, scheme: Scheme
) -> None:
    made, theme = actions.build(parent), load_theme(scheme)
    assert made["open"].icon().isNull()
    actions.draw_icons(made, theme)
    for row in rows():
        if row.icon:
            assert not row.checkable, "its check mark stands in that place"
            image = made[row.id].icon().pixmap(QSize(16, 16), 3.0, QIcon.Mode.Active).toImage()
            inks = {
                image.pixelColor(x, y).name()
                for x in range(48)
                for y in range(48)
                if image.pixelColor(x, y).alpha() == 255
            }
            assert inks == {theme.color("onAccent").name()}, row.id
