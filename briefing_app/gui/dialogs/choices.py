"""The column of the export dialog in which layout, paper and parts are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QVBoxLayout, QWidget

from briefing_app.gui.dialogs.choosing import markings_of, paper_now, parts_of, sections_of
from briefing_app.gui.panels.scrolling import paint_ground
from briefing_app.gui.widgets.pick import Pick
from briefing_app.gui.widgets.switches import Check, Radio
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import tr
from briefing_app.workflow.exporting import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.exporting.options import Layout, Paper
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.checking import Texts

_INDENT, _PAD, _GAP = 28, 20, 20


class Choices(QScrollArea):
    """Tells what is chosen; what does not matter for the layout, or for this briefing, is not shown."""

    changed = Signal()

    def __init__(self, theme: Theme, settings: Settings, briefing: Briefing, layout: Layout) -> None:
        super().__init__()
        self._theme, self._settings = theme, settings
        self.texts: Texts = {}
        self._body = body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(theme.px(_PAD), theme.px(_PAD), theme.px(_PAD), theme.px(_PAD))
        self._column.setSpacing(theme.px(_GAP))
        self.layouts = self._radios(
            tr("Layout"),
            {
                "one-page": (
                    tr("One page"),
                    tr("The brief on one sheet, with a count of what it leaves out."),
                ),
                "full": (tr("Full"), tr("Every part, then the words behind each line and the record.")),
            },
            layout,
        )
        papers = {"a4": (tr("A4"), ""), "letter": (tr("US Letter"), "")}
        self.papers = self._radios(tr("Paper"), papers, paper_now(settings.now))
        self.marking = self._marking(markings_of(briefing))
        self.text = self._text(briefing)
        self._parts, self.parts = self._checks(parts_of(briefing), settings.now.export_left_out)
        self._column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        paint_ground(self, theme, "page")
        self._show_parts()

    def least_width(self) -> int:
        """Return the width at which no word is cut."""
        return self._body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()

    def choice(self) -> Choice:
        """Return what is chosen now."""
        layout = cast("Layout", _chosen(self.layouts))
        at_most = str(self.marking.currentData() or "") if self.marking else ""
        return Choice(
            layout=layout,
            paper=cast("Paper", _chosen(self.papers)),
            sections=sections_of(layout, self._left_out()),
            max_marking=at_most or None,
            with_article=self.text is not None and self.text.isChecked(),
            texts=self.texts,
        )

    def _left_out(self) -> tuple[str, ...]:
        """Return the parts not wanted: of those that this briefing lacks, what was chosen for another."""
        of_others = (name for name in self._settings.now.export_left_out if name not in self.parts)
        return (*(name for name, check in self.parts.items() if not check.isChecked()), *of_others)

    # ------------------------------------------------------------------------------------------- making

    def _group(self, title: str) -> tuple[QWidget, QVBoxLayout]:
        """Return a group with its title above, at the end of the column."""
        group = QWidget()
        group.setAccessibleName(title)
        inner = QVBoxLayout(group)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(self._theme.px(2))
        inner.addWidget(TextLine(self._theme, title, "label", "ink3", wraps=False))
        inner.addSpacing(self._theme.px(4))
        self._column.addWidget(group)
        return group, inner

    def _radios(self, title: str, rows: Mapping[str, tuple[str, str]], chosen: str) -> dict[str, Radio]:
        """Return a choice of one: names with their words and what is said below them."""
        group, inner = self._group(title)
        buttons = QButtonGroup(group)
        made: dict[str, Radio] = {}
        for name, (words, more) in rows.items():
            radio = Radio(self._theme, words)
            radio.setChecked(name == chosen)
            radio.setAccessibleDescription(more)
            inner.addWidget(radio)
            buttons.addButton(radio)
            if more:
                line = TextLine(self._theme, more, "meta", "ink2")
                line.setContentsMargins(self._theme.px(_INDENT), 0, 0, self._theme.px(6))
                inner.addWidget(line)
            made[name] = radio
        buttons.buttonToggled.connect(lambda _button, on: self._change() if on else None)
        return made

    def _checks(
        self, words: Mapping[str, str], left_out: tuple[str, ...]
    ) -> tuple[QWidget, dict[str, Check]]:
        group, inner = self._group(tr("Parts"))
        made: dict[str, Check] = {}
        for name, said in words.items():
            check = Check(self._theme, said)
            check.setChecked(name not in left_out)
            check.toggled.connect(lambda _on, check=check: self._toggle(check))
            inner.addWidget(check)
            made[name] = check
        return group, made

    def _marking(self, labels: Mapping[str, str]) -> Pick | None:
        if not labels:
            return None
        _, inner = self._group(tr("Marking"))
        combo = Pick(self._theme, tr("Marking"))
        for label, words in labels.items():
            combo.addItem(words, label)
        combo.currentIndexChanged.connect(self._change)
        inner.addWidget(combo)
        return combo

    def _text(self, briefing: Briefing) -> Check | None:
        if not any(source.text for source in briefing.sources):
            return None
        _, inner = self._group(tr("Attached data"))
        check = Check(self._theme, tr("With the text of the article"))
        check.toggled.connect(self._change)
        inner.addWidget(check)
        return check

    # ----------------------------------------------------------------------------------------- choosing

    def _toggle(self, check: Check) -> None:
        """Take a part in or leave it out, but never the last one."""
        if not any(each.isChecked() for each in self.parts.values()):
            check.setChecked(True)
            return
        self._change()

    def _change(self, *_values: object) -> None:
        """Remember the choice, show what matters for it, and tell."""
        choice = self.choice()
        self._settings.change(
            export_layout=choice.layout, export_paper=choice.paper, export_left_out=self._left_out()
        )
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        self._parts.setVisible(self.layouts["full"].isChecked())


def _chosen(radios: Mapping[str, Radio]) -> str:
    return next(name for name, radio in radios.items() if radio.isChecked())
