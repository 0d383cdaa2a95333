"""Hostile text, made visible and breakable."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.visible import breakable, is_letter, script_of, visible

HIDDEN = (
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"  # bidi controls
    "\u200b\u2060\u2063\ufeff\u180e\ufff9\ufffb\U0001d173\U000110bd"  # format characters
    "\x00\x07\t\r\x1b\x1f\x7f\x80\x85\x9f\u2028\u2029"  # controls
    "\ue000\uf8ff\U000f0000\U0010fffd"  # private use
    "\ufffe\uffff\ufdd0\U0001fffe\U0010ffff"  # noncharacters
    "\ud800\udfff"  # lone surrogates
    "\U000e0001\U000e0041\U000e007f\U000e01ef"  # tags and their plane
    "\u3164\u115f\u1160\uffa0\u2800\u034f\ufffc"  # letters and signs without a shape
)


@pytest.mark.parametrize("char", HIDDEN, ids=lambda char: f"U+{ord(char):04X}")
def test_what_is_hidden_is_shown_by_its_code_point(char: str) -> None:
    assert visible(f"a{char}b") == f"a[U+{ord(char):04X}]b"
    assert visible(char) == f"[U+{ord(char):04X}]"


def test_a_reversed_agreement_reads_as_it_is_stored() -> None:
    assert visible("agreed \u202eoN") == "agreed [U+202E]oN"


@pytest.mark.parametrize(
    "text",
    [
        "South Korea, the U.S. and Japan\u2014\u201cin the near future\u201d \u20ac5 \u00bd",
        "한국과 미국 日本 ひらがな",
        "e\u0301 and \u05d0\u05b8",
        "one line\nand another",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # a word of Persian, with a non-joiner
        "\u0915\u094d\u200d\u0937",  # a joiner in Devanagari
        "minis\u00adterial",
        "\u2764\ufe0f 1\ufe0f\u20e3 \u2660\ufe0e",  # emoji, a keycap, text presentation
        "\u845b\U000e0100 \u6f22\ufe00",  # ideographs with variants
        "\u1820\u180b",  # Mongolian with a variant
    ],
)
def test_honest_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\ufe0fb", "a[U+FE0F]b"),
        ("\ufe0f", "[U+FE0F]"),
        ("\u2764\ufe0f\ufe0f", "\u2764\ufe0f[U+FE0F]"),
        ("1\ufe0fa", "1[U+FE0F]a"),
        ("\u2764\U000e0100", "\u2764[U+E0100]"),
        ("a\u180b", "a[U+180B]"),
        ("\u180b", "[U+180B]"),
        ("a\u200d", "a[U+200D]"),
        ("\u200cb", "[U+200C]b"),
        ("a \u200db", "a [U+200D]b"),
        ("a\u200d b", "a[U+200D] b"),
    ],
)
def test_joiners_and_selectors_out_of_place_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_no_format_control_or_private_character_of_this_unicode_is_missed() -> None:
    kept = {"\n", "\u00ad"}
    hidden = (
        chr(n) for n in range(sys.maxunicode + 1) if unicodedata.category(chr(n)) in {"Cc", "Cf", "Co", "Cs"}
    )
    assert [f"{ord(char):04X}" for char in hidden if char not in kept and visible(char) == char] == []


@given(st.text(st.characters()))
def test_what_is_visible_stays_so_when_shown_again(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("they will meet soon", "they will meet soon"),
        ("abcdef", "abcd|ef"),
        ("abcdefghij kl", "abcd|efgh|ij kl"),
        ("abcd\u200befgh", "abcd|efgh"),
        ("ab/cd/ef-gh", "ab/cd/ef-gh"),  # a line may end in an address by itself
        ("1/2/3/4/5", "1/2/|3/4/|5"),  # but not between figures
        ("abc[U+202E]de", "abc|[U+202E]|de"),
        ("[U+202E][U+202E]", "[U+202E]|[U+202E]"),
        ("abcde\u0301\u0301f", "abcd|e\u0301\u0301f"),
        ("abcd\u0301efg", "abcd\u0301|efg"),
        ("abcd\u00adefg", "abcd\u00ad|efg"),
        ("abc\u0915\u094d\u200d\u0937de", "abc\u0915\u094d\u200d\u0937|de"),
        ("abc\u1112\u1161\u11abde", "abc\u1112\u1161\u11ab|de"),
        ("abc\U0001f44d\U0001f3fdde", "abc\U0001f44d\U0001f3fd|de"),
        ("abc\ud83d\udc4dde", "abc\ud83d\udc4d|de"),
        ("\u0301abcde", "\u0301abc|de"),
    ],
)
def test_unbroken_text_can_wrap(text: str, done: str) -> None:
    assert breakable(text, 4).replace("\u200b", "|") == done


def test_an_endless_word_wraps_every_24_letters() -> None:
    assert [len(part) for part in breakable("x" * 400).split("\u200b")] == [24] * 16 + [16]


@given(st.text(st.characters(exclude_characters="\u200b")), st.integers(1, 9))
def test_nothing_but_breaks_is_added_and_markers_stay_whole(text: str, every: int) -> None:
    shown = visible(text)
    done = breakable(shown, every)
    assert done.replace("\u200b", "") == shown
    assert done.count("[U+") == shown.count("[U+")
    assert not done.startswith("\u200b")
    assert not done.endswith("\u200b")
    assert not any(unicodedata.combining(part[0]) for part in done.split("\u200b")[1:])


@pytest.mark.parametrize(
    ("char", "script"),
    [
        ("한", "Hangul"),
        ("\uffa1", "Hangul"),
        ("漢", "Han"),
        ("々", "Han"),
        ("か", "Kana"),
        ("ｶ", "Kana"),
        ("ー", "Kana"),
        ("ش", "Arabic"),
        ("א", "Hebrew"),
        ("क", "Devanagari"),
        ("ท", "Thai"),
        ("ж", "Cyrillic"),
        ("ω", "Greek"),
        ("e", "Latin"),
        ("Ａ", "Latin"),
        ("1", None),
        ("-", None),
        ("\u0301", None),
        ("\x00", None),
        ("\ue000", None),
    ],
)
def test_script_of_a_character(char: str, script: str | None) -> None:
    assert script_of(char) == script


@pytest.mark.parametrize("char", "aé한漢כ٣9\u0301\u05b8")
def test_letters_marks_and_figures_make_words(char: str) -> None:
    assert is_letter(char)


@pytest.mark.parametrize("char", " .-'\u2019_$\u200b½")
def test_other_signs_do_not(char: str) -> None:
    assert not is_letter(char)
