"""The plainest sentences of the genre, each drafted whole: nothing missing, nothing else."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.drafting.draft import draft_of
from briefing_app.files.articles import open_article

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import When
    from tests.drafting.desk import Desk

MONDAY = date(2026, 6, 15)
TITLE = "Officials hold talks"
STORIES = tomllib.loads((Path(__file__).parent / "plain_news.toml").read_text(encoding="utf-8"))["story"]


@pytest.mark.parametrize("story", STORIES, ids=[story["text"][0][:60] for story in STORIES])
def test_a_plain_story_gives_these_items(story: dict[str, list[str]], desk: Desk, tmp_path: Path) -> None:
    article = tmp_path / "story.txt"
    article.write_text("\n\n".join((TITLE, "June 15, 2026", *story["text"])), encoding="utf-8")
    briefing = draft_of(open_article(article).article, desk.lexicon, MONDAY, "draft")
    assert lines(briefing) == story["draft"]


def lines(briefing: Briefing) -> list[str]:
    """Return what a draft says, an item a line."""
    event = briefing.event
    found = []
    if event:
        ordinal = event.series.ordinal if event.series else None
        found += [
            line("event", event.name, ordinal, edtf(event.when), event.place, event.mode, event.parties)
        ]
    found += [
        line("person", each.name, each.side, each.role, each.capacity) for each in briefing.participants
    ]
    found += [line("agreement", each.kind, each.parties, each.statement) for each in briefing.agreements]
    found += [
        line(
            "meeting",
            each.title,
            edtf(each.when),
            each.place,
            each.certainty,
            each.outcome.state if each.outcome else None,
        )
        for each in briefing.meetings
    ]
    stages = [stage for track in briefing.opcon.tracks for stage in track.stages] if briefing.opcon else []
    found += [
        line("opcon", each.stage, each.state, edtf(each.due), edtf(each.when), each.reason) for each in stages
    ]
    return found


def edtf(when: When | None) -> str | None:
    """Return a date as EDTF, None where there is none."""
    return when.edtf if when else None


def line(kind: str, *values: Any) -> str:
    """Return the values of an item as one line; "-" stands for none."""
    texts = (
        "-" if each is None else " ".join(each) if isinstance(each, tuple) else str(each) for each in values
    )
    return f"{kind}: {' | '.join(texts)}"
