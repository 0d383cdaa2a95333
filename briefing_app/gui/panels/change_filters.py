"""Which changes are listed: those of some kinds, of all parts of the briefing or of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.gui.panels.flow import FlowLayout
from briefing_app.gui.widgets.change_sign import paint_change
from briefing_app.gui.widgets.pick import Pick
from briefing_app.gui.widgets.toggle import Toggle
from briefing_app.words import tr
from briefing_app.workflow.change_words import kind_word
from briefing_app.workflow.comparing import AS_READ, CHANGE_KINDS
from briefing_app.workflow.field_words import panel_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from briefing_app.gui.theme import Theme
    from briefing_app.workflow.comparing import Change, ChangeKind, Panel

_NARROWEST = 220


class ChangeFilters(QWidget):
    """A button for each kind of change that there is, and a list of the parts that have any."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.toggles: dict[ChangeKind, Toggle] = {}
        self._theme = theme
        self._flow = FlowLayout(theme.px(8), theme.px(8))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._flow)
        for kind in CHANGE_KINDS:
            self.toggles[kind] = toggle = Toggle(theme, kind_word(kind), paint=self._painter(kind))
            toggle.setChecked(True)
            toggle.toggled.connect(self.changed)
            self._flow.addWidget(toggle)
        self.panels = Pick(theme, tr("Part of the briefing"))
        self.panels.setMinimumWidth(theme.px(_NARROWEST))
        self.panels.currentIndexChanged.connect(self.changed)
        self._flow.addWidget(self.panels)

    def _painter(self, kind: ChangeKind) -> _Painter:
        return _Painter(self._theme, kind)

    def show_counts(self, kinds: Mapping[ChangeKind, int], panels: Mapping[Panel, int]) -> None:
        """Offer what there is, with counts; what was chosen stays so, as far as it is still there."""
        for kind, toggle in self.toggles.items():
            words = tr("{kind} {n}", kind=kind_word(kind), n=kinds.get(kind, 0))
            toggle.setText(words)
            toggle.setAccessibleName(words)
            toggle.setVisible(bool(kinds.get(kind)))
            toggle.updateGeometry()
        chosen = self.panels.currentData()
        self.panels.blockSignals(True)
        self.panels.clear()
        self.panels.addItem(tr("All parts"), "")
        for panel in AS_READ:
            if panels.get(panel):
                self.panels.addItem(tr("{part} ({n})", part=panel_word(panel), n=panels[panel]), panel)
        self.panels.setCurrentIndex(max(self.panels.findData(chosen or ""), 0))
        self.panels.blockSignals(False)
        self.panels.setVisible(len(panels) > 1)

    def lets(self, change: Change) -> bool:
        """Tell whether a change is to be listed."""
        chosen = self.panels.currentData()
        return self.toggles[change.change].isChecked() and chosen in (None, "", change.panel)

    def clear(self) -> None:
        """List all changes."""
        self.blockSignals(True)
        for toggle in self.toggles.values():
            toggle.setChecked(True)
        self.panels.setCurrentIndex(0)
        self.blockSignals(False)
        self.changed.emit()


class _Painter:
    """Paints the sign of one kind."""

    def __init__(self, theme: Theme, kind: ChangeKind) -> None:
        self._theme, self._kind = theme, kind

    def __call__(self, painter: QPainter, area: QRectF) -> None:
        """Paint it into a square area."""
        paint_change(painter, self._theme, self._kind, area)
