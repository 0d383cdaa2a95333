from __future__ import annotations

import pytest

from briefing_app.workflow.ranking import Candidate, index_of, nearest, rank

COMMANDS = (
    "Open",
    "New from article",
    "Open recent",
    "Save",
    "Save as",
    "Export one-page PDF",
    "Export full PDF",
    "Print",
    "Undo",
    "Redo",
    "Next item",
    "Previous item",
    "Source pane",
    "Full screen",
    "Keyboard shortcuts",
)


def found(query: str, texts: tuple[str, ...] = COMMANDS) -> list[str]:
    """Return the texts that a query finds, the best first."""
    return [texts[each.at] for each in rank(index_of(map(Candidate, texts)), query)]


def strong(query: str, text: str) -> list[str]:
    """Return the letters of a text that a query makes strong."""
    (only,) = rank(index_of([Candidate(text)]), query)
    return [text[start:end] for start, end in only.letters]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("save", ["Save", "Save as"]),
        ("exp", ["Export full PDF", "Export one-page PDF"]),
        ("OPEN REC", ["Open recent"]),
        ("pdf one", ["Export one-page PDF"]),
        ("item", ["Next item", "Previous item"]),
        ("pane", ["Source pane"]),
        ("creen", ["Full screen"]),
        ("efp", ["Export full PDF"]),
        ("ks", ["Keyboard shortcuts"]),
        ("u", ["Undo"]),
    ],
)
def test_what_is_spelt_so_comes_first(query: str, first: list[str]) -> None:
    assert found(query)[: len(first)] == first


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("exprot full", "Export full PDF"),  # transposed
        ("exort", "Export full PDF"),  # missing
        ("expport", "Export full PDF"),  # doubled
        ("ecport", "Export full PDF"),  # the neighbour
        ("keybord shrotcuts", "Keyboard shortcuts"),
        ("previuos", "Previous item"),
        ("shrotc", "Keyboard shortcuts"),  # begun
        ("sve", "Save"),
        ("pirnt", "Print"),
    ],
)
def test_slips_of_the_keyboard_are_forgiven(query: str, best: str) -> None:
    assert found(query)[0] == best


def test_what_is_merely_like_it_stands_not_below_what_is_spelt_so() -> None:
    assert found("save") == ["Save", "Save as"]
    assert found("undo") == ["Undo"]


@pytest.mark.parametrize("query", ["", "  ", "xyzzy", "qq", "???", "zz top", "u z"])
def test_nothing_is_found(query: str) -> None:
    assert found(query) == []


def test_short_slips_keep_their_first_letter() -> None:
    assert found("ndo", ("Undo",)) == ["Undo"]  # it is spelt so, within
    assert found("ado", ("Undo", "Redo")) == []
    assert found("uno", ("Undo", "Redo")) == ["Undo"]


@pytest.mark.parametrize(
    ("query", "text", "letters"),
    [
        ("exp", "Export full PDF", ["Exp"]),
        ("port", "Export full PDF", ["port"]),
        ("ful", "A fuller, full house", ["ful"]),
        ("pdf exp", "Export full PDF", ["Exp", "PDF"]),
        ("efp", "Export full PDF", ["E", "f", "P"]),
        ("tome", "São Tomé agreed", ["Tomé"]),
        ("gross", "Großer Saal", ["Groß"]),
        ("exort", "Export", ["Ex", "ort"]),
        ("oer", "Großer ÆØ oér", ["oér"]),
        ("saal grßer", "Großer Saal", ["Gr", "ßer", "Saal"]),
    ],
)
def test_the_letters_that_were_typed_are_strong(query: str, text: str, letters: list[str]) -> None:
    assert strong(query, text) == letters


def test_other_words_find_it_too_but_less_well() -> None:
    index = index_of([Candidate("Light", "colours theme"), Candidate("Colours of the system")])
    assert [each.at for each in rank(index, "colour")] == [1, 0]
    (theme,) = rank(index, "light theme")
    assert theme.letters == ((0, 5),)
    (slip,) = rank(index, "teme")
    assert (slip.at, slip.letters) == (0, ())
    assert slip.score < theme.score


def test_equals_keep_the_shorter_then_the_earlier_first() -> None:
    assert found("talk", ("talks on land", "talks", "talks at sea")) == [
        "talks",
        "talks at sea",
        "talks on land",
    ]
    assert found("talk", ("talk b", "talk a")) == ["talk b", "talk a"]


def test_the_nearest_spelling_is_told_as_it_is_spelt() -> None:
    index = index_of([Candidate("Keyboard shortcuts", "hotkeys"), Candidate("Tomé")])
    assert nearest(index, "keybxxrd") == "Keyboard"
    assert nearest(index, "tomxx") == "Tomé"
    assert nearest(index, "hotkezz") == "hotkeys"
    assert nearest(index, "qqqq") == ""
    assert nearest(index, " ") == ""
    assert nearest(index_of([]), "a") == ""


def test_thousands_are_ranked_by_a_word_with_a_slip() -> None:
    texts = tuple(
        f"Agreement {n} on the word{n % 1500} of ministers and their deputies" for n in range(2_000)
    )
    index = index_of(map(Candidate, texts))
    assert len(rank(index, "minsters")) == 2_000
