"""In which language a text is written, by its letters and its commonest words."""

from __future__ import annotations

import re

_SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("uk", re.compile("[іїєґІЇЄҐ]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_WORDS = {
    "en": "the of and to in that for with was said on by at from is are",
    "de": "der die das und ist mit den von zu im nicht dem für auf ein eine",
    "fr": "le la les des et est dans pour que une du sur par au avec ont",
    "es": "el la los las que del por una con para se en su al como más",
    "it": "il la che di per del una con sono della nel gli dei alla anche ha",
    "pt": "o os que do da em um uma para com não dos das ao pelo como",
    "nl": "de het een van en dat is op te zijn met voor aan niet door",
    "pl": "w na z do nie się że jest oraz przez dla od po",
    "id": "yang dan di untuk dengan pada dari ini itu dalam akan oleh",
}
_SHARE = 0.15
_SEEN = 4


def language_of(text: str) -> str | None:
    """Return the tag of the language of a text, None where it cannot be told."""
    letters = sum(char.isalpha() for char in text)
    for language, pattern in _SCRIPTS:
        if letters and len(pattern.findall(text)) > (0.02 if language == "uk" else _SHARE) * letters:
            return language
    words = re.findall(r"[^\W\d_]+", text.casefold())
    counts = {tag: sum(word in common.split() for word in words) for tag, common in _WORDS.items()}
    best = max(counts, key=lambda tag: counts[tag])
    return best if counts[best] >= min(_SEEN, max(1, len(words) // 8)) else None
