"""The base of all values, and the kinds of text that a briefing is made of."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Annotated, ClassVar, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetCoreSchemaHandler, StringConstraints
from pydantic_core import PydanticCustomError

from briefing_app.model import dates

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

MAX_TEXT = 8_000
MAX_ITEMS = 5_000
MAX_NESTING = 32
MAX_ARTICLE_BYTES = 5_000_000
MAX_QUOTED_WORDS = 6


class Record(BaseModel):
    """A frozen value whose keys are written in the order of the format."""

    # Built when first used: of most classes only the schema inside that of the briefing is ever needed.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    # Keys that stand after all others, whatever class declares them (format.md, canonical form).
    last_keys: ClassVar[tuple[str, ...]] = ()

    @classmethod
    @cache
    def keys_in_order(cls) -> tuple[str, ...]:
        """Return this record's keys in the order in which they are written."""
        return (*(k for k in cls.model_fields if k not in cls.last_keys), *cls.last_keys)


def _custom(code: str, **values: str | int) -> PydanticCustomError:
    # The template is never shown: words/problems.py says the code in the user's language.
    return PydanticCustomError(code, "invalid", dict(values))


def _day(text: str) -> str:
    try:
        dates.parse_day(text)
    except dates.DateError as error:
        raise _custom(error.code, **error.values) from error
    return text


def _published(text: str) -> str:
    try:
        dates.parse_published(text)
    except dates.DateError as error:
        raise _custom(error.code, **error.values) from error
    return text


def _edtf(text: str) -> str:
    try:
        dates.parse(text)
    except dates.DateError as error:
        raise _custom(error.code, **error.values) from error
    return text


def _web_address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?", text, flags=re.IGNORECASE):
        raise _custom("address", value=text)
    return text


def _few_words(text: str) -> str:
    if (n := len(text.split())) > MAX_QUOTED_WORDS:
        raise _custom("too-many-words", n=n, most=MAX_QUOTED_WORDS)
    return text


class Once:
    """Stands last in a kind of text: its schema is made once, not for each of the fields that have it."""

    def __init__(self) -> None:
        self._schema: CoreSchema | None = None

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        if self._schema is None:
            self._schema = handler(source)
        # A copy of each layer that pydantic adds to.
        return cast("CoreSchema", {**self._schema, "metadata": dict(self._schema.get("metadata", {}))})


# One line: no control character at all, and at least one character that is not white space.
_PLAIN = r"^[^\x00-\x1f\x7f-\x9f]*[^\x00-\x1f\x7f-\x9f\s][^\x00-\x1f\x7f-\x9f]*$"
# Markdown: the same, with LF.
_LINES = r"^[^\x00-\x09\x0b-\x1f\x7f-\x9f]*[^\x00-\x1f\x7f-\x9f\s][^\x00-\x09\x0b-\x1f\x7f-\x9f]*$"

Text = Annotated[str, StringConstraints(strict=True, pattern=_PLAIN, max_length=MAX_TEXT), Once()]
Markdown = Annotated[str, StringConstraints(strict=True, pattern=_LINES, max_length=MAX_TEXT), Once()]
ArticleText = Annotated[str, StringConstraints(strict=True, pattern=_PLAIN)]
FewWords = Annotated[Text, AfterValidator(_few_words)]
Slug = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z0-9-]{1,64}$"), Once()]
ItemId = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z][a-z0-9-]{0,31}$"), Once()]
FieldPath = Annotated[
    str, StringConstraints(strict=True, pattern=r"^[a-z_]+(\.[a-z_]+)*$", max_length=200), Once()
]
Language = Annotated[
    str, StringConstraints(strict=True, pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", max_length=64)
]
Digest = Annotated[str, StringConstraints(strict=True, pattern=r"^sha256:[0-9a-f]{64}$")]
Rating = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-F][1-6]$")]
WebAddress = Annotated[Text, AfterValidator(_web_address), Field(json_schema_extra={"format": "uri"})]
Day = Annotated[
    str,
    StringConstraints(strict=True, max_length=64),
    AfterValidator(_day),
    Field(json_schema_extra={"format": "date"}),
    Once(),
]
Published = Annotated[str, StringConstraints(strict=True, max_length=64), AfterValidator(_published)]
EdtfText = Annotated[
    str,
    StringConstraints(strict=True, max_length=200),
    AfterValidator(_edtf),
    Field(json_schema_extra={"format": "edtf"}),
]
Ordinal = Annotated[int, Field(strict=True, ge=1, le=1_000_000), Once()]
