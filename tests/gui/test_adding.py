"""Another article is added to an open briefing: one step, beside its text; a known one is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing_app.files.keeping import kept
from briefing_app.gui.adding import _review
from briefing_app.gui.dialogs.from_article import FromArticle
from briefing_app.gui.reviewing import Reviewing
from briefing_app.gui.unsaved import Unsaved
from briefing_app.model.canonical import to_text
from briefing_app.workflow import attaching
from briefing_app.workflow.drafting import Wishes, build, take_file
from briefing_app.workflow.lexicon import load_lexicon
from tests.workflow.adding_steps import WIRE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")


@pytest.fixture
def texts(vksd: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Return the texts of the sample's two sources as articles."""
    found = []
    for n, source in enumerate(json.loads(vksd.read_text(encoding="utf-8"))["sources"]):
        head = (source["title"], f"Published {source['published'][:10]}")
        found.append(tmp_path / f"text-{n}.txt")
        found[-1].write_text("\n\n".join((*head, *source["text"])) + "\n", encoding="utf-8")
    return found[0], found[1]


@pytest.fixture
def window(opened: Open, texts: tuple[Path, Path]) -> MainWindow:
    """Return a window with the draft of the first text, saved in a file beside it."""
    built = build(take_file(texts[0]), load_lexicon(), Wishes())
    file = texts[0].with_suffix(".briefing")
    file.write_text(to_text(built.briefing), encoding="utf-8")
    return opened(file)


def asked(window: MainWindow) -> FromArticle:
    """Ask for an article to add, and return the dialog."""
    window.actions_by_id["add-article"].trigger()
    found = [each for each in window.findChildren(FromArticle) if each.isVisible()]
    assert found
    return found[-1]


def add(window: MainWindow, article: Path, qtbot: QtBot) -> None:
    assert window.document.briefing is not None
    count = len(window.document.briefing.sources)
    asked(window).offer_file(article)
    qtbot.waitUntil(
        lambda: window.document.briefing is not None and len(window.document.briefing.sources) > count,
        timeout=20_000,
    )


def test_an_article_is_one_step_that_is_told_read_and_undone(
    window: MainWindow, texts: tuple[Path, Path], qtbot: QtBot
) -> None:
    before = window.document.briefing
    add(window, texts[1], qtbot)
    said = window.frame.status.text.text()
    assert said.startswith(
        "Added as source s2: 5 items gained a passage, 4 new items, 1 difference proposed."
    )
    assert window.document.attached() == ("s2",)
    assert window.frame.source_made is not None
    assert window.frame.source_made.source == "s2"
    assert window.document.briefing is not None
    assert [each.about for each in window.document.briefing.differences] == ["Date of FOC"]
    assert window.document.steps() == (True, "add source", "")
    added = window.document.briefing
    window.actions_by_id["undo"].trigger()
    assert window.document.briefing == before
    window.actions_by_id["redo"].trigger()
    assert window.document.briefing == added
    assert window.document.attached() == ("s2",)
    window.pick(added.agreements[-1].id)
    _review(window)
    review = window.findChild(Reviewing)
    assert review is not None
    assert review.list.open == review.list.order[0].id, "what is left is not reviewed from its beginning"


def test_what_is_given_up_is_not_kept(
    window: MainWindow, texts: tuple[Path, Path], session: Session, qtbot: QtBot
) -> None:
    add(window, texts[1], qtbot)
    source = window.document.source("s2")
    assert source is not None
    assert kept(attaching.folder(), source.digest)
    window.close()
    unsaved = window.findChild(Unsaved)
    assert unsaved is not None
    assert unsaved.question is not None
    unsaved.question.button(unsaved.question.StandardButton.Discard).click()
    assert session.windows == []
    assert kept(attaching.folder(), source.digest) is None


def test_the_same_article_is_not_added_twice_nor_drafted_unasked(
    window: MainWindow, texts: tuple[Path, Path], session: Session, qtbot: QtBot
) -> None:
    before = window.document.briefing
    dialog = asked(window)
    dialog.offer_file(texts[0])
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    assert "is a source of this briefing already" in dialog.form.outcome.text()
    assert window.document.briefing is before
    dialog.close()
    other = session.new_window()
    other.show()
    asked_again = session.drafts.ask(other)
    asked_again.offer_file(texts[0])
    qtbot.waitUntil(asked_again.form.there.isVisible, timeout=20_000)
    assert asked_again.form.outcome.text().endswith("in text-0.briefing.")
    asked_again.form.there.click()
    assert other.document.briefing is None
    assert window.document.briefing is before


def test_a_briefing_that_was_closed_is_opened_where_its_article_is_given(
    window: MainWindow, texts: tuple[Path, Path], session: Session, qtbot: QtBot
) -> None:
    other = session.new_window()
    other.show()
    window.close()
    dialog = session.drafts.ask(other)
    dialog.offer_file(texts[0])
    qtbot.waitUntil(dialog.form.there.isVisible, timeout=20_000)
    dialog.form.there.click()
    assert other.document.snapshot is not None
    assert other.document.snapshot.path == texts[0].with_suffix(".briefing")
    assert not other.document.snapshot.draft


def test_what_is_added_to_a_briefing_that_changed_meanwhile_is_not_taken(
    window: MainWindow, texts: tuple[Path, Path], qtbot: QtBot
) -> None:
    dialog = asked(window)
    snapshot = window.document.snapshot
    assert snapshot is not None
    assert snapshot.briefing is not None
    changed = snapshot.briefing.model_copy(update={"title": "Another title"})
    window.document.show(snapshot._replace(briefing=changed))
    dialog.offer_file(texts[1])
    qtbot.waitUntil(lambda: "changed meanwhile" in window.frame.status.text.text(), timeout=20_000)
    assert window.document.briefing is changed


def test_a_corrected_day_takes_the_place_of_the_old_one_and_says_what_it_was(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    article = tmp_path / "talks.txt"
    said = f"{WIRE}\nThe Halifax Sea Forum is slated for June 4-5 in Porto, an official said.\n"
    article.write_text(said, encoding="utf-8")
    built = build(take_file(article), load_lexicon(), Wishes(embed_text=True))
    file = article.with_suffix(".briefing")
    file.write_text(to_text(built.briefing), encoding="utf-8")
    window = opened(file)
    article.write_text(said.replace("June 4-5", "June 5-6"), encoding="utf-8")
    asked(window).offer_file(article)
    qtbot.waitUntil(lambda: window.frame.status.text.text().startswith("Corrected"), timeout=20_000)
    assert window.frame.status.text.text().startswith(
        "Corrected version of source s1: 1 item follows the new words "
        "(Halifax Sea Forum: date: 4–5 June 2021 -> 5–6 June 2021)."
    )
    assert window.document.briefing is not None
    forum = window.document.briefing.meetings[-1]
    assert (len(forum.evidence), forum.review.state) == (1, "drafted")
    window.actions_by_id["undo"].trigger()
    assert window.document.briefing == built.briefing
