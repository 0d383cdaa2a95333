"""Shows a file in the platform's file manager: selected where it can be asked to, else its folder."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject

# The name, the path and the interface of https://www.freedesktop.org/wiki/Specifications/file-manager-interface/
_NAME = "org.freedesktop.FileManager1"
_PATIENCE = 3_000  # ms


def open_file(path: Path, failed: Callable[[Path], object]) -> None:
    """Open a file, or a folder, in the program that the platform has for it.

    Args:
        path: the file or folder.
        failed: gets it where there is no such program.
    """
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        failed(path)


def show_in_folder(path: Path, parent: QObject, failed: Callable[[Path], object]) -> None:
    """Show where a file lies.

    Args:
        path: the file.
        parent: owns the question to the file manager until it is answered.
        failed: gets the folder where no program shows it.
    """
    if not sys.platform.startswith("linux") or not _ask_to_select(path, parent, failed):
        open_file(path.parent, failed)


def _ask_to_select(path: Path, parent: QObject, failed: Callable[[Path], object]) -> bool:
    """Ask over D-Bus, not waiting; an error opens the folder. False where there is no bus."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    message = QDBusMessage.createMethodCall(_NAME, "/" + _NAME.replace(".", "/"), _NAME, "ShowItems")
    address = bytes(QUrl.fromLocalFile(str(path)).toEncoded().data()).decode()
    message.setArguments([[address], ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message, _PATIENCE), parent)

    def answered(call: QDBusPendingCallWatcher) -> None:
        if call.isError():
            open_file(path.parent, failed)
        call.deleteLater()

    watcher.finished.connect(answered)
    return True
