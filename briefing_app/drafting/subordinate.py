"""Verbs that only say more of another one, and those that commit although they hang on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import BE, HAVE, MODALS

if TYPE_CHECKING:
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.verbs import Group

_COMMITTING = frozenset(("agree", "decide", "pledge"))
_OF_TIME = frozenset(("in", "on", "at", "by", "last", "during", "under"))
_ASIDE = 8  # words of "signed by the presidents in May 2019,"
_THROUGH = frozenset(("under", "through", "by"))  # before "which"
_RELATIVE = frozenset(("which", "who", "whom", "whose", "where"))


def is_of_relative(paragraph: Paragraph, outer: Group, group: Group) -> bool:
    """Tell whether a verb only says more of the object: "a roadmap under which data will be shared".

    Args:
        paragraph: where both stand.
        outer: the verb before.
        group: the verb in question.
    """
    if group.status == "asserted" and paragraph.tokens[group.first - 1].low in ("which", "who"):
        return True
    if group.verb.form == "past" and _is_set_off(paragraph, group):
        return True
    between = {token.low for token in paragraph.tokens[outer.end : group.first]}
    given = group.verb.force == "give" and group.passive
    lows = [token.low for token in paragraph.tokens[outer.end : group.first]]
    under = group.passive and any(
        low == "which" and lows[n - 1] in _THROUGH for n, low in enumerate(lows) if n
    )
    return ((given and bool(between & _RELATIVE)) or under) and ";" not in between


def _is_set_off(paragraph: Paragraph, group: Group) -> bool:
    """Tell whether commas shut a participle off: "that the pact, signed in 2019, would be extended"."""
    tokens = paragraph.tokens
    after = [token.low for token in tokens[group.end : group.end + _ASIDE]]
    if tokens[group.first - 1].text != "," or group.first != group.at or not _OF_TIME & set(after[:1]):
        return False
    comma = group.end + after.index(",") if "," in after else 0
    verbs = {token.low for token in tokens[comma + 1 : comma + 2]} if comma else set()
    return bool(verbs & (MODALS | BE | HAVE))


def is_undertaking(paragraph: Paragraph, group: Group, before: Group) -> bool:
    """Tell whether a participle commits by itself: "reviewed the drought, pledging to send relief".

    Args:
        paragraph: where both stand.
        group: the participle.
        before: the verb before.
    """
    tokens = paragraph.tokens
    bound = [token.low for token in tokens[group.end : group.end + 1]] in (["to"], ["that"])
    joined = tokens[group.first - 1].low in (",", "and", "while")
    return bound and joined and group.verb.force in _COMMITTING and before.status == "asserted"


def is_reported(paragraph: Paragraph, outer: Group, group: Group) -> bool:
    """Tell whether "would" is the "will" of somebody's words: "he said France would send".

    Args:
        paragraph: where both stand.
        outer: the verb of telling.
        group: the verb in question.
    """
    lows = [token.low for token in paragraph.tokens[group.first : group.at]]
    told = outer.verb.force in ("say", "announce") and outer.status == "asserted"
    between = {token.low for token in paragraph.tokens[outer.end : group.first]}
    return told and lows == ["would"] and not between & {"if", "unless", "hoped", "wished", "which", "who"}
