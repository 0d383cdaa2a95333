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
    """Return 200 MB of blanks, packed twice."""
    packer = zlib.compressobj(9)
    once = b"".join([*(packer.compress(b" " * (1 << 24)) for _ in range(12)), packer.flush()])
    return raw_pdf(packed(once), filters="[/FlateDecode /FlateDecode]")


def deep_page() -> bytes:
    return (HTML + "<div>" * 100_000 + FIRST).encode()


def large_page() -> bytes:
    return (HTML + "x" * 50_000_000).encode()


def broad_page() -> bytes:
    return (HTML + "<p>x</p>" * 30_000).encode()


def long_text() -> bytes:
    return b"By A. Writer\n" * 380_000


def many_pages() -> bytes:
    return raw_pdf(packed(b"q Q"), pages=5_000)


def half_a_pdf() -> bytes:
    return set_pdf([FIRST])[:3_000]


def large_document() -> bytes:
    """Return a Word document that unpacks to 60 MB."""
    return docx(document(paragraph("x" * 900) * 60_000))


def deep_document() -> bytes:
    return docx(document("<w:p>" * 100_000))


def document_with_entities() -> bytes:
    return docx(f"<!DOCTYPE x [{BOMB}]>" + document(paragraph("&a9;")).partition("?>")[2])


def half_a_document() -> bytes:
    return docx(document(paragraph(FIRST)))[:200]


def document_without_xml() -> bytes:
    return docx("<w:document")


def other_package() -> bytes:
    return docx("").replace(b"word/document.xml", b"word/documents.xm")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (deep_page, "article-complex"),
        (large_page, "file-too-large"),
        (broad_page, "article-complex"),
        (long_text, "article-complex"),
        (flate_bomb, "article-complex"),
        (many_pages, "article-pages"),
        (half_a_pdf, "article-damaged"),
        (large_document, "article-complex"),
        (deep_document, "article-complex"),
        (document_with_entities, "article-damaged"),
        (half_a_document, "article-damaged"),
        (document_without_xml, "article-damaged"),
        (other_package, "article-kind"),
    ],
)
def test_what_is_refused_with_a_sentence(tmp_path: Path, make: Callable[[], bytes], code: str) -> None:
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
        f'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>&x;</p><p>{FIRST}</p></html>',
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


@pytest.mark.no_cover
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
