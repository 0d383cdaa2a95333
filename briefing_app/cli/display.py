"""Whether a window can open here at all, found out without starting Qt: Qt would end the process."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys

from briefing_app.cli.libraries import LIBRARIES, X11_LIBRARIES, loads
from briefing_app.model.problems import Place, Problem


def reason_for_no_window() -> Problem | None:
    """Return why no window can open on this machine, None where nothing speaks against it."""
    where = Place(file="briefing-app")
    if importlib.util.find_spec("PySide6") is None:
        return Problem("qt-missing", "error", where, {"value": "PySide6", "use": ""})
    if not sys.platform.startswith("linux"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    display = os.environ.get("DISPLAY")
    if not (display or os.environ.get("WAYLAND_DISPLAY") or platform):
        return Problem("no-display", "error", where)
    needed = LIBRARIES | (X11_LIBRARIES if display and platform in ("", "xcb") else {})
    missing = [library for library in needed if not loads(library)]
    if missing:
        packages = " ".join(needed[library] for library in missing)
        values = {"value": ", ".join(missing), "use": f"apt-get install {packages}"}
        return Problem("qt-missing", "error", where, values)
    if display and platform in ("", "xcb") and not os.environ.get("WAYLAND_DISPLAY") and not _answers():
        return Problem("display-silent", "error", where, {"value": display})
    return None


def _answers() -> bool:
    """Tell whether the X server that DISPLAY names takes a connection; Qt would end the process where not."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # then Qt has another way, or none that we could tell
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answered = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return bool(answered)
