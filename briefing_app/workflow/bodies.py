"""The bodies that the program's own tables know, for who types a party."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import NamedTuple

from briefing_app.assets import read_text
from briefing_app.model.parties import country_names


class Body(NamedTuple):
    """An organisation, grouping or command.

    Attributes:
        code: its short name, as a party.
        name: its name as it is printed.
        others: further spellings, folded; those that mean other things too are not among them.
    """

    code: str
    name: str
    others: frozenset[str]


@lru_cache(maxsize=1)
def bodies() -> tuple[Body, ...]:
    """Return all of them, in the order of their codes."""
    found = []
    for row in tomllib.loads(read_text("lexicon", "bodies.toml"))["body"]:
        first, doubtful = row["names"][0], row.get("ambiguous", ())
        sure = [name for name in row["names"] if name == first or name not in doubtful]
        found.append(Body(row["code"], first, frozenset(name.casefold() for name in sure)))
    return tuple(found)


def body_named(text: str) -> Body | None:
    """Return the body that a name or a code means, None where there is none or that is not certain."""
    wanted = text.strip().casefold()
    return next((each for each in bodies() if wanted == each.code.casefold() or wanted in each.others), None)


def is_shared(text: str) -> bool:
    """Tell whether a name is the last word of two countries' names, and so the name of neither: "Korea"."""
    wanted = text.strip().casefold()
    names = [name.casefold() for name in country_names().values()]
    return wanted not in names and sum(name.split()[-1] == wanted for name in names) > 1
