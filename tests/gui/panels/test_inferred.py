"""What the source does not state in so many words has one sign in every part of the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QTextCharFormat, QTextDocument

from briefing_app.gui.panels.meetings import EarlierMeetings, MeetingsAhead
from briefing_app.gui.panels.mentioned import Mentioned
from briefing_app.gui.panels.overview import Overview
from briefing_app.gui.panels.participants import Participants
from briefing_app.gui.widgets.text import RichTextView

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]
    Change = Callable[[Path, Callable[[Any], object]], Path]


def _infer(tree: Any) -> None:
    tree["event"]["inferred"] = ["place"]
    tree["participants"][0]["inferred"] = ["role"]
    tree["participants"][4]["inferred"] = ["side"]
    earlier = tree["meetings"][3]
    earlier["place"] = "Bangkok"
    earlier["inferred"] = ["place"]


def test_what_is_inferred_is_dotted_everywhere_and_says_so(
    opened: Open, kidd: Path, changed_copy: Change
) -> None:
    brief = opened(changed_copy(kidd, _infer)).frame.brief
    for panel, words, said in (
        (Overview, "Washington", "Washington (inferred)"),
        (Participants, "Deputy Defense Minister", "Deputy Defense Minister (inferred)"),
        (MeetingsAhead, "Singapore", "alongside Shangri-La Dialogue (inferred)"),
        (EarlierMeetings, "Bangkok", "Bangkok (inferred)"),
        (Mentioned, "side", "side (inferred)"),
    ):
        views = [view for each in brief.findChildren(panel) for view in each.findChildren(RichTextView)]
        view = next(view for view in views if said in view.plain_text())
        found = view.text_document.find(words, options=QTextDocument.FindFlag.FindWholeWords)
        style = found.charFormat()
        assert style.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine, words
        assert style.toolTip() == "Not stated in the source in so many words"
        note = view.text_document.find("(inferred)").charFormat()
        assert note.underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline
        assert not any("inferred:" in each.plain_text() for each in views)
