"""Bytes of a text in any encoding: as declared where that is so, else UTF-8, else guessed and said."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from briefing_app.files.decoding import wide_encoding

_META = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# What browsers take these names for.
_MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "iso8859-9": "cp1254", "tis-620": "cp874", "iso8859-11": "cp874",
}  # fmt: skip
_LOOK = 4_096
# Windows-1252 is likely where few characters are beyond ASCII, and all of them are common in its languages.
_WESTERN = re.compile(r"[\x00-\x7fÀ-ÿ‘’“”„‚–—…•€£§°«»·¿¡©®ª²½ŒœŸ\xa0]*")
_FEW, _SOME = 0.15, 8
_SAMPLE = 200_000
_TOO_FEW = 16
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")


@dataclass(frozen=True, slots=True)
class Text:
    """A text and how it was read.

    Attributes:
        encoding: as people name it.
        guessed: nothing in the file says that it is this one.
    """

    text: str
    encoding: str
    guessed: bool = False


def text_of(data: bytes, *, markup: bool = False, declared: str = "") -> Text | None:
    """Return the text in `data`, None where no encoding makes text of it.

    Args:
        data: with or without a byte order mark.
        markup: it may be HTML, which may name its encoding in its first bytes.
        declared: the encoding named beside it, as in a header of HTTP.
    """
    if wide := wide_encoding(data):
        return _strictly(data, wide, wide.upper()[:6])
    body = data.removeprefix(codecs.BOM_UTF8)
    if (found := _strictly(body, "utf-8", "UTF-8")) or len(body) < len(data):
        return found
    for name in (declared, _in_markup(data) if markup else ""):
        if (codec := _codec(name)) and (found := _strictly(data, codec, name)):
            return found
    return _guess(data)


def _in_markup(data: bytes) -> str:
    match = _META.search(data[:_LOOK])
    name = (match[1] or match[2]).decode("ascii") if match else ""
    # What can be read to say so is not written in one of these.
    return "" if name.casefold().startswith(("utf-16", "utf-32", "ucs-")) else name


def _codec(name: str) -> str:
    """Return the codec for a declared name, empty where there is none for text."""
    try:
        found = codecs.lookup(name).name if name else ""
        "x".encode(found or "ascii")
    except (LookupError, UnicodeError, ValueError):
        return ""
    except TypeError:  # hex, zlib and the like make bytes of bytes
        return ""
    return _MEANT.get(found, found)


def _strictly(data: bytes, codec: str, name: str) -> Text | None:
    try:
        return Text(data.decode(codec), name)
    except (UnicodeDecodeError, UnicodeError):
        return None


def _guess(data: bytes) -> Text | None:
    if b"\x00" in data:
        return None
    western = _strictly(data, "cp1252", "Windows-1252")
    beyond = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if western and _WESTERN.fullmatch(western.text) and beyond <= max(_FEW * len(data), _SOME):
        return Text(western.text, western.encoding, guessed=True)
    if japanese := _japanese(data):
        return japanese
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or (best.coherence == 0 and len(data) < _TOO_FEW):
        return None
    found = _strictly(data, best.encoding, best.encoding.replace("_", "-")) or western
    return Text(found.text, found.encoding, guessed=True) if found else None


def _japanese(data: bytes) -> Text | None:
    """Return Japanese text, which alone is full of these two alphabets; statistics take it for Korean."""
    for codec, name in (("cp932", "Shift-JIS"), ("euc_jp", "EUC-JP")):
        found = _strictly(data, codec, name)
        if found and 0 < sum(char > "\x7f" for char in found.text) < 4 * len(_KANA.findall(found.text)):
            return Text(found.text, name, guessed=True)
    return None
