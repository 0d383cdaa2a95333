"""Attach the text of a source: from a file or pasted, with what it is told before it is taken."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
)

from briefing_app.gui.dialogs.files import ask_for_article
from briefing_app.gui.dialogs.paste_field import FRAME, LINES, PasteField
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.framed import Framed
from briefing_app.gui.widgets.text import TextLine, explain
from briefing_app.words import ntr, tr
from briefing_app.words.problems import say_all
from briefing_app.workflow import attaching

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.tasks import Task, Tasks
    from briefing_app.gui.theme import Theme, Token
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.problems import Problem
    from briefing_app.model.sources import Source
    from briefing_app.workflow.attaching import Compared


_TYPING = 250  # ms without a key after which what is typed is read


class AttachDialog(QDialog):
    """Reads a text off the GUI thread, says how it stands to the source, and lets the user take it or not.

    The text is pasted, named as a file or dropped; it is read as soon as it is there. Enter in the line of
    the file, and Ctrl+Enter everywhere, attach it.
    """

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
        self._hurry = False  # attach without asking again, if it is the very text
        self._said = ("", "")
        self.folder = Path.home()  # where files are looked for at first
        self.found: Compared | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setWindowTitle(tr("Attach the article"))
        self.paste = PasteField(theme)
        self._frame = Framed(theme, self.paste)
        self.path = QLineEdit()
        self.path.setAcceptDrops(False)
        self.path.setFrame(False)
        self.path.setPlaceholderText(tr("or a text file: its path, or drop it here"))
        self.path.setAccessibleName(tr("Path of a text file"))
        self.choose = Button(theme, tr("Choose file…"), "outline", icon="open")
        self.verdict = TextLine(theme, "", "ui_bold")
        self.outcome = TextLine(theme, "", "ui", selectable=True)
        self.cancel = Button(theme, tr("Cancel"), "outline")
        self.take = Button(theme, tr("Attach"), "primary")
        self._typed = QTimer(self, singleShot=True, interval=_TYPING)
        self._connect()
        self._lay_out()
        self._offer_nothing()
        self.paste.setFocus()

    def _connect(self) -> None:
        self._typed.timeout.connect(self._read_typed)
        self.paste.textChanged.connect(self._pasted)
        self.path.textEdited.connect(self._named)
        self.path.returnPressed.connect(self.attach_now)
        self.choose.clicked.connect(self.ask_for_file)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(self._let_go)

    def _lay_out(self) -> None:
        px = self._theme.px
        title = tr("The text of “{title}”", title=self._source.title)
        told = tr(
            "It is read beside the briefing and never written into it. The text that the briefing was made "
            "from is kept on this computer until you choose Forget."
        )
        file = QHBoxLayout()
        file.setSpacing(px(8))
        file.addWidget(Framed(self._theme, self.path), 1)
        file.addWidget(self.choose)
        buttons = QDialogButtonBox()
        buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(TextLine(self._theme, title, "ui_bold"))
        column.addWidget(TextLine(self._theme, told, "meta", "ink2"))
        column.addWidget(self._frame)
        column.addLayout(file)
        column.addWidget(self.verdict)
        column.addWidget(self.outcome)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setFixedWidth(min(px(520), self.screen().availableGeometry().width()))

    # ------------------------------------------------------------------------------------- what is given

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste wherever the keyboard is; Ctrl+Enter attaches, Enter alone is for lines and buttons."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste.paste()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.attach_now()

    def ask_for_file(self) -> None:
        """Ask for a plain text file."""
        ask_for_article(self, lambda path: self.name_file(str(path)), self.folder, plain=True)

    def name_file(self, name: str) -> None:
        """Read a file."""
        self.path.setText(name)
        self._named()
        self._read_typed()

    def _named(self) -> None:
        self.paste.empty()
        self._wait()

    def _pasted(self) -> None:
        self.path.clear()
        self._wait()

    def _wait(self) -> None:
        """Read what is there once nothing more is typed."""
        self._let_go()
        self._hurry = False
        self._offer_nothing()
        self._typed.start()

    def _read_typed(self) -> None:
        self._typed.stop()
        text, name = self.paste.text(), self.path.text().strip()
        if name:
            path = _local(name)
            if path is None:
                self._say("", tr("There is no file of this name."), "error")
            else:
                self.read(partial(attaching.from_file, path))
        elif text.strip():
            self.read(partial(attaching.from_paste, text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file, and say what will be done with it."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self._say("", tr("Drop {name} to read it.", name=path.name), "accent")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Say again how matters stand."""
        super().dragLeaveEvent(event)
        self._offer_nothing() if self.found is None else self._show(self.found)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.name_file(str(path))

    # --------------------------------------------------------------------------------- what comes of it

    def read(self, paragraphs: Callable[[], tuple[str, ...]]) -> None:
        """Read a text and say how it stands to the source.

        Args:
            paragraphs: gives its body; runs on another thread.
        """
        self._let_go()
        self._offer_nothing(tr("Reading…"))
        self._task = self._tasks.run(partial(_compare, self._briefing, self._source, paragraphs))
        self._task.finished.connect(self._show)
        self._task.failed.connect(self._tell)

    def attach_now(self) -> None:
        """Attach what is there; read it first where that is still to be done."""
        if self.found is not None:
            self._take()
            return
        self._hurry = True
        if self._task is None:
            self._read_typed()

    def _offer_nothing(self, words: str = "") -> None:
        """Say why there is nothing to attach."""
        self.found = None
        why = words or tr("Paste the text or name a file: there is nothing to attach yet.")
        self.take.rename(tr("Attach"))
        self.take.setEnabled(False)
        explain(self.take, why)
        self._say("", why, "ink2")

    def _show(self, found: Compared) -> None:
        self._task, self.found = None, found
        self.take.rename(tr("Attach") if found.same else tr("Use until the window closes"))
        self.take.setEnabled(True)
        explain(self.take, tr("Ctrl+Enter"))
        verdict = (
            tr("This is the very text that the briefing was made from.")
            if found.same
            else tr("This is another text than the briefing was made from.")
        )
        self._say(verdict, comparison(found), "accent" if found.same else "delay")
        if self._hurry and found.same:
            self._take()
        elif self._hurry:  # it takes a second Enter
            self.take.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        self._task = None
        self._say("", say_all(problems), "error")

    def _say(self, verdict: str, words: str, color: Token = "ink") -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if (verdict, words) == self._said:
            return
        self._said = (verdict, words)
        self.verdict.setVisible(bool(verdict))
        self.verdict.recolour(color)
        self.verdict.setText(verdict)
        self.outcome.setVisible(bool(words))
        self.outcome.recolour("ink" if verdict else color)
        self.outcome.setText(words)
        self._fit()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.outcome, f"{verdict} {words}"))

    def _fit(self) -> None:
        """Be as high as the words need, with fewer lines to paste into where the screen is low."""
        layout = self.layout()
        if layout is None:
            return
        most = self.screen().availableGeometry().height() - FRAME
        for lines in range(LINES, 0, -1):
            self.paste.show_lines(lines)
            self._frame.updateGeometry()
            layout.activate()
            if layout.totalHeightForWidth(self.width()) <= most:
                break
        self.resize(self.width(), min(layout.totalHeightForWidth(self.width()), most))

    def _take(self) -> None:
        if self.found is not None:
            self.taken.emit(self.found)
        self.accept()

    def _let_go(self) -> None:
        self._typed.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None


def _compare(briefing: Briefing, source: Source, paragraphs: Callable[[], tuple[str, ...]]) -> Compared:
    return attaching.compare(briefing, source, paragraphs())


def _local(name: str) -> Path | None:
    """Return the file that a line names: a path, perhaps in quotation marks, or an address of a file."""
    bare = name.strip("\"'")
    path = Path(QUrl(bare).toLocalFile() if bare.startswith("file:") else bare).expanduser()
    try:
        return path if path.is_file() else None
    except (OSError, ValueError):  # longer than a name may be
        return None


def _dropped(event: QDropEvent) -> Path | None:
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None


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
    if found.lacking:
        return tr(
            "In ¶{n} the cited “{words}” does not stand as it did.", n=found.differs_at, words=found.lacking
        )
    return tr("The first difference that shows is in ¶{n}: “{words}”.", n=found.differs_at, words=found.words)
