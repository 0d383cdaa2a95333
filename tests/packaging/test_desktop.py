"""What Linux desktops are told about the program: valid, in agreement with it, and understood."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from configparser import RawConfigParser
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

import briefing_app
from briefing_app.gui.app import PROGRAM
from tools import install

TYPE = "application/vnd.briefing+json"
MIME = install.LINUX / "briefing-app.xml"
ENTRY = install.LINUX / "briefing-app.desktop"
METAINFO = install.LINUX / "org.example.briefing_app.metainfo.xml"
MIME_NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"
PROBE = """
import sys
from PySide6.QtCore import QMimeDatabase
kind = QMimeDatabase().mimeTypeForFile(sys.argv[1])
print(kind.name(), kind.iconName(), kind.inherits("application/json"))
"""


def run(program: str, *arguments: str | Path, data: Path | None = None) -> str:
    """Return what a program says, which has to succeed; skip where it is not installed."""
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is not installed")
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **({"XDG_DATA_DIRS": str(data)} if data else {})}
    done = subprocess.run(
        [path, *arguments], env=environment, capture_output=True, text=True, check=False, timeout=30
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def entry() -> dict[str, str]:
    parser = RawConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[method-assign, assignment]
    parser.read(ENTRY, encoding="utf-8")
    return dict(parser["Desktop Entry"])


def metainfo() -> ET.Element:
    return ET.parse(METAINFO).getroot()  # noqa: S314 - our own file


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder, as in XDG_DATA_DIRS, that knows the type."""
    folder = tmp_path / "share"
    (folder / "mime" / "packages").mkdir(parents=True)
    shutil.copy(MIME, folder / "mime" / "packages")
    run("update-mime-database", folder / "mime")
    return folder


def test_the_entry_is_valid() -> None:
    assert run("desktop-file-validate", ENTRY) == ""


@pytest.mark.parametrize("prefix", ["/opt/briefing", "/opt/a b", "/opt/$x`y`", '/opt/"q"\\z', "/opt/50%"])
def test_the_entry_is_valid_wherever_it_is_installed(prefix: str, tmp_path: Path) -> None:
    installed = tmp_path / "briefing-app.desktop"
    installed.write_text(install.contents(Path(prefix))[install.ENTRY], encoding="utf-8")
    assert run("desktop-file-validate", installed) == ""


def test_the_metainfo_is_valid() -> None:
    assert "Validation was successful" in run("appstreamcli", "validate", "--no-net", METAINFO)


def test_entry_metainfo_and_type_speak_of_the_same_program() -> None:
    about = metainfo()
    assert entry()["MimeType"] == f"{TYPE};"
    assert about.findtext("provides/mediatype") == TYPE
    assert about.findtext("provides/binary") == Path(install.PROGRAM).name
    assert about.findtext("launchable") == ENTRY.name == Path(install.ENTRY).name
    assert METAINFO.name == f"{about.findtext('id')}.metainfo.xml"
    assert about.findtext("name") == entry()["Name"]
    assert about.findtext("icon") == entry()["Icon"]
    assert any(
        Path(name).stem == entry()["Icon"] for name in install.SHARED if name.startswith(install.ICONS)
    )
    assert about.findtext("project_license") == "MIT"
    (release, *_) = about.findall("releases/release")
    assert release.get("version") == briefing_app.__version__


def test_a_desktop_finds_the_entry_of_an_open_window(root: Path) -> None:
    assert entry()["StartupWMClass"] == PROGRAM
    source = (root / "briefing_app" / "gui" / "app.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{ENTRY.stem}")' in source


def test_a_briefing_wins_over_json() -> None:
    (kind,) = ET.parse(MIME).getroot()  # noqa: S314 - our own file
    glob, magic = kind.find(f"{MIME_NAMESPACE}glob"), kind.find(f"{MIME_NAMESPACE}magic")
    assert glob is not None
    assert magic is not None
    assert (glob.get("pattern"), int(glob.get("weight", "50")) > 50) == ("*.briefing", True)
    assert int(magic.get("priority", "50")) > 50


@pytest.mark.parametrize("sample", ["kidd-19", "vksd-14"])
@pytest.mark.parametrize(
    ("name", "known"),
    [("a b.briefing", True), ("UPPER.BRIEFING", True), ("no-suffix", True), ("x.txt", False)],
)
def test_qt_knows_a_briefing(
    data: Path, root: Path, tmp_path: Path, sample: str, name: str, *, known: bool
) -> None:
    file = tmp_path / name
    shutil.copy(root / "resources" / "examples" / f"{sample}.briefing", file)
    said = run(sys.executable, "-c", PROBE, file, data=data).split()
    assert (said == [TYPE, "briefing-app", "True"]) is known, said


def test_another_json_is_no_briefing(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "no-suffix"
    file.write_text('{"format": "something else"}', encoding="utf-8")
    assert TYPE not in run(sys.executable, "-c", PROBE, file, data=data)


def test_gio_opens_a_briefing_with_the_program(data: Path, root: Path) -> None:
    (data / "applications").mkdir()
    # gio names only a program that is there.
    text = ENTRY.read_text(encoding="utf-8").replace("Exec=briefing-app", f"Exec={sys.executable}")
    (data / "applications" / ENTRY.name).write_text(text, encoding="utf-8")
    run("update-desktop-database", data / "applications")
    sample = root / "resources" / "examples" / "kidd-19.briefing"
    said = run("gio", "info", "-a", "standard::content-type,standard::icon", sample, data=data)
    assert f"content-type: {TYPE}" in said
    assert "icon: briefing-app" in said
    assert re.search(rf"Default application.*: {ENTRY.name}", run("gio", "mime", TYPE, data=data))


# ------------------------------------------------------------------------------------------- the icon


def icon(root: Path) -> Path:
    return root / "resources" / "icons" / "briefing-app.svg"


def colours(root: Path, size: int) -> list[str]:
    """Return the colour of each pixel of the icon at a size, row by row, on a ground that it does not use."""
    drawn = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(Qt.GlobalColor.magenta)
    painter = QPainter(drawn)
    renderer = QSvgRenderer(str(icon(root)))
    assert renderer.isValid()
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return [QColor(drawn.pixel(x, y)).name().upper() for y in range(size) for x in range(size)]


def tokens(root: Path) -> dict[str, str]:
    text = (root / "resources" / "themes" / "light.json").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(text)
    return found


def test_the_icon_has_no_letter_no_picture_and_only_our_colours(root: Path) -> None:
    text = icon(root).read_text(encoding="utf-8")
    tags = {element.tag.partition("}")[2] for element in ET.fromstring(text).iter()}  # noqa: S314 - our own
    assert tags == {"svg", "path"}
    ours = tokens(root)
    used = {ours[name].upper() for name in ("accent", "page", "mark", "markLine")}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", text)) == used


def test_at_16_px_page_pilcrow_and_mark_fall_on_whole_pixels(root: Path) -> None:
    rows = colours(root, 16)
    ours = {name: tokens(root)[name].upper() for name in ("accent", "page", "mark", "markLine")}
    picture = [rows[start : start + 16] for start in range(0, 256, 16)]
    # The two stems of the pilcrow with paper between and beside them; the mark, and the line under it.
    stems = [ours[name] for name in ("page", "accent", "page", "accent", "page")]
    assert [row[6:11] for row in picture[6:10]] == [stems] * 4
    assert [set(row[4:12]) for row in picture[11:14]] == [{ours["mark"]}, {ours["mark"]}, {ours["markLine"]}]
    assert {row[2] for row in picture[1:15]} == {ours["accent"]}


def test_the_icon_leaves_the_ground_around_the_page_clear(root: Path) -> None:
    drawn = colours(root, 64)
    assert {drawn[y * 64 + x] for x, y in ((0, 0), (63, 63), (63, 0), (55, 1))} == {"#FF00FF"}
