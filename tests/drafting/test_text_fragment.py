"""The address of the very words: what a browser reads from it is what the passage says."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.drafting.text_fragment import address_at
from briefing_app.model.evidence import Passage, digest_of

URL = "https://news.example/story?id=7"
WORDS = st.text(st.sampled_from("ab한é -,&%#:~?=“”/'"), min_size=1, max_size=20).filter(str.strip)


def passage(
    start: str, end: str | None = None, prefix: str | None = None, suffix: str | None = None
) -> Passage:
    return Passage.model_construct(
        source="s1", paragraph=1, start=start, end=end, prefix=prefix, suffix=suffix, digest=digest_of(start)
    )


def parsed(term: str) -> tuple[str | None, str, str | None, str | None]:
    """Read a term as WICG's parser does: prefix, start, end, suffix."""
    tokens = term.split(",")
    assert 1 <= len(tokens) <= 4
    prefix = suffix = None
    if tokens[0].endswith("-"):
        prefix = unquote(tokens.pop(0)[:-1])
    if tokens[-1].startswith("-"):
        suffix = unquote(tokens.pop()[1:])
    assert 1 <= len(tokens) <= 2
    start, *end = (unquote(token) for token in tokens)
    return prefix, start, end[0] if end else None, suffix


@pytest.mark.parametrize(
    ("passages", "address"),
    [
        ((), URL),
        ((passage("in Seoul"),), f"{URL}#:~:text=in%20Seoul"),
        (
            (passage("three-way talks", "6,000 & more", "the", "said"),),
            f"{URL}#:~:text=the-,three%2Dway%20talks,6%2C000%20%26%20more,-said",
        ),
        ((passage("one"), passage("two", "three"), passage("one")), f"{URL}#:~:text=one&text=two,three"),
        ((passage("- the word -", prefix="--"),), f"{URL}#:~:text=the%20word"),
        ((passage("--"),), URL),
        ((passage("one", "--"),), URL),
    ],
)
def test_address_at(passages: tuple[Passage, ...], address: str) -> None:
    assert address_at(URL, passages) == address


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://news.example/#part", "https://news.example/#part:~:text=word"),
        ("https://news.example/#part:~:text=old", "https://news.example/#part:~:text=word"),
        ("https://news.example/#", "https://news.example/#:~:text=word"),
    ],
)
def test_the_fragment_of_an_address_stays_and_its_text_fragment_goes(url: str, address: str) -> None:
    assert address_at(url, [passage("word")]) == address


@given(WORDS, st.none() | WORDS, st.none() | WORDS, st.none() | WORDS)
def test_a_browser_reads_the_words_of_the_passage(
    start: str, end: str | None, prefix: str | None, suffix: str | None
) -> None:
    address = address_at(URL, [passage(start, end, prefix, suffix)])
    if address == URL:
        assert not start.strip("- ") or (end is not None and not end.strip("- "))
        return
    head, mark, term = address.partition("#:~:text=")
    assert (head, mark) == (URL, "#:~:text=")
    assert term.isascii()
    assert "&" not in term
    wanted = [words.strip("- ") or None if words else None for words in (prefix, start, end, suffix)]
    assert list(parsed(term)) == wanted
    # A library on the way may write an encoded hyphen as it is: the address still says the same.
    assert list(parsed(term.replace("%2D", "-"))) == wanted
