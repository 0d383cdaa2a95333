"""The stage tracker in words: one row a stage, and "Not mentioned here" for what the source leaves out."""

from __future__ import annotations

from typing import NamedTuple

from briefing_app.model.inferring import with_inferred
from briefing_app.model.opcon import STAGES, Condition, Opcon, Stage, StageCode, StageState, Track, Transfer
from briefing_app.model.outline import date_text
from briefing_app.words import tr


class StageRow(NamedTuple):
    """One stage as it is drawn.

    Attributes:
        code: IOC, FOC or FMC.
        sign: the state, or `absent` where the source does not mention the stage.
        word: the state in words.
        line: one line of dates and reason, empty where there is nothing to say.
        note: the item's note, empty where there is none.
        history: earlier entries of the stage, each in one line that says so, the oldest first.
        item: the entry that holds now, None where the stage is not mentioned.
    """

    code: StageCode
    sign: StageState | str
    word: str
    line: str
    note: str
    history: tuple[str, ...]
    item: Stage | None


def rows(track: Track | None) -> tuple[StageRow, ...]:
    """Return the three stages of a track in their order; of no track, three that are not mentioned."""
    stages = [stage for stage in (track.stages if track else ()) if stage.review.state != "rejected"]
    return tuple(_row(code, [stage for stage in stages if stage.stage == code]) for code in STAGES)


def tracks(opcon: Opcon) -> tuple[Track, ...]:
    """Return the tracks with that of the whole force first; one empty track where the file has none."""
    return tuple(sorted(opcon.tracks, key=lambda track: bool(track.name))) or (Track(),)


def _row(code: StageCode, entries: list[Stage]) -> StageRow:
    if not entries:
        return StageRow(code, "absent", tr("Not mentioned here"), "", "", (), None)
    last = entries[-1]
    earlier = tuple(map(_earlier, entries[:-1]))
    return StageRow(
        code, last.state, state_word(last.state), stage_line(last), last.note or "", earlier, last
    )


def _earlier(entry: Stage) -> str:
    state, said = state_word(entry.state), _dates_and_reason(entry)
    words = tr("{state}, {said}", state=state.lower(), said=said) if said else state.lower()
    return tr("Earlier: {entry}", entry=words)


def state_word(state: StageState) -> str:
    """Return the word beside a stage's sign."""
    return {
        "planned": tr("Planned"),
        "rehearsed": tr("Rehearsed"),
        "delayed": tr("Delayed"),
        "assessed": tr("Assessed"),
        "verified": tr("Verified"),
    }[state]


def stage_line(stage: Stage) -> str:
    """Return the dates and the reason of a stage entry in one line."""
    said = _dates_and_reason(stage)
    return said[:1].upper() + said[1:]


def _dates_and_reason(stage: Stage) -> str:
    return with_inferred(_stated(stage), stage, "state", "due", "when", "reason")


def _stated(stage: Stage) -> str:
    due = date_text(stage.due) if stage.due else ""
    when = date_text(stage.when) if stage.when else ""
    reason = f" ({stage.reason})" if stage.reason else ""
    if stage.state == "delayed":
        missed = tr("due {date}, not held", date=due) if due else tr("not held as planned")
        new = tr("now {date}", date=when) if when else tr("no new date")
        return f"{missed}{reason}; {new}"
    parts = [when] if when else []
    if due:
        parts.append(tr("due {date}", date=due))
    return ("; ".join(parts) + reason).strip()


def condition_word(condition: Condition) -> str:
    """Return a condition's state in words; that the source does not say is said."""
    known = {"in-progress": tr("in progress"), "met": tr("met")}
    word = known.get(condition.state or "", tr("not said whether met"))
    return with_inferred(word, condition, "state", "text", "number")


def transfer_dates(transfer: Transfer) -> str:
    """Return when the transfer is to be, and when it was to be."""
    parts = [date_text(transfer.when)] if transfer.when or not transfer.due else []
    if transfer.due:
        due = date_text(transfer.due)
        parts.append(tr("first due {date}", date=due) if transfer.when else tr("due {date}", date=due))
    return with_inferred("; ".join(parts), transfer, "when", "due")


def description(opcon: Opcon) -> str:
    """Return the whole tracker as one text: the alternative text of its drawing."""
    parts = []
    for track in tracks(opcon):
        stages = "; ".join(
            f"{row.code} {row.word}" + (f", {row.line}" if row.line else "") for row in rows(track)
        )
        parts.append(f"{track.name or tr('Whole force')}: {stages}")
    return tr("Stages of the OPCON transition. {stages}", stages=". ".join(parts)) + "."
