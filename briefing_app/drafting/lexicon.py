"""What the grammar knows of the world and of the genre's words: made from tables that `workflow` loads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.tokens import Phrases
from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Form = Literal["base", "s", "past", "ing"]
PartyWord = Literal["name", "demonym", "people", "capital", "metonym"]
Table = "Mapping[str, object]"
_SIBILANTS = ("s", "x", "z", "ch", "sh")


@dataclass(frozen=True, slots=True)
class PartyForm:
    """A printed form that stands for a party.

    Attributes:
        code: the party (format.md, Party).
        word: what kind of word it is.
        doubtful: it also means something else ("Georgia").
    """

    code: str
    word: PartyWord
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb of commitment or position.

    Attributes:
        force: its class in `verbs.toml`.
        form: which form it is; of regular verbs the past is the participle too.
        lemma: its base form.
        objects: it counts only with one of these after it; each in words.
        keep: the object belongs to what is said ("serious concern over").
    """

    force: str
    form: Form
    lemma: str
    objects: tuple[tuple[str, ...], ...] = ()
    keep: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The knowledge of the grammar.

    Attributes:
        parties: printed forms of states and bodies.
        places: cities and venues, with the country's code.
        ranks: military ranks.
        honorifics: forms of address.
        departments: ministries and other offices of state.
        offices: last nouns of an office ("minister").
        modifiers: words before an office's last noun ("deputy").
        verbs: what each form of a verb may be.
        bodies: codes of parties that are no states.
        capitals: the seat of each state.
        topics: phrases that tell a topic; the topics in order.
        lists: all other lists of words, by name.
    """

    parties: Phrases[PartyForm]
    places: Phrases[str]
    ranks: Phrases[bool]
    honorifics: Phrases[bool]
    departments: Phrases[bool]
    offices: Phrases[bool]
    modifiers: Phrases[bool]
    verbs: Mapping[str, tuple[Verb, ...]]
    bodies: frozenset[str]
    topics: Phrases[str]
    capitals: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]


def lexicon_of(tables: Mapping[str, Mapping[str, object]]) -> Lexicon:
    """Return the lexicon in tables as they stand in `resources/lexicon/*.toml`.

    Args:
        tables: each file's content by its name without suffix, as `workflow.lexicon.TABLES` has them.
    """
    titles = tables["titles"]
    return Lexicon(
        parties=Phrases(_party_forms(tables), cased=True),
        places=Phrases(_places(tables), cased=True),
        ranks=_set(titles["ranks"], cased=True),
        honorifics=_set(titles["honorifics"], cased=True),
        departments=_set(titles["departments"]),
        offices=_set(titles["heads"]),
        modifiers=_set(titles["modifiers"]),
        verbs=_verbs(_rows(tables["verbs"]["verb"])),
        bodies=frozenset(str(row["code"]) for row in _rows(tables["bodies"]["body"])),
        capitals={
            str(row["code"]): _texts(row.get("capitals"))[0]
            for row in _rows(tables["parties"]["party"])
            if _texts(row.get("capitals"))
        },
        topics=Phrases(
            (
                (word, str(row["name"]))
                for row in _rows(tables["topics"]["topic"])
                for word in _texts(row.get("words"))
            ),
            cased=False,
        ),
        lists={
            name: frozenset(_texts(words))
            for table in (tables["cues"], tables["meetings"], tables["opcon"], tables["people"], titles)
            for name, words in table.items()
        },
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list | tuple) else ()


def _rows(value: object) -> tuple[Mapping[str, object], ...]:
    return tuple(value) if isinstance(value, list | tuple) else ()


def _set(words: object, *, cased: bool = False) -> Phrases[bool]:
    return Phrases(((word, True) for word in _texts(words)), cased=cased)


def _party_forms(tables: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, PartyForm]]:
    kinds: tuple[tuple[str, PartyWord], ...] = (
        ("names", "name"),
        ("demonyms", "demonym"),
        ("people", "people"),
        ("metonyms", "metonym"),
        ("capitals", "capital"),
    )
    for row in _rows(tables["parties"]["party"]):
        doubtful = frozenset(_texts(row.get("ambiguous")))
        for key, word in kinds:
            for form in _texts(row.get(key)):
                yield form, PartyForm(str(row["code"]), word, form in doubtful)
    for phrase in _texts(tables["places"]["not_parties"]):
        yield phrase, PartyForm("", "name")
    for row in _rows(tables["bodies"]["body"]):
        doubtful = frozenset(_texts(row.get("ambiguous")))
        for key, word in (("names", "name"), ("adjectives", "demonym")):
            for form in _texts(row.get(key)):
                yield (
                    form,
                    PartyForm(str(row["code"]), "name" if word == "name" else "demonym", form in doubtful),
                )


def _places(tables: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    for row in _rows(tables["parties"]["party"]):
        for city in _texts(row.get("capitals")):
            yield city, str(row["code"])
    cities = tables["places"]["places"]
    if isinstance(cities, dict):
        for code, names in cities.items():
            for city in _texts(names):
                yield city, code


def _verbs(rows: Sequence[Mapping[str, object]]) -> Mapping[str, tuple[Verb, ...]]:
    found: dict[str, list[Verb]] = {}
    for row in rows:
        objects = tuple(tuple(words.split()) for words in _texts(row.get("objects")))
        force, keep = str(row["force"]), bool(row.get("keep"))
        for lemma in _texts(row.get("lemma")):
            for word, form in _forms(lemma, row):
                found.setdefault(word, []).append(Verb(force, form, lemma, objects, keep))
        for word in _texts(row.get("forms")):
            found.setdefault(word, []).append(Verb(force, "past", word, objects, keep))
    return {word: tuple(verbs) for word, verbs in found.items()}


def _forms(lemma: str, row: Mapping[str, object]) -> Iterable[tuple[str, Form]]:
    past = str(row.get("past") or _past(lemma))
    participle = str(row.get("participle") or past)
    ing = str(row.get("ing") or _ing(lemma))
    forms: dict[str, Form] = {lemma: "base", _third(lemma): "s", ing: "ing", past: "past", participle: "past"}
    return forms.items()


def _third(lemma: str) -> str:
    if lemma.endswith(_SIBILANTS):
        return lemma + "es"
    return lemma[:-1] + "ies" if _ends_in_consonant_y(lemma) else lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if _ends_in_consonant_y(lemma) else lemma + "ed"


def _ing(lemma: str) -> str:
    return (lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma) + "ing"


def _ends_in_consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in "aeiou"
