"""A small briefing to change: of two invented states, with one of each kind of item."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.model.article import article_digest
from briefing_app.model.briefing import Briefing
from briefing_app.model.evidence import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = (
    "Veldania and Ostrova agreed to open a joint harbour office, the ministry said Friday.",
    "The next talks will be held in Port Ansel in June.",
    "The initial test was put off last year.",
)


def passage(paragraph: int, start: str) -> dict[str, Any]:
    """A passage of `TEXT` that is its first words and nothing else."""
    return {"source": "s1", "paragraph": paragraph, "start": start, "digest": digest_of(start)}


def item(
    name: str, paragraph: int = 1, start: str = "Veldania and Ostrova", /, **more: Any
) -> dict[str, Any]:
    """An accepted item with one passage."""
    return {"id": name, **more, "evidence": [passage(paragraph, start)], "review": {"state": "accepted"}}


DATA: dict[str, Any] = {
    "format": "briefing/1",
    "id": "harbour-talks",
    "title": "Harbour talks",
    "language": "en",
    "status": "reviewed",
    "sample": True,
    "as_of": "2024-05-17",
    "bottom_line": item("bottom-line", text="The two will open a harbour office."),
    "event": item(
        "event",
        name="Third Harbour Talks",
        category="Talks",
        when={"edtf": "2024-05-16/2024-05-17", "phrase": "Thursday and Friday"},
        place="Port Ansel",
        mode="in-person",
        parties=["VELDANIA", "OSTROVA"],
    ),
    "sources": [
        {
            "id": "s1",
            "kind": "wire",
            "title": "Two to open harbour office",
            "publisher": "Sample Wire",
            "published": "2024-05-17T10:30",
            "language": "en",
            "paragraphs": 3,
            "cleaning": "clean/1",
            "digest": article_digest(TEXT),
            "text": list(TEXT),
        }
    ],
    "participants": [item("p1", name="Ane Orel", role="Minister", side="VELDANIA", capacity="head")],
    "agreements": [
        item("a1", statement="Open an office", kind="agreed", parties=["VELDANIA", "OSTROVA"], key=True),
        item("a2", statement="Pay for it", kind="pledged", parties=["OSTROVA"], topic="OPCON"),
    ],
    "opcon": {"tracks": [{"stages": [item("o1", 3, "The initial test", stage="IOC", state="delayed")]}]},
    "meetings": [
        item(
            "m1",
            2,
            "The next talks will",
            title="Fourth Harbour Talks",
            when={"edtf": "2024-06", "phrase": "in June"},
            certainty="expected",
            place="Port Ansel",
        )
    ],
    "gaps": [{"id": "g1", "text": "Who pays.", "review": {"state": "accepted"}}],
    "glossary": [
        {"abbreviation": "VELDANIA", "expansion": "Veldania"},
        {"abbreviation": "OSTROVA", "expansion": "Ostrova"},
    ],
}


@pytest.fixture
def data() -> dict[str, Any]:
    """The small briefing as JSON data, the test's own to change."""
    return copy.deepcopy(DATA)


@pytest.fixture
def make() -> Callable[..., Briefing]:
    """Make the small briefing with some top-level keys replaced."""

    def made(**changes: Any) -> Briefing:
        return Briefing.model_validate({**copy.deepcopy(DATA), **changes})

    return made


@pytest.fixture
def new_item() -> Callable[..., dict[str, Any]]:
    """Make an accepted item with one passage."""
    return item
