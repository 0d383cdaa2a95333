"""Markdown as a tree: what is drawn, what is refused, and that nothing gets lost."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing_app.model import markup, markup_package
from briefing_app.model.markup import (
    Block,
    ListBlock,
    Paragraph,
    RichText,
    Run,
    Table,
    is_simple,
    plain_text,
    rich_text,
)

BREAK = Run("\n")


def paragraph(*runs: Run | str) -> Paragraph:
    return Paragraph(tuple(Run(run) if isinstance(run, str) else run for run in runs))


def only(text: str) -> Block:
    rich = rich_text(text)
    assert rich.plain_because is None
    (block,) = rich.blocks
    return block


def runs(text: str) -> tuple[Run, ...]:
    block = only(text)
    assert isinstance(block, Paragraph)
    return block.runs


@pytest.mark.parametrize(
    "text",
    [
        "The two sides agreed to push for talks.",
        "They'll meet in Seoul, in the second half of the year (no day given): 50% sure.",
        "양측은 합의했다",
        "",
    ],
)
def test_text_without_markup_is_simple(text: str) -> None:
    assert is_simple(text)


@pytest.mark.parametrize(
    "text",
    [
        *("1. a", "12) a", "- a", "+ a", "# a", "> a", "a\nb", "a\rb", "    a", " a", "a\tb", "\u00a0a"),
        *(f"a {sign} b" for sign in "*_`[]<>&\\|!"),
        "a\x02b",
    ],
)
def test_text_that_markdown_could_mean_is_not(text: str) -> None:
    assert not is_simple(text)


def test_simple_text_does_not_load_the_package() -> None:
    program = (
        "import sys; from briefing_app.model.markup import rich_text; rich_text('Agreed.');"
        "assert 'markdown' not in sys.modules; rich_text('*a*'); assert 'markdown' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@given(st.text(st.sampled_from("ab .1)-=:;'\"(){}~^+#\u00a0\u3000é한\u0301")))
@example("\u3000a\u00a0")
@example("a  ")
def test_the_short_way_gives_what_the_package_gives(text: str) -> None:
    if is_simple(text):
        slow = rich_text(f"{text}\n")
        assert slow.blocks == rich_text(text).blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a **b** c", ("a ", Run("b", strong=True), " c")),
        ("*a* __b__", (Run("a", emphasis=True), " ", Run("b", strong=True))),
        ("***a***", (Run("a", strong=True, emphasis=True),)),
        ("**a *b***", (Run("a ", strong=True), Run("b", strong=True, emphasis=True))),
        ("snake_case_name 5 * 3 * 2", ("snake_case_name 5 * 3 * 2",)),
        ("a `x<y &lt; **b**` c", ("a ", Run("x<y &lt; **b**", code=True), " c")),
        ("`` a`b ``", (Run("a`b", code=True),)),
        ("one  \ntwo\nthree", ("one", BREAK, "two three")),
        ("a  \n  \n", ("a",)),
        ("\\*a\\* \\_ \\| \\`", ("*a* _ | `",)),
        (
            "AT&T &lt;b&gt; &amp;lt; &copy; &copy &nosuch; &#8364;&#x20AC;",
            ("AT&T <b> &lt; © &copy &nosuch; €€",),
        ),
        ("a&#10;b&nbsp;c", ("a b\u00a0c",)),
        ("&nbsp;*a*&nbsp;", (Run("a", emphasis=True),)),
        ("# Head *a*", (Run("Head ", strong=True), Run("a", strong=True, emphasis=True))),
        ("#import *a*", ("#import ", Run("a", emphasis=True))),
        ("####### a", ("####### a",)),
        ("> #5", ("#5",)),
        ("Head\n====", (Run("Head", strong=True),)),
        ("> said", ("said",)),
        ("    x  <b>\n      y", (Run("x  <b>", code=True), BREAK, Run("  y", code=True))),
        ("a\n- b", ("a - b",)),
    ],
)
def test_inline_markup(text: str, expected: tuple[Run | str, ...]) -> None:
    assert only(text) == paragraph(*expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[here](https://a.example/b?c=1&amp;d=2)", (Run("here", link="https://a.example/b?c=1&d=2"),)),
        (
            "[*a* b](http://c.example 'title')",
            (Run("a", emphasis=True, link="http://c.example"), Run(" b", link="http://c.example")),
        ),
        ("<https://a.example/b_c_d>", (Run("https://a.example/b_c_d", link="https://a.example/b_c_d"),)),
        ("<desk@a.example>", (Run("desk@a.example", link="mailto:desk@a.example"),)),
        ("[write](mailto:desk@a.example)", (Run("write", link="mailto:desk@a.example"),)),
        ("[a](javascript:alert(1))", ("a (javascript:alert(1))",)),
        ("[a](file:///etc/passwd)", ("a (file:///etc/passwd)",)),
        ("[a](secret.html)", ("a (secret.html)",)),
        ("[a](http://x@y.example)", ("a (http://x@y.example)",)),
        ("[a](http://x.example/&#x202e;)", ("a (http://x.example/\u202e)",)),
        ("<ftp://a.example>", ("ftp://a.example",)),
        ("[a]()", ("a",)),
        ("[Kim]: yes", ("[Kim]: yes",)),
        ("see [1] and [a][b]", ("see [1] and [a][b]",)),
        ("![A map](file:///dev/zero)", ("A map",)),
        ("![](/dev/zero)", ("/dev/zero",)),
        ("[![A map](x.png)](https://a.example)", (Run("A map", link="https://a.example"),)),
    ],
)
def test_links_and_pictures(text: str, expected: tuple[Run | str, ...]) -> None:
    assert only(text) == paragraph(*expected)


@pytest.mark.parametrize(
    "text",
    [
        '<img src="file:///dev/zero">',
        "<script>alert(1)</script>",
        "<b>bold</b> <!-- note --> <br/>",
        "<?php x ?> <![CDATA[x]]>",
        "<style>@import url(/dev/zero);</style>",
    ],
)
def test_html_is_shown_as_text(text: str) -> None:
    assert runs(text) == (Run(text),)


def test_html_blocks_are_shown_as_text() -> None:
    assert rich_text("<div>\na\n</div>\n\nb").blocks == (paragraph("<div> a </div>"), paragraph("b"))


def test_lists_in_lists() -> None:
    text = "- a **b**\n- c\n\n    more\n\n    3. d\n    4. e\n\n- f"
    inner = ListBlock(ordered=True, start=3, items=((paragraph("d"),), (paragraph("e"),)))
    assert only(text) == ListBlock(
        ordered=False,
        start=1,
        items=(
            (paragraph("a ", Run("b", strong=True)),),
            (paragraph("c"), paragraph("more"), inner),
            (paragraph("f"),),
        ),
    )


def test_a_sentence_that_begins_with_a_year_keeps_it() -> None:
    text = "2021. The nineteenth meeting."
    assert only(text) == ListBlock(ordered=True, start=2021, items=((paragraph("The nineteenth meeting."),),))
    assert plain_text(rich_text(text)) == text


def test_a_heading_in_an_item_and_the_text_after_it() -> None:
    assert only("- # a\nb") == ListBlock(
        ordered=False, start=1, items=((paragraph(Run("a", strong=True)), paragraph("b")),)
    )


def test_table() -> None:
    assert only("|a|*b*|\n|-|:-:|\n|c|`d|e`|\n|f|\n| | |") == Table(
        header=((Run("a"),), (Run("b", emphasis=True),)),
        rows=(((Run("c"),), (Run("d|e", code=True),)), ((Run("f"),), ())),
    )
    assert only("a|b\n-|-") == Table(header=((Run("a"),), (Run("b"),)), rows=())


def test_a_table_with_a_cell_too_many_is_shown_as_text() -> None:
    assert runs("a|b\n-|-\nc|d|lost") == (Run("a|b -|- c|d|lost"),)


def test_a_rule_is_nothing_beside_text_but_is_shown_alone() -> None:
    assert rich_text("a\n\n---\n\nb").blocks == (paragraph("a"), paragraph("b"))
    assert rich_text("***").blocks == (paragraph("***"),)
    assert rich_text(" \n ").blocks == ()


def test_plain_text_is_one_line() -> None:
    text = "# Agreed\n\nto *talk*  \nsoon:\n\n1. a\n2. b\n    - c\n\nx|y\n-|-\n1|2\n"
    assert plain_text(rich_text(text)) == "Agreed to talk soon: 1. a 2. b • c x | y; 1 | 2"
    assert plain_text(rich_text("")) == ""


def fill(unit: str, length: int = 8_000) -> str:
    return (unit * (length // len(unit) + 1))[:length]


# The hostile texts that were measured against the package alone, at the length of a field.
HOSTILE = {
    "[": "markup-brackets",
    "![": "markup-brackets",
    "[a](b": "markup-brackets",
    "<a ": "markup-angles",
    "<![CDATA[": "markup-brackets",
    "<http:": "markup-angles",
    "`a": "markup-backticks",
    ">": "markup-depth",
    "> ": "markup-depth",
    "- ": "markup-depth",
    "- > 1. ": "markup-depth",
    "\t": "markup-depth",
    "***a** ": "markup-emphasis",
    "*_": "markup-emphasis",
    "_a ": "markup-emphasis",
    "word word\n\n": "markup-lines",
    "#a\n": "markup-lines",
    "a\n=\n": "markup-lines",
    "c|d\n": "markup-lines",
}


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_a_hostile_text_is_shown_as_it_stands(unit: str) -> None:
    text = "a " + fill(unit, 7_990) if unit != "\t" and unit.strip(">- 1.") else fill(unit)
    rich = rich_text(text)
    assert rich.plain_because == HOSTILE[unit]
    assert letters(plain_text(rich)) == letters(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (fill("a *b* ", 8_001), "markup-length"),
        ("".join(f"{'    ' * n}- a\n" for n in range(12)), "markup-depth"),
        ("1. " * 11 + "a", "markup-depth"),
        ("> " * 9 + "- " + "*a*", None),
        ("".join(f"{'    ' * n}- a\n" for n in range(10)) + "    " * 9 + "- - - - - - - a", "markup-depth"),
        ("|".join("abcdefghijk") + "\n" + "|".join("-" * 11), "markup-table"),
        ("|".join("abcdefghij") + "\n" + "|".join("-" * 10), None),
        ("a|b\n-|-\n" + "c|d\n" * 200, None),
        ("a|b\n-|-\n" + "c|d\n" * 201, "markup-table"),
        ("a|b\n-|-\n" + "c\n" * 201, "markup-table"),
        ("1234567890. a", "markup-number"),
        ("123456789. a", None),
        ("*_**ab*b_\\ \n-b", "markup-unclear"),  # the package loses a letter
        ("_##= a#<>1=#*_*>\n b<a*a.- a*-=`| >. ", None),
    ],
)
def test_caps(text: str, code: str | None) -> None:
    rich = rich_text(text)
    assert rich.plain_because == code
    if code:
        assert letters(plain_text(rich)) == letters(text)


def test_a_placeholder_of_the_package_is_never_shown() -> None:
    text = "_.__<._``<<*`a"
    assert rich_text(text) == RichText((paragraph(text),), "markup-unclear")


def test_ten_lists_in_each_other_are_drawn() -> None:
    rich = rich_text(
        "".join(f"{'    ' * n}- a{n}\n" for n in range(10)) + "    " * 9 + "- [*b*](https://c.example)"
    )
    assert rich.plain_because is None
    assert plain_text(rich).endswith("• a9 • b")


def test_what_stands_as_it_is_keeps_its_lines() -> None:
    text = "\n1234567890. a\r\n\n\t*b*\n"
    assert rich_text(text).blocks == (paragraph("1234567890. a", BREAK, BREAK, "    *b*"),)


def test_too_little_stack_is_no_crash() -> None:
    text = "- a\n    - b\n        - c"
    rich_text(text)  # so that the package is loaded

    def deep(left: int) -> RichText:
        return deep(left - 1) if left else rich_text(text)

    found = set()
    limit = sys.getrecursionlimit()
    for left in range(limit - 10, 0, -5):
        markup._read.cache_clear()
        try:
            found.add(deep(left).plain_because)
        except RecursionError:
            continue  # not even the call itself fitted
        if found == {None, "markup-depth"}:
            break
    assert found == {None, "markup-depth"}


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalpha())


@given(st.text(st.characters(exclude_characters="&[<\x02\x03"), max_size=200))
def test_every_letter_survives(text: str) -> None:
    rich = rich_text(text)
    assert letters(plain_text(rich)) == letters(text)


@given(st.text(st.sampled_from("*_`\\ab. <>\n-|#1=[]()!&;:/\"'~\t\r"), max_size=400))
def test_no_markup_raises_or_shows_a_placeholder(text: str) -> None:
    shown = plain_text(rich_text(text))
    assert not {"\x02", "\x03"} & set(shown)
    assert "klzzwxh" not in shown


@given(st.text(st.sampled_from("ab \n\t*_`#>-1.|"), min_size=1, max_size=30), st.integers(1, 8_000))
def test_no_long_text_raises(unit: str, length: int) -> None:
    text = fill(unit, length)
    assert letters(plain_text(rich_text(text))) == letters(text)


def test_caps_are_those_that_were_measured() -> None:
    assert {sign: most for sign, (_, most) in markup_package.MAX_SIGNS.items()} == {
        "[": 50,
        "<": 200,
        "`": 200,
        "*": 600,
        "_": 600,
    }


_UNLIKE = (
    "3. three\n4. four",
    "1. one\n2. two",
    "- a\n    - b\n        1. c",
    "| a | b |\n| - | - |\n| `c|` | d |",
    "a | b\n- | -\nc | d",
    "**bold *and* plain",
    "***a** b* \\* `code`",
    "[words](https://example.org/a) and <https://example.org/b>",
    "[x]: https://example.org\n\n[x]",
    "<someone@example.org>",
    "> quoted\n> more\n\nand on",
    "1. " * 30 + "deep",
    "*" * 300,
    "plain words, * alone",
)


def _alone(text: str) -> RichText:
    """Return what a text is read as by a parser that has read nothing else."""
    markup._read.cache_clear()
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(rich_text, text).result()


@given(st.lists(st.sampled_from(_UNLIKE), min_size=1, max_size=8))
def test_a_text_is_read_the_same_whatever_was_read_before_it(texts: list[str]) -> None:
    markup._read.cache_clear()
    found = [rich_text(text) for text in texts]
    assert found == [_alone(text) for text in texts]
