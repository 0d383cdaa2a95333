"""A briefing out of a PDF: our own, made over by another program, none, locked, damaged and hostile."""

from __future__ import annotations

import io
import random
import time
from typing import TYPE_CHECKING

import pikepdf
import pytest

from briefing_app.exporting.pdf import export_pdf
from briefing_app.files import attachments
from briefing_app.files.attachments import attached_briefing
from briefing_app.files.reading import read_briefing
from briefing_app.model.canonical import to_text
from briefing_app.model.problems import BriefingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.model.briefing import Briefing


@pytest.fixture(scope="module")
def briefing(root: Path) -> Briefing:
    found = read_briefing(root / "resources" / "examples" / "kidd-19.briefing").briefing
    assert found is not None
    return found


@pytest.fixture(scope="module")
def exported(briefing: Briefing) -> bytes:
    return export_pdf(briefing, layout="one-page", paper="a4").pdf


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    """Return a PDF as another program writes it."""
    to = io.BytesIO()
    pdf.save(to, **how)  # type: ignore[arg-type]
    return to.getvalue()


def carrying(**files: bytes) -> pikepdf.Pdf:
    """Return a new PDF with attached files, `__` in a name standing for the point."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for name, data in files.items():
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, data, filename=name.replace("__", "."))
    return pdf


def code(data: bytes, path: Path) -> str:
    with pytest.raises(BriefingError) as caught:
        attached_briefing(data, path)
    return caught.value.problems[0].code


def test_our_own_export_gives_its_briefing_byte_for_byte(
    briefing: Briefing, exported: bytes, tmp_path: Path
) -> None:
    found = attached_briefing(exported, tmp_path / "a.pdf")
    assert found == ("kidd-19.briefing", to_text(briefing).encode())


@pytest.mark.parametrize(
    "how",
    [
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"linearize": True},
        {"encryption": pikepdf.Encryption(owner="o", user="", R=4, aes=False, metadata=False)},
    ],
)
def test_what_another_program_saved_again_still_gives_it(
    briefing: Briefing, exported: bytes, tmp_path: Path, how: dict[str, object]
) -> None:
    with pikepdf.open(io.BytesIO(exported)) as pdf:
        again = saved(pdf, **how)
    assert attached_briefing(again, tmp_path / "a.pdf").data == to_text(briefing).encode()


def test_among_other_files_the_briefing_is_found_by_its_name(tmp_path: Path) -> None:
    with carrying(a__txt=b"other", b__BRIEFING=b"{}", c__xlsx=b"x") as pdf:
        assert attached_briefing(saved(pdf), tmp_path / "a.pdf") == ("b.BRIEFING", b"{}")


def test_in_a_deep_tree_of_names_it_is_found(tmp_path: Path) -> None:
    with carrying(b__briefing=b"{}") as pdf:
        names = pdf.Root.Names
        for _ in range(20):
            names.EmbeddedFiles = pdf.make_indirect(pikepdf.Dictionary(Kids=[names.EmbeddedFiles]))
        assert attached_briefing(saved(pdf), tmp_path / "a.pdf").data == b"{}"


def test_a_tree_of_names_that_bites_its_tail_ends(tmp_path: Path) -> None:
    with carrying(a__txt=b"x") as pdf:
        node = pdf.make_indirect(pikepdf.Dictionary())
        node.Kids = pikepdf.Array([node] * 500)
        pdf.Root.Names.EmbeddedFiles = node
        assert code(saved(pdf), tmp_path / "a.pdf") == "pdf-no-briefing"


def test_what_is_no_tree_at_all_is_no_briefing(tmp_path: Path) -> None:
    for value in (pikepdf.Array([1, 2]), pikepdf.String("x"), pikepdf.Dictionary(Names=[1, pikepdf.Name.A])):
        with carrying() as pdf:
            pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=value)
            pdf.Root.AF = pikepdf.Array([pikepdf.Dictionary(EF=3), pikepdf.Dictionary(EF={"/F": 3})])
            assert code(saved(pdf), tmp_path / "a.pdf") == "pdf-no-briefing"


def test_a_pdf_without_a_briefing_says_so(tmp_path: Path) -> None:
    with carrying(a__txt=b"other") as pdf:
        assert code(saved(pdf), tmp_path / "a.pdf") == "pdf-no-briefing"


@pytest.mark.parametrize("aes", [False, True])
def test_a_pdf_with_a_password_says_so(exported: bytes, tmp_path: Path, *, aes: bool) -> None:
    with pikepdf.open(io.BytesIO(exported)) as pdf:
        locked = saved(pdf, encryption=pikepdf.Encryption(owner="o", user="u", R=4, aes=aes, metadata=aes))
    assert code(locked, tmp_path / "a.pdf") == "pdf-locked"


@pytest.mark.parametrize("data", [b"%PDF-", b"%PDF-1.7\n%%EOF", b"%PDF-1.7" + bytes(5000)])
def test_what_only_begins_as_a_pdf_is_damaged(data: bytes, tmp_path: Path) -> None:
    assert code(data, tmp_path / "a.pdf") == "pdf-damaged"


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with carrying(b__briefing=bytes(200_000_000)) as pdf:
        bomb = saved(pdf, compress_streams=True)
    assert len(bomb) < 1_000_000
    assert code(bomb, tmp_path / "a.pdf") == "pdf-attachment-too-large"


def test_an_attachment_larger_than_a_briefing_may_be_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MAX_FILE_BYTES", 10)
    with carrying(b__briefing=b"[" * 11) as pdf:
        assert code(saved(pdf), tmp_path / "a.pdf") == "pdf-attachment-too-large"


@pytest.fixture
def damaged(exported: bytes) -> Callable[[int], bytes]:
    """Return what damages the export in one of many ways."""

    def damage(seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311 - the same damage each time
        data = bytearray(exported)
        for _ in range(chance.choice([1, 30, 400])):
            data[chance.randrange(5, len(data))] = chance.randrange(256)
        if seed % 3 == 0:
            del data[chance.randrange(5, len(data)) :]
        if seed % 5 == 0:
            at = chance.randrange(5, len(data))
            data[at:at] = data[: chance.randrange(len(data))]
        return bytes(data)

    return damage


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_pdf_gives_a_briefing_or_a_sentence_soon(
    damaged: Callable[[int], bytes], tmp_path: Path, seed: int
) -> None:
    before = time.monotonic()
    codes: list[str] = []
    try:
        attached_briefing(damaged(seed), tmp_path / "a.pdf")
    except BriefingError as error:
        codes = [problem.code for problem in error.problems]
    assert codes in ([], ["pdf-damaged"], ["pdf-no-briefing"], ["pdf-locked"])
    assert time.monotonic() - before < 10
