"""What an article leaves open."""

from __future__ import annotations

from datetime import date

from briefing_app.drafting.gaps import Ahead, gaps_of
from briefing_app.drafting.opcon import OpconDraft, opcon_of
from briefing_app.drafting.reading import read
from briefing_app.model.article import Article
from briefing_app.workflow.lexicon import load_lexicon


def _opcon(text: str) -> OpconDraft | None:
    return opcon_of(read(Article(paragraphs=(text,)), load_lexicon(), date(2026, 9, 18)))


def test_missing_dates_of_the_transfer_come_first() -> None:
    found = _opcon(
        "On the conditions-based OPCON transition, the FOC test was not held "
        "in 2025 as planned. No date has been set for "
        "FMC. The IOC of the air component was verified in 2024."
    )
    assert [
        (gap.text, gap.topic) for gap in gaps_of(found, [Ahead("Next dialogue", dated=False, placed=False)])
    ] == [
        ("A new date for FOC", "OPCON"),
        ("A date for FMC", "OPCON"),
        ("The other stages of the transfer", "OPCON"),
        ("A date for the transfer itself", "OPCON"),
        ("The conditions of the transfer", "OPCON"),
        ("A date for: Next dialogue", None),
    ]


def test_nothing_is_missing_where_all_is_said() -> None:
    found = _opcon(
        "The conditions-based OPCON transfer is planned for 2030 and has two "
        "conditions: a headquarters, and a radio net. "
        "IOC was verified in 2019, FOC was verified in 2024 and FMC will be verified in 2028."
    )
    assert found is not None
    assert gaps_of(found, [Ahead("Next dialogue", dated=True, placed=True)]) == ()


def test_a_meeting_with_a_date_may_lack_a_place() -> None:
    assert [gap.text for gap in gaps_of(None, [Ahead("Next dialogue", dated=True, placed=False)] * 2)] == [
        "A place for: Next dialogue"
    ]


def test_a_term_is_no_date_and_a_calendar_needs_no_conditions() -> None:
    found = _opcon("The cabinet agreed to complete the time-based OPCON transfer within its term.")
    assert [gap.rule for gap in gaps_of(found, [])] == ["gap-transfer-date"]
