"""Which record of the model a place in a file belongs to, and in which records a key is known."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Union, get_args, get_origin

from briefing_app.model.briefing import Briefing
from briefing_app.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.model.problems import Step


def record_at(steps: tuple[Step, ...]) -> type[Record] | None:
    """Return the record that stands at `steps`, None where the model has none there."""
    record: type[Record] | None = Briefing
    for step in steps:
        if isinstance(step, int):
            continue  # a list is typed by what it holds
        field = record.model_fields.get(step) if record else None
        record = _record_in(field.annotation) if field else None
    return record


def keys_of(steps: tuple[Step, ...]) -> tuple[str, ...]:
    """Return the keys that an object at `steps` may have."""
    record = record_at(steps)
    return record.keys_in_order() if record else ()


def owners_of(key: str) -> tuple[str, ...]:
    """Return the keys under which an object may have `key`, in the order of the format."""
    return tuple(
        dict.fromkeys(name for name, record in _walk("", Briefing) if key in record.model_fields and name)
    )


def _walk(name: str, record: type[Record]) -> Iterator[tuple[str, type[Record]]]:
    # The model is a tree, so that this ends.
    yield name, record
    for key, field in record.model_fields.items():
        if inner := _record_in(field.annotation):
            yield from _walk(key, inner)


def _record_in(annotation: object) -> type[Record] | None:
    """Return the record behind `T | None`, `tuple[T, ...]` and `Annotated[T, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    if get_origin(annotation) in (Union, UnionType, tuple) or get_args(annotation):
        return next((found for each in get_args(annotation) if (found := _record_in(each))), None)
    return None
