"""The quick way and the slow way to read a briefing see the same, and nothing hostile gets past either."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.files import reading
from briefing_app.files.reading import parse_briefing
from briefing_app.model.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest

    from briefing_app.files.reading import Opened

    Parse = Callable[[str | bytes], Opened]


def texts(node: Any, steps: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the way to every text in a document."""
    members = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, value in members:
        if isinstance(value, str):
            yield (*steps, step)
        yield from texts(value, (*steps, step))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.data(),
    st.sampled_from(["\u0000", "\u0007", "\t", "\r", "\u007f", "\u0085", "\ud800", "\udfff"]),
    st.booleans(),
)
def test_no_control_character_gets_in_anywhere(
    text: str,
    data: st.DataObject,
    char: str,
    ascii_only: bool,  # noqa: FBT001
) -> None:
    tree = json.loads(text)
    way = data.draw(st.sampled_from(list(texts(tree))))
    node = tree
    for step in way[:-1]:
        node = node[step]
    n = data.draw(st.integers(0, len(node[way[-1]])))
    node[way[-1]] = node[way[-1]][:n] + char + node[way[-1]][n:]
    written = json.dumps(tree, ensure_ascii=ascii_only, indent=2).encode("utf-8", "backslashreplace")
    opened = parse_briefing(written, "x")
    assert opened.briefing is None
    assert opened.sound_part is None or char not in str(opened.sound_part)
    assert {"control-character", "lone-surrogate"} & {problem.code for problem in opened.problems}


def test_a_warning_has_its_line_and_keeps_nothing_shut(tree: Any, parse: Parse) -> None:
    tree["bottom_line"]["text"] = "word " * 60
    opened = parse(json.dumps(tree, indent=2))
    assert opened.briefing is not None
    (problem,) = opened.problems
    assert (problem.code, problem.severity) == ("bottom-line-long", "warning")
    assert opened.text.splitlines()[problem.where.line - 1].lstrip().startswith('"text"')
    assert problem.where.part == "bottom-line"


def test_problems_found_later_get_their_places_in_the_file(text: str, parse: Parse) -> None:
    opened = parse(text)
    first, second = ("agreements", 0, "evidence", 0), ("bottom_line", "evidence", 0)
    placed = opened.at([Problem("passage-missing", where=Place(steps)) for steps in (first, second)])
    assert [problem.where.steps for problem in placed] == [second, first]
    assert [problem.where.part for problem in placed] == ["bottom-line", "agreement"]
    assert all(opened.text.splitlines()[each.where.line - 1].strip() == "{" for each in placed)
    assert {problem.where.file for problem in placed} == {"x.briefing"}
    assert opened.at([]) == ()


def test_a_text_full_of_commas_takes_the_slow_way_and_opens(
    text: str, parse: Parse, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = parse(text)
    monkeypatch.setattr(reading, "MAX_VALUES", 1)
    slow = parse(text)
    assert slow.briefing == quick.briefing
    assert slow.briefing is not None
    assert slow.problems == quick.problems


def test_a_document_without_values_has_its_problem_at_its_beginning(parse: Parse) -> None:
    assert [(each.code, each.where.line, each.where.column) for each in parse("\n {}").problems] == [
        ("format-missing", 2, 2)
    ]
    assert [each.where.line for each in parse("[1").at([Problem("x", where=Place(("a",)))])] == [0]


def test_the_digest_is_of_the_bytes_and_the_text_has_no_mark(text: str, parse: Parse) -> None:
    plain, marked = parse(text), parse(b"\xef\xbb\xbf" + text.encode())
    assert plain.digest != marked.digest
    assert plain.text == marked.text == text
    assert plain.notes == ()
    assert [note.code for note in marked.notes] == ["file-bom"]
    assert marked.briefing == plain.briefing
