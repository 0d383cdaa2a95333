"""The PDF as its readers get it: tagged, archival, reproducible, with its data inside."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from briefing_app.exporting.pdf import export_pdf, export_png
from briefing_app.model.briefing import Briefing
from briefing_app.model.canonical import to_data, to_text
from briefing_app.model.problems import BriefingError
from briefing_app.workflow.exporting import Choice, export_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing_app.exporting.options import Layout

LAYOUTS = ("one-page", "full")


@pytest.fixture(scope="module")
def read(root: Path) -> Callable[..., Briefing]:
    """Read a shipped sample, with some of its data changed."""

    def read_sample(name: str = "kidd-19", **changes: Any) -> Briefing:
        text = (root / "resources" / "examples" / f"{name}.briefing").read_text(encoding="utf-8")
        return Briefing.model_validate({**json.loads(text), **changes})

    return read_sample


@pytest.fixture(scope="module")
def printed(read: Callable[..., Briefing]) -> Callable[..., bytes]:
    """Return what gives the PDF of a shipped sample; each is made once for all tests."""

    @cache
    def set_once(name: str, layout: Layout, article: bool) -> bytes:  # noqa: FBT001 - the cache goes by place
        return export_pdf(read(name), layout=layout, with_article=article).pdf

    def print_sample(name: str = "kidd-19", layout: Layout = "one-page", *, article: bool = False) -> bytes:
        return set_once(name, layout, article)

    return print_sample


def opened(data: bytes, tmp_path: Path) -> pikepdf.Pdf:
    path = tmp_path / "page.pdf"
    path.write_bytes(data)
    return pikepdf.Pdf.open(path)


def structure(pdf: pikepdf.Pdf) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for each in node:
                walk(each)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append((str(node["/S"])[1:], node))
            if "/K" in node:
                walk(node["/K"])

    walk(pdf.Root.StructTreeRoot["/K"])
    return found


def many(briefing: Briefing, n: int, statement: str = "Meet again") -> dict[str, Any]:
    data = to_data(briefing)
    first = data["agreements"][0]
    data["agreements"] = [{**first, "id": f"x{i}", "statement": f"{statement} {i}"} for i in range(n)]
    return data


def words_of(data: bytes, tmp_path: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    path = tmp_path / "words.pdf"
    path.write_bytes(data)
    run = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True)
    return run.stdout


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["kidd-19", "vksd-14"])
def test_it_claims_what_it_is(read: Any, printed: Any, tmp_path: Path, layout: Any, name: str) -> None:
    pdf = opened(printed(name, layout), tmp_path)
    with pdf.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"] == read(name).title
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.Root.Lang).startswith("en")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_its_structure_is_in_order(printed: Any, tmp_path: Path, layout: Any) -> None:
    pdf = opened(printed("vksd-14", layout), tmp_path)
    found = structure(pdf)
    levels = [int(name[1]) for name, _ in found if name in {"H1", "H2", "H3", "H4"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    names = [name for name, _ in found]
    assert names.count("L") >= 2
    assert {"LI", "LBody"} <= set(names)
    figures = [node for name, node in found if name == "Figure"]
    assert len(figures) >= 2
    assert all(str(node["/Alt"]) for node in figures)


def test_table_headers_have_their_scope(printed: Any, tmp_path: Path) -> None:
    pdf = opened(printed(layout="full"), tmp_path)
    found = structure(pdf)
    heads = [node for name, node in found if name == "TH"]
    tables = [node for name, node in found if name == "Table"]
    assert len(tables) == 2  # the evidence, and how the dates were read
    assert len(heads) == 10  # five columns each

    def scope(node: Any) -> str:
        attributes = node["/A"]
        every = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
        return str(next(each["/Scope"] for each in every if "/Scope" in each))

    assert {scope(node) for node in heads} == {"/Column"}


def test_the_full_brief_has_bookmarks(printed: Any, tmp_path: Path) -> None:
    pdf = opened(printed(layout="full"), tmp_path)
    with pdf.open_outline() as outline:
        assert len(outline.root) == 1
        assert len(outline.root[0].children) >= 8


@pytest.mark.parametrize("name", ["kidd-19", "vksd-14"])
def test_the_briefing_is_attached_byte_for_byte(read: Any, printed: Any, tmp_path: Path, name: str) -> None:
    briefing = read(name)
    pdf = opened(printed(name, article=True), tmp_path)
    spec = pdf.Root.AF[0]
    assert str(spec.AFRelationship) == "/Source"
    assert str(spec.UF) == f"{name}.briefing"
    stream = spec.EF.F
    assert str(stream.Subtype) == "/application/vnd.briefing+json"
    attached = stream.read_bytes().decode("utf-8")
    if name == "kidd-19":
        assert attached == to_text(briefing)
    again = Briefing.model_validate(json.loads(attached))
    assert to_text(again) == attached
    assert all(item.review.state != "rejected" for item in again.agreements)


def test_article_texts_stay_at_home_unless_asked(printed: Any, tmp_path: Path) -> None:
    def texts(*, article: bool) -> list[bool]:
        pdf = opened(printed("vksd-14", article=article), tmp_path)
        data = json.loads(pdf.Root.AF[0].EF.F.read_bytes())
        return ["text" in source for source in data["sources"]]

    assert texts(article=False) == [False, False]
    assert texts(article=True) == [True, True]


@pytest.mark.parametrize(
    ("layout", "zone", "language"),
    [("one-page", "Asia/Seoul", "C"), ("full", "America/New_York", "C.UTF-8")],
)
def test_the_same_input_gives_the_same_bytes_anywhere(
    root: Path, tmp_path: Path, layout: Any, zone: str, language: str
) -> None:
    sample = root / "resources" / "examples" / "vksd-14.briefing"
    here, there = tmp_path / "here.pdf", tmp_path / "there.pdf"
    assert export_file(sample, here, Choice(layout)) == ()
    words = ["export", str(sample), "-o", str(there), "--layout", layout]
    run = subprocess.run(
        [sys.executable, "-m", "briefing_app", *words],
        env={**os.environ, "TZ": zone, "LC_ALL": language, "PYTHONPATH": str(root)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert here.read_bytes() == there.read_bytes()


@pytest.mark.parametrize(("n", "paper"), [(0, "a4"), (12, "letter"), (400, "a4"), (400, "letter")])
def test_one_page_is_one_page(read: Any, tmp_path: Path, n: int, paper: Any) -> None:
    briefing = Briefing.model_validate(many(read(), n))
    made = export_pdf(briefing, paper=paper).pdf
    pdf = opened(made, tmp_path)
    assert len(pdf.pages) == 1
    width = float(pdf.pages[0].mediabox[2])
    assert width == pytest.approx({"a4": 595.3, "letter": 612.0}[paper], abs=0.2)
    if n == 400:
        assert "more in the full brief" in words_of(made, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 1590,
        "x" * 7990,
        "agreed \u202eoN",
        '#import "x" $ \\ ]] *a* `b` ```',
        "\u2028\u200f\ufeff\ue000\ufffe end",
    ],
    ids=["long", "endless", "bidi", "markup", "unseen"],
)
def test_hostile_text_stays_on_its_page(read: Any, tmp_path: Path, text: str) -> None:
    data = many(read(), 3, text[:7000])
    data["title"] = text
    data["bottom_line"]["text"] = text
    data["meetings"][0]["title"] = text
    made = export_pdf(Briefing.model_validate(data))
    assert len(opened(made.pdf, tmp_path).pages) == 1
    if "\u202e" in text:
        assert "agreed [U+202E]oN" in words_of(made.pdf, tmp_path)


def test_a_sign_that_no_face_draws_is_printed_as_its_code(read: Any, tmp_path: Path) -> None:
    made = export_pdf(read(title="Talks ⟨second⟩"))
    assert [(each.code, each.values["code"]) for each in made.problems] == [
        ("glyph-shown-as-code", "U+27E8"),
        ("glyph-shown-as-code", "U+27E9"),
    ]
    assert "Talks [U+27E8]second[U+27E9]" in words_of(made.pdf, tmp_path)


def test_a_letter_that_no_face_draws_stops_the_export(read: Any) -> None:
    with pytest.raises(BriefingError) as caught:
        export_pdf(read(title="Talks \U00012000"))  # cuneiform: no desk has it
    problem = caught.value.problems[0]
    assert problem.code == "font-missing"
    assert problem.values["package"] == "fonts-noto-core"


def test_markings_stand_on_every_page(printed: Any, tmp_path: Path) -> None:
    pages = words_of(printed("vksd-14", "full"), tmp_path).split("\f")[:-1]
    assert len(pages) > 2
    assert all(page.count("TLP:AMBER") >= 2 for page in pages)


def test_what_is_marked_stricter_is_left_out_and_counted(read: Any, tmp_path: Path) -> None:
    made = export_pdf(read("vksd-14"), max_marking="TLP:GREEN").pdf
    text = words_of(made, tmp_path)
    assert "TLP:AMBER" not in text
    assert "left out" in text
    with pytest.raises(BriefingError, match="marking-too-strict"):
        export_pdf(read("vksd-14"), max_marking="TLP:CLEAR")


def test_sections_can_be_left_out(read: Any, tmp_path: Path) -> None:
    text = words_of(export_pdf(read(), sections=("opcon",)).pdf, tmp_path)
    assert "OPCON TRANSITION" in text
    assert "AGREEMENTS" not in text


def test_every_page_as_a_picture(read: Any) -> None:
    pages = export_png(read(), layout="full", ppi=40)
    assert len(pages) > 1
    assert all(page.startswith(b"\x89PNG") for page in pages)


@pytest.fixture(autouse=True)
def _no_qt() -> Iterator[None]:
    before = "PySide6" in sys.modules
    yield
    assert ("PySide6" in sys.modules) == before


def test_qpdf_finds_nothing(printed: Any, tmp_path: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    path = tmp_path / "page.pdf"
    path.write_bytes(printed("vksd-14", "full"))
    run = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_a_part_that_goes_on_over_the_page_says_so_and_keeps_its_axis(printed: Any, tmp_path: Path) -> None:
    pages = words_of(printed("vksd-14", "full"), tmp_path).split("\f")
    assert "MEETINGS AHEAD" in pages[0]
    assert "(CONTINUED)" not in pages[0]
    head, _, after = pages[1].partition("MEETINGS AHEAD (CONTINUED)")
    assert "Dialogue (VKSD)" not in head.partition("OPCON TRANSITION (CONTINUED)")[2]
    axis, meeting = after.index("Oct 2024"), after.index("Call between the two ministers")
    assert axis < meeting
    assert "EVIDENCE" in "".join(pages)  # its table has a head of its own on each page
    assert "EVIDENCE (CONTINUED)" not in "".join(pages)


def test_a_head_that_comes_again_is_no_heading(printed: Any, tmp_path: Path) -> None:
    pdf = opened(printed("vksd-14", "full"), tmp_path)
    with pdf.open_outline() as outline:
        titles = [str(each.title) for each in outline.root[0].children]
    assert len(titles) == len(set(titles))
    assert not any("continued" in title.lower() for title in titles)
    headings = [name for name, _ in structure(pdf) if name in {"H2", "H3"}]
    assert headings.count("H2") == len(titles)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_meeting_without_a_date_says_so(read: Any, tmp_path: Path, layout: Any) -> None:
    data = to_data(read())
    data["meetings"] = [
        {**data["meetings"][0], "key": True, "when": {"phrase": "soon"}, "inferred": []},
    ]
    text = words_of(
        export_pdf(Briefing.model_validate(data), layout=layout, sections=("meetings",)).pdf, tmp_path
    )
    assert "no date given" in text


def test_the_marks_of_the_bottom_line_stay_together(read: Any, tmp_path: Path) -> None:
    found = []
    for more in range(0, 60, 6):
        data = to_data(read("vksd-14"))
        data["bottom_line"]["text"] = "The two sides met and " + "agreed " * 20 + "x" * more + "."
        text = words_of(export_pdf(Briefing.model_validate(data), sections=("gaps",)).pdf, tmp_path)
        found.append("1 ¶1 2 ¶2 1 ¶9" in " ".join(text.split()))
        line = next(line for line in text.splitlines() if "¶9" in line)
        assert "1 ¶1" in line, text
    assert any(found)


def test_screen_and_paper_use_the_same_words(printed: Any, tmp_path: Path) -> None:
    one = words_of(printed("vksd-14"), tmp_path)
    assert "side not stated: 1" in one
    full = words_of(printed("vksd-14", "full"), tmp_path)
    note, earlier = full.index("The readout gives the third quarter"), full.index("Earlier: rehearsed")
    assert note < earlier
