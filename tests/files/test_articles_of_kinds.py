"""Web pages, PDFs and Word documents, pasted text: one path for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest

from briefing_app.files.articles import open_article, open_text
from briefing_app.model.problems import BriefingError
from tests.files.making import FIRST, LAST, SECOND, W, document, docx, packed, paragraph, raw_pdf, set_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.files.articles import OpenedArticle

THIRD = SECOND.replace("working", "second").replace("ministers", "parliaments").replace("autumn", "spring")
FOURTH = SECOND.replace("working", "third").replace("both", "three").replace("autumn", "winter")
DATED = f"PORT ANSEL, March 3 (Sample Wire) -- {FIRST}"
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="{{charset}}">
<title>Two to open harbour office | The Harbour Times</title>
<meta property="og:site_name" content="The Harbour Times">
<meta property="article:published_time" content="2026-03-03T21:30:00Z">
<meta property="article:modified_time" content="2026-03-05T08:00:00Z">
<link rel="canonical" href="https://harbour.example/2026/03/03/office">
<script type="application/ld+json">{{{{"@type": "NewsArticle", "datePublished": "2026-03-03T21:30:00Z",
"author": {{{{"@type": "Person", "name": "Sample Writer"}}}}}}}}</script>
<script>var a = "{SECOND}";</script></head><body>
<div class="cookie-consent"><p>We use cookies on this site to count our readers, day after day.</p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<main><article><p class="kicker">Diplomacy</p><h1>Two to open harbour office</h1>
<p class="standfirst">A café for sailors is part of the plan, the ministers of both sides say.</p>
<div>By Sample Writer</div><time datetime="2026-03-03">3 March 2026</time>
<figure><img><figcaption>Ships in the harbour of Port Ansel on a day in spring.</figcaption></figure>
<p>{DATED}</p><aside class="pull-quote">agreed to open a joint harbour office</aside>
<p>{SECOND}</p><h2>What comes next</h2><ul><li>a hotline between the two coast guards;</li>
<li>a table-top exercise in the third quarter.</li></ul><p>{LAST}</p>
<div class="related"><h3>Read more</h3><ul><li><a href="/x">Harbour office opens</a></li></ul></div>
</article></main><form><label>Was this helpful?</label></form>
<footer>© 2026 The Harbour Times</footer></body></html>"""


def opened(folder: Path, data: bytes) -> OpenedArticle:
    path = folder / "article"
    path.write_bytes(data)
    return open_article(path)


def refused(folder: Path, data: bytes) -> str:
    with pytest.raises(BriefingError) as caught:
        opened(folder, data)
    return caught.value.problems[0].code


@pytest.mark.parametrize("name", ["standfirst", "intro"])
def test_a_web_page(tmp_path: Path, name: str) -> None:
    page = PAGE.format(charset="utf-8").replace('class="standfirst"', f'class="{name}"')
    article = opened(tmp_path, page.encode()).article
    bullets = ("a hotline between the two coast guards;", "a table-top exercise in the third quarter.")
    assert article.paragraphs == (DATED, SECOND, *bullets, LAST)
    reasons = {each.text: each.reason for each in article.dropped}
    assert reasons["Two to open harbour office"] == "headline"
    assert reasons["What comes next"] == "heading"
    assert reasons["By Sample Writer"] == "byline"
    assert reasons["Ships in the harbour of Port Ansel on a day in spring."] == "caption"
    assert reasons["We use cookies on this site to count our readers, day after day."] == "notice"
    assert reasons["agreed to open a joint harbour office"] == "repeated"
    assert reasons["Harbour office opens"] == "links"
    assert reasons["Was this helpful?"] == "feedback"


def test_what_a_web_page_declares(tmp_path: Path) -> None:
    read = opened(tmp_path, PAGE.format(charset="utf-8").encode())
    article = read.article
    assert (article.title, article.author) == ("Two to open harbour office", "Sample Writer")
    assert (article.publisher, article.section) == ("The Harbour Times", "Diplomacy")
    assert (article.dateline, article.language) == ("Port Ansel", "en-GB")
    assert article.url == "https://harbour.example/2026/03/03/office"
    assert article.published == "2026-03-03T21:30:00Z"
    assert {(each.value, each.where) for each in article.dates} == {
        ("2026-03-03T21:30:00Z", "metadata"),
        ("2026-03-05T08:00:00Z", "update"),
        ("2026-03-03", "stamp"),
        ("2026-03-03", "dateline"),
        ("2026-03-03", "address"),
    }
    assert read.problems == ()


def test_dates_of_a_page_that_differ_are_told(tmp_path: Path) -> None:
    page = PAGE.format(charset="utf-8").replace("3 March 2026", "4 March 2026")
    problems = opened(tmp_path, page.encode()).problems
    assert [each.code for each in problems] == ["article-dates"]
    assert problems[0].values["others"] == "2026-03-03; 2026-03-04"


@pytest.mark.parametrize(
    ("named", "written", "guessed"),
    [("utf-8", "utf-8", 0), ("iso-8859-1", "cp1252", 0), ("utf-16", "cp1252", 1), ("utf-8", "cp1252", 1)],
)
def test_a_web_page_in_a_wrong_encoding_is_read_and_told(
    tmp_path: Path, named: str, written: str, guessed: int
) -> None:
    read = opened(tmp_path, PAGE.format(charset=named).encode(written))
    assert any("A café for sailors" in each.text for each in read.article.dropped)
    assert [each.code for each in read.problems] == ["article-guessed"] * guessed


def test_a_page_in_line_breaks_and_without_paragraphs(tmp_path: Path) -> None:
    page = f"<html><body><div>{FIRST}<br><br>{SECOND}<br>\n<br>{LAST}</div></body></html>"
    assert opened(tmp_path, page.encode()).article.paragraphs == (FIRST, SECOND, LAST)


@pytest.mark.parametrize(
    "rules",
    ["", "#set par(justify: true)\n", "#set par(justify: true, first-line-indent: 1em, spacing: 0.65em)\n"],
)
def test_a_pdf_with_its_paragraphs_joined_and_their_pages(tmp_path: Path, rules: str) -> None:
    furniture = "#set page(header: [Ministry of Defence], footer: context [Page #counter(page).display()])\n"
    texts = [
        "= Two to open harbour office",
        "By Sample Writer",
        "3 March 2026",
        DATED,
        SECOND,
        THIRD,
        FOURTH,
        LAST,
    ]
    article = opened(tmp_path, set_pdf(texts, furniture + rules)).article
    assert article.paragraphs == (DATED, SECOND, THIRD, FOURTH, LAST)
    assert article.pages[0] == 1
    assert article.pages == tuple(sorted(article.pages))
    assert article.pages[-1] == 2
    assert (article.title, article.author) == ("Two to open harbour office", "Sample Writer")
    assert article.published == "2026-03-03"
    assert {each.text for each in article.dropped} >= {"Ministry of Defence", "Page 1", "Page 2"}


def test_a_pdf_without_text_and_one_that_is_locked(tmp_path: Path) -> None:
    assert refused(tmp_path, raw_pdf(packed(b"q Q"))) == "article-scanned"
    (tmp_path / "open.pdf").write_bytes(set_pdf([FIRST]))
    with pikepdf.open(tmp_path / "open.pdf") as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    assert refused(tmp_path, (tmp_path / "locked.pdf").read_bytes()) == "article-locked"


def test_a_word_document(tmp_path: Path) -> None:
    changed = (
        '<w:p><w:r><w:t xml:space="preserve">The next talks will </w:t></w:r><w:del><w:r><w:delText>not '
        "</w:delText></w:r></w:del><w:r><w:t>be held</w:t><w:tab/>"
        "<w:t>in Port Ansel in June, a spokesperson told reporters.</w:t></w:r>"
        "<mc:AlternateContent><mc:Fallback><w:r><w:t>twice</w:t></w:r></mc:Fallback>"
        "</mc:AlternateContent></w:p>"
    )
    body = [
        paragraph("Two to open harbour office", "Titel"),
        paragraph("Port Ansel, 3 March 2026"),
        paragraph(FIRST),
        paragraph("What comes next", "u1"),
        paragraph("The two sides agreed to:"),
        paragraph("open an office", item=True),
        paragraph("hold talks in June", item=True),
        changed,
    ]
    names = (("Titel", "Title"), ("u1", "heading 1"))
    styles = "".join(f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in names)
    parts = {
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/header1.xml": f"<w:hdr {W}>{paragraph('Ministry of Defence of Veldania')}</w:hdr>",
        "docProps/core.xml": "<c xmlns:dcterms='d'><dcterms:created>2026-03-04</dcterms:created></c>",
    }
    article = opened(tmp_path, docx(document("".join(body)), parts)).article
    items = ("The two sides agreed to:", "open an office", "hold talks in June")
    assert article.paragraphs == (FIRST, *items, LAST)
    assert (article.title, article.publisher) == (
        "Two to open harbour office",
        "Ministry of Defence of Veldania",
    )
    assert (article.dateline, article.published) == ("Port Ansel", "2026-03-03")
    assert ("2026-03-04", "file") in {(each.value, each.where) for each in article.dates}


def test_pasted_text_and_a_pasted_page() -> None:
    assert open_text(f"Two to open\n\n{FIRST}\n", "Paste").article.paragraphs == (FIRST,)
    assert open_text(PAGE.format(charset="utf-8"), "Paste").article.publisher == "The Harbour Times"
    for text, code in (("", "article-empty"), ("x" * 5_000_001, "file-too-large")):
        with pytest.raises(BriefingError) as caught:
            open_text(text, "Paste")
        assert caught.value.problems[0].code == code
        assert caught.value.problems[0].values["name"] == "Paste"


def test_a_page_that_declares_little(tmp_path: Path) -> None:
    page = f"""<html xml:lang="fr" lang="fr"><head><title>Two to open - The Harbour Times</title>
        <meta name="date" content="3 March 2026"><meta name="author" content="The Harbour Times">
        <script type="application/ld+json">[{{"@graph": [{{"@type": ["Article"], "author": [
        {{"name": "A. Sample"}}, {{"name": "B. Sample"}}], "articleSection": ["World"],
        "publisher": {{"name": "Sample Wire"}}, "dateModified": "2026-03-04"}}]}}, 3]</script>
        <script type="application/ld+json">no JSON</script></head>
        <body><p>{FIRST}</p><p hidden>{SECOND}</p><p>{LAST}</p></body></html>"""
    article = opened(tmp_path, page.encode()).article
    assert article.paragraphs == (FIRST, LAST)
    assert (article.title, article.author) == ("Two to open", "A. Sample and B. Sample")
    assert (article.publisher, article.section, article.language) == ("Sample Wire", "World", "fr")
    assert [(each.value, each.where) for each in article.dates] == [
        ("2026-03-03", "metadata"),
        ("2026-03-04", "update"),
    ]


def test_the_time_element_is_read_where_no_date_is_declared(tmp_path: Path) -> None:
    page = f"""<html><head><meta property="og:title" content="Two to open"></head><body><h1>Two to open</h1>
        <h1>The Harbour Times</h1><time>today</time><time datetime="2026-03-03 10:00:00+0000">3/3</time>
        <p>{FIRST}</p><p>{LAST}</p></body></html>"""
    article = opened(tmp_path, page.encode()).article
    assert (article.title, article.published) == ("Two to open", "2026-03-03T10:00:00Z")


@pytest.mark.parametrize("page", ["<!-- x -->", "<html><body></body></html>", "<html><p>Home</p></html>"])
def test_pages_without_a_text(tmp_path: Path, page: str) -> None:
    assert refused(tmp_path, page.encode()) == "article-empty"
