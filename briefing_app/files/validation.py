"""The model's judgement of a document, as problems with a code of our own, a path and the values involved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from pydantic import StringConstraints, ValidationError
from pydantic_core.core_schema import ErrorType

from briefing_app.files.quoting import code_point, quote, quote_value
from briefing_app.files.shapes import keys_of, owners_of
from briefing_app.model.briefing import Briefing
from briefing_app.model.checks import check
from briefing_app.model.items import Origin
from briefing_app.model.problems import Place, Problem, Step, Value
from briefing_app.model.record import Digest, FieldPath, ItemId, Language, Rating, Slug

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_FIXED = re.compile(r"\^[a-z-]+\$")
_BUILT_IN = frozenset(get_args(ErrorType))
_TYPES = {
    "string_type": "wrong-type-text",
    "int_type": "wrong-type-number",
    "int_from_float": "wrong-type-number",
    "bool_type": "wrong-type-boolean",
    "tuple_type": "wrong-type-list",
    "model_type": "wrong-type-object",
}
_RANGES = {
    "greater_than_equal": ("number-too-small", "ge", "least"),
    "less_than_equal": ("number-too-large", "le", "most"),
}


def validate(tree: object) -> tuple[Briefing | None, tuple[Problem, ...]]:
    """Return the briefing that a JSON document is, and what is wrong with it.

    Args:
        tree: the document as plain Python values.

    Returns:
        The briefing where every field has the right shape, else None; the problems, with their paths only.
    """
    try:
        briefing = Briefing.model_validate(tree)
    except ValidationError as error:
        return None, problems_of(error)
    return briefing, check(briefing)


def problems_of(error: ValidationError) -> tuple[Problem, ...]:
    """Return what the model says of a value that it does not take, with paths from that value on."""
    found = (_problem(detail) for detail in error.errors(include_url=False))
    return tuple(problem for problem in found if problem)


def _problem(detail: ErrorDetails) -> Problem | None:
    """Return one of pydantic's errors as a problem, None where it only follows from others."""
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "too_short" and len(value) >= context["min_length"]:
        return None  # elements that are in error do not count for pydantic; they are told by themselves
    return _of_kind(kind, detail["loc"], value, context)


def _of_kind(kind: str, steps: tuple[Step, ...], value: Any, context: dict[str, Any]) -> Problem:  # noqa: ANN401
    match kind:
        case "missing":
            told = _told("missing-key", steps[:-1], key=str(steps[-1]))
        case "extra_forbidden":
            told = _unknown_key(steps)
        case "literal_error":
            told = _not_one_of(steps, value, re.findall(r"'([^']*)'", context["expected"]))
        case "string_pattern_mismatch":
            told = _pattern(steps, value, context["pattern"])
        case "string_unicode":
            told = _told("lone-surrogate", steps, value=quote(value))
        case "string_too_long":
            told = _told("too-long", steps, n=len(value), most=context["max_length"])
        case "too_short":
            told = _told("too-few", steps, n=len(value), least=context["min_length"])
        case _:
            told = _other(kind, steps, value, context)
    return told


def _other(kind: str, steps: tuple[Step, ...], value: object, context: dict[str, Any]) -> Problem:
    if kind in _RANGES:
        code, limit, name = _RANGES[kind]
        return _told(code, steps, value=quote_value(value), **{name: int(context[limit])})
    if kind in _TYPES:
        return _told(_TYPES[kind], steps, value=quote_value(value))
    if kind not in _BUILT_IN:  # an error that the model raised itself, with its code and its values
        safe = {key: quote(each) if isinstance(each, str) else each for key, each in context.items()}
        return _told(kind, steps, **safe)
    # pydantic has more kinds of error than the model can raise today.
    return _told("wrong-value", steps, value=quote_value(value))  # pragma: no cover


def _told(code: str, steps: tuple[Step, ...], **values: Value) -> Problem:
    return Problem(code, "error", Place(steps), values)


def _unknown_key(steps: tuple[Step, ...]) -> Problem:
    key = str(steps[-1])
    known = keys_of(steps[:-1])
    if near := _nearest(key, known):
        return _told("unknown-key-near", steps, key=quote(key), use=near)
    if owners := owners_of(key):
        return _told("unknown-key-elsewhere", steps, key=quote(key), owners=", ".join(owners))
    return _told("unknown-key", steps, key=quote(key), known=", ".join(known))


def _not_one_of(steps: tuple[Step, ...], value: object, expected: list[str]) -> Problem:
    values: dict[str, Value] = {"value": quote_value(value), "expected": ", ".join(expected)}
    if isinstance(value, str) and (near := _nearest(value, expected)):
        return _told("not-one-of-near", steps, **values, use=near)
    return _told("not-one-of", steps, **values)


def _nearest(text: str, known: list[str] | tuple[str, ...]) -> str:
    """Return the one of `known` that a slip of the fingers made into `text`, empty for none."""
    folded = text[:80].casefold().strip().replace("-", "_").replace(" ", "_")
    by_form = {each.casefold().replace("-", "_"): each for each in known}
    from difflib import get_close_matches

    found = get_close_matches(folded, by_form, n=1, cutoff=0.7)
    return by_form[found[0]] if found else ""


def _pattern(steps: tuple[Step, ...], text: str, pattern: str) -> Problem:
    """Return what keeps `text` from having the form of its field."""
    if control := _CONTROL.search(text):
        return _told("control-character", steps, character=code_point(control.group()))
    value = quote(text)
    if _FIXED.fullmatch(pattern):
        return _told("fixed-id", steps, value=value, use=pattern[1:-1])
    if code := _form_codes().get(pattern):
        return _told(code, steps, value=value, **_reformed(code, text, pattern))
    if not text.strip():
        return _told("blank", steps)
    return _told("line-break", steps, value=value)


def _form_codes() -> dict[str, str]:
    return {
        _pattern_of(Slug): "slug-form",
        _pattern_of(ItemId): "id-form",
        _pattern_of(FieldPath): "field-path-form",
        _pattern_of(Language): "language-form",
        _pattern_of(Digest): "digest-form",
        _pattern_of(Rating): "rating-form",
        _pattern_of(Origin): "origin-form",
    }


def _pattern_of(kind: object) -> str:
    found = (each.pattern for each in get_args(kind) if isinstance(each, StringConstraints))
    return str(next(found))


def _reformed(code: str, text: str, pattern: str) -> dict[str, Value]:
    """Return `text` in the right form as `use`, where only its case or its hyphens were wrong."""
    if code == "id-form":
        return {}  # something else in the file may point to it as it is
    plain = text.strip().replace("_", "-").replace(" ", "-")
    found = (each for each in (plain, plain.lower(), plain.upper()) if re.fullmatch(pattern, each))
    return {"use": use} if (use := next(found, "")) else {}
