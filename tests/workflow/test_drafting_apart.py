"""Long articles are drafted in a process of its own: the same draft, and it can be ended."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from briefing_app.model.problems import BriefingError
from briefing_app.workflow import drafting
from briefing_app.workflow.drafting import Wishes, take_file, take_text
from briefing_app.workflow.drafting_apart import Drafter
from briefing_app.workflow.lexicon import load_lexicon

if TYPE_CHECKING:
    from pathlib import Path

STORY = "kuwait-oman-muscat-visit/article.html"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_the_draft_is_the_same(root: Path) -> None:
    taken = take_file(root / "tests" / "corpus" / STORY)
    apart = Drafter(long=0).beside(taken, Wishes())
    here = Drafter().beside(taken, Wishes())
    assert apart.built == here.built == drafting.build(taken, load_lexicon(), Wishes())
    assert apart.text.paragraphs == here.text.paragraphs
    assert not apart.kept_before
    assert here.kept_before


def test_what_is_wrong_is_told_as_it_is_here(tmp_path: Path) -> None:
    taken = take_text("The ministers of Portugal and Norway met in Lisbon on Thursday, they said.\n")
    told = []
    for drafter in (Drafter(long=0), Drafter()):
        with pytest.raises(BriefingError) as caught:
            drafter.beside(taken, Wishes())
        told.append(caught.value.problems)
    assert told[0] == told[1]
    assert told[0][0].code == "draft-no-date"
    folder = tmp_path / "config" / "briefing" / "lexicon"
    folder.mkdir(parents=True)
    (folder / "cues.toml").write_text("past = [\n", encoding="utf-8")
    with pytest.raises(BriefingError) as caught:
        Drafter(long=0).beside(taken, Wishes(published="2021-05-14"))
    assert caught.value.problems[0].where.file == str(folder / "cues.toml")
    assert caught.value.problems[0].where.line > 0


def test_it_can_be_ended() -> None:
    many = "".join(
        f"Portugal and Norway agreed to repair pier {n} and crane {n * 7} in the port of Lisbon.\n\n"
        for n in range(4_000)
    )
    taken = take_text("Published 14 May 2021\n\n" + many)
    drafter = Drafter(long=0)
    caught: list[BriefingError] = []

    def draft() -> None:
        try:
            drafter.beside(taken, Wishes(published="2021-05-14"))
        except BriefingError as error:
            caught.append(error)

    thread = threading.Thread(target=draft)
    thread.start()
    time.sleep(0.3)
    drafter.end()
    thread.join(30)
    assert not thread.is_alive()
    assert [error.problems[0].code for error in caught] == ["draft-ended"]


def test_what_is_ended_before_it_began_does_not_begin(root: Path) -> None:
    taken, drafter = take_file(root / "tests" / "corpus" / STORY), Drafter(long=0)
    drafter.end()
    with pytest.raises(BriefingError, match="draft-ended"):
        drafter.beside(taken, Wishes())
    drafter.begin()
    assert drafter.beside(taken, Wishes()).built.briefing.event is not None
