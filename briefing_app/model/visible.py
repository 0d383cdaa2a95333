"""Makes hostile text safe to show: what is hidden or misleads becomes visible, what is endless can wrap."""

from __future__ import annotations

import re
import unicodedata

# What the eye does not see, or sees in a false place. Written out, so that every Python shows the same:
# controls but LF; format characters, bidi controls among them; line and paragraph separator; fillers, which
# are letters without a shape; surrogates, private use, noncharacters, tags, variation selectors.
_SUSPECT = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f"
    r"\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff"
    r"\uffa0\ufff0-\ufffc\ufffe\uffff"
    r"\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0004fffe\U0004ffff\U0005fffe\U0005ffff"
    r"\U0006fffe\U0006ffff\U0007fffe\U0007ffff\U0008fffe\U0008ffff\U0009fffe\U0009ffff\U000afffe\U000affff"
    r"\U000bfffe\U000bffff\U000cfffe\U000cffff\U000dfffe\U000dffff\U000e0000-\U0010ffff]"
)
_MARKER = r"\[U\+[0-9A-F]{4,6}\]"
# Where a line may end without help: white space, U+200B, and the signs in an address before a letter.
_UNBROKEN = re.compile(r"(?:[^\s\u200b/-]|[/-](?![A-Za-z]))+[/-]?")
_PIECE = re.compile(f"{_MARKER}|.", re.DOTALL)
_BREAK = "\u200b"
_SOFT_HYPHEN = "\u00ad"
_JOINERS = "\u200c\u200d"
_ZERO_WIDTH_JOINER = "\u200d"
_KEYCAP = "\u20e3"

# The first word of a character's Unicode name, and its script.
_SCRIPTS = {
    "ARABIC": "Arabic",
    "ARMENIAN": "Armenian",
    "BENGALI": "Bengali",
    "BOPOMOFO": "Bopomofo",
    "CHEROKEE": "Cherokee",
    "CJK": "Han",
    "COPTIC": "Coptic",
    "CYRILLIC": "Cyrillic",
    "DEVANAGARI": "Devanagari",
    "ETHIOPIC": "Ethiopic",
    "GEORGIAN": "Georgian",
    "GREEK": "Greek",
    "GUJARATI": "Gujarati",
    "GURMUKHI": "Gurmukhi",
    "HANGUL": "Hangul",
    "HEBREW": "Hebrew",
    "HIRAGANA": "Kana",
    "IDEOGRAPHIC": "Han",
    "KANNADA": "Kannada",
    "KATAKANA": "Kana",
    "KATAKANA-HIRAGANA": "Kana",
    "KHMER": "Khmer",
    "LAO": "Lao",
    "LATIN": "Latin",
    "MALAYALAM": "Malayalam",
    "MONGOLIAN": "Mongolian",
    "MYANMAR": "Myanmar",
    "ORIYA": "Oriya",
    "SINHALA": "Sinhala",
    "SYRIAC": "Syriac",
    "TAMIL": "Tamil",
    "TELUGU": "Telugu",
    "THAANA": "Thaana",
    "THAI": "Thai",
    "TIBETAN": "Tibetan",
}


def visible(text: str) -> str:
    """Return `text` with every hidden or misleading character as `[U+202E]`, its code point in hexadecimal.

    Joiners between letters, soft hyphens and variation selectors in their place stay; so does LF, which is
    seen as a line break.
    """
    if text.isascii() and text.isprintable():
        return text  # as most are, and told in a fifth of the time
    return _SUSPECT.sub(_shown, text)


def breakable(text: str, every: int = 24) -> str:
    """Return `text` with U+200B in each unbroken run, so that no more than `every` characters stand together.

    It comes last: `visible` would show what is inserted here. A marker of `visible` and a letter with its
    marks stay whole, however long they are.

    Args:
        text: a text as it is to be drawn or printed.
        every: code points, at least 1; a letter counts once, with all its marks.
    """
    if max(map(len, text.split()), default=0) <= every:
        return text  # as nearly every text is
    return _UNBROKEN.sub(lambda run: _broken(run[0], every), text)


def is_letter(char: str) -> bool:
    """Say whether `char` is part of a word: a letter, a mark on one, or a decimal figure."""
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"


def script_of(char: str) -> str | None:
    """Return the script of `char` ("Hangul", "Han", "Latin"), None for a sign that many scripts share."""
    words = unicodedata.name(char, "").split()
    while words and words[0] in ("HALFWIDTH", "FULLWIDTH"):
        del words[0]
    return _SCRIPTS.get(words[0]) if words else None


def _shown(match: re.Match[str]) -> str:
    char, text, at = match[0], match.string, match.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char in _JOINERS and before and after and is_letter(before) and is_letter(after):
        return char
    if unicodedata.name(char, "").startswith("VARIATION SELECTOR") and _selects(before, char, after):
        return char
    if "\u180b" <= char <= "\u180d" and before and script_of(before) == "Mongolian":
        return char
    return f"[U+{ord(char):04X}]"


def _selects(before: str, selector: str, after: str) -> bool:
    """Say whether a variation selector stands behind something that has variants."""
    if not before or _SUSPECT.match(before):
        return False
    if script_of(before) == "Han":
        return True
    if selector > "\ufe0f":  # those beyond are for ideographs alone
        return False
    if before in "0123456789#*":
        return after == _KEYCAP
    return unicodedata.category(before)[0] in "SP"


def _broken(run: str, every: int) -> str:
    if len(run) <= every:
        return run
    done: list[str] = []
    width = 0
    for cluster in _clusters(run):
        own = len(cluster) if re.fullmatch(_MARKER, cluster) else 1
        if done and width + own > every:
            done.append(_BREAK)
            width = 0
        done.append(cluster)
        width += own
    return "".join(done)


def _clusters(run: str) -> list[str]:
    """Return the pieces of `run` that must not be torn: markers, and letters with all that hangs on them."""
    found: list[str] = []
    for piece in _PIECE.findall(run):
        if found and len(piece) == 1 and _hangs(piece, found[-1]):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _hangs(char: str, before: str) -> bool:
    return (
        unicodedata.category(char)[0] == "M"
        or char in _JOINERS
        or char == _SOFT_HYPHEN
        or before[-1] == _ZERO_WIDTH_JOINER
        or "\u1160" <= char <= "\u11ff"  # the vowels and finals of a Hangul syllable
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # skin tones
        or "\udc00" <= char <= "\udfff"  # the second half of a surrogate pair
    )
