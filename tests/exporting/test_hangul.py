"""Hangul on paper: a name and a title come out as letters, drawn by a face of this machine."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from briefing_app.exporting import glyphs
from briefing_app.exporting.pdf import export_pdf
from briefing_app.model.briefing import Briefing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TITLE = "제19차 한미 통합국방협의체"
NAME = "김철수 (Kim)"
# As they stand in the PDF: Noto's CJK faces and the Nanum ones.
FACES = ("CJK", "Nanum")

pytestmark = pytest.mark.skipif(
    not any(face in path.name for path in glyphs.files_for("Hangul") for face in FACES),
    reason="no Noto CJK and no Nanum font is installed (fonts-noto-cjk)",
)


@pytest.fixture(params=["one-page", "full"])
def made(root: Path, request: pytest.FixtureRequest) -> bytes:
    """Print a sample with a title and a participant's name in Hangul."""
    sample = root / "resources" / "examples" / "kidd-19.briefing"
    data = json.loads(sample.read_text(encoding="utf-8"))
    data["title"] = TITLE
    data["participants"][0]["name"] = NAME
    exported = export_pdf(Briefing.model_validate(data), layout=request.param)
    assert exported.problems == ()
    return exported.pdf


def embedded(data: bytes) -> Iterator[str]:
    """Yield the names of the faces on the pages that have an outline of their own in the PDF."""
    with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            fonts: Any = page.resources.get("/Font", {})
            for font in fonts.values():
                descriptor = font.DescendantFonts[0].FontDescriptor
                if {"/FontFile2", "/FontFile3"} & set(descriptor.keys()):
                    yield str(descriptor.FontName)


def test_its_face_is_embedded(made: bytes) -> None:
    assert any(face in name for name in embedded(made) for face in FACES)


def test_it_can_be_taken_out_as_text(made: bytes, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    path = tmp_path / "hangul.pdf"
    path.write_bytes(made)
    run = subprocess.run(
        ["pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert TITLE in run.stdout
    assert NAME in run.stdout
    assert "[U+" not in run.stdout
