"""What the tests of texts that are attached share: a file without them, one to attach, a click on words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app.workflow import attaching

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QTextCursor

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.source import SourcePane

FOC_TEST = "agreed to complete the test of Full Operational Capability (FOC) without further delay"


def write_bare(root: Path, folder: Path) -> Path:
    """Write the invented sample without its texts, and return its path."""
    sample = root / "resources" / "examples" / "vksd-14.briefing"
    tree = json.loads(sample.read_text(encoding="utf-8"))
    for source in tree["sources"]:
        del source["text"]
    path = folder / "bare.briefing"
    path.write_text(json.dumps(tree, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def attach(window: MainWindow, text: tuple[str, ...], *, whole: bool = True) -> SourcePane:
    """Attach a text to the first source and return the pane, once it shows the whole of it."""
    assert window.document.briefing is not None
    source = window.document.briefing.sources[0]
    found = attaching.compare(window.document.briefing, source, text)
    window.document.attach(source, found.attached)
    pane = window.frame.source
    while whole and not pane.article.complete:
        QApplication.processEvents()
    return pane


def click_at(window: MainWindow, words: QTextCursor) -> None:
    """Scroll to words of the article and click on the first of them."""
    article = window.frame.source.article
    assert words.hasSelection()
    words.setPosition(words.selectionStart() + 3)
    bar = article.verticalScrollBar()
    bar.setValue(bar.value() + article.cursorRect(words).top() - 40)
    at = article.viewport().mapTo(window, article.cursorRect(words).center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
