"""The closed classes of English words that the grammar goes by."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())


DETERMINERS = word_set(
    "the a an this that these those his her its their our my both all each every some any another such "
    "either neither no"
)
COUNTS = {
    "both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "eleven": 11, "twelve": 12, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8, "9": 9, "10": 10,
}  # fmt: skip
PREPOSITIONS = word_set(
    "of in on at to for from by with between among amid against under over through during within across "
    "about around after before into towards toward upon per via despite including regarding concerning "
    "alongside beside behind beyond near since until without unlike like following"
)
ADVERBS = word_set(
    "also further again both jointly then now however once more each together all therefore thus still "
    "yet already later meanwhile likewise too always even first finally soon formally well"
)
HAVE = frozenset(("have", "has", "had", "having", "'ve"))
BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am"))
DO = frozenset(("do", "does", "did"))
MODALS = frozenset(("will", "would", "could", "might", "may", "shall", "should", "can", "must"))
AUXILIARIES = HAVE | BE | DO | MODALS
NEGATIONS = frozenset(("not", "never", "n't", "no", "nor", "neither", "cannot", "without", "hardly"))
CONTRACTED = frozenset(
    (
        "didn't",
        "don't",
        "doesn't",
        "haven't",
        "hasn't",
        "hadn't",
        "won't",
        "wouldn't",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "couldn't",
        "can't",
    )
)
SAYING = word_set(
    "said says say saying told tells added adds announced noted explained wrote reported quoted according "
    "stated commented remarked disclosed revealed confirmed"
)


def is_adverb(word: str) -> bool:
    """Tell whether a word in lower case may stand between the parts of a verb."""
    return word in ADVERBS or (
        word.endswith("ly") and word not in ("july", "reply", "supply", "family", "italy", "ally")
    )


# How a date is put off.
MOVING = word_set("moved postponed rescheduled pushed delayed brought put shifted deferred")
MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar "
    "apr jun jul aug sep sept oct nov dec"
)
