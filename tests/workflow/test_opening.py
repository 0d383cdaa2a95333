"""What a file is shows in its bytes, not in its name."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from briefing_app.model.problems import BriefingError
from briefing_app.workflow.exporting import Choice, export_file
from briefing_app.workflow.opening import digest_of, open_briefing

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def sample(root: Path) -> Path:
    return root / "resources" / "examples" / "kidd-19.briefing"


@pytest.mark.parametrize("name", ["page.pdf", "page.briefing"])
def test_a_pdf_is_opened_as_what_it_carries(sample: Path, tmp_path: Path, name: str) -> None:
    export_file(sample, tmp_path / "made.pdf", Choice())
    pdf = (tmp_path / "made.pdf").rename(tmp_path / name)
    found = open_briefing(pdf)
    assert found.briefing == open_briefing(sample).briefing
    assert (found.attached, found.path) == ("kidd-19.briefing", pdf)
    assert found.digest == digest_of(pdf)


def test_a_briefing_named_as_a_pdf_is_a_briefing(sample: Path, tmp_path: Path) -> None:
    shutil.copyfile(sample, tmp_path / "a.pdf")
    found = open_briefing(tmp_path / "a.pdf")
    assert found.attached == ""
    assert found.briefing == open_briefing(sample).briefing


def test_a_pdf_without_a_briefing_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(BriefingError) as caught:
        open_briefing(tmp_path / "a.pdf")
    assert caught.value.problems[0].code == "pdf-damaged"
