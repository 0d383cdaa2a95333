"""Whether a window can open here at all, found out without starting Qt: Qt would end the process."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys

from briefing_app.model.problems import Place, Problem

# What the Qt of the wheel needs from the system, with the Debian package that brings it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


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
    missing = [library for library in needed if not _loads(library)]
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


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
