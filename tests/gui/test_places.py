from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.gui.document import Snapshot
from briefing_app.gui.places import layout_of, place_of, title_of
from briefing_app.gui.session import read_snapshot

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("width", "scale", "layout", "stacked", "overlay"),
    [
        (1600, 1.0, "wide", False, False),
        (1599, 1.0, "normal", False, False),
        (1200, 1.0, "normal", False, False),
        (1199, 1.0, "narrow", False, True),
        (799, 1.0, "narrow", True, True),
        (1920, 1.5, "normal", False, False),
        (1280, 2.0, "narrow", True, True),
    ],
)
def test_a_bigger_font_falls_to_the_next_layout(
    width: int, scale: float, layout: str, *, stacked: bool, overlay: bool
) -> None:
    assert layout_of(width, scale)[:3] == (layout, stacked, overlay)
    assert layout_of(width, scale).cramped is False
    assert layout_of(640, 2.0).cramped


def test_the_place_names_series_and_meeting(kidd: Path) -> None:
    assert place_of(read_snapshot(kidd)) == ("KIDD", "No. 19 · Washington, 12–13\u00a0May 2021")


def test_without_a_briefing_the_file_is_named(tmp_path: Path) -> None:
    assert place_of(None) == ("", "")  # the name of the program would read as that of a file
    gone = Snapshot(tmp_path / "a.briefing")
    assert place_of(gone) == ("", "a.briefing")
    assert title_of(gone).startswith("a.briefing")
    assert title_of(None) == "Briefing"


def test_what_comes_out_of_a_pdf_says_so(kidd: Path, tmp_path: Path) -> None:
    from briefing_app.workflow.exporting import Choice, export_file

    export_file(kidd, tmp_path / "page.pdf", Choice())
    found = read_snapshot(tmp_path / "page.pdf")
    assert (
        title_of(found) == "19th Korea-U.S. Integrated Defense Dialogue (read-only, from page.pdf) – Briefing"
    )
    assert place_of(found)[1].endswith(" · read-only, from a PDF")


def test_files_of_one_title_are_told_apart_and_a_sample_needs_no_name(kidd: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.briefing"
    copy.write_bytes(kidd.read_bytes())
    assert title_of(read_snapshot(kidd)) == "19th Korea-U.S. Integrated Defense Dialogue – Briefing"
    assert (
        title_of(read_snapshot(copy))
        == "19th Korea-U.S. Integrated Defense Dialogue · copy.briefing – Briefing"
    )


def test_a_title_hides_nothing() -> None:
    from pathlib import Path

    assert title_of(Snapshot(Path("a\u202eb.briefing"))).startswith("a[U+202E]b")
