"""Colours, type and measures as one value, which every widget gets and asks for all that it draws.

Colours are tokens in `resources/themes/*.json`. Sizes are logical pixels at text size 1; `Theme.px` scales
them. A widget keeps the theme it was made with: a change of scheme, text size or layout builds panels anew.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, cast, get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette, QPen

from briefing_app import assets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QApplication

Scheme = Literal["light", "dark"]
Layout = Literal["narrow", "normal", "wide"]
Token = Literal[
    "window", "side", "page", "source", "raised", "chip",
    "ink", "ink2", "ink3", "line", "line2",
    "accent", "accentHover", "accentSoft", "onAccent", "sel",
    "mark", "markInk", "markLine",
    "delay", "delaySoft", "error", "errorSoft",
    "tlpGround", "tlpRed", "tlpAmber", "tlpGreen", "tlpClear",
]  # fmt: skip
Role = Literal[
    "title", "bottom_line", "article", "quote", "h2", "item", "item_bold", "ui", "ui_bold",
    "meta", "meta_bold", "small", "small_bold", "label", "code",
]  # fmt: skip

TOKENS: tuple[Token, ...] = get_args(Token)
ROLES: tuple[Role, ...] = get_args(Role)
SMALLEST, LARGEST = 0.8, 2.0

_SERIF, _SANS = "Source Serif Pro", "Source Sans Pro"
_FALLBACKS = ("Noto Sans CJK KR", "Noto Sans CJK JP", "Noto Sans")
_FACES = tuple(f"{family}-{face}.ttf" for family in ("SourceSerifPro", "SourceSansPro")
               for face in ("Regular", "It", "Semibold", "SemiboldIt"))  # fmt: skip
_LABEL_SPACING = 105.0


class _Type(NamedTuple):
    """A role's face and measures: size and line height in px, and both again for the other two layouts."""

    family: str
    bold: bool
    size: int
    line: int
    narrow: tuple[int, int] | None = None
    wide: tuple[int, int] | None = None

    def measures(self, layout: Layout) -> tuple[int, int]:
        """Return size and line height in px at text size 1."""
        other = {"narrow": self.narrow, "normal": None, "wide": self.wide}[layout]
        return other or (self.size, self.line)


_TYPES: dict[Role, _Type] = {
    "title": _Type(_SERIF, True, 27, 35, narrow=(24, 31)),
    "bottom_line": _Type(_SERIF, False, 19, 31, narrow=(17, 28), wide=(20, 32)),
    "article": _Type(_SERIF, False, 15, 24, wide=(16, 26)),
    "quote": _Type(_SERIF, True, 15, 20),
    "h2": _Type(_SANS, True, 17, 22),
    "item": _Type(_SANS, False, 15, 20, wide=(16, 21)),
    "item_bold": _Type(_SANS, True, 15, 20, wide=(16, 21)),
    "ui": _Type(_SANS, False, 14, 19),
    "ui_bold": _Type(_SANS, True, 14, 19),
    "meta": _Type(_SANS, False, 13, 18),
    "meta_bold": _Type(_SANS, True, 13, 18),
    "small": _Type(_SANS, False, 12, 16),
    "small_bold": _Type(_SANS, True, 12, 16),
    "label": _Type(_SANS, True, 12, 16),
    "code": _Type("", False, 13, 20),
}


@dataclass(frozen=True)
class Theme:
    """All that a widget draws with.

    Attributes:
        scheme: light or dark.
        colours: `#RRGGBB` of every token.
        scale: text size, 0.8 to 2.
        layout: the window's layout, which sets a few sizes (look.md 3 and 5).
        high_contrast: the system asks for more contrast.
        letters: single letters and signs are keys; else they do nothing, and are not told (WCAG 2.1.4).
    """

    scheme: Scheme
    colours: Mapping[str, str]
    scale: float = 1.0
    layout: Layout = "normal"
    high_contrast: bool = False
    letters: bool = True
    _fonts: dict[tuple[Role, bool, bool], QFont] = field(default_factory=dict, init=False, compare=False)

    @property
    def overhang(self) -> int:
        """Padding of a ¶ that hangs outside its column: the column ends this far left of a row."""
        return self.px(5)

    @property
    def inset(self) -> int:
        """How far right of its left edge a row's content begins, to leave room for its bar."""
        return self.px(10)

    @property
    def target(self) -> int:
        """The least height and width of what can be clicked."""
        return max(24, self.px(24))

    def key(self, key: str) -> str:
        """Return a key as it is told, empty where single letters are no keys and this is one."""
        return key if self.letters or len(key) > 1 else ""

    def px(self, n: float) -> int:
        """Return `n` px at text size 1 as px at this text size, at least 1 where `n` is above 0."""
        return max(1, round(n * self.scale)) if n > 0 else round(n * self.scale)

    def color(self, token: Token) -> QColor:
        """Return the colour of a token."""
        return QColor(self.colours[token])

    def edge(self, token: Token) -> QPen:
        """Return the line that takes the place of a soft ground in high contrast; else none."""
        return QPen(self.color(token), 1) if self.high_contrast else QPen(Qt.PenStyle.NoPen)

    def font(self, role: Role, *, italic: bool = False, tabular: bool = False) -> QFont:
        """Return the font of a role, scaled; `tabular` lines figures up in columns."""
        look = (role, italic, tabular)
        if look not in self._fonts:
            self._fonts[look] = self._new_font(*look)
        return QFont(self._fonts[look])

    def _new_font(self, role: Role, italic: bool, tabular: bool) -> QFont:
        kind = _TYPES[role]
        font = QFont()
        if kind.family:
            font.setFamilies([kind.family, *_FALLBACKS])
        else:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self.px(kind.measures(self.layout)[0]))
        font.setWeight(QFont.Weight.DemiBold if kind.bold else QFont.Weight.Normal)
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if role == "label":
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _LABEL_SPACING)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def line_height(self, role: Role) -> int:
        """Return the distance of a role's lines in px, scaled."""
        return self.px(_TYPES[role].measures(self.layout)[1])

    def in_layout(self, layout: Layout) -> Theme:
        """Return this theme for another layout of the window."""
        return replace(self, layout=layout)


def load_theme(
    scheme: Scheme,
    scale: float = 1.0,
    *,
    layout: Layout = "normal",
    high_contrast: bool = False,
    letters: bool = True,
) -> Theme:
    """Return the shipped theme of a scheme.

    Args:
        scheme: light or dark.
        scale: text size; held between 0.8 and 2.
        layout: the window's layout.
        high_contrast: quiet ink and lines become stronger, soft fills go (look.md 4).
        letters: single letters and signs are keys.

    Returns:
        The theme.
    """
    text = assets.resource("themes", f"{scheme}.json").read_text(encoding="utf-8")
    colours = cast("dict[str, str]", json.loads(text))
    if high_contrast:
        stronger = {"ink3": "ink2", "line": "line2"}
        soft = dict.fromkeys(("accentSoft", "delaySoft", "errorSoft", "chip"), "page")
        colours |= {token: colours[other] for token, other in (stronger | soft).items()}
    return Theme(scheme, colours, min(max(scale, SMALLEST), LARGEST), layout, high_contrast, letters)


def install_fonts() -> tuple[str, ...]:
    """Make the eight faces that are drawn known to Qt, each file once; call it once, at the composition root.

    Returns:
        The names of the families; none where the font packages are missing, and the platform's stand in.
    """
    families: list[str] = []
    for folder in assets.font_folders():
        for face in (path for path in map(folder.joinpath, _FACES) if path.is_file()):
            families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(face)))
    return tuple(dict.fromkeys(families))


def apply(app: QApplication, theme: Theme) -> None:
    """Give the application the theme's palette and its font; its style is Fusion from the start."""
    app.setPalette(palette(theme))
    app.setFont(theme.font("ui"))


def palette(theme: Theme) -> QPalette:
    """Return the theme as a palette for what Qt draws itself: fields, menus, scroll bars, dialogs."""
    role = QPalette.ColorRole
    tokens: dict[QPalette.ColorRole, Token] = {
        role.Window: "window", role.WindowText: "ink", role.Base: "page", role.AlternateBase: "side",
        role.Text: "ink", role.Button: "raised", role.ButtonText: "ink", role.BrightText: "error",
        role.ToolTipBase: "raised", role.ToolTipText: "ink", role.PlaceholderText: "ink3",
        role.Highlight: "accent", role.HighlightedText: "onAccent", role.Accent: "accent",
        role.Link: "accent", role.LinkVisited: "accent",
        role.Light: "raised", role.Midlight: "line", role.Mid: "line2", role.Dark: "line2",
        role.Shadow: "line2",
    }  # fmt: skip
    found = QPalette()
    for each, token in tokens.items():
        found.setColor(each, theme.color(token))
    for each in (role.WindowText, role.Text, role.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, each, theme.color("ink3"))
    return found


def system_scheme(app: QGuiApplication) -> Scheme:
    """Return the scheme that the system asks for; light where it does not say."""
    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def system_high_contrast(app: QGuiApplication) -> bool:
    """Tell whether the system asks for high contrast; Qt before 6.10 cannot tell."""
    hints = app.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
