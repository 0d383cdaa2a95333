"""From an article to a draft: its day, its id, what is told of it, and the same bytes everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_app.files.reading import parse_briefing
from briefing_app.model.briefing import items
from briefing_app.model.by_hand import is_by_hand
from briefing_app.model.canonical import to_text
from briefing_app.model.outline import shown_passages
from briefing_app.model.problems import BriefingError, Place, Problem
from briefing_app.workflow import attaching, drafting
from briefing_app.workflow.drafting import Wishes, build, slug_of, take_bytes, take_file, take_text
from briefing_app.workflow.lexicon import load_lexicon

STORY = """Ministers agree on port visits

Published 14 May 2021

LISBON -- The defence ministers of Portugal and Norway met in Lisbon on Thursday, their ministries said.

Portugal and Norway agreed to open their naval ports to each other's ships from next year.

The two sides will hold their next meeting in Oslo in September.
"""
UNDATED = STORY.replace("Published 14 May 2021\n\n", "")
TWO_DATES = """<!doctype html><html lang="en"><head><title>Ministers agree on port visits</title>
<meta property="article:published_time" content="2021-05-16T08:00:00+00:00">
</head><body><article><h1>Ministers agree on port visits</h1>
<p>LISBON, May 14, 2021 (Lusa) -- The defence ministers of Portugal and Norway met in Lisbon on Thursday.</p>
<p>Portugal and Norway agreed to open their naval ports to each other's ships from next year.</p>
<p>The two sides will hold their next meeting in Oslo in September, the ministries said in a statement.</p>
</article></body></html>"""


@pytest.fixture
def seoul(root: Path) -> Path:
    """Return an article of the corpus."""
    return root / "tests" / "corpus" / "seoul-dialogue-foc-to-spring" / "article.txt"


def refused(text: str, wishes: Wishes | None = None) -> tuple[Problem, ...]:
    with pytest.raises(BriefingError) as caught:
        build(take_text(text), load_lexicon(), wishes or Wishes())
    return caught.value.problems


def test_a_draft_waits_for_review_and_proves_every_item(seoul: Path) -> None:
    built = build(take_file(seoul), load_lexicon(), Wishes())
    briefing = built.briefing
    assert briefing.status == "draft"
    assert {item.review.state for _, item in items(briefing)} == {"drafted"}
    assert {item.origin.partition(":")[0] for _, item in items(briefing) if item.origin} == {"rule"}
    assert briefing.prepared is None
    assert briefing.id == "article"
    assert briefing.as_of == "2026-09-18"
    assert briefing.sources[0].text == ()
    assert briefing.sources[0].retrieved is None
    found = attaching.compare(briefing, briefing.sources[0], built.article.paragraphs)
    assert found.same
    assert found.standing == found.passages == len(shown_passages(briefing))


def test_a_draft_is_a_sound_file(seoul: Path) -> None:
    built = build(take_file(seoul), load_lexicon(), Wishes(embed_text=True))
    text = to_text(built.briefing)
    opened = parse_briefing(text.encode(), "x.briefing")
    assert opened.briefing == built.briefing
    assert [problem for problem in opened.problems if problem.severity == "error"] == []
    assert built.briefing.sources[0].text == built.article.paragraphs


def test_an_article_without_its_day_says_what_to_do() -> None:
    (problem,) = refused(UNDATED)
    assert (problem.code, problem.severity) == ("draft-no-date", "error")
    assert build(take_text(STORY), load_lexicon(), Wishes()).briefing.as_of == "2021-05-14"
    given = build(take_text(UNDATED), load_lexicon(), Wishes(published="2021-05-14T09:46+09:00")).briefing
    assert given.as_of == "2021-05-14"
    assert given.sources[0].published == "2021-05-14T09:46+09:00"


def test_an_article_about_nothing_gives_a_sentence() -> None:
    text = (
        "Published 14 May 2021\n\n"
        "The weather was fine in the valley, and it stayed so until late in the evening.\n\n"
        "Bees flew over the fields all day, from one end of the valley to the other.\n"
    )
    (problem,) = refused(text)
    assert problem.code == "draft-nothing"
    assert problem.where.file == "Pasted text"
    assert problem.values["name"] == "Pasted text"


def test_dates_that_differ_are_told_with_their_places() -> None:
    built = build(take_bytes(TWO_DATES.encode(), "page"), load_lexicon(), Wishes())
    (problem,) = [each for each in built.problems if each.code == "draft-dates"]
    assert problem.severity == "warning"
    told = str(problem.values["others"])
    assert "2021-05-14 in the dateline" in told
    assert "2021-05-16 in what the page says of itself" in told
    assert problem.values["value"] in ("2021-05-14", "2021-05-16")
    decided = build(take_bytes(TWO_DATES.encode(), "page"), load_lexicon(), Wishes(published="2021-05-14"))
    assert [each.code for each in decided.problems] == []
    assert decided.briefing.as_of == "2021-05-14"


def test_another_language_is_told_unless_it_was_named() -> None:
    page = TWO_DATES.replace('lang="en"', 'lang="ko"').encode()
    told = build(take_bytes(page, "page"), load_lexicon(), Wishes(published="2021-05-14")).problems
    assert [each.code for each in told] == ["draft-language"]
    named = Wishes(published="2021-05-14", language="en-GB")
    built = build(take_bytes(page, "page"), load_lexicon(), named)
    assert built.problems == ()
    assert built.briefing.sources[0].language == "en-GB"


def test_only_what_was_fetched_keeps_the_day_of_fetching() -> None:
    taken = take_text(STORY)
    wishes = Wishes(today="2026-11-26")
    assert build(taken, load_lexicon(), wishes).briefing.sources[0].retrieved is None
    fetched = drafting.Taken(taken.opened, "https://news.example/a", fetched=True)
    assert build(fetched, load_lexicon(), wishes).briefing.sources[0].retrieved == "2026-11-26"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Kidd 19 (final)", "kidd-19-final"),
        ("Réunion à Évian", "reunion-a-evian"),
        ("한미", ""),
        ("a" * 80, "a" * 64),
        ("word " * 20, "-".join(["word"] * 13)),
        ("--", ""),
    ],
)
def test_the_id_is_a_slug(text: str, slug: str) -> None:
    assert slug_of(text) == slug


def test_a_text_without_a_file_is_called_after_its_title() -> None:
    assert build(take_text(STORY), load_lexicon(), Wishes()).briefing.id == "ministers-agree-on-port-visits"


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("https://a.example/x", True),
        (" http://a.example ", True),
        ("https://a.example x", False),
        ("x", False),
    ],
)
def test_an_address_is_one_and_nothing_else(text: str, *, so: bool) -> None:
    assert drafting.is_address(text) is so


@pytest.mark.parametrize(
    ("name", "code", "so"),
    [
        ("a.txt", "file-prose", True),
        ("a.docx", "file-kind", True),
        ("a", "file-html", True),
        ("a.pdf", "pdf-no-briefing", True),
        ("a.pdf", "pdf-damaged", False),
        ("a.briefing", "unknown-key", False),
        ("a.txt", "file-not-found", False),
    ],
)
def test_what_is_no_briefing_may_be_an_article(name: str, code: str, *, so: bool) -> None:
    assert drafting.is_article(Path(name), [Problem(code, where=Place())]) is so


def test_a_draft_is_never_written_over_its_article_or_unasked(seoul: Path, tmp_path: Path) -> None:
    built = build(take_file(seoul), load_lexicon(), Wishes())
    article = tmp_path / "story.briefing"
    article.write_bytes(seoul.read_bytes())
    with pytest.raises(BriefingError, match="same-file"):
        drafting.write(built, article, source=article, force=True)
    target = tmp_path / "draft.briefing"
    drafting.write(built, target)
    with pytest.raises(BriefingError, match="output-exists"):
        drafting.write(built, target)
    drafting.write(built, target, force=True)
    assert target.read_text(encoding="utf-8") == to_text(built.briefing)


PROGRAM = """
import sys
from briefing_app.__main__ import main
sys.exit(main(["build", sys.argv[1], "-o", sys.argv[2]]))
"""


@pytest.mark.parametrize(
    ("story", "zone", "language", "seed"),
    [
        ("seoul-dialogue-foc-to-spring/article.txt", "Pacific/Kiritimati", "C.UTF-8", "1"),
        ("kuwait-oman-muscat-visit/article.html", "America/Adak", "POSIX", "12345"),
    ],
)
def test_the_same_bytes_in_any_zone_language_hash_and_folder(
    root: Path, tmp_path: Path, story: str, zone: str, language: str, seed: str
) -> None:
    """Another process, far from here in all of these, makes what is made here."""
    article = root / "tests" / "corpus" / story
    variables = {"TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": seed, "XDG_CONFIG_HOME": str(tmp_path)}
    target = tmp_path / "draft.briefing"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(article), str(target)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(root)} | variables,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == bytes(target)
    assert target.read_text(encoding="utf-8") == to_text(
        build(take_file(article), load_lexicon(), Wishes()).briefing
    )


def test_a_briefing_can_begin_with_the_text_alone() -> None:
    text = STORY + "\nNothing that was heard in Lisbon is known to anybody."
    built = build(take_text(text), load_lexicon(), Wishes(alone=True))
    briefing = built.briefing
    assert [item.id for _, item in items(briefing)] == ["bottom-line"]
    assert briefing.bottom_line.text == briefing.title == "Ministers agree on port visits"
    assert briefing.bottom_line.origin == "rule:bottom-line-title"  # no person wrote it
    assert is_by_hand(briefing)
    assert not is_by_hand(build(take_text(STORY), load_lexicon(), Wishes()).briefing)
    assert briefing.sources[0].paragraphs == len(built.article.paragraphs)
    assert (briefing.as_of, briefing.unused) == ("2021-05-14", ())
    weather = (
        "Published 14 May 2021\n\nIt will rain in the hills, and the wind will turn to the north by noon."
    )
    assert refused(weather)[0].code == "draft-nothing"
    assert build(take_text(weather), load_lexicon(), Wishes(alone=True)).briefing.title
