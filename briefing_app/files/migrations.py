"""The way from an older format to the present one; the file on disk changes only when the user saves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefing_app.model.briefing import FORMAT

Document = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from a format to the next.

    Attributes:
        source: the format that it reads, `briefing/1`.
        target: the format that it makes.
        apply: a pure function of the whole document; `format` is set for it.
    """

    source: str
    target: str
    apply: Callable[[Document], Document]


# `briefing/1` is the first format, so that there is nothing older yet.
MIGRATIONS: tuple[Migration, ...] = ()


def migrate(document: Document, migrations: tuple[Migration, ...] = MIGRATIONS) -> Document | None:
    """Return `document` in the present format, None where no way leads there.

    Args:
        document: a document of any format; it is not changed.
        migrations: the steps that are known.
    """
    known = {migration.source: migration for migration in migrations}
    for _ in range(len(migrations) + 1):  # a circle of steps ends, too
        name = document.get("format")
        if name == FORMAT:
            return document
        step = known.get(name) if isinstance(name, str) else None
        if step is None:
            return None
        document = {**step.apply(document), "format": step.target}
    return None
