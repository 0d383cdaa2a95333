"""Opens files and addresses in other programs, and says where none takes them; shows a file in its folder."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QProcess, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject

# The name, the path and the interface of https://www.freedesktop.org/wiki/Specifications/file-manager-interface/
_NAME = "org.freedesktop.FileManager1"
_PATIENCE = 3_000  # ms
_AT_ONCE = 5_000  # ms


def open_file(path: Path, failed: Callable[[Path], object]) -> None:
    """Open a file, or a folder, in the program that the platform has for it.

    Args:
        path: the file or folder.
        failed: gets it where there is no such program.
    """
    open_address(QUrl.fromLocalFile(str(path)), partial(failed, path))


def open_address(url: QUrl, failed: Callable[[], object]) -> None:
    """Open an address in the program that the platform has for it.

    Args:
        url: the address.
        failed: is called where there is no such program.
    """
    if program := _opener():
        launch(program, url, failed)
    elif not QDesktopServices.openUrl(url):
        failed()
    elif QGuiApplication.platformName() == "wayland" and (asked := QStandardPaths.findExecutable("xdg-mime")):
        heed_handler(asked, url, failed)


def _opener() -> str:
    """Return the program to open addresses with, empty where that is best left to Qt.

    Qt starts the same one and does not look what becomes of it: where no program takes the address, nothing
    would be said. Under Wayland only Qt can hand on that another window may come to the front.
    """
    packed = any(name in os.environ for name in ("FLATPAK_ID", "SNAP"))
    if sys.platform != "linux" or packed or QGuiApplication.platformName() != "xcb":
        return ""
    return QStandardPaths.findExecutable("xdg-open")


def launch(program: str, url: QUrl, failed: Callable[[], object]) -> None:
    """Give an address to a program, and heed what it says at once; a browser may end later as it will.

    Args:
        program: that opens addresses.
        url: the address.
        failed: is called where the program cannot be started, or says soon that it did not open the address.
    """
    process, since = QProcess(QCoreApplication.instance()), QElapsedTimer()
    for send in (process.setStandardOutputFile, process.setStandardErrorFile):
        send(QProcess.nullDevice())

    def ended(code: int) -> None:
        if code and since.elapsed() < _AT_ONCE:
            failed()
        process.deleteLater()

    def stumbled(error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            ended(1)

    process.finished.connect(ended)
    process.errorOccurred.connect(stumbled)
    since.start()
    process.start(program, [bytes(url.toEncoded().data()).decode()])


def heed_handler(asked: str, url: QUrl, failed: Callable[[], object]) -> None:
    """Ask which program takes web addresses, for Qt does not say what became of one.

    Args:
        asked: the program that knows: `xdg-mime`.
        url: the address that was handed on; of others than those of the web it knows nothing.
        failed: is called where it says that there is none.
    """
    if url.scheme() not in ("http", "https"):
        return
    process = QProcess(QCoreApplication.instance())

    def ended(code: int) -> None:
        if not code and not bytes(process.readAllStandardOutput().data()).strip():
            failed()
        process.deleteLater()

    process.finished.connect(ended)
    process.start(asked, ["query", "default", f"x-scheme-handler/{url.scheme()}"])


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
