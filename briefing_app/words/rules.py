"""Why an item is what it is: the rules of the drafting in words, by the names that origins give."""

from __future__ import annotations

from briefing_app.words import tr

# What a rule's name adds where the clause is a list of things, or stands in the passive.
_ENDINGS = ("-list", "-passive", "-object", "-undated")


def rule_words(rule: str) -> str:
    """Return what a rule concluded, and from what; of a rule that has no words its name.

    Args:
        rule: its name, as `origin` has it behind `rule:`.
    """
    known = {**_agreements(), **_people(), **_meetings(), **_opcon(), **_others()}
    if rule in known:
        return known[rule]
    stem = rule
    for ending in _ENDINGS:
        stem = stem.removesuffix(ending)
    return known.get(stem) or tr("Rule “{rule}”.", rule=rule)


def _agreements() -> dict[str, str]:
    agreed = tr("“Agreed to” or “agreed on” something to be done: the parties will act.")
    decided = tr("They decided to do it: the parties will act.")
    return {
        "agree": agreed,
        "agree-to": agreed,
        "agree-on": agreed,
        "agree-that": tr("“Agreed that …” reports a shared view, so it is Assessed, not Agreed."),
        "agreed-after": tr("Said to have been agreed: the parties will act."),
        "decide": decided,
        "decide-to": decided,
        "decide-on": decided,
        "decide-that": tr("They decided that it be so: the parties will act."),
        "sign": tr("A paper was signed: the parties will act."),
        "adopt": tr("A text was adopted: the parties will act."),
        "announce": tr("They announced together what they will do."),
        "direct": tr("They told their officials to do it: the parties will act."),
        "under-paper": tr("The paper that was signed or adopted says so."),
        "reaffirm": tr("Said again, as the verb has it: Reaffirmed."),
        "pledge": tr("One side says what it will do itself: Pledged."),
        "offer": tr("One side offers it: Pledged."),
        "assure": tr("One side assures the other of it: Pledged."),
        "willing": tr("One side says that it is ready to: Pledged."),
        "will-give": tr("One side says what it will give: Pledged."),
        "assess": tr("A view that they hold, with no promise: Assessed."),
        "concern": tr("A concern that they voiced: Assessed."),
        "condemn": tr("Something that they condemned: Assessed."),
        "welcome": tr("Something that they welcomed: Assessed."),
        "urge": tr("They call on others to act, and promise nothing themselves: Assessed."),
        "request": tr("They ask for it, and promise nothing themselves."),
        "both-say": tr("Both sides are reported to have said it."),
        "discuss": tr("Only talked about: Discussed."),
    }


def _people() -> dict[str, str]:
    return {
        "attended": tr("The source says that this person took part."),
        "met": tr("The source says that this person met the other side."),
        "listed": tr("Stands in a list of those who took part."),
        "spoke": tr("Spoke at the meeting."),
        "committed": tr("Agreed or signed for a side at the meeting."),
        "of-the-delegation": tr("Belongs to a delegation that took part."),
        "absent": tr("The source says that this person was not there: only mentioned."),
        "no-act": tr("Named, but with no act at this meeting: only mentioned."),
        "only-quoted": tr("Only quoted: mentioned, not attending."),
        "outsider": tr("Belongs to no side of the meeting: only mentioned."),
        "speaks-for-an-office": tr("Speaks for an office about the meeting: only mentioned."),
        "will-act": tr("What this person does is still to come: only mentioned."),
    }


def _meetings() -> dict[str, str]:
    return {
        "event": tr("The meeting that the article is about."),
        "meeting-ahead": tr("A meeting to come; how certain it is, the verb says."),
        "meeting-past": tr("A meeting that the source reports as past."),
        "meeting-moved": tr("A meeting that was moved to another date."),
    }


def _opcon() -> dict[str, str]:
    return {
        "opcon-approach": tr("How the transfer is to come about, in the source's words."),
        "opcon-condition": tr("A condition of the transfer."),
        "opcon-definition": tr("What a term of the transfer means."),
        "opcon-stage": tr("A stage of the transfer, with the state that the verb gives it."),
        "opcon-transfer": tr("The date of the transfer itself."),
    }


def _others() -> dict[str, str]:
    return {
        "bottom-line": tr("Put together from the event and the weightiest items."),
        "bottom-line-title": tr("The headline, for want of items to put together."),
        "background-history": tr("A fact of the meeting's history."),
        "background-outcome": tr("What an earlier meeting brought."),
        "sources-differ": tr("Two sources give different values for one thing."),
        "gap-conditions": tr("The source speaks of conditions and does not say which."),
        "gap-meeting-date": tr("The source names a meeting without its date."),
        "gap-meeting-place": tr("The source names a meeting without its place."),
        "gap-stage-date": tr("The source names a stage without its date."),
        "gap-stages": tr("The source speaks of the transfer and names no stage."),
        "gap-transfer-date": tr("The source names no date of the transfer."),
    }
