"""Reads sentences on OPCON for the tests, and writes a stage in a line."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from briefing_app.drafting.opcon import OpconDraft, StageDraft, opcon_of
from briefing_app.drafting.reading import Reading, read
from briefing_app.model.article import Article
from briefing_app.workflow.lexicon import load_lexicon

if TYPE_CHECKING:
    from briefing_app.drafting.lexicon import Lexicon

ANCHOR = date(2026, 9, 18)
SETTING = "Wartime operational control was the subject."


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def reading(*paragraphs: str) -> Reading:
    return read(Article(paragraphs=(SETTING, *paragraphs)), _lexicon(), ANCHOR)


def opcon(*paragraphs: str) -> OpconDraft | None:
    return opcon_of(reading(*paragraphs))


def _line(stage: StageDraft, track: str | None) -> str:
    said = [track] if track else []
    said += [stage.stage, stage.state]
    said += [f"due {stage.due.edtf}"] if stage.due else []
    said += [f"when {stage.when.edtf}"] if stage.when else []
    said += [f"for {stage.reason}"] if stage.reason else []
    return " ".join(said)


def lines(*paragraphs: str) -> list[str]:
    found = opcon(*paragraphs)
    return [_line(stage, track.name) for track in found.tracks for stage in track.stages] if found else []
