"""Earlier versions of a file: kept in the data folder, and read back as the file would be."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from briefing_app.model.problems import BriefingError
from briefing_app.workflow import versions
from briefing_app.workflow.opening import digest_of, open_briefing
from briefing_app.workflow.saving import Origin, save_as

if TYPE_CHECKING:
    from pathlib import Path

WHEN = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def file(root: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "a.briefing"
    shutil.copyfile(root / "resources" / "examples" / "kidd-19.briefing", copy)
    return copy


def test_each_save_can_be_read_back_and_restored_by_an_edit(file: Path) -> None:
    opened = first = open_briefing(file)
    assert first.briefing is not None
    for n in range(3):
        changed = first.briefing.model_copy(update={"title": f"Talks {n}"})
        opened = save_as(changed, file, Origin(file, opened.digest, whole=True), replace=True)
        assert versions.keep(file, file.read_bytes(), WHEN + timedelta(minutes=n)) == ()
    kept = versions.kept(file).versions
    assert [version.when.minute for version in kept] == [2, 1, 0]
    assert kept[0].digest == opened.digest
    earlier = versions.read(file, kept[2])
    assert earlier.briefing is not None
    assert (earlier.briefing.title, earlier.problems, earlier.path) == ("Talks 0", (), file)
    assert earlier.digest == kept[2].digest
    restored = save_as(earlier.briefing, file, Origin(file, opened.digest, whole=True), replace=True)
    assert restored.digest == kept[2].digest


def test_a_version_that_was_no_sound_briefing_is_told_as_its_file_would_be(file: Path) -> None:
    data = file.read_bytes().replace(b'"title"', b'"tittle"', 1)
    assert versions.keep(file, data, WHEN) == ()
    opened = versions.read(file, versions.kept(file).versions[0])
    assert opened.briefing is None
    assert opened.problems[0].where.file == str(file)


def test_what_is_damaged_or_a_year_old_is_gone(file: Path) -> None:
    versions.keep(file, b"{}", WHEN)
    (version,) = versions.kept(file).versions
    version.kept.write_bytes(b"{")
    with pytest.raises(BriefingError, match="version-damaged"):
        versions.read(file, version)
    versions.keep(file, b"{}", WHEN)
    assert versions.forget_old(date(2027, 11, 26)) == ()
    assert len(versions.kept(file).versions) == 1
    assert versions.forget_old(date(2027, 11, 27)) == ()
    assert versions.kept(file) == ((), ())


def test_they_are_kept_among_the_data_of_the_program(file: Path, tmp_path: Path) -> None:
    versions.keep(file, b"{}", WHEN)
    assert versions.folder() == tmp_path / "data" / "briefing" / "versions"
    assert versions.folder().is_dir()


def test_what_was_read_is_kept_once_with_the_day_of_the_file(file: Path) -> None:
    file.write_bytes(b"{}")
    os.utime(file, times=(WHEN.timestamp(),) * 2)
    digest = digest_of(file)
    assert versions.keep_read(file, digest) == ()
    (version,) = versions.kept(file).versions
    assert version.when == WHEN
    assert versions.keep_read(file, digest) == ()
    assert versions.kept(file).versions == (version,)
    assert versions.keep_read(file, "sha256:0") == ()
    file.unlink()
    assert versions.keep_read(file, "sha256:0") == ()
    assert versions.kept(file).versions == (version,)
