"""Acts that names share with those before them: "A led the one side, B the other", "For Peru: C and D"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.values import replace

if TYPE_CHECKING:
    from briefing_app.drafting.roster import Group
    from briefing_app.drafting.scene import Act, Scene

_LABEL = 6  # words of "For the Republic of Peru:"


def inherited(scene: Scene, last: tuple[Group, Act] | None) -> Act | None:
    """Return the act of the names before, where the verb is left out: "A led the X side, B that of Y".

    Args:
        scene: names without a verb of their own.
        last: the names before, and what they did.
    """
    group = scene.group
    if last and _goes_on(scene, last):
        return replace(last[1], first=group.first, end=group.end)
    if last is None or last[0].place != group.place or last[1].kind not in ("attended", "listed", "met"):
        return None
    cut = ";" in scene.lows(last[0].end, group.first)
    rest = scene.tokens[group.end : group.sentence[1]]
    # "from the A side, X attended; from the B side, Y"
    fronted = (
        cut
        and scene.tokens[group.first - 1].text == ","
        and {"for", "from"} & set(scene.lows(last[0].end, group.first))
    )
    if (cut and last[1].kind != "listed" and not fronted) or any(
        scene.vocabulary.is_verb(token.low) and not token.is_capital for token in rest
    ):
        return None
    return replace(last[1], end=group.end)


def _goes_on(scene: Scene, last: tuple[Group, Act]) -> bool:
    """Tell whether a sentence goes on with a list for another side: "There were A and B. For Peru: C"."""
    begin = scene.group.sentence[0]
    label = scene.lows(begin, begin + _LABEL)
    labelled = label[:1] in (["for"], ["from"]) and ":" in label
    return labelled and last[0].paragraph == scene.group.paragraph and last[1].kind == "listed"
