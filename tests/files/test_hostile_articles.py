"""Files that were made to hurt their reader: a sentence for each, and an end to it."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest

from briefing_app.files.articles import open_article
from briefing_app.files.child import Limits, read_apart
from briefing_app.files.refusal import RefusalError
from briefing_app.model.problems import BriefingError
from tests.files.making import FIRST, document, docx, packed, paragraph, raw_pdf, set_pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "aaaaaaaaaa"}">' for n in range(10))
HTML = "<!DOCTYPE html><html><body>"


def flate_bomb() -> bytes:
    """Return 1 GB of blanks, packed twice."""
    packer = zlib.compressobj(9)
    once = b"".join([*(packer.compress(b" " * (1 << 24)) for _ in range(64)), packer.flush()])
    return raw_pdf(packed(once), filters="[/FlateDecode /FlateDecode]")


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "page, 100,000 deep": (lambda: (HTML + "<div>" * 100_000 + FIRST).encode(), "article-complex"),
    "page, 50 MB": (lambda: (HTML + "x" * 50_000_000).encode(), "file-too-large"),
    "page of 500,000 paragraphs": (lambda: (HTML + "<p>x</p>" * 500_000).encode(), "article-complex"),
    "text of 400,000 lines": (lambda: b"By A. Writer\n" * 380_000, "article-complex"),
    "PDF, packed twice": (flate_bomb, "article-complex"),
    "PDF of 5,000 pages": (lambda: raw_pdf(packed(b"q Q"), pages=5_000), "article-pages"),
    "PDF, cut off": (lambda: set_pdf([FIRST])[:3_000], "article-damaged"),
    "Word document that unpacks to 450 MB": (
        lambda: docx(document(paragraph("x" * 900) * 500_000)),
        "article-complex",
    ),
    "Word document, 100,000 deep": (lambda: docx(document("<w:p>" * 100_000)), "article-complex"),
    "Word document with entities": (
        lambda: docx(f"<!DOCTYPE x [{BOMB}]>" + document(paragraph("&a9;"))[21:]),
        "article-damaged",
    ),
    "Word document, cut off": (lambda: docx(document(paragraph(FIRST)))[:200], "article-damaged"),
    "no XML": (lambda: docx("<w:document"), "article-damaged"),
    "another package": (lambda: docx("").replace(b"word/document.xml", b"word/documents.xm"), "article-kind"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    make, code = REFUSED[name]
    path = tmp_path / "a"
    path.write_bytes(make())
    with pytest.raises(BriefingError) as caught:
        open_article(path)
    assert [each.code for each in caught.value.problems] == [code]
    assert caught.value.problems[0].values["name"] == "a"


@pytest.mark.parametrize(
    "page",
    [
        f'<?xml version="1.0"?><!DOCTYPE x [{BOMB}]><html><body><p>&a9;</p><p>{FIRST}</p></body></html>',
        f'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;</p><p>{FIRST}</p></body></html>',
        f'{HTML}<script type="application/ld+json">{"[" * 100_000}</script><p>{FIRST}</p>',
        f'{HTML}<div class="{"a-" * 100_000}">x</div><p>{FIRST}</p>',
    ],
    ids=["entities", "a file as an entity", "deep JSON", "a long class"],
)
def test_pages_that_are_read_all_the_same(tmp_path: Path, page: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(page)
    article = open_article(path).article
    assert article.paragraphs[-1] == FIRST
    assert "root:" not in str(article)
    assert "aaaaaaaaaaaaaaaaaaaaa" not in str(article)


@pytest.mark.parametrize(
    "text",
    ["a" * 4_900_000, "word " * 900_000, "A " * 2_000_000, "(" * 4_000_000, ("a" * 1_400 + "\n\n") * 3_000],
)
def test_long_plain_text_ends(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{FIRST}\n\n{text}\n\n{FIRST}\n")
    assert open_article(path).article.paragraphs[0] == FIRST


def test_a_reader_that_takes_too_long_or_too_much_is_ended() -> None:
    slow = raw_pdf(packed(b"BT /F1 12 Tf " + b"(abc) Tj 0 -12 Td " * 400_000 + b"ET"))
    with pytest.raises(RefusalError) as caught:
        read_apart("pdf", slow, limits=Limits(seconds=1))
    assert caught.value.code == "article-complex"
    with pytest.raises(RefusalError) as caught:
        read_apart("web", (HTML + f"<p>{FIRST}</p>").encode(), limits=Limits(memory=60 << 20))
    assert caught.value.code in {"article-complex", "article-damaged"}  # it cannot even load
