"""The export dialog: the very pages, what can be chosen about them, and where they go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from briefing_app.gui.dialogs.choices import Choices
from briefing_app.gui.dialogs.files import ask_for_target, suggested_target
from briefing_app.gui.dialogs.preview import PageView
from briefing_app.gui.dialogs.printer import ask_for_printer, no_printer, printer_there
from briefing_app.gui.dialogs.remarks import Remarks
from briefing_app.gui.dialogs.typesetting import Typesetter
from briefing_app.gui.dialogs.waiting import Waiting
from briefing_app.gui.panels.flow import FlowLayout
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.briefing import items
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent
    from PySide6.QtPrintSupport import QPrinter

    from briefing_app.exporting.options import Layout
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.tasks import Tasks
    from briefing_app.gui.theme import Theme
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.problems import Problem
    from briefing_app.workflow.checking import Texts
    from briefing_app.workflow.exporting import Choice, Pictured

_COLUMN = 280
_FIRST = (1040, 780)
_WIDEST = 400  # px that the column takes beyond what its words need, whatever the text size
_SMALLER_THAN_SCREEN = 0.94
_LARGE_TEXT = 1.5


class ExportDialog(QDialog):
    """Shows the pages before they are saved or printed; what is asked for is done by the window."""

    save_wanted = Signal(object, object)  # Choice, Path
    print_wanted = Signal(object, object)  # Choice, QPrinter

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        tasks: Tasks,
        settings: Settings,
        briefing: Briefing,
        layout: Layout,
    ) -> None:
        """Make it; `show_for` opens it.

        Args:
            parent: the window.
            theme: what it draws with.
            tasks: runs work off the GUI thread.
            settings: what it remembers.
            briefing: what is printed.
            layout: the layout that is chosen at first.
        """
        super().__init__(parent)
        self._theme, self._settings = theme, settings
        self._path: Path | None = None
        self._ppi = 0
        self.setWindowTitle(tr("Export and print"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.choices = Choices(theme, settings, briefing, layout)
        self.view = PageView(theme, self.choices.choice().paper, wide=settings.now.export_wide)
        self.remarks = Remarks(theme)
        self.number = TextLine(theme, "", "ui", "ink2", wraps=False)
        self.save = Button(theme, tr("Save PDF…"), "primary", icon=None, height=36)
        self.print = Button(theme, tr("Print…"), "outline", icon="print", height=36)
        self.leave = Button(theme, tr("Close"), "outline", height=36)
        self._make_actions()
        self._lay_out()
        self.typesetter = Typesetter(tasks, briefing, self)
        self.waiting = Waiting(self.remarks, sum(1 for _ in items(briefing)), self.stop)
        self._connect()
        self._turned()

    # ------------------------------------------------------------------------------------------- making

    def _make_actions(self) -> None:
        """Make what has keys here."""
        self.earlier = self._action(tr("Previous page"), "PgUp", lambda: self.view.go(-1))
        self.later = self._action(tr("Next page"), "PgDown", lambda: self.view.go(1))
        self.first = self._action(tr("First page"), "Ctrl+Home", lambda: self.view.turn_to(0))
        self.last = self._action(tr("Last page"), "Ctrl+End", lambda: self.view.turn_to(len(self.view.pages)))
        self.wide = self._action(tr("Fit width"), "Ctrl+1", self._widen)
        self.wide.setCheckable(True)
        self.wide.setChecked(self.view.wide)
        self._action(tr("Save PDF"), "Ctrl+S", self.ask_target)
        self._action(tr("Print"), "Ctrl+P", self.ask_printer)
        one_page, full = (self.choices.layouts[name] for name in ("one-page", "full"))
        self._action(tr("One page"), "Ctrl+E", partial(one_page.setChecked, True))
        self._action(tr("Full"), "Ctrl+Shift+E", partial(full.setChecked, True))

    def _action(self, text: str, key: str, does: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(tr("{what} ({key})", what=text, key=keys))
        action.triggered.connect(lambda *_state: does())
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        """Put the pages at the left and the choices at the right."""
        px = self._theme.px
        pages = QVBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.view, 1)
        pages.addWidget(self.remarks)
        pages.addLayout(self._bar())
        right = QWidget()
        ground = right.palette()
        ground.setColor(QPalette.ColorRole.Window, self._theme.color("page"))
        right.setPalette(ground)
        right.setAutoFillBackground(True)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.choices, 1)
        foot = _in_line(self._theme, self.save, self.print, self.leave)
        column.addWidget(_hairline(self._theme, upright=False))
        column.addWidget(foot)
        needed = max(self.choices.least_width(), foot.minimumSizeHint().width())
        right.setFixedWidth(max(needed, min(px(_COLUMN), _WIDEST)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(pages, 1)
        row.addWidget(_hairline(self._theme, upright=True))
        row.addWidget(right)

    def _bar(self) -> QHBoxLayout:
        """Return the line with the number of the page and the zoom."""
        px = self._theme.px
        bar = QHBoxLayout()
        bar.setContentsMargins(px(12), px(8), px(20), px(12))
        bar.setSpacing(px(4))
        bar.addWidget(Button.of_action(self._theme, self.earlier, "outline", icon="chevron_left"))
        bar.addSpacing(px(4))
        bar.addWidget(self.number)
        bar.addSpacing(px(4))
        bar.addWidget(Button.of_action(self._theme, self.later, "outline", icon="chevron_right"))
        bar.addStretch(1)
        bar.addWidget(Button.of_action(self._theme, self.wide, "outline", word=tr("Fit width")))
        return bar

    def _connect(self) -> None:
        self.choices.changed.connect(self._set)
        self.view.turned.connect(self._turned)
        self.view.resized.connect(self._sharpen)
        self.typesetter.begun.connect(self.waiting.begin)
        self.typesetter.ready.connect(self._show)
        self.typesetter.failed.connect(self._fail)
        self.save.clicked.connect(self.ask_target)
        self.print.clicked.connect(self.ask_printer)
        self.leave.clicked.connect(self.reject)

    # ------------------------------------------------------------------------------------------ showing

    def show_for(self, path: Path, texts: Texts) -> None:
        """Open above the window, not waiting for an answer.

        Args:
            path: the file of the briefing; the PDF is proposed beside it.
            texts: by source id, the texts at hand that the file does not carry.
        """
        self._path, self.choices.texts = path, texts
        room = self.screen().availableSize() * _SMALLER_THAN_SCREEN
        width, height = (self._theme.px(n) for n in _FIRST)
        self.resize(min(width, room.width()), min(height, room.height()))
        next(radio for radio in self.choices.layouts.values() if radio.isChecked()).setFocus()
        self.open()
        self._set(at_once=True)

    def _set(self, *, at_once: bool = False) -> None:
        self._ppi = self.view.ppi()
        self.typesetter.want(self.choices.choice(), self._ppi, at_once=at_once)

    def _sharpen(self) -> None:
        """Set the pages anew where they have become larger than they are sharp."""
        if self._ppi and self.view.ppi() > self._ppi:
            self._set()

    def stop(self) -> None:
        """Let go of the preview; it can be asked for again."""
        self.waiting.end()
        self.typesetter.stop()
        again = (tr("Show the preview"), partial(self._set, at_once=True))
        self.remarks.say(tr("The preview was stopped."), [again], color="ink2")

    def _show(self, made: Pictured) -> None:
        self.waiting.end()
        self._allow(yes=True)
        self.view.show_pages(made.pages, self.choices.choice().paper)
        self.remarks.tell(made.problems)
        self.remarks.announce(ntr("{n} page", "{n} pages", len(made.pages)))
        self._sharpen()

    def _fail(self, problems: tuple[Problem, ...]) -> None:
        self.waiting.end()
        self._allow(yes=False)
        self.view.show_pages((), self.choices.choice().paper)
        self.remarks.tell(problems, color="error")

    def _allow(self, *, yes: bool) -> None:
        for button in (self.save, self.print):
            button.setEnabled(yes)

    def _turned(self) -> None:
        at, count = self.view.at, len(self.view.pages)
        values = {"n": f"{at + 1:,}", "all": f"{count:,}"}
        long = tr("Page {n} of {all}", **values) if count else tr("No page yet")
        large = self._theme.scale >= _LARGE_TEXT
        self.number.setText((tr("{n} / {all}", **values) if count else "") if large else long)
        self.number.setAccessibleName(long)
        self.earlier.setEnabled(self.view.can_go(-1))
        self.later.setEnabled(self.view.can_go(1))

    def _widen(self) -> None:
        wide = self.wide.isChecked()
        self._settings.change(export_wide=wide)
        self.view.set_wide(wide=wide)
        self._sharpen()

    # -------------------------------------------------------------------------------------------- going

    def ask_target(self) -> None:
        """Ask where to save the PDF, and go on from there."""
        if self._path is not None and self.save.isEnabled():
            choice = self.choices.choice()
            ending = "" if choice.layout == "one-page" else tr("-full")
            ask_for_target(self, suggested_target(self._path, ending), partial(self._save, choice))

    def _save(self, choice: Choice, target: Path) -> None:
        self.save_wanted.emit(choice, target)
        self.accept()

    def ask_printer(self) -> None:
        """Ask for a printer, or say that there is none."""
        if not self.print.isEnabled():
            return
        if printer_there():
            choice = self.choices.choice()
            ask_for_printer(self, choice.paper, len(self.view.pages), partial(self._print, choice))
        else:
            self.remarks.say(no_printer())

    def _print(self, choice: Choice, printer: QPrinter) -> None:
        self.print_wanted.emit(choice, printer)
        self.accept()

    # --------------------------------------------------------------------------------------- Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, unless a button has the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            (button if isinstance(button, Button) else self.save).click()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Let go of what is under way, and close."""
        self.typesetter.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of what is under way."""
        self.typesetter.stop()
        super().closeEvent(event)


def _in_line(theme: Theme, *buttons: Button) -> QWidget:
    """Return buttons in one line, or where the text is large in as many as they need."""
    px, foot = theme.px, QWidget()
    foot.setContentsMargins(px(20), px(12), px(20), px(16))
    line: QLayout = FlowLayout(px(8), px(8)) if theme.scale >= _LARGE_TEXT else QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(8))
    for button in buttons:
        line.addWidget(button)
    foot.setLayout(line)
    return foot


def _hairline(theme: Theme, *, upright: bool) -> QWidget:
    """Return a line of one pixel between two parts."""
    line = QWidget()
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    ground = line.palette()
    ground.setColor(QPalette.ColorRole.Window, theme.color("line"))
    line.setPalette(ground)
    line.setAutoFillBackground(True)
    return line
