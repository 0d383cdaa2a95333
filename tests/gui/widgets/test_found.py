"""What is found in a text is framed where it stands: in a paragraph, a list, the cell of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt

from briefing_app.gui.widgets.found import FoundOver, mark
from briefing_app.gui.widgets.text import RichTextView
from briefing_app.model.markup import rich_text
from briefing_app.workflow.finding import folded

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from briefing_app.gui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")

TABLE = (
    "Before\n\n- one\n- two test\n\n| Point | Wire |\n|---|---|\n| FOC test | first half |\n| Drill | none |"
)


@pytest.mark.parametrize("words", ["Before", "two test", "FOC", "first", "Drill", "none"])
def test_the_frame_stands_around_the_words(theme: Theme, show: Callable[..., QImage], words: str) -> None:
    view = RichTextView(theme)
    view.show_rich(rich_text(TABLE))
    show(theme, view)
    mark(view, folded(words).letters, 0)
    over = view.findChild(FoundOver)
    assert over is not None
    ((start, end),) = over.spans
    (area,) = over.areas(start, end)
    layout = view.text_document.documentLayout()
    for x, at in ((area.left() + 1, start), (area.right() - 1, end - 1)):
        assert layout.hitTest(QPointF(x, area.center().y()), Qt.HitTestAccuracy.ExactHit) == at
