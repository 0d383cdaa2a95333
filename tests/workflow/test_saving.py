"""Save as: the new file is canonical; nothing is lost that the user did not give up."""

from __future__ import annotations

import os
import resource
import shutil
from typing import TYPE_CHECKING

import pytest

from briefing_app.model.canonical import to_text
from briefing_app.model.problems import BriefingError
from briefing_app.workflow.opening import digest_of, open_briefing
from briefing_app.workflow.saving import Origin, save_as

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.files.reading import Opened


@pytest.fixture
def opened(root: Path, tmp_path: Path) -> Opened:
    copy = tmp_path / "a.briefing"
    shutil.copyfile(root / "resources" / "examples" / "kidd-19.briefing", copy)
    copy.write_bytes(copy.read_bytes().replace(b"\n", b"\r\n"))  # so that a save changes it
    return open_briefing(copy)


def save(opened: Opened, target: Path, *, whole: bool = True, replace: bool = True) -> Opened:
    assert opened.briefing is not None
    return save_as(opened.briefing, target, Origin(opened.path, opened.digest, whole), replace=replace)


def contents(path: Path) -> bytes | None:
    return path.read_bytes() if os.path.isfile(path) else None  # noqa: PTH113 - a name may be too long


def refused(opened: Opened, target: Path, *, whole: bool = True, replace: bool = True) -> str:
    """Return why it is not saved; the target and its folder are then as they were."""
    before = contents(target)
    beside = sorted(opened.path.parent.iterdir())
    with pytest.raises(BriefingError) as caught:
        save(opened, target, whole=whole, replace=replace)
    assert contents(target) == before
    assert sorted(opened.path.parent.iterdir()) == beside
    return caught.value.problems[0].code


def test_a_new_file_has_the_canonical_bytes(opened: Opened, tmp_path: Path) -> None:
    found = save(opened, tmp_path / "b.briefing", replace=False)
    assert opened.briefing is not None
    assert found.path.read_bytes() == to_text(opened.briefing).encode()
    assert (found.briefing, found.problems) == (opened.briefing, ())
    assert found.digest == digest_of(found.path)


def test_over_its_own_file_it_is_saved_while_that_is_as_it_was_read(opened: Opened) -> None:
    assert opened.problems != ()
    assert save(opened, opened.path).problems == ()
    assert refused(opened, opened.path) == "file-changed"


@pytest.mark.parametrize("link", [False, True])
def test_over_its_own_file_a_part_is_never_saved(opened: Opened, tmp_path: Path, *, link: bool) -> None:
    target = opened.path
    if link:
        target = tmp_path / "link.briefing"
        target.symlink_to(opened.path)
    assert refused(opened, target, whole=False) == "save-would-lose"


def test_another_file_goes_only_where_the_user_said_so(opened: Opened, tmp_path: Path) -> None:
    other = tmp_path / "other.briefing"
    other.write_text("other")
    assert refused(opened, other, replace=False) == "file-exists"
    assert save(opened, other, whole=False).briefing == opened.briefing


def test_where_the_file_that_it_comes_from_is_gone_it_can_be_saved(opened: Opened) -> None:
    opened.path.unlink()
    assert save(opened, opened.path).briefing == opened.briefing


def test_what_is_in_the_way_is_told(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "folder.briefing").mkdir()
    os.mkfifo(tmp_path / "pipe.briefing")
    assert refused(opened, tmp_path / "none" / "b.briefing") == "folder-missing"
    assert refused(opened, tmp_path / "folder.briefing") == "file-is-folder"
    assert refused(opened, tmp_path / "pipe.briefing") == "file-not-regular"
    assert refused(opened, tmp_path / ("n" * 300 + ".briefing"), replace=False) == "file-io"


def test_a_full_disk_is_told(opened: Opened, tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        assert refused(opened, tmp_path / "b.briefing", replace=False) == "disk-full"
        assert refused(opened, opened.path) == "disk-full"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(os.name == "posix" and os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    assert refused(opened, tmp_path / "locked" / "b.briefing", replace=False) == "file-no-permission"
