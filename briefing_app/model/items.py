"""What every fact in a briefing has in common: its name, its proof, its review."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from briefing_app.model.evidence import Passage
from briefing_app.model.record import Day, EdtfText, FieldPath, ItemId, Markdown, Once, Ordinal, Record, Text

ReviewState = Literal["drafted", "accepted", "edited", "rejected"]
TLP_LABELS = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")
Origin = Annotated[str, StringConstraints(strict=True, pattern=r"^(person|rule:\S{1,200})$"), Once()]


class Review(Record):
    """What a person decided about an item, and who and when where that is kept."""

    state: ReviewState
    by: Text | None = None
    on: Day | None = None


class Marking(Record):
    """A handling marking: TLP 2.0 (FIRST), whose labels are never translated, or one of the user's own."""

    scheme: Literal["TLP", "custom"]
    label: Text
    caveat: Text | None = None


class When(Record):
    """A date as the source gives it.

    Attributes:
        edtf: the date in the EDTF profile; absent for "no date given".
        phrase: the words as printed.
        anchor: the date that the phrase was read from.
    """

    edtf: EdtfText | None = None
    phrase: Text
    anchor: Day | None = None


class Series(Record):
    """The row of meetings that a meeting belongs to, and its number in it."""

    name: Text
    abbreviation: Text | None = None
    ordinal: Ordinal | None = None


class Item(Record):
    """A fact that a person accepts.

    Attributes:
        id: unique in the file, never given twice in a file's life.
        evidence: the passages that prove it.
        review: what a person decided.
        origin: `person`, or `rule:<name>` of the rule that drafted it.
        inferred: dotted paths of fields that the source does not state in so many words.
        key: it belongs in the one-page brief.
        marking: an export below it leaves the item out.
    """

    last_keys: ClassVar[tuple[str, ...]] = ("evidence", "review", "origin", "inferred", "key", "marking")

    id: ItemId
    evidence: tuple[Passage, ...] = ()
    review: Review
    origin: Origin | None = None
    inferred: tuple[FieldPath, ...] = ()
    key: Annotated[bool, Field(strict=True)] = False
    marking: Marking | None = None


class Finding(Item):
    """A fact that explains, or that nobody agreed or pledged."""

    text: Markdown
    topic: Text | None = None


class Gap(Item):
    """What the sources do not say and a reader would look for: the only item without evidence."""

    text: Text
    topic: Text | None = None


class BottomLine(Item):
    """The one or two sentences that a reader takes away; its id is always `bottom-line`."""

    id: Annotated[str, StringConstraints(strict=True, pattern=r"^bottom-line$")]
    text: Markdown
