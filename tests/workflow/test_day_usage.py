"""A date in figures that its page does not decide: a state's usage does, and is told; else it is asked."""

from __future__ import annotations

import pytest

from briefing_app.model.problems import BriefingError
from briefing_app.words.problems import say
from briefing_app.workflow.drafting import Built, Wishes, build, take_text
from briefing_app.workflow.lexicon import load_lexicon

BODY = (
    "The two ministers met on the quay and agreed to open a joint ferry office in the old customs house.\n\n"
    "They pledged to meet again in June, a spokesperson told reporters.\n"
)


def built(head: str = "", place: str = "", published: str | None = None) -> Built:
    text = f"{head}Two to open a ferry office\n\n04/09/2026 09:47 PM\n\n{place}{BODY}"
    return build(take_text(text), load_lexicon(), Wishes(published=published))


@pytest.mark.parametrize(
    ("head", "place", "day", "other"),
    [
        ("Ministry of Ports of Norway\n\n", "", "2026-09-04", "2026-04-09"),
        ("Norwegian News Agency\n\n", "MANILA -- ", "2026-09-04", "2026-04-09"),
        ("", "SEOUL -- ", "2026-09-04", "2026-04-09"),
        ("", "MAJURO -- ", "2026-04-09", "2026-09-04"),
        ("U.S. Army Pacific Command\n\n", "", "2026-04-09", "2026-09-04"),
    ],
)
def test_the_state_of_the_publisher_or_place_decides_and_is_told(
    head: str, place: str, day: str, other: str
) -> None:
    draft = built(head, place)
    assert draft.briefing.sources[0].published == f"{day}T21:47"
    (told,) = [each for each in draft.problems if each.code == "draft-day-month"]
    assert (told.severity, told.values["value"]) == ("warning", "04/09/2026")
    assert (told.values["day"], told.values["other"]) == (day, other)
    assert other in say(told.code, told.values).hint


def test_a_day_that_is_given_needs_no_warning() -> None:
    draft = built("Ministry of Ports of Norway\n\n", published="2026-04-09")
    assert draft.briefing.sources[0].published == "2026-04-09"
    assert draft.problems == ()
    assert built("U.S. Army Pacific Command\n\n", published="2026-09-04").problems == ()


@pytest.mark.parametrize(
    "head", ["", "Ministry of Ports of Veldania\n\n", "Ministry of Ports of Georgia\n\n"]
)
def test_where_no_state_is_known_both_days_are_named(head: str) -> None:
    with pytest.raises(BriefingError) as caught:
        built(head)
    (problem,) = caught.value.problems
    assert (problem.code, problem.severity) == ("draft-two-days", "error")
    sentence = say(problem.code, problem.values).message
    assert all(part in sentence for part in ("04/09/2026", "2026-09-04", "2026-04-09"))
    assert built(head, published="2026-04-09").briefing.as_of == "2026-04-09"
