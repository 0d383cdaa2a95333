"""What stands at the edge of each page: marking, legend, sources and their digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.exporting.agreements import kinds_legend, label_of
from briefing_app.exporting.pen import META, Data, Pen
from briefing_app.model import date_words, dates
from briefing_app.model.outline import (
    attending,
    certainty_word,
    chips,
    groups,
    mentioned,
    other_meetings,
    party_name,
    shown,
    steps,
    strictest,
)
from briefing_app.model.parties import chip
from briefing_app.model.source_words import source_line
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing_app.exporting.drops import Drops
    from briefing_app.exporting.options import Options
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.meetings import Certainty

MOST_PARTIES = 8
MOST_SOURCES = 6
MOST_NAMED, MOST_DIFFER = 4, 240  # things on which the sources differ, and characters of them
CERTAINTIES: tuple[Certainty, ...] = ("confirmed", "expected", "possible")


def marking(briefing: Briefing, pen: Pen) -> Data | None:
    """Return the strictest marking in what is printed: it stands at the head and the foot of each page."""
    found = strictest(briefing)
    return label_of(found, pen) if found else None


def legend(briefing: Briefing, options: Options, pen: Pen) -> Data:
    """Return what the signs and the chips on the page mean."""
    codes = list(dict.fromkeys(_parties(briefing, options)))
    names = [
        {"chip": pen.line(chip(code)), "name": pen.short(party_name(briefing, code), META[1])}
        for code in codes[:MOST_PARTIES]
        if party_name(briefing, code).casefold() != chip(code).casefold()
    ]
    return {
        "kinds": kinds_legend(),
        "certainty": [{"steps": steps(each), "word": certainty_word(each)} for each in CERTAINTIES],
        "parties": names,
    }


def _parties(briefing: Briefing, options: Options) -> Iterator[str]:
    """Yield the parties that stand in chips."""
    people = attending(briefing) if options.has("participants") else ()
    if options.has("mentioned") and not options.one_page:
        people += mentioned(briefing)
    yield from (each.side for each in people if each.side)
    for _, group in groups(briefing) if options.has("agreements") else ():
        for agreement in group:
            yield from chips(briefing, agreement)


def foot(briefing: Briefing, options: Options, pen: Pen) -> Data:
    """Return the lines at the foot of each page."""
    return {
        "sources": _sources(briefing, pen),
        "prepared": _prepared(briefing, pen),
        "left_out": ntr(
            "{n} item is left out: its marking is stricter.",
            "{n} items are left out: their marking is stricter.",
            options.left_out,
        )
        if options.left_out
        else "",
        "name": tr("{id} · sha-256 {digest}", id=briefing.id, digest=_grouped(options.digest)),
        "page": tr("{page} of {pages}", page="#", pages="##"),
    }


def _sources(briefing: Briefing, pen: Pen) -> str:
    if len(briefing.sources) == 1:
        line = pen.short(source_line(briefing.sources[0]), META[0])
        return tr("Source: {source}. ¶ counts the article’s paragraphs.", source=line)
    return tr("¶ counts a source’s paragraphs; the number before it is the source’s.")


def _prepared(briefing: Briefing, pen: Pen) -> str:
    prepared = briefing.prepared
    if prepared is None:
        return ""
    by = pen.short(prepared.by, META[0]) if prepared.by else ""
    on = date_words.day_in_words(dates.parse_day(prepared.on)) if prepared.on else ""
    if by and on:
        return tr("Prepared by {by}, {on}.", by=by, on=on)
    if by:
        return tr("Prepared by {by}.", by=by)
    return tr("Prepared on {on}.", on=on) if on else ""


def _grouped(digest: str) -> str:
    """Return the first eight figures of a digest, in two groups."""
    return f"{digest[:4]} {digest[4:8]}".strip()


def sources_line(briefing: Briefing, pen: Pen) -> list[Data]:
    """Return several sources with their numbers for the one page; none where the foot names the only one."""
    if len(briefing.sources) == 1:
        return []
    found = [
        {"number": str(n), "line": pen.short(source_line(source), META[0])}
        for n, source in enumerate(briefing.sources[:MOST_SOURCES], 1)
    ]
    if left := len(briefing.sources) - len(found):
        found.append({"number": "", "line": ntr("{n} more", "{n} more", left)})
    return found


def elsewhere(briefing: Briefing, options: Options, pen: Pen, drops: Drops) -> Data:
    """Return what only the full brief has: always, and once so many things are dropped."""
    parts = (
        ("earlier", ntr("{n} earlier meeting", "{n} earlier meetings", len(other_meetings(briefing)))),
        ("background", ntr("{n} background fact", "{n} background facts", len(shown(briefing.background)))),
        ("comment", tr("comment") if briefing.comment else ""),
        ("mentioned", ntr("{n} person mentioned", "{n} people mentioned", len(mentioned(briefing)))),
        ("glossary", tr("glossary") if briefing.glossary else ""),
    )
    always = [text for name, text in parts if text and not text.startswith("0 ") and options.has(name)]
    return {
        "differ": pen.short(_differ(briefing), MOST_DIFFER) if options.has("differences") else "",
        "lead": tr("In the full brief:"),
        "always": always,
        "dropped": _dropped(drops),
    }


def _differ(briefing: Briefing) -> str:
    """Return on what the sources differ; who reads one page only is not to take one of them for all."""
    about = [each.about for each in shown(briefing.differences)]
    if not about:
        return ""
    named, left = ", ".join(about[:MOST_NAMED]), len(about) - MOST_NAMED
    what = ntr("{named}, {n} more", "{named}, {n} more", left, named=named) if left > 0 else named
    return tr("The sources differ on: {what} (readings in the full brief).", what=what)


def _dropped(drops: Drops) -> list[Data]:
    """Return the words for what is dropped and has no section left that could count it.

    Each entry has the steps at which one more of its kind is dropped, and the words for each number.
    """
    words: tuple[tuple[str, Callable[[int], str]], ...] = (
        ("note", lambda n: ntr("{n} note", "{n} notes", n)),
        ("finding", lambda n: ntr("{n} fact on OPCON", "{n} facts on OPCON", n)),
        ("gap", lambda n: ntr("{n} point not in the source", "{n} points not in the source", n)),
        ("track", lambda n: ntr("{n} component", "{n} components", n)),
        ("condition", lambda n: ntr("{n} condition", "{n} conditions", n)),
        ("transfer", lambda _: tr("date of the transfer")),
        ("approach", lambda _: tr("approach to the transfer")),
    )
    found = []
    for kind, say in words:
        every = {key: step for key, step in drops.steps.items() if key.startswith(f"{kind}:")}
        at = sorted(step for key, step in every.items() if not drops.gone(key))
        gone = len(every) - len(at)
        # Gaps are counted in their own section as long as one of them is there.
        least = len(every) if kind == "gap" else 1
        texts = [say(n) if n >= least else "" for n in range(gone, len(every) + 1)]
        found.append({"at": at, "texts": texts})
    return found
