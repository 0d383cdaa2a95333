"""A briefing with one hostile text in every field, looked at from all sides in a process of its own.

`python -m tests.gui.hostile ADDRESS FOLDER NAME…` prints a line before each input, and after it what it saw.
"""

from __future__ import annotations

import base64
import copy
import json
import os
import re
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session

ROOT = Path(__file__).resolve().parents[2]
LONGEST, LONG, SHORT = 8_000, 1_500, 240  # of Markdown, of other texts, of all but the first of a name
# What would reverse or hide its neighbours if it were shown as it is.
HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ue000\U000e0041]"
)
PICTURE = "red.png"
SCHEMES = ("http", "https", "file", "mailto", "javascript", "data")
# Looked at from all sides: what could be loaded or mislead. Of the others only that they do not hang.
DEEP = ("pictures", "data", "network", "pipe", "addresses", "tags", "bidi", "unseen", "endless")
QUOTED = ("pictures", "network", "tags", "bidi", "unseen", "endless")  # in the words about a bad file, too


# ------------------------------------------------------------------------------------------------- inputs


def inputs(address: str, folder: Path) -> dict[str, str]:
    """Return the hostile texts by name; those that load something name files in `folder` or `address`."""
    return {**_loading(address, folder), **_html(), **_markdown(), **_letters()}


def _loading(address: str, folder: Path) -> dict[str, str]:
    picture, pipe = folder / PICTURE, folder / "fifo"
    data = base64.b64encode(picture.read_bytes()).decode() if picture.exists() else ""
    uses = "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><g id="g0"><rect width="1"/></g>{uses}</svg>'
    return {
        "pictures": f'<img src="file://{picture}"><img src="{PICTURE}"> ![x]({picture}) ![y](file://{picture})'
        f'<body background="{picture}"><table background="file://{picture}"><tr><td>a</td></tr></table>'
        f'<p style="background-image:url(file://{picture})">{"b " * 90}</p>',
        "data": f'<img src="data:image/png;base64,{data}"> ![x](data:image/png;base64,{data})',
        "network": f'<img src="{address}/a.png"> ![x]({address}/b.png) '
        f"<style>@import url({address}/c.css);</style>"
        f'<link rel="stylesheet" href="{address}/d.css"><iframe src="{address}/e"></iframe>'
        f'<script src="{address}/f.js"></script><a href="{address}/g">g</a> [h]({address}/h)',
        "endless-file": '<img src="file:///dev/zero"> ![x](/dev/zero) '
        "<style>@import url(/dev/zero);</style><p>x",
        "pipe": f'<img src="file://{pipe}"><style>@import url({pipe});</style> ![x]({pipe})',
        "svg": f'<img src="data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}">',
        "addresses": '<a href="file:///etc/passwd">a</a> [b](file:///etc/passwd) [c](javascript:alert(1)) '
        "[d](data:text/html,x) [e](../../etc/passwd) <file:///etc/passwd> [f](vbscript:x)",
    }


def _html() -> dict[str, str]:
    return {
        "tables": "<table><tr><td>a" * 500,
        "items": "<ul><li>a" * 888,
        "divs": "<div>" * 200
        + "<blockquote>" * 100
        + "<b>" * 400
        + "<tr><td>a</td><td>b</td><td>c</td></tr>" * 99,
        "anchors": "<a " * 2_600,
        "cdata": "<![CDATA[" * 444 + "<http:" * 660,
        "tags": "<qt><b>bold</b> & &amp; &lt;i&gt; <br><h1>x</h1> &File <plaintext>",
    }


def _markdown() -> dict[str, str]:
    return {
        "brackets": "[" * 4_000,
        "pairs": "[" * 2_000 + "]" * 2_000 + "![" * 2_000,
        "links": "[a](b" * 1_600,
        "quotes": "> " * 2_000 + ">" * 4_000,
        "slashes": "\\" * 8_000,
        "ticks": "`a" * 2_000 + "***a** " * 570,
        "nested": "".join("  " * n + "- a\n" for n in range(86)),
        "numbered": "".join("   " * n + "1. a\n" for n in range(60)),
        "table": "a|b\n-|-\n" + "c|d\n" * 500,
    }


def _letters() -> dict[str, str]:
    return {
        "bidi": "\u202eevil\u202c \u2066\u202d" + "\u202e\u202c" * 40 + "\u2069 \u200f",
        "marks": "a" + "\u0301" * 7_000,
        "endless": "W" * 8_000,
        "unseen": "\u200b\ufeff\u00ad\u2028\u2029\ue000\U000e0041\u3164" * 8 + "x",
        "right-to-left": "\u0645\u0631\u062d\u0628\u0627 " * 900,
    }


# ---------------------------------------------------------------------------------------------- the files


def schema() -> dict[str, Any]:
    """Return the schema that ships."""
    found: dict[str, Any] = json.loads((ROOT / "resources/schema/briefing-1.schema.json").read_text("utf-8"))
    return found


def sample() -> dict[str, Any]:
    """Return the sample with every part."""
    tree: dict[str, Any] = json.loads((ROOT / "resources/examples/vksd-14.briefing").read_text("utf-8"))
    return tree


def filled(text: str) -> dict[str, Any]:
    """Return a short sample with `text` in every field that may hold free text, absent ones too.

    The first field of each name holds as much of it as may stand there, all others its beginning.
    """
    shape, tree = schema(), sample()
    tree = {key: _short(value) if key != "glossary" else value for key, value in tree.items()}
    printed = [each["abbreviation"] for each in tree["glossary"]]
    _fill(shape, tree, _Text(text, shape["$defs"]))
    for marking in _markings(tree):
        marking["scheme"] = "custom"
    tree["glossary"] += [{**tree["glossary"][0], "abbreviation": short} for short in printed]
    for source in tree["sources"]:
        source["digest"] = _digest(source["text"])
    return tree


def _short(value: Any) -> Any:
    """Return a tree in which a list keeps only those of its records that have a key no record before had."""
    if isinstance(value, dict):
        return {key: _short(inner) for key, inner in value.items()}
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        return value
    met: set[str] = set()
    kept = []
    for each in value:
        if "publisher" in each or not met.issuperset(each) or each.get("id") == value[-1].get("id"):
            kept.append(_short(each))
            met.update(each)
    return kept


class _Text:
    """A text, and what of it a field can hold."""

    def __init__(self, text: str, known: dict[str, Any]) -> None:
        self.text, self.known = text, known
        self._met: set[tuple[str, bool]] = set()

    def fitting(self, key: str, shape: dict[str, Any]) -> str:
        """Return what of it can stand in a field of this name and shape."""
        if key in ("start", "end", "prefix", "suffix"):
            return " ".join(self.text.split()[:6])[:SHORT]
        if key == "cleaning":
            return "clean/1"
        if "format" in shape:
            return "https://host.invalid/?" + "".join(self.text.split()).replace("\\", "")[:SHORT]
        lines = "\\x0b" in shape["pattern"]
        most = SHORT if (key, lines) in self._met else LONGEST if lines else LONG
        self._met.add((key, lines))
        return (self.text if lines else " ".join(self.text.split("\n")))[:most]


def _fill(shape: dict[str, Any], value: Any, text: _Text) -> None:
    for key, inner in shape["properties"].items():
        found = _resolved(inner, text.known)
        if _is_text(found):
            value[key] = text.fitting(key, found)
        elif found.get("type") == "array" and key in value:
            of = _resolved(found["items"], text.known)
            if _is_text(of):
                value[key] = [text.fitting(key, of) for _ in value[key]]
            elif "properties" in of:
                for each in value[key]:
                    _fill(of, each, text)
        elif "properties" in found and key in value:
            _fill(found, value[key], text)


def _resolved(shape: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    return known[shape["$ref"].rpartition("/")[2]] if "$ref" in shape else shape


def _is_text(shape: dict[str, Any]) -> bool:
    """Say whether the schema leaves it open what stands there, but for control characters."""
    return shape.get("type") == "string" and str(shape.get("pattern", "")).startswith("^[^\\x00")


def _markings(tree: Any) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        if "scheme" in tree:
            yield tree
        for each in tree.values():
            yield from _markings(each)
    elif isinstance(tree, list):
        for each in tree:
            yield from _markings(each)


def _digest(paragraphs: list[str]) -> str:
    from briefing_app.model.article import article_digest

    return article_digest(tuple(paragraphs))


def spoilt(text: str) -> dict[str, Any]:
    """Return a file with errors whose messages quote `text`: keys, references, words that are none."""
    tree = copy.deepcopy(sample())
    tree[text[:300]] = text[:300]
    tree["agreements"][0]["kind"] = text
    tree["agreements"][1]["statement"] = f"\x00\x1b[31m\x07{text}"
    tree["meetings"][0]["when"]["edtf"] = text[:190]
    tree["meetings"][1]["title"] = f"\t{text}"
    tree["bottom_line"]["evidence"][0]["source"] = text[:31]
    return tree


# --------------------------------------------------------------------------------------------- the window


class Desktop(QObject):
    """Takes the place of the desktop, and counts what it is asked to open."""

    count = 0

    def __init__(self) -> None:
        super().__init__()
        for scheme in SCHEMES:  # the stubs ask for bytes, which PySide6 refuses
            QDesktopServices.setUrlHandler(scheme, self, "take")  # type: ignore[arg-type]

    @Slot(QUrl)
    def take(self, _url: QUrl) -> None:
        """Count."""
        self.count += 1


def red_pixels(image: QImage) -> bool:
    """Say whether the colour of the forbidden picture is in an image."""
    data = bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
    at = data.find(b"\xfe\x00\xff\xff")
    while at >= 0 and at % 4:
        at = data.find(b"\xfe\x00\xff\xff", at + 1)
    return at >= 0


def settle() -> None:
    """Let Qt do what waits."""
    for _ in range(3):
        QApplication.processEvents()


def texts(window: QWidget) -> list[str]:
    """Return all that a window says: titles, tooltips, what assistive technology reads, menus."""
    found = [window.windowTitle()]
    for each in window.findChildren(QWidget):
        found += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        if isinstance(each, QLabel):
            found.append(each.text())
    for action in window.findChildren(QAction):
        found += [action.text(), action.toolTip()]
    return found


def tip_is_red(window: QWidget) -> bool:
    """Show each tooltip as Qt does, and say whether one has drawn the forbidden picture."""
    tips = dict.fromkeys(each.toolTip() for each in window.findChildren(QWidget) if each.toolTip())
    red = False
    for tip in list(tips)[:12]:
        QToolTip.showText(window.mapToGlobal(window.rect().center()), tip, window)
        for each in QApplication.topLevelWidgets():
            if each.inherits("QTipLabel") and each.isVisible():
                red |= red_pixels(each.grab().toImage())
    QToolTip.hideText()
    return red


def look(window: MainWindow, path: Path, *, deep: bool) -> dict[str, Any]:
    """Go through a window and return what was seen in it; `deep`, in all of its parts."""
    said = texts(window)
    briefing = window.document.briefing
    if briefing is not None:
        rows = window.frame.brief.rows()
        settle()
        for row in rows[:: max(len(rows) // (4 if deep else 1), 1)]:
            window.pick(row.item, 0)
            window.frame.brief.reveal()
    red = see(window)
    if deep:
        window.actions_by_id["copy-citation"].trigger()
        window.frame.problems.copy_report.emit()
        said.append(QGuiApplication.clipboard().text())
        window.actions_by_id["sidebar"].trigger()
        window.frame.brief.link_activated.emit(path.read_text("utf-8")[:2_000])
        window.resize(960, 600)
        red |= see(window) | tip_is_red(window)
    said += texts(window)
    hidden = sorted({hex(ord(found)) for text in said for found in HIDDEN.findall(text)})
    return {"red": red, "hidden": hidden, "briefing": briefing is not None, "said": len("".join(said))}


def see(window: MainWindow) -> bool:
    """Say whether the forbidden picture is drawn."""
    settle()
    return red_pixels(window.grab().toImage())


def look_at(session: Session, name: str, text: str, folder: Path) -> dict[str, Any]:
    """Look at a briefing full of a text, and at a file whose problems quote it."""
    begin = time.monotonic()
    seen: dict[str, Any] = {}
    deep = name in DEEP
    for kind, made in (("full", filled(text)), ("bad", spoilt(text)))[: 2 if name in QUOTED else 1]:
        path = folder / f"{name}-{kind}.briefing"
        path.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        session.open((path,))
        window = session.windows[-1]
        window.resize(1280, 800)
        settle()
        seen[kind] = look(window, path, deep=deep)
        window.close()
        settle()
    return {**seen, "seconds": time.monotonic() - begin}


def main(address: str, folder: Path, names: list[str]) -> None:
    """Look at each input and print what was seen."""
    os.chdir(folder)  # a relative name means a file there
    # A screen on which a window has its size at once: it would be drawn anew for another one.
    screen = {"name": "one", "x": 0, "y": 0, "width": 1400, "height": 900, "logicalDpi": 96, "dpr": 1}
    (folder / "screen.json").write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    platform = f"offscreen:configfile={folder / 'screen.json'}"
    os.environ |= {"QT_QPA_PLATFORM": platform, "XDG_DATA_HOME": str(folder / "data")}
    from briefing_app.gui import theme
    from briefing_app.gui.session import Session
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.tasks import Tasks

    app = QApplication(["hostile"])
    theme.install_fonts()
    now = datetime(2026, 11, 25, 14, 4, tzinfo=UTC)
    session = Session(app, Settings(folder / "settings.json"), Tasks(), now.date(), lambda: now)
    desktop, found = Desktop(), inputs(address, folder)
    for name in names:
        print(f"begin {name}", flush=True)  # noqa: T201 - what the test reads
        seen = look_at(session, name, found[name], folder)
        seen["opened"] = desktop.count
        print(f"end {json.dumps(seen)}", flush=True)  # noqa: T201 - the same
    app.clipboard().clear()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
