"""An article that is in a briefing already is found there: among those that are open, then in files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.workflow.known import Known, known
from briefing_app.workflow.opening import open_briefing

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_found_where_it_is_open_and_then_in_files(root: Path, tmp_path: Path) -> None:
    vksd = root / "resources" / "examples" / "vksd-14.briefing"
    briefing = open_briefing(vksd).briefing
    assert briefing is not None
    text = briefing.sources[1].text
    assert text is not None
    broken, gone = tmp_path / "broken.briefing", tmp_path / "gone.briefing"
    broken.write_bytes(vksd.read_bytes()[:-40])  # the digest stands in it, and no briefing
    other = root / "resources" / "examples" / "kidd-19.briefing"
    assert known(text, [], [gone, broken, other]) is None
    assert known(text, [], [gone, broken, other, vksd]) == Known(vksd, briefing)
    assert known(text, [Known(gone, briefing, draft=True)], [vksd]) == Known(gone, briefing, draft=True)
    assert known(("Another text.",), [Known(gone, briefing)], [vksd]) is None
