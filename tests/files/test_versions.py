"""The last saved versions of a file: ten, by whatever way it is reached, and never in the way of saving."""

from __future__ import annotations

import os
import resource
import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing_app.files import versions
from briefing_app.files.reading import digest_of_bytes
from briefing_app.model.problems import BriefingError
from briefing_app.words.problems import say
from tests.files.ordinary import ordinary_user

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing_app.model.problems import Problem

WHEN = datetime(2026, 11, 26, 15, 4, 5, 678, tzinfo=UTC)
TODAY = WHEN.date()


@pytest.fixture
def above() -> Iterator[Path]:
    """A folder that any user may reach, with a file of the user's in it."""
    path = Path(tempfile.mkdtemp(prefix="briefing-test-"))
    path.chmod(0o777)
    (path / "a.briefing").write_text("as saved")
    yield path
    shutil.rmtree(path)


@pytest.fixture
def folder(above: Path) -> Path:
    return above / "data" / "versions"


@pytest.fixture
def file(above: Path) -> Path:
    return above / "a.briefing"


def codes(problems: Sequence[Problem]) -> list[str]:
    for problem in problems:
        said = say(problem.code, problem.values)
        assert said.message != problem.code
        assert said.hint
        assert "“”" not in said.message + said.hint
    return [problem.code for problem in problems]


def keep(folder: Path, file: Path, *numbers: int) -> None:
    for n in numbers:
        assert versions.keep(folder, file, f"version {n}".encode(), WHEN + timedelta(minutes=n)) == ()


def contents(folder: Path, file: Path) -> list[str]:
    listed = versions.listed(folder, file)
    assert listed.problems == ()
    return [versions.read(file, version).decode() for version in listed.versions]


def test_they_are_listed_the_newest_first_with_when_digest_and_size(folder: Path, file: Path) -> None:
    assert versions.listed(folder, file) == versions.Listed()
    keep(folder, file, 1, 2)
    newest, older = versions.listed(folder, file).versions
    assert (newest.number, newest.when, newest.size) == (2, WHEN + timedelta(minutes=2), 9)
    assert newest.digest == digest_of_bytes(b"version 2")
    assert older.when == WHEN + timedelta(minutes=1)
    assert contents(folder, file) == ["version 2", "version 1"]


def test_the_last_ten_are_kept(folder: Path, file: Path) -> None:
    keep(folder, file, *range(12))
    assert contents(folder, file) == [f"version {n}" for n in range(11, 1, -1)]
    keep(folder, file, 11)
    assert contents(folder, file) == [f"version {n}" for n in range(11, 1, -1)]


def test_what_a_kill_left_of_more_than_ten_is_not_listed_and_goes_with_the_next_save(
    folder: Path, file: Path
) -> None:
    keep(folder, file, *range(10))
    (place,) = folder.iterdir()
    oldest = versions.listed(folder, file).versions[-1].kept
    shutil.copy(oldest, place / oldest.name.replace("00000001", "00000000"))
    assert len(contents(folder, file)) == 10
    assert len(list(place.iterdir())) == 11
    keep(folder, file, 10)
    assert len(list(place.iterdir())) == 10


def test_the_same_bytes_in_a_row_count_once_at_the_last_time(folder: Path, file: Path) -> None:
    keep(folder, file, 1, 2)
    assert versions.keep(folder, file, b"version 2", WHEN + timedelta(hours=1)) == ()
    assert versions.listed(folder, file).versions[0].when == WHEN + timedelta(hours=1)
    assert contents(folder, file) == ["version 2", "version 1"]
    keep(folder, file, 1)
    assert contents(folder, file) == ["version 1", "version 2", "version 1"]


def test_the_clock_may_go_back_and_stand_in_any_zone(folder: Path, file: Path) -> None:
    seoul = timezone(timedelta(hours=9))
    assert versions.keep(folder, file, b"one", WHEN.astimezone(seoul)) == ()
    assert versions.keep(folder, file, b"two", WHEN - timedelta(days=3)) == ()
    assert contents(folder, file) == ["two", "one"]
    assert versions.listed(folder, file).versions[1].when == WHEN


def test_only_the_user_can_read_them(folder: Path, file: Path) -> None:
    keep(folder, file, 1)
    (place,) = folder.iterdir()
    (kept,) = place.iterdir()
    assert [path.stat().st_mode & 0o777 for path in (folder, place, kept)] == [0o700, 0o700, 0o600]


def test_a_file_is_the_same_by_whatever_way_it_is_reached(folder: Path, file: Path) -> None:
    link = file.with_name("link.briefing")
    link.symlink_to(file)
    keep(folder, file, 1)
    keep(folder, link, 2)
    keep(folder, Path(os.path.relpath(file)), 3)
    assert len(contents(folder, file)) == 3


def test_a_renamed_file_starts_anew(folder: Path, file: Path) -> None:
    keep(folder, file, 1)
    other = file.rename(file.with_name("b.briefing"))
    assert contents(folder, other) == []
    keep(folder, other, 2)
    assert contents(folder, other) == ["version 2"]
    assert contents(folder, file) == ["version 1"]


# ------------------------------------------------------------------------------------- what goes by itself


def test_files_that_were_not_saved_for_a_year_go(folder: Path, file: Path) -> None:
    other = file.with_name("b.briefing")
    keep(folder, file, 1, 2)
    assert versions.keep(folder, other, b"x", WHEN + timedelta(days=200)) == ()
    assert versions.forget_old(folder, TODAY + timedelta(days=365)) == ()
    assert len(contents(folder, file)) == 2
    assert versions.forget_old(folder, TODAY + timedelta(days=366)) == ()
    assert contents(folder, file) == []
    assert contents(folder, other) == ["x"]
    assert len(list(folder.iterdir())) == 1


def test_where_nothing_is_kept_nothing_goes(folder: Path) -> None:
    assert versions.forget_old(folder, TODAY) == ()
    assert not folder.exists()


def test_a_year_is_counted_from_the_last_save(folder: Path, file: Path) -> None:
    keep(folder, file, 1)
    assert versions.keep(folder, file, b"version 1", WHEN + timedelta(days=100)) == ()
    assert versions.forget_old(folder, TODAY + timedelta(days=400)) == ()
    assert contents(folder, file) == ["version 1"]


def test_what_a_kill_left_goes_after_a_day(folder: Path, file: Path) -> None:
    keep(folder, file, 1)
    (place,) = folder.iterdir()
    stray = place / ".briefing-0123456789abcdef.tmp"
    stray.write_text("whole, but not kept")
    written = datetime.fromtimestamp(stray.stat().st_mtime, UTC).date()
    assert contents(folder, file) == ["version 1"]
    keep(folder, file, 2)
    assert versions.forget_old(folder, written + timedelta(days=1)) == ()
    assert stray.exists()
    assert versions.forget_old(folder, written + timedelta(days=2)) == ()
    assert not stray.exists()
    assert contents(folder, file) == ["version 2", "version 1"]


def test_a_folder_that_is_saved_into_at_this_moment_stays(folder: Path, file: Path) -> None:
    keep(folder, file, 1)
    (place,) = folder.iterdir()
    found = list(versions.listed(folder, file).versions)
    (place / "another").touch()
    versions._remove(place, found)
    assert [path.name for path in place.iterdir()] == ["another"]


# ------------------------------------------------------------------------------------- what is broken


def test_a_damaged_version_is_told_and_set_aside(folder: Path, file: Path) -> None:
    keep(folder, file, 1, 2)
    newest, older = versions.listed(folder, file).versions
    newest.kept.write_bytes(b"version")
    with pytest.raises(BriefingError) as caught:
        versions.read(file, newest)
    assert codes(caught.value.problems) == ["version-damaged"]
    assert contents(folder, file) == ["version 1"]
    older.kept.unlink()
    with pytest.raises(BriefingError) as caught:
        versions.read(file, older)
    assert codes(caught.value.problems) == ["version-gone"]


def test_a_version_that_cannot_be_read_is_damaged(folder: Path, file: Path) -> None:
    keep(folder, file, 1)
    (version,) = versions.listed(folder, file).versions
    with version.kept.open("wb") as kept:
        kept.truncate(1 << 30)
    with pytest.raises(BriefingError) as caught:
        versions.read(file, version)
    assert codes(caught.value.problems) == ["version-damaged"]


def test_bytes_whose_version_is_damaged_are_kept_anew(folder: Path, file: Path) -> None:
    keep(folder, file, 1)
    (version,) = versions.listed(folder, file).versions
    version.kept.write_bytes(b"")
    keep(folder, file, 1)
    newest, _ = versions.listed(folder, file).versions
    assert versions.read(file, newest) == b"version 1"
    newest.kept.unlink()
    version.kept.unlink()
    version.kept.mkdir()
    assert codes(versions.keep(folder, file, b"version 1", WHEN)) == ["versions-strange"]
    assert contents(folder, file) == ["version 1"]
    assert not versions._whole(version)


def a_file(path: Path) -> None:
    path.write_text("mine")


def a_folder(path: Path) -> None:
    path.mkdir()


def a_link(path: Path) -> None:
    path.symlink_to("/")


@pytest.mark.parametrize("make", [a_file, a_folder, a_link])
@pytest.mark.parametrize("name", ["mine.txt", f"00000003-20261399T000000000000Z-{'0' * 64}.briefing"])
def test_what_is_no_version_is_set_aside_and_told_once(
    folder: Path, file: Path, make: Callable[[Path], None], name: str
) -> None:
    keep(folder, file, 1)
    (place,) = folder.iterdir()
    make(place / name)
    listed = versions.listed(folder, file)
    assert codes(listed.problems) == ["versions-strange"]
    assert len(listed.versions) == 1
    assert os.path.lexists(folder / "set-aside" / name)
    assert contents(folder, file) == ["version 1"]
    make(place / name)
    assert codes(versions.keep(folder, file, b"version 2", WHEN)) == ["versions-strange"]
    assert contents(folder, file) == ["version 2", "version 1"]
    make(folder / name)
    assert codes(versions.forget_old(folder, TODAY)) == ["versions-strange"]
    assert versions.forget_old(folder, TODAY) == ()


@pytest.mark.parametrize("make", [a_file, a_link])
def test_what_stands_in_the_place_of_the_versions_is_set_aside(
    folder: Path, file: Path, make: Callable[[Path], None]
) -> None:
    keep(folder, file, 1)
    (place,) = folder.iterdir()
    shutil.rmtree(place)
    make(place)
    assert codes(versions.listed(folder, file).problems) == ["versions-strange"]
    make(place)
    assert codes(versions.keep(folder, file, b"version 2", WHEN)) == ["versions-strange"]
    assert contents(folder, file) == ["version 2"]


def test_a_file_in_the_place_of_all_versions_is_set_aside(folder: Path, file: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("mine")
    assert versions.listed(folder, file) == versions.Listed()
    assert codes(versions.keep(folder, file, b"version 1", WHEN)) == ["versions-strange"]
    assert contents(folder, file) == ["version 1"]


def test_a_full_disk_is_told_and_the_older_versions_stay(folder: Path, file: Path) -> None:
    keep(folder, file, 1)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        assert codes(versions.keep(folder, file, b"x" * 1000, WHEN)) == ["versions-full"]
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert contents(folder, file) == ["version 1"]


def test_what_may_not_be_written_or_moved_is_told_and_not_in_the_way(folder: Path, file: Path) -> None:
    with ordinary_user():
        keep(folder, file, 1)
        (place,) = folder.iterdir()
        (place / "mine.txt").write_text("mine")
    shutil.chown(place, 0)
    place.chmod(0o755)
    with ordinary_user():
        listed = versions.listed(folder, file)
        assert codes(listed.problems) == ["versions-closed"]
        assert len(listed.versions) == 1
        assert codes(versions.keep(folder, file, b"version 2", WHEN)) == ["versions-closed"]
        folder.chmod(0)
        assert codes(versions.listed(folder, file).problems) == ["versions-closed"]
        assert codes(versions.forget_old(folder, TODAY)) == ["versions-closed"]
        folder.chmod(0o700)


def test_a_name_that_cannot_be_is_told(folder: Path, file: Path) -> None:
    assert codes(versions.keep(folder, file.with_name("a\0b"), b"x", WHEN)) == ["versions-io"]
    assert versions.listed(folder, file.with_name("a\0b")) == versions.Listed()


def test_a_version_that_another_process_lets_go_is_none(
    folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(folder, file, 1)
    (place,) = folder.iterdir()
    names = os.listdir

    def with_one_that_goes(path: Path) -> list[str]:
        gone = f"00000002-20261126T000000000000Z-{'0' * 64}.briefing"
        return [*names(path), gone] if path == place else names(path)

    monkeypatch.setattr(os, "listdir", with_one_that_goes)
    assert contents(folder, file) == ["version 1"]


def test_a_year_of_a_file_begins_with_any_day(folder: Path, file: Path) -> None:
    assert versions.keep(folder, file, b"x", datetime(2024, 2, 29, 23, 59, tzinfo=UTC)) == ()
    assert versions.forget_old(folder, date(2025, 2, 28)) == ()
    assert contents(folder, file) == ["x"]
    assert versions.forget_old(folder, date(2025, 3, 1)) == ()
    assert contents(folder, file) == []
