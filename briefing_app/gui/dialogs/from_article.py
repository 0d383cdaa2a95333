"""A text that is pasted, dropped, named as a file or as an address becomes a draft, or another source."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QVBoxLayout

from briefing_app.gui.dialogs.article_form import ArticleForm
from briefing_app.gui.dialogs.files import ask_for_article
from briefing_app.gui.dialogs.paste_field import FRAME
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.words.problems import say, say_all
from briefing_app.workflow import drafting
from briefing_app.workflow.drafting import Wishes
from briefing_app.workflow.drafting_apart import Drafter
from briefing_app.workflow.form_dates import read_published
from briefing_app.workflow.typed import Typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.dialogs.purpose import Look, Purpose
    from briefing_app.gui.tasks import Task, Tasks
    from briefing_app.gui.theme import Theme, Token
    from briefing_app.model.problems import Problem
    from briefing_app.workflow.drafting import Taken
    from briefing_app.workflow.known import Known

_WIDTH = 560


class FromArticle(QDialog):
    """Reads an article and drafts from it off the GUI thread; says why where that cannot be done.

    What is pasted, dropped or chosen is taken at once; an address is fetched only when the button is pressed.
    """

    done_with = Signal(object)  # what came of the article
    open_wanted = Signal(object)  # workflow.known.Known: the briefing that it is in already

    def __init__(self, parent: QWidget, theme: Theme, tasks: Tasks, today: str, purpose: Purpose) -> None:
        """Make the dialog; `open` shows it.

        Args:
            parent: the window.
            theme: what it draws with.
            tasks: runs work off the GUI thread.
            today: the day, ISO 8601; an address that is fetched keeps it.
            purpose: what the article is read for.
        """
        super().__init__(parent)
        self.tasks, self._today, self._purpose = tasks, today, purpose
        self._known: Known | None = None
        self.folder = Path.home()  # where files are looked for at first
        self._task: Task | None = None
        self._drafter = Drafter()
        self._then: Callable[..., object] = self._finish  # what the task's result is for
        self._taken: Taken | None = None  # read already: only its day of publication is wanted
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setWindowTitle(purpose.title)
        self.form = ArticleForm(theme, purpose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.setFixedWidth(min(theme.px(_WIDTH), self.screen().availableGeometry().width()))
        self._connect()
        self._say_what_to_do()
        self.form.paste.setFocus()

    def _connect(self) -> None:
        self.form.paste.textChanged.connect(self._pasted)
        self.form.place.textEdited.connect(self._named)
        self.form.place.returnPressed.connect(self.start)
        self.form.published.returnPressed.connect(self.start)
        self.form.choose.clicked.connect(self.ask_for_file)
        self.form.draft.clicked.connect(self.start)
        self.form.alone.toggled.connect(self._say_what_to_do)
        self.form.again.clicked.connect(self.start)
        self.form.there.clicked.connect(self._open_known)
        self.form.cancel.clicked.connect(self.reject)
        self.finished.connect(self._let_go)
        self.destroyed.connect(self._drafter.end)  # with its window, nothing is finished before

    @property
    def busy(self) -> bool:
        """Whether something is read or drafted."""
        return self._task is not None

    # ------------------------------------------------------------------------------------- what is given

    def offer_file(self, path: Path) -> None:
        """Draft from a file, at once."""
        self.form.paste.empty()
        self.form.place.setText(str(path))
        self._named()
        self.start()

    def offer_text(self, text: str) -> None:
        """Draft from a text, at once; an address only when Draft is pressed."""
        if drafting.is_address(text):
            self.offer_address(text)
        elif text.strip():
            data = QMimeData()
            data.setText(text)
            self.form.paste.empty()
            self.form.paste.insertFromMimeData(data)
            self.start()

    def offer_address(self, address: str) -> None:
        """Name an address, and wait for Draft."""
        self.form.paste.empty()
        self.form.place.setText(address.strip())
        self._named()
        values = {"button": self._purpose.button, "address": visible(address.strip())}
        self._say(tr("Press {button} to fetch {address}.", **values), "ink2")
        self.form.draft.setFocus(Qt.FocusReason.TabFocusReason)

    def ask_for_file(self) -> None:
        """Ask for a file."""
        ask_for_article(self, self.offer_file, self.folder)

    def _pasted(self) -> None:
        text = self.form.paste.text()
        if drafting.is_address(text):
            self.offer_address(text)
            return
        self.form.place.clear()
        self._changed()

    def _named(self) -> None:
        self.form.paste.empty()
        self._changed()

    def _changed(self) -> None:
        """Begin anew with what is there now."""
        self._taken = None
        self.form.ask_day(on=False)
        self.form.be_known(on=False)
        self._say_what_to_do()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste wherever the keyboard is; Ctrl+Enter drafts, Enter alone is for lines and buttons."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._task is None:
            self.form.paste.paste()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file, an address or a text, and say what will be done with it."""
        found = _dropped(event)
        if found and self._task is None:
            event.acceptProposedAction()
            name = found.name if isinstance(found, Path) else tr("the text")
            self._say(self._purpose.dropped.format(name=visible(name)), "accent")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Say again how matters stand."""
        super().dragLeaveEvent(event)
        self._say_what_to_do()

    def dropEvent(self, event: QDropEvent) -> None:
        """Draft from what is dropped."""
        found = _dropped(event)
        if found:
            event.acceptProposedAction()
            self.offer_file(found) if isinstance(found, Path) else self.offer_text(found)

    # ------------------------------------------------------------------------------------- what is done

    def start(self) -> None:
        """Read what is there, then draft; where only the day was missing, draft."""
        if self._task is not None:
            return
        text, place = self.form.paste.text(), self.form.place.text().strip()
        if self._taken is not None:
            self._draft(self._taken)
        elif drafting.is_address(place):
            host = visible(QUrl(place).host())
            self._take(
                tr("Fetching the article from {host}…", host=host), partial(drafting.take_address, place)
            )
        elif place:
            path = local_file(place)
            self._take(tr("Reading {name}…", name=visible(path.name)), partial(drafting.take_file, path))
        elif text.strip():
            self._take(tr("Reading the text…"), partial(drafting.take_text, text))
        else:
            self._say_what_to_do()

    def _take(self, words: str, work: Callable[[], Taken]) -> None:
        look = self._purpose.look
        self._run(1, words, partial(_looked, work, look() if look else None), self._read)

    def _read(self, read: tuple[Taken, Known | None]) -> None:
        """Draft from what was read, unless there is a briefing of it already: that is told first."""
        self._taken, self._known = read
        if self._known is None:
            self._draft(self._taken)
            return
        self.form.be_known(on=True)
        self._say(_known_words(self._known), "ink2")

    def _open_known(self) -> None:
        self.open_wanted.emit(self._known)
        self.accept()

    def _draft(self, taken: Taken) -> None:
        typed = self.form.day()
        read = read_published(typed, self._today) if typed else Typed()
        if read.problem is not None:
            self._say(say_all([read.problem]), "error")
            return
        self._taken = taken
        self._drafter.begin()
        alone = self.form.alone.isChecked()
        wishes = Wishes(published=str(read.value or "") or None, today=self._today, alone=alone)
        self.form.be_known(on=False)
        words = tr("Making the briefing…") if alone else tr("Drafting…")
        self._run(2, words, partial(self._purpose.work, self._drafter, taken, wishes), self._finish)

    def _run(self, step: int, words: str, work: Callable[[], object], then: Callable[..., object]) -> None:
        self._let_go()
        self._task, self._then = self.tasks.run(work), then
        self._task.finished.connect(self._came)
        self._task.failed.connect(self._tell)
        self.form.be_busy(on=True)
        self.form.steps.show_step(step, 2)
        self._say(words, "ink2")

    def _came(self, result: object) -> None:
        self._task = None
        self.form.be_busy(on=False)
        self._then(result)

    def _finish(self, result: object) -> None:
        self.done_with.emit(result)
        self.accept()

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong; where only the day is missing, ask for it."""
        self._task = None
        self.form.be_busy(on=False)
        undated = any(problem.code in {"draft-no-date", "draft-two-days"} for problem in problems)
        if undated:
            self.form.ask_day(on=True)
            self.form.published.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._taken = None
            self.form.focus_given()
        self._say(" ".join(part for each in problems for part in _said(each)), "error")

    def reject(self) -> None:
        """Cancel what is under way; else close."""
        if self._task is None:
            super().reject()
            return
        self._let_go()
        self._say(self._purpose.cancelled, "ink2")
        self.form.draft.setFocus(Qt.FocusReason.TabFocusReason)

    def _let_go(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._drafter.end()
        self.form.be_busy(on=False)

    # ------------------------------------------------------------------------------------- what is shown

    def _say_what_to_do(self) -> None:
        there = self.form.paste.text().strip() or self.form.place.text().strip()
        press = tr("Press {button}.", button=self.form.button)
        self._say(press if there else tr("Paste a text, drop a file, or name one."), "ink2")

    def _say(self, words: str, color: Token) -> None:
        self.form.say(words, color)
        most = self.screen().availableGeometry().height() - FRAME
        self.resize(self.width(), self.form.height_within(self.width(), most))


def _known_words(found: Known) -> str:
    title = visible(found.briefing.title)
    if found.draft:
        return tr("There is a draft from this article already, not saved yet: “{title}”.", title=title)
    name = visible(found.path.name)
    return tr("There is a briefing of this article already: “{title}”, in {name}.", title=title, name=name)


def _looked(work: Callable[[], Taken], look: Look | None) -> tuple[Taken, Known | None]:
    """Read an article, and find the briefing that it is in already, where somebody asks."""
    taken = work()
    return taken, look(taken) if look is not None else None


def _said(problem: Problem) -> tuple[str, ...]:
    """Return a problem in words, with its line where it has one: those of the user's own lexicon do."""
    where, said = problem.where, say(problem.code, problem.values)
    place = tr("{file}, line {n}:", file=visible(Path(where.file).name), n=where.line) if where.line else ""
    return tuple(part for part in (place, said.message, said.hint) if part)


def local_file(name: str) -> Path:
    """Return the file that a line names: a path, perhaps in quotation marks, or an address of a file."""
    bare = name.strip("\"'")
    return Path(QUrl(bare).toLocalFile() if bare.startswith("file:") else bare).expanduser()


def _dropped(event: QDropEvent) -> Path | str | None:
    """Return the one file, the address or the text that is held over the dialog."""
    data = event.mimeData()
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    if files:
        return Path(files[0]) if len(files) == 1 else None
    links = [url.toString() for url in data.urls() if drafting.is_address(url.toString())]
    return links[0] if len(links) == 1 else data.text().strip() or None
