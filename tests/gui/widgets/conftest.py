"""What the tests of the widgets share: themes, and a way to look at what a widget paints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from briefing_app.gui.theme import Scheme, Theme, install_fonts, load_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:
    """Return the light and then the dark theme."""
    install_fonts()
    scheme: Scheme = "dark" if request.param == "dark" else "light"
    return load_theme(scheme)


@pytest.fixture
def show(qapp: QApplication) -> Iterator[Callable[..., QImage]]:
    """Return what shows a widget on a page and gives the picture of the page; the pages go at the end."""
    pages: list[QWidget] = []

    def shown(theme: Theme, widget: QWidget, width: int = 420) -> QImage:
        page = QWidget()
        pages.append(page)
        palette = page.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.color("page"))
        page.setPalette(palette)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)
        column.addStretch(1)
        page.resize(width, 440)
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page.setFocus()  # so that the widget is drawn without its ring
        page.show()
        qapp.processEvents()
        return page.grab().toImage()

    yield shown
    for page in pages:
        page.close()
        page.deleteLater()


@pytest.fixture
def count() -> Callable[[QImage, QColor], int]:
    """Return what counts the pixels of a picture that have exactly a colour."""

    def counted(image: QImage, color: QColor) -> int:
        plain = image.convertToFormat(QImage.Format.Format_RGB32)
        # The fourth byte of a pixel says nothing in this format, but is always set.
        return memoryview(plain.constBits()).cast("B").cast("I").tolist().count(color.rgb())

    return counted
