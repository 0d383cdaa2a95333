"""Unsaved work at the next start: what it is, what became of its file; noting it never raises."""

from __future__ import annotations

import os
import resource
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from briefing_app.files import journal as entries
from briefing_app.files.journal import Noted
from briefing_app.model.canonical import to_text
from briefing_app.model.problems import BriefingError, Problem
from briefing_app.words.problems import say
from briefing_app.workflow import recovery
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.recovery import Journal
from briefing_app.workflow.saving import Origin, save_as
from tests.files.ordinary import ordinary_user

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing_app.files.reading import Opened
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.recovery import Recovered, Work

WHEN = datetime(2026, 11, 26, 15, 4, 5, 678, tzinfo=UTC)
STRAY = ".briefing-0123456789abcdef.tmp"


@pytest.fixture
def above() -> Iterator[Path]:
    """A folder that any user may reach."""
    path = Path(tempfile.mkdtemp(prefix="briefing-test-"))
    path.chmod(0o777)
    yield path
    shutil.rmtree(path)


@pytest.fixture
def folder(above: Path) -> Path:
    return above / "data" / "journal"


@pytest.fixture
def journal(folder: Path) -> Journal:
    return Journal(folder, Random(19))  # noqa: S311 - the same names every time


@pytest.fixture
def opened(root: Path, above: Path) -> Opened:
    (above / "user").mkdir()
    copy = above / "user" / "a.briefing"
    shutil.copyfile(root / "resources" / "examples" / "kidd-19.briefing", copy)
    return open_briefing(copy)


def edited(opened: Opened, n: int) -> Briefing:
    assert opened.briefing is not None
    return opened.briefing.model_copy(update={"title": f"Talks {n}"})


@pytest.fixture
def noted(journal: Journal, opened: Opened) -> Work:
    """The work of a document that lives."""
    work = journal.begin(opened.path, opened.digest)
    assert work.note(edited(opened, 1), WHEN) is None
    return work


@pytest.fixture
def recovered(journal: Journal, noted: Work) -> Callable[[], Recovered]:
    """What a start finds of that document when its process is gone."""

    def start() -> Recovered:
        noted.left()
        left = journal.left_over()
        assert left.problems == ()
        (found,) = left.recovered
        return found

    return start


def told(problem: object) -> str:
    """Return the code of a problem that has its sentences."""
    assert isinstance(problem, Problem)
    said = say(problem.code, problem.values)
    assert said.message != problem.code
    assert said.hint
    assert "“”" not in said.message + said.hint
    return problem.code


def test_what_was_noted_last_is_offered(
    journal: Journal, noted: Work, opened: Opened, recovered: Callable[[], Recovered]
) -> None:
    assert noted.note(edited(opened, 2), WHEN + timedelta(seconds=1)) is None
    assert journal.left_over() == ((), ())  # it lives
    found = recovered()
    assert found.briefing == edited(opened, 2)
    assert (found.path, found.proposed, found.digest) == (opened.path, None, opened.digest)
    assert (found.noted, found.became) == (WHEN + timedelta(seconds=1), "unchanged")


def test_what_is_recovered_goes_on_and_is_still_there_after_the_next_kill(
    journal: Journal, opened: Opened, recovered: Callable[[], Recovered]
) -> None:
    first = recovered()
    assert journal.left_over() == ((), ())  # no second start takes it
    assert first.work.note(edited(opened, 5), WHEN) is None
    first.work.left()
    (second,) = journal.left_over().recovered
    assert second.briefing == edited(opened, 5)
    assert second.entry == first.entry
    assert second.work.settled() is None
    assert journal.left_over() == ((), ())


def test_what_is_settled_is_gone_and_what_comes_later_is_not_kept(
    journal: Journal, noted: Work, opened: Opened, folder: Path
) -> None:
    assert noted.settled() is None
    assert noted.settled() is None
    noted.left()
    assert noted.note(edited(opened, 2), WHEN) is None
    assert list(folder.iterdir()) == []
    assert journal.left_over() == ((), ())


def test_before_anything_is_noted_nothing_is_on_the_disk(
    journal: Journal, opened: Opened, folder: Path
) -> None:
    work = journal.begin(opened.path, opened.digest)
    assert not folder.exists()
    assert work.settled() is None
    journal.begin(None).left()
    assert not folder.exists()


def test_two_documents_of_one_process_have_their_own(journal: Journal, opened: Opened) -> None:
    works = [
        journal.begin(opened.path, opened.digest),
        journal.begin(None, proposed=Path("/none/b.briefing")),
    ]
    for n, work in enumerate(works):
        assert work.note(edited(opened, n), WHEN + timedelta(seconds=n)) is None
    works[0].left()
    (alone,) = journal.left_over().recovered
    assert alone.path == opened.path
    alone.work.left()
    works[1].left()
    draft, file = journal.left_over().recovered  # what was noted last comes first
    assert (draft.path, draft.proposed, draft.became) == (None, Path("/none/b.briefing"), "draft")
    assert (draft.briefing, file.briefing) == (edited(opened, 1), edited(opened, 0))


def test_a_draft_need_not_know_where_it_would_be_saved(journal: Journal, opened: Opened) -> None:
    work = journal.begin(None)
    assert work.note(edited(opened, 1), WHEN) is None
    work.left()
    (found,) = journal.left_over().recovered
    assert (found.path, found.proposed, found.became, found.digest) == (None, None, "draft", "")


def test_a_path_is_whole_wherever_the_program_was_started(
    journal: Journal, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(opened.path.parent)
    work = journal.begin(Path(opened.path.name), opened.digest)
    assert work.note(edited(opened, 1), WHEN) is None
    work.left()
    monkeypatch.chdir("/")
    (found,) = journal.left_over().recovered
    assert (found.path, found.became) == (opened.path, "unchanged")


# ------------------------------------------------------------------------------- what became of the file


def test_a_file_that_was_changed_meanwhile_is_told(
    opened: Opened, recovered: Callable[[], Recovered]
) -> None:
    opened.path.write_text("theirs")
    found = recovered()
    assert (found.became, found.briefing) == ("changed", edited(opened, 1))
    with pytest.raises(BriefingError, match="file-changed"):
        save_as(found.briefing, opened.path, Origin(opened.path, found.digest, whole=True), replace=True)


@pytest.mark.parametrize("folder_too", [False, True])
def test_a_file_that_is_gone_is_told(
    opened: Opened, recovered: Callable[[], Recovered], *, folder_too: bool
) -> None:
    opened.path.unlink()
    if folder_too:
        opened.path.parent.rmdir()
    found = recovered()
    assert (found.became, found.briefing, found.path) == ("gone", edited(opened, 1), opened.path)


def test_a_file_that_cannot_be_read_counts_as_changed_and_is_told(
    journal: Journal, noted: Work, opened: Opened
) -> None:
    noted.left()
    opened.path.unlink()
    opened.path.mkdir()
    left = journal.left_over()
    assert [found.became for found in left.recovered] == ["changed"]
    assert [told(problem) for problem in left.problems] == ["file-is-folder"]


@pytest.mark.parametrize("draft", [False, True])
def test_what_had_been_saved_after_all_is_nothing_to_recover(
    journal: Journal, opened: Opened, folder: Path, *, draft: bool
) -> None:
    """The instant between the save and `settled`."""
    work = journal.begin(None, proposed=opened.path) if draft else journal.begin(opened.path, opened.digest)
    assert work.note(edited(opened, 1), WHEN) is None
    save_as(edited(opened, 1), opened.path, Origin(opened.path, opened.digest, whole=True), replace=True)
    work.left()
    assert journal.left_over() == ((), ())
    assert list(folder.iterdir()) == []


def test_what_a_kill_left_beside_the_file_is_removed(
    opened: Opened, recovered: Callable[[], Recovered]
) -> None:
    """The instant between giving the new file its name and letting it take the old one's place."""
    stray = opened.path.with_name(STRAY)
    stray.write_text(to_text(edited(opened, 1)), encoding="utf-8")
    other = opened.path.with_name(".briefing-0123456789abcdee.tmp")
    other.write_text("what somebody else is saving")
    assert recovered().became == "unchanged"
    assert sorted(path.name for path in opened.path.parent.iterdir()) == sorted(
        [opened.path.name, other.name]
    )


# ------------------------------------------------------------------------------------- what is in the way


def test_a_full_disk_is_told_and_what_was_noted_before_stays(
    noted: Work, opened: Opened, recovered: Callable[[], Recovered], folder: Path
) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        assert told(noted.note(edited(opened, 2), WHEN)) == "journal-full"
        assert told(noted.note(edited(opened, 3), WHEN)) == "journal-full"
        fresh = Journal(folder, Random(4)).begin(None)  # noqa: S311 - any name
        assert told(fresh.note(edited(opened, 2), WHEN)) == "journal-full"
        assert told(fresh.note(edited(opened, 2), WHEN)) == "journal-full"
        assert len(list(folder.iterdir())) == 2
        fresh.left()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert recovered().briefing == edited(opened, 1)


def test_a_folder_that_may_not_be_written_is_told(journal: Journal, opened: Opened, above: Path) -> None:
    above.chmod(0o755)
    with ordinary_user():
        work = journal.begin(None)
        assert told(work.note(edited(opened, 1), WHEN)) == "journal-closed"
    above.chmod(0o777)
    with ordinary_user():
        assert work.note(edited(opened, 1), WHEN) is None
        work.left()
        (found,) = journal.left_over().recovered
        found.work.left()


def test_a_folder_that_was_removed_is_made_anew_and_told(
    noted: Work, opened: Opened, recovered: Callable[[], Recovered], folder: Path
) -> None:
    shutil.rmtree(folder.parent)
    assert told(noted.note(edited(opened, 2), WHEN)) == "journal-made-anew"
    assert noted.note(edited(opened, 3), WHEN) is None
    assert recovered().briefing == edited(opened, 3)


def test_a_removed_folder_that_cannot_be_made_anew_is_told_until_it_can(
    noted: Work, opened: Opened, recovered: Callable[[], Recovered], folder: Path
) -> None:
    shutil.rmtree(folder.parent)
    folder.parent.write_text("in the way")
    assert told(noted.note(edited(opened, 2), WHEN)) == "journal-io"
    folder.parent.unlink()
    assert told(noted.note(edited(opened, 3), WHEN)) == "journal-made-anew"
    assert recovered().briefing == edited(opened, 3)


def test_an_entry_whose_lock_was_removed_is_replaced(
    journal: Journal, noted: Work, opened: Opened, folder: Path
) -> None:
    (place,) = folder.iterdir()
    (place / "lock").unlink()
    assert told(noted.note(edited(opened, 2), WHEN)) == "journal-made-anew"
    assert not place.exists()
    (place,) = folder.iterdir()
    (place / "lock").unlink()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        assert told(noted.note(edited(opened, 3), WHEN)) == "journal-full"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    (old,) = journal.left_over().recovered
    assert old.briefing == edited(opened, 2)
    assert noted.note(edited(opened, 3), WHEN) is None
    noted.left()
    (new,) = journal.left_over().recovered
    assert new.briefing == edited(opened, 3)
    old.work.left()
    new.work.left()


def test_an_entry_that_cannot_be_removed_is_told(noted: Work, folder: Path) -> None:
    (place,) = folder.iterdir()
    (place / "entry").unlink()
    (place / "entry").mkdir()
    assert told(noted.settled()) in ("journal-io", "journal-closed")
    assert noted.settled() is None


def test_a_saved_entry_that_cannot_be_removed_is_told(journal: Journal, opened: Opened, above: Path) -> None:
    shutil.rmtree(opened.path.parent)
    opened.path.parent.mkdir(mode=0o777)
    opened.path.parent.chmod(0o777)
    with ordinary_user():
        work = journal.begin(None, proposed=opened.path)
        assert work.note(edited(opened, 1), WHEN) is None
        work.left()
        save_as(edited(opened, 1), opened.path, None, replace=False)
        (place,) = (above / "data" / "journal").iterdir()
        place.chmod(0o500)
        left = journal.left_over()
        place.chmod(0o700)
        assert left.recovered == ()
        assert [told(problem) for problem in left.problems] == ["journal-closed"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"briefing/1"', '"briefing/9"', "journal-newer"),
        ('"title"', '"tittle"', "journal-damaged"),
        ("{", "", "journal-damaged"),
    ],
)
def test_a_text_that_is_no_briefing_is_set_aside(
    journal: Journal, opened: Opened, folder: Path, old: str, new: str, code: str
) -> None:
    entry = entries.claim(folder, Random(3))  # noqa: S311 - any name
    text = to_text(edited(opened, 1)).replace(old, new, 1)
    entry.write(Noted(text, "/none/a.briefing", "", "", WHEN))
    entry.release()
    left = journal.left_over()
    assert left.recovered == ()
    assert [told(problem) for problem in left.problems] == [code]
    assert journal.left_over() == ((), ())
    assert [path.name for path in folder.iterdir()] == ["set-aside"]


def test_a_hostile_path_is_only_looked_at(journal: Journal, opened: Opened, folder: Path) -> None:
    for path in ("/dev/zero", "/", "relative", "\ud800", "x" * 5000):
        entry = entries.claim(folder, Random())  # noqa: S311 - any name
        entry.write(Noted(to_text(edited(opened, 1)), path, "", "", WHEN))
        entry.release()
    left = journal.left_over()
    assert sorted(found.became for found in left.recovered) == ["changed"] * 3 + ["gone"] * 2
    assert len(left.problems) == 3
    for found in left.recovered:
        assert found.work.settled() is None


def test_many_threads_may_note_and_settle(journal: Journal, opened: Opened, folder: Path) -> None:
    work = journal.begin(opened.path, opened.digest)
    threads = [Thread(target=work.note, args=(edited(opened, n), WHEN)) for n in range(8)]
    for thread in threads:
        thread.start()
    assert work.settled() is None
    for thread in threads:
        thread.join()
    assert not folder.exists() or list(folder.iterdir()) == []


def test_it_is_kept_among_the_data_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert recovery.folder() == tmp_path / "briefing" / "journal"
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - names alone
