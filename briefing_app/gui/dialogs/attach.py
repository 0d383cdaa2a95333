"""Attach the text of a source: from a file or pasted, with what it is told before it is taken."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QHBoxLayout, QVBoxLayout

from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import ntr, tr
from briefing_app.words.problems import say
from briefing_app.workflow import attaching

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.tasks import Task, Tasks
    from briefing_app.gui.theme import Theme, Token
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.problems import Problem
    from briefing_app.model.sources import Source
    from briefing_app.workflow.attaching import Compared


class AttachDialog(QDialog):
    """Reads a text off the GUI thread, says how it stands to the source, and lets the user take it or not."""

    taken = Signal(object)  # Compared

    def __init__(
        self, parent: QWidget, theme: Theme, tasks: Tasks, briefing: Briefing, source: Source
    ) -> None:
        """Make the dialog; `open` shows it.

        Args:
            parent: the window.
            theme: what it draws with.
            tasks: runs work off the GUI thread.
            briefing: what is read.
            source: the source whose text is wanted.
        """
        super().__init__(parent)
        self._theme, self._tasks, self._briefing, self._source = theme, tasks, briefing, source
        self._task: Task | None = None
        self.found: Compared | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Attach the article"))
        self.choose = Button(theme, tr("Choose file…"), "outline", icon="open")
        self.paste = Button(theme, tr("Paste"), "outline", icon="copy", key="Ctrl V")
        self.choose.clicked.connect(self.ask_for_file)
        self.paste.clicked.connect(self.read_clipboard)
        self.verdict = TextLine(theme, "", "ui_bold")
        self.outcome = TextLine(theme, "", "ui", selectable=True)
        self.verdict.hide()
        self.outcome.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = self._buttons.addButton(tr("Attach"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setEnabled(False)
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        self.finished.connect(self._let_go)
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._theme.px
        title = tr("The text of “{title}”", title=self._source.title)
        told = tr(
            "It is read beside the briefing and never written into it. The text that the briefing was made "
            "from is kept on this computer until you choose Forget."
        )
        ways = QHBoxLayout()
        ways.setSpacing(px(8))
        ways.addWidget(self.choose)
        ways.addWidget(self.paste)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(TextLine(self._theme, title, "ui_bold"))
        column.addWidget(TextLine(self._theme, told, "meta", "ink2"))
        column.addLayout(ways)
        column.addWidget(self.verdict)
        column.addWidget(self.outcome)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.setFixedWidth(min(px(480), self.screen().availableGeometry().width()))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste as everywhere else."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.read_clipboard()
        else:
            super().keyPressEvent(event)

    def ask_for_file(self) -> None:
        """Ask for a plain text file."""
        dialog = QFileDialog(self, tr("Choose the article"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Plain text (*.txt)"), tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.read(partial(attaching.from_file, Path(name))))
        dialog.open()

    def read_clipboard(self) -> None:
        """Take the text that is on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.read(partial(attaching.from_paste, text))
        else:
            self._say("", tr("There is no text on the clipboard."), "error")

    def read(self, paragraphs: Callable[[], tuple[str, ...]]) -> None:
        """Read a text and say how it stands to the source.

        Args:
            paragraphs: gives its body; runs on another thread.
        """
        self._let_go()
        self.found = None
        self.take.setEnabled(False)
        self._say("", tr("Reading…"))
        self._task = self._tasks.run(lambda: attaching.compare(self._briefing, self._source, paragraphs()))
        self._task.finished.connect(self._show)
        self._task.failed.connect(self._tell)

    def _show(self, found: Compared) -> None:
        self._task, self.found = None, found
        self.take.setText(tr("Attach") if found.same else tr("Use until the window closes"))
        self.take.setEnabled(True)
        self.take.setDefault(found.same)
        verdict = (
            tr("This is the very text that the briefing was made from.")
            if found.same
            else tr("This is another text than the briefing was made from.")
        )
        self._say(verdict, comparison(found), "accent" if found.same else "delay")
        self.take.setFocus() if found.same else self.choose.setFocus()

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        self._task = None
        said = (part for each in problems for part in say(each.code, each.values) if part)
        self._say("", " ".join(said), "error")

    def _say(self, verdict: str, words: str, color: Token = "ink") -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self.verdict.setVisible(bool(verdict))
        self.verdict.recolour(color)
        self.verdict.setText(verdict)
        self.outcome.setVisible(bool(words))
        self.outcome.recolour("ink" if verdict else color)
        self.outcome.setText(words)
        self._fit()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.outcome, f"{verdict} {words}"))

    def _fit(self) -> None:
        """Be as high as the words need."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _take(self) -> None:
        if self.found is not None:
            self.taken.emit(self.found)
        self.accept()

    def _let_go(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None


def comparison(found: Compared) -> str:
    """Return what was found in a text beside what its source has, in words."""
    count = len(found.paragraphs)
    if found.same:
        return ntr("It has {n} paragraph.", "It has {n} paragraphs.", count)
    said = [
        ntr(
            "It has {n} paragraph; the source has {expected}.",
            "It has {n} paragraphs; the source has {expected}.",
            count,
            expected=found.expected,
        ),
        _difference(found),
        ntr(
            "{standing} of {n} passage stands in it.",
            "{standing} of {n} passages stand in it.",
            found.passages,
            standing=found.standing,
        ),
        tr("You can read with it until the window closes; it is not kept."),
    ]
    return " ".join(said)


def _difference(found: Compared) -> str:
    if not found.differs_at:
        return tr("No cited words differ.")
    if not found.words:
        return tr("It has no ¶{n}.", n=found.differs_at)
    return tr("The first difference that shows is in ¶{n}: “{words}”", n=found.differs_at, words=found.words)
