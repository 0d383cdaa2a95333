"""What an edit is called: the words that stand behind "Undo:" and "Redo:"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.agreements import Agreement
from briefing_app.model.briefing import Briefing
from briefing_app.model.items import BottomLine, Finding, Gap
from briefing_app.model.meetings import Event, Meeting
from briefing_app.model.opcon import Approach, Condition, Stage, Transfer
from briefing_app.model.people import Participant
from briefing_app.model.sources import Difference, Source
from briefing_app.words import tr
from briefing_app.workflow.fields import fields_of, value_of

if TYPE_CHECKING:
    from briefing_app.model.record import Record


def noun_of(record: Record) -> str:
    """Return what a record is called within a sentence."""
    return {
        BottomLine: tr("bottom line"),
        Event: tr("event"),
        Participant: tr("participant"),
        Agreement: tr("agreement"),
        Meeting: tr("meeting"),
        Finding: tr("finding"),
        Gap: tr("gap"),
        Difference: tr("difference"),
        Approach: tr("approach"),
        Transfer: tr("transfer"),
        Stage: tr("stage"),
        Condition: tr("condition"),
        Source: tr("source"),
        Briefing: tr("briefing"),
    }[type(record)]


def of_values(before: Record, after: Record) -> str:
    """Return what an edit of fields is called: by its field where it is one, and by a value that is short.

    Args:
        before: the record before it.
        after: the record after it.
    """
    changed = [
        field
        for field in fields_of(type(before))
        if value_of(before, field.name) != value_of(after, field.name)
    ]
    noun = noun_of(before)
    if len(changed) != 1:
        return tr("edit {noun}", noun=noun)
    (field,) = changed
    label = _inside(field.label)
    if field.kind == "flag":
        on = bool(value_of(after, field.name))
        return (
            tr("mark {noun}: {field}", noun=noun, field=label)
            if on
            else tr("unmark {noun}: {field}", noun=noun, field=label)
        )
    words = dict(field.choices).get(str(value_of(after, field.name)), "")
    if words:
        return tr("change {field} to {value}", field=label, value=_inside(words))
    if label == noun:
        return tr("edit {noun}", noun=noun)
    return tr("change {field} of {noun}", field=label, noun=noun)


def _inside(words: str) -> str:
    """Return words as they stand within a sentence; what is in capitals, as FOC, stays."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
