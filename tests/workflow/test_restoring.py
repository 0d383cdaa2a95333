"""What each earlier version changed, in words; and to restore one is an edit that undo takes back."""

from __future__ import annotations

import shutil
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from briefing_app.model.canonical import to_text
from briefing_app.workflow import versions
from briefing_app.workflow.arranging import remove
from briefing_app.workflow.editing import NOTHING, item_of, put
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.restoring import near_words, restore, size_words, summary, told, when_words
from briefing_app.workflow.reviewing import Reviewer, decide
from briefing_app.workflow.undoing import Work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing_app.model.briefing import Briefing

WHEN = datetime(2026, 11, 26, 15, 4, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def file(root: Path, tmp_path: Path) -> Path:
    sample = root / "resources" / "examples" / "kidd-19.briefing"
    return tmp_path / shutil.copyfile(sample, tmp_path / "a.briefing").name


@pytest.fixture
def briefing(file: Path) -> Briefing:
    found = open_briefing(file).briefing
    assert found is not None
    # What was signed off becomes a draft with the first edit, which would be told, too.
    return found.model_copy(update={"status": "draft", "signed_off": None})


def test_a_version_is_restored_as_one_step_that_can_be_undone(briefing: Briefing) -> None:
    now = remove(decide(briefing, "a5", "rejected", Reviewer("", "2026-11-25"))[0], "a6")[0]
    edited = restore(now, briefing, when_words(WHEN))
    assert edited[1].step == "restore version of 26 November 2026, 15:04"
    assert {"a5", "a6"} <= set(edited[1].items)
    work = Work(now, now).after(edited)
    assert to_text(work.briefing) == to_text(briefing)
    assert item_of(work.briefing, "a5").review == item_of(briefing, "a5").review
    assert work.unsaved
    assert to_text(work.undo().briefing) == to_text(now)


def test_a_version_that_is_the_same_is_no_step(briefing: Briefing) -> None:
    assert restore(briefing, briefing.model_copy(), "x") == (briefing, NOTHING)


def test_what_a_version_changed_is_told_in_a_sentence_or_two(briefing: Briefing) -> None:
    assert summary(briefing, briefing) == "Nothing differs."
    gone = remove(briefing, "a5")[0]
    words = summary(briefing, gone)
    assert words.startswith("1 removed: ")
    other = put(gone, "a6", {"kind": "discussed"})[0]
    assert "kind: " in summary(gone, other)
    both = summary(briefing, other)
    assert both.startswith("1 removed, 1 changed. ")
    assert len(both) < 240


def test_each_version_tells_what_it_changed_to_the_one_before(briefing: Briefing, file: Path) -> None:
    versions.keep(file, to_text(briefing).encode(), WHEN)
    versions.keep(file, to_text(remove(briefing, "a5")[0]).encode(), WHEN + timedelta(hours=1))
    newest, oldest = versions.kept(file).versions
    assert told(file, newest, oldest).changed.startswith("1 removed: ")
    assert told(file, oldest, None) == (briefing, "The oldest version that is kept.", ())
    oldest.kept.write_bytes(b"{")
    assert told(file, newest, oldest).changed == "The version before it cannot be read."
    lost = told(file, oldest, None)
    assert (lost.briefing, lost.changed) == (None, "This version cannot be shown.")
    assert [problem.code for problem in lost.problems] == ["version-gone"]


def test_a_version_with_errors_cannot_be_shown(briefing: Briefing, file: Path) -> None:
    versions.keep(file, b"{}", WHEN)
    (version,) = versions.kept(file).versions
    assert told(file, version, None).briefing is None
    assert told(file, version, None).problems


def test_time_and_size_are_told_in_words() -> None:
    assert when_words(WHEN, seconds=True) == "26 November 2026, 15:04:09"
    assert near_words(WHEN, WHEN + timedelta(hours=1)) == "Today, 15:04"
    assert near_words(WHEN, WHEN + timedelta(days=1), seconds=True) == "Yesterday, 15:04:09"
    assert near_words(WHEN, WHEN + timedelta(days=2)) == "26 November 2026, 15:04"
    assert [size_words(n) for n in (12, 8400, 1_230_000)] == ["12 bytes", "8.4 kB", "1.2 MB"]
