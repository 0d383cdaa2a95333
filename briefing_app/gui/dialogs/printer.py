"""The platform's print dialog, and the pages on a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog

from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from briefing_app.exporting.options import Paper

MOST_PPI = 300
_SIZES: dict[Paper, QPageSize.PageSizeId] = {
    "a4": QPageSize.PageSizeId.A4,
    "letter": QPageSize.PageSizeId.Letter,
}


def printer_there() -> bool:
    """Tell whether a printer is installed."""
    return bool(QPrinterInfo.availablePrinterNames())


def no_printer() -> str:
    """Return the sentence for where none is."""
    return tr("No printer is installed here. The same pages can be saved as a PDF instead.")


def new_printer(paper: Paper) -> QPrinter:
    """Return the platform's usual printer, for whole sheets of a paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _set_paper(printer, paper)
    return printer


def ask_for_printer(
    parent: QWidget, paper: Paper, pages: int, then: Callable[[QPrinter], None]
) -> QPrintDialog:
    """Ask for a printer, copies and pages.

    Args:
        parent: the window.
        paper: the paper that is proposed.
        pages: how many there are; 0 where that is not known yet.
        then: gets the printer; is not called where the user thinks better of it.
    """
    printer = new_printer(paper)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, pages > 1)
    if pages > 1:
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
    accepted = QDialog.DialogCode.Accepted
    # The printer lives as long as what is done with it.
    dialog.finished.connect(lambda result: then(printer) if result == accepted else None)
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # a print dialog has another `open` of its own
    return dialog


def paper_in(printer: QPrinter, otherwise: Paper) -> Paper:
    """Return the paper that was chosen for a printer, `otherwise` where we do not print on it."""
    chosen = printer.pageLayout().pageSize().id()
    return next((paper for paper, size in _SIZES.items() if size == chosen), otherwise)


def paint(printer: QPrinter, pages: Sequence[bytes], paper: Paper) -> bool:
    """Put pages on a printer, each on the whole of its sheet.

    Args:
        printer: where to.
        pages: a PNG for each page.
        paper: the paper that they are made for.

    Returns:
        False where the printer did not take them.
    """
    _set_paper(printer, paper)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    # Else a PDF takes the pages as JPEG, and small letters get a halo.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    sheet.moveTo(0, 0)
    for n, page in enumerate(_wanted(printer, pages)):
        if n and not printer.newPage():
            painter.end()
            return False
        painter.drawImage(sheet, QImage.fromData(page))
    return painter.end()


def _wanted(printer: QPrinter, pages: Sequence[bytes]) -> list[bytes]:
    """Return the pages of the range that was asked for, in the order that was asked for."""
    first, last = printer.fromPage(), printer.toPage()
    found = list(pages[max(first, 1) - 1 : last or None])
    backwards = printer.pageOrder() == QPrinter.PageOrder.LastPageFirst
    found = list(reversed(found)) if backwards else found
    return found if printer.supportsMultipleCopies() else found * printer.copyCount()


def _set_paper(printer: QPrinter, paper: Paper) -> None:
    printer.setFullPage(True)
    upright = QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(_SIZES[paper]), upright, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
