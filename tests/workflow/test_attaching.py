"""Attaching the text of a source: what it is told, what is kept, and what is found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.model.article import article_digest
from briefing_app.model.briefing import Briefing, passages
from briefing_app.model.outline import shown_passages
from briefing_app.model.problems import BriefingError
from briefing_app.workflow import attaching
from briefing_app.workflow.opening import open_briefing

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def vksd(root: Path) -> Briefing:
    """Return the sample that carries its texts."""
    found = open_briefing(root / "resources" / "examples" / "vksd-14.briefing").briefing
    assert found is not None
    return found


def without_texts(briefing: Briefing) -> Briefing:
    sources = tuple(source.model_copy(update={"text": ()}) for source in briefing.sources)
    return briefing.model_copy(update={"sources": sources})


def test_the_text_of_the_source_is_known_by_its_digest(vksd: Briefing) -> None:
    source = vksd.sources[0]
    found = attaching.compare(without_texts(vksd), source, source.text)
    assert found.same
    assert found.attached == attaching.Attached(source.text, same=True)
    assert (found.differs_at, found.words) == (0, "")
    count = len([passage for passage in shown_passages(vksd) if passage.source == source.id])
    assert found.passages == count
    assert found.standing == count


def test_another_text_is_told_with_what_differs(vksd: Briefing) -> None:
    source = vksd.sources[0]
    text = source.text
    changed = attaching.compare(
        vksd, source, (*text[:1], "Quite another paragraph than before stood here.", *text[2:])
    )
    assert not changed.same
    assert (changed.differs_at, changed.words) == (2, "Quite another paragraph than before stood…")
    wanted = next(each for _, each in passages(vksd) if each.source == source.id and each.paragraph == 2)
    assert changed.lacking.startswith(wanted.start)
    assert changed.standing < changed.passages
    moved = attaching.compare(vksd, source, ("A notice.", *text))
    assert (len(moved.paragraphs), moved.expected) == (len(text) + 1, len(text))
    assert (moved.differs_at, moved.words) == (1, "A notice.")
    assert moved.standing == moved.passages - 1  # the words of one stand twice, and none is taken
    short = attaching.compare(vksd, source, text[:-1])
    assert (short.differs_at, short.words) == (len(text), "")
    uncited = attaching.compare(vksd, source, (*text[:-1], "Words that no item cites."))
    if uncited.standing == uncited.passages:
        assert uncited.differs_at == 0


def test_a_kept_text_is_found_again_and_forgotten(vksd: Briefing) -> None:
    bare, source = without_texts(vksd), vksd.sources[0]
    assert attaching.kept_texts(bare) == {}
    attached = attaching.compare(bare, source, source.text).attached
    attaching.keep(attached)
    assert attaching.kept_texts(bare) == {source.digest: attached}
    assert attaching.kept_texts(vksd) == {}
    attaching.forget(source)
    assert attaching.kept_texts(bare) == {}


def test_another_text_is_not_kept(vksd: Briefing) -> None:
    source = vksd.sources[0]
    attaching.keep(attaching.compare(vksd, source, ("Something else.",)).attached)
    assert not attaching.folder().exists()


def test_a_file_and_pasted_text_are_cleaned_alike(vksd: Briefing, tmp_path: Path) -> None:
    text = "\n\n".join(vksd.sources[0].text)
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    assert attaching.from_file(file) == attaching.from_paste(text)
    assert article_digest(attaching.from_paste(text)) == vksd.sources[0].digest


@pytest.mark.parametrize(
    ("text", "code"), [(" \n ", "article-empty"), ("word " * 1_000_001, "file-too-large")]
)
def test_what_cannot_be_pasted_is_told(text: str, code: str) -> None:
    with pytest.raises(BriefingError) as caught:
        attaching.from_paste(text)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_the_first_article_is_the_text_of_its_sample(root: Path, shared: Path) -> None:
    article = shared / "articles" / "kidd-19.txt"
    if not article.is_file():
        pytest.skip("the first article is not beside the checkout")
    briefing = open_briefing(root / "resources" / "examples" / "kidd-19.briefing").briefing
    assert briefing is not None
    found = attaching.compare(briefing, briefing.sources[0], attaching.from_file(article))
    assert found.same
    assert found.standing == found.passages > 0
