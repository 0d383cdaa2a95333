"""What is asked about a briefing is worked out once while it is one of the last that were asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.briefing import Briefing
from briefing_app.model.lately import lately

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_worked_out_once_for_each_of_the_last_few(root: Path) -> None:
    text = (root / "resources" / "examples" / "kidd-19.briefing").read_text(encoding="utf-8")
    first = Briefing.model_validate_json(text)
    others = [first.model_copy(update={"title": f"Title {n}"}) for n in range(4)]
    asked: list[Briefing] = []

    @lately
    def title(briefing: Briefing) -> str:
        asked.append(briefing)
        return briefing.title

    assert [title(each) for each in (first, others[0], first, others[0])] == [
        first.title, "Title 0", first.title, "Title 0",
    ]  # fmt: skip
    assert len(asked) == 2
    for each in others:
        title(each)
    assert title(first) == first.title
    assert len(asked) == 6, "one that was asked about long ago is asked about again"
