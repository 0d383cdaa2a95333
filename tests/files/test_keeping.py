"""Attached articles: kept for the user alone, found by digest, gone when forgotten."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.files import keeping
from briefing_app.model.article import article_digest
from briefing_app.model.problems import BriefingError

if TYPE_CHECKING:
    from pathlib import Path

TEXT = ("The two sides met in Harrowmere.", "They agreed to meet again; “in spring”, it said.")


def test_a_kept_article_is_found_by_its_digest_and_gone_when_forgotten(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "articles"
    digest = keeping.keep(folder, TEXT)
    assert digest == article_digest(TEXT)
    assert keeping.keep(folder, TEXT) == digest
    assert keeping.kept(folder, digest) == TEXT
    assert len(list(folder.iterdir())) == 1
    keeping.forget(folder, digest)
    keeping.forget(folder, digest)
    assert keeping.kept(folder, digest) is None
    assert not list(folder.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir(mode=0o755)
    digest = keeping.keep(folder, TEXT)
    (file,) = folder.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o644)
    keeping.keep(folder, TEXT)
    assert file.stat().st_mode & 0o777 == 0o600
    assert keeping.kept(folder, digest) == TEXT


@pytest.mark.parametrize("change", [b"", b"another text", b"\xff\xfe"])
def test_a_file_that_was_touched_is_passed_over(tmp_path: Path, change: bytes) -> None:
    digest = keeping.keep(tmp_path, TEXT)
    (file,) = tmp_path.iterdir()
    file.write_bytes(change)
    assert keeping.kept(tmp_path, digest) is None


def test_what_cannot_be_kept_or_removed_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "articles"
    blocked.write_text("a file where the folder should be")
    with pytest.raises(BriefingError):
        keeping.keep(blocked, TEXT)
    digest = article_digest(TEXT)
    assert keeping.kept(blocked, digest) is None
    keeping.forget(blocked, digest)
    folder = tmp_path / f"{digest.removeprefix('sha256:')}.txt"
    folder.mkdir()
    with pytest.raises(BriefingError):
        keeping.forget(tmp_path, digest)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])).filter(str.strip), min_size=1, max_size=5))
def test_any_text_comes_back_under_its_digest(
    tmp_path_factory: pytest.TempPathFactory, paragraphs: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("articles")
    digest = keeping.keep(folder, paragraphs)
    found = keeping.kept(folder, digest)
    assert found is not None
    assert article_digest(found) == digest == article_digest(tuple(paragraphs))
