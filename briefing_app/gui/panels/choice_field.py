"""A choice of one, drawn as buttons side by side that go on below one another where there is no room."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.gui.panels.flow import FlowLayout
from briefing_app.gui.widgets.toggle import Toggle
from briefing_app.model.agreements import KINDS
from briefing_app.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.workflow.fields import Field

_STEPS: dict[int, int] = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class ChoiceField(QWidget):
    """Holds which of a field's choices is the one; arrows go from one to the next, Tab leaves."""

    changed = Signal()

    def __init__(self, theme: Theme, field: Field, value: str) -> None:
        """Make the buttons.

        Args:
            theme: what they draw with.
            field: whose choices they are; one that may be empty has a button for that.
            value: the one that is chosen at first, empty for none.
        """
        super().__init__()
        self._value = value
        self.setAccessibleName(field.label)
        flow = FlowLayout(theme.px(6), theme.px(6))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(flow)
        choices = field.choices if field.required else (("", tr("not said")), *field.choices)
        self.toggles: dict[str, Toggle] = {}
        for name, words in choices:
            kind = next((each for each in KINDS if field.name == "kind" and each == name), None)
            toggle = Toggle(theme, words, kind=kind)
            toggle.clicked.connect(partial(self.choose, name))
            flow.addWidget(toggle)
            self.toggles[name] = toggle
        self._show()

    def text(self) -> str:
        """Return what is chosen, empty for nothing."""
        return self._value

    def choose(self, name: str) -> None:
        """Choose one."""
        changed = name != self._value
        self._value = name
        self._show()
        if changed:
            self.changed.emit()

    def _show(self) -> None:
        for name, toggle in self.toggles.items():
            toggle.setChecked(name == self._value)
        # Tab comes to the chosen one and goes on from there, as in every choice of one.
        here = self._value if self._value in self.toggles else next(iter(self.toggles))
        for name, toggle in self.toggles.items():
            policy = Qt.FocusPolicy.StrongFocus if name == here else Qt.FocusPolicy.ClickFocus
            toggle.setFocusPolicy(policy)

    def take_focus(self) -> None:
        """Put the keyboard on what is chosen."""
        here = self._value if self._value in self.toggles else next(iter(self.toggles))
        self.toggles[here].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the next or the one before with the arrows."""
        if event.key() not in _STEPS or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        names = list(self.toggles)
        at = names.index(self._value) if self._value in names else -1
        self.choose(names[min(max(at + _STEPS[event.key()], 0), len(names) - 1)])
        self.take_focus()
