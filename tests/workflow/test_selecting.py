"""Words that a person selected, as a passage."""

from __future__ import annotations

import pytest

from briefing_app.drafting.passages import locate
from briefing_app.model.problems import BriefingError
from briefing_app.workflow.selecting import passage_at

TEXT = (
    "They  met in  May, he said; they met in May again.",
    "A cafe\u0301 and a bridge.",
    " ".join(["no"] * 30),
)


@pytest.mark.parametrize(
    ("paragraph", "selected", "words"),
    [
        (1, (6, 12), "met in"),
        (1, (7, 9), "met"),  # within a word
        (1, (5, 17), "met in May"),  # with the space before, and two within
        (2, (3, 6), "caf\u00e9"),
        (2, (0, 5), "A caf\u00e9"),  # cuts the word, and its accent
    ],
)
def test_a_selection_is_made_up_to_whole_words(paragraph: int, selected: tuple[int, int], words: str) -> None:
    found = passage_at(TEXT, paragraph, *selected, source="s1")
    assert found.start == words
    assert locate(found, TEXT).state == "verified"


def test_the_second_of_two_that_read_alike_is_meant() -> None:
    start = TEXT[0].rindex("met")
    found = passage_at(TEXT, 1, start, start + len("met in May"), source="s1")
    there = locate(found, TEXT)
    assert there.state == "verified"
    assert there.start > 20


@pytest.mark.parametrize(
    ("paragraph", "selected", "code"),
    [(1, (4, 5), "selection-empty"), (3, (45, 47), "selection-unclear")],
)
def test_what_is_no_passage_is_told(paragraph: int, selected: tuple[int, int], code: str) -> None:
    with pytest.raises(BriefingError) as caught:
        passage_at(TEXT, paragraph, *selected, source="s1")
    assert caught.value.problems[0].code == code
