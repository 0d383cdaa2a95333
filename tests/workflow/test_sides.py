"""Changes side by side: both sides of each field, and the words that differ marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.workflow.arranging import remove
from briefing_app.workflow.change_words import count_words, counts, naming
from briefing_app.workflow.comparing import compare
from briefing_app.workflow.editing import put
from briefing_app.workflow.field_words import label, value_words
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.sides import LONG, Piece, Sides, marked, sides

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.model.briefing import Briefing


@pytest.fixture
def briefing(root: Path) -> Briefing:
    found = open_briefing(root / "resources" / "examples" / "vksd-14.briefing").briefing
    assert found is not None
    # What was signed off becomes a draft with the first edit, which would be told, too.
    return found.model_copy(update={"status": "draft", "signed_off": None})


def all_sides(before: Briefing, after: Briefing) -> list[Sides]:
    names = naming(before, after)
    return [sides(change, names) for change in compare(before, after)]


def only(before: Briefing, after: Briefing) -> Sides:
    (found,) = all_sides(before, after)
    return found


def text(found: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in found)


def differing(found: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in found if piece.differs]


def test_the_words_that_differ_are_marked_on_both_sides() -> None:
    before, after = marked("Hold the test in 2021 in Seoul", "Hold the full test in 2022 in Seoul")
    assert text(before) == "Hold the test in 2021 in Seoul"
    assert text(after) == "Hold the full test in 2022 in Seoul"
    assert differing(before) == ["2021"]
    assert differing(after) == ["full", "2022"]


def test_texts_that_are_equal_or_share_nothing() -> None:
    assert marked("one two", "one two") == ((Piece("one two"),), (Piece("one two"),))
    assert marked("one", "two") == ((Piece("one", differs=True),), (Piece("two", differs=True),))


def test_a_long_text_is_told_by_what_differs() -> None:
    words = [f"word{n}" for n in range(400)]
    other = [*words]
    other[200] = "another"
    before, after = marked(" ".join(words), " ".join(other))
    assert differing(before) == ["word200"]
    assert differing(after) == ["another"]
    assert len(text(after)) < LONG
    assert text(after).startswith("… word192")
    assert text(after).endswith("word208 …")
    other[5] = "early"
    assert " … " in text(marked(" ".join(words), " ".join(other))[1])


def test_a_field_stands_on_both_sides(briefing: Briefing) -> None:
    found = only(briefing, put(briefing, "a5", {"kind": "assessed"})[0])
    assert text(found.title.before) == text(found.title.after)
    kind = found.pairs[0]
    assert kind.label == "kind"
    assert text(kind.after) == "assessed"
    assert text(kind.before)
    assert differing(kind.after) == ["assessed"]


def test_another_title_stands_on_both_sides_and_not_among_the_fields(briefing: Briefing) -> None:
    found = only(briefing, put(briefing, "a5", {"statement": "Build a bridge"})[0])
    assert text(found.title.after) == "Build a bridge"
    assert text(found.title.before) != "Build a bridge"
    assert "statement" not in [pair.label for pair in found.pairs]


def test_what_came_stands_on_one_side_with_all_that_it_says(briefing: Briefing) -> None:
    less = remove(briefing, "a5")[0]
    gone, come = only(briefing, less), only(less, briefing)
    assert gone.title.after == come.title.before == ()
    assert text(gone.title.before) == text(come.title.after)
    assert {pair.label: text(pair.before) for pair in gone.pairs} == {
        pair.label: text(pair.after) for pair in come.pairs
    }
    assert all(pair.after == () for pair in gone.pairs)
    assert any("¶" in text(pair.before) for pair in gone.pairs)


def changed(briefing: Briefing, **values: Any) -> Briefing:
    return briefing.model_copy(update=values)


def test_what_only_moved_says_where_it_stands(briefing: Briefing) -> None:
    first, *rest = briefing.agreements
    found = only(briefing, changed(briefing, agreements=(*rest, first)))
    (pair,) = found.pairs
    assert (pair.label, text(pair.before)) == ("place", "the first")
    assert text(pair.after).startswith("behind “")


def test_what_came_to_a_field_or_left_it(briefing: Briefing) -> None:
    found = only(changed(briefing, comment=None), changed(briefing, comment="Mine"))
    assert found.change.panel == "comment"
    item = briefing.agreements[0]
    on, off = (item.model_copy(update={"key": each}) for each in (True, False))
    rest = briefing.agreements[1:]
    before, after = (changed(briefing, agreements=(each, *rest)) for each in (off, on))
    (pair,) = only(before, after).pairs
    assert (text(pair.before), text(pair.after)) == ("no", "yes")


def test_what_cannot_be_seen_is_said(briefing: Briefing) -> None:
    item = briefing.agreements[0]
    passage = item.evidence[0].model_copy(update={"digest": "sha256:" + "0" * 64})
    other = item.model_copy(update={"evidence": (passage, *item.evidence[1:])})
    (pair,) = only(briefing, changed(briefing, agreements=(other, *briefing.agreements[1:]))).pairs
    assert pair.before == pair.after
    assert "the words within it" in pair.note


def test_every_part_of_the_sample_can_be_told(briefing: Briefing) -> None:
    parts = ("agreements", "meetings", "differences", "glossary", "gaps")
    bare = changed(briefing, **dict.fromkeys(parts, ()))
    found = all_sides(briefing, bare) + all_sides(bare, briefing)
    assert {each.change.panel for each in found} >= {"agreements", "meetings", "differences", "glossary"}
    assert all(text(each.title.before) or text(each.title.after) for each in found)
    assert all(pair.before or pair.after for each in found for pair in each.pairs)


def test_counts_are_told_by_kind(briefing: Briefing) -> None:
    less = remove(put(briefing, "a5", {"kind": "assessed"})[0], "a6")[0]
    assert counts(compare(briefing, less)) == "1 removed, 1 changed"
    assert counts(()) == ""
    assert count_words("moved", 2) == "2 moved"


def test_a_field_that_only_one_side_has(briefing: Briefing) -> None:
    item = briefing.agreements[4]
    assert item.topic
    other = item.model_copy(update={"topic": None})
    rest = (*briefing.agreements[:4], other, *briefing.agreements[5:])
    (pair,) = only(briefing, changed(briefing, agreements=rest)).pairs
    assert pair.before == (Piece(item.topic, differs=True),)
    assert pair.after == ()


def test_the_article_is_told_by_its_paragraphs(briefing: Briefing) -> None:
    source = briefing.sources[0]
    assert source.text
    other = source.model_copy(update={"text": (*source.text[:-1], "Another end.")})
    (pair,) = only(briefing, changed(briefing, sources=(other, *briefing.sources[1:]))).pairs
    assert text(pair.before) == f"{len(source.text)} paragraphs kept in the file"
    assert pair.note == f"text: 1 paragraph differs, ¶{len(source.text)}"


def test_no_digest_is_shown_where_words_do() -> None:
    told = value_words("sources.digest", "sha256:" + "3fa2b1" * 10 + "aaaa")
    assert told == "text marked 3fa2b1"
    assert label("digest") == "text of the article"
