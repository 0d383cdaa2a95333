from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.workflow.excerpt import LONGEST, excerpt, lines_of, value_end
from briefing_app.workflow.exporting import Choice, export_file
from briefing_app.workflow.opening import samples

if TYPE_CHECKING:
    from pathlib import Path


def test_the_lines_around_a_place(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("".join(f'  "k{n}": "v{n}",\r\n' for n in range(1, 21)), encoding="utf-8-sig", newline="")
    found = excerpt(lines_of(file), 10, 10)
    assert found is not None
    assert found.first == 7
    assert len(found.lines) == 7
    assert found.lines[found.line] == '  "k10": "v10",'
    assert found.lines[found.line][found.start : found.end] == '"v10"'


def test_at_the_ends_of_a_file_there_are_fewer(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{\n"a": 1\n}', encoding="utf-8")
    first, last = excerpt(lines_of(file), 1, 1), excerpt(lines_of(file), 3, 1)
    assert first is not None
    assert last is not None
    assert (first.first, first.line, len(first.lines)) == (1, 0, 3)
    assert (last.first, last.line, len(last.lines)) == (1, 2, 3)


def test_a_long_line_is_cut_to_what_is_near(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("[" + "1," * 5_000 + '"here"' + ",1" * 5_000 + "]", encoding="utf-8")
    found = excerpt(lines_of(file), 1, 10_002)
    assert found is not None
    text = found.lines[0]
    assert len(text) == LONGEST
    assert text[found.start : found.end] == '"here"'


def test_a_file_that_is_gone_or_shorter_gives_nothing(tmp_path: Path) -> None:
    assert excerpt(lines_of(tmp_path / "none.json"), 1, 1) is None
    file = tmp_path / "a.json"
    file.write_text("{}", encoding="utf-8")
    assert excerpt(lines_of(file), 2, 1) is None


def test_of_a_pdf_the_lines_are_those_of_what_it_carries(tmp_path: Path) -> None:
    sample = samples()[0]
    target = tmp_path / "a.pdf"
    export_file(sample, target, Choice())
    data = target.read_bytes()
    assert lines_of(target)[0] == "{" != data.split(b"\n")[0].decode("latin-1")


@pytest.mark.parametrize(
    ("text", "start", "found"),
    [
        ('"when": "2021-13",', 8, '"2021-13"'),
        (r'"a\"b", 1', 0, r'"a\"b"'),
        ("[12, 3]", 1, "12"),
        ("{", 0, "{"),
        ('"open', 0, '"open'),
    ],
)
def test_the_end_of_a_value(text: str, start: int, found: str) -> None:
    assert text[start : value_end(text, start)] == found
