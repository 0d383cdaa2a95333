"""The force of a commitment, by its verb and by what follows it (the kinds of format.md)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import BE, DETERMINERS, MODALS, PREPOSITIONS, is_adverb, word_set
from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing_app.drafting.actor import Actor
    from briefing_app.drafting.clauses import Clause
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.model.agreements import Kind

_ABOUT = frozenset(("on", "upon", "about", "over", "for", "regarding", "concerning", "of", "at"))
_VIEWS = word_set(
    "importance need necessity value urgency significance centrality relevance seriousness gravity"
)
_BOUND = frozenset(("must", "is", "are", "was", "were", "can", "may", "need", "needs", "cannot"))
_WHOM = 4
_TOLD_BEFORE = word_set(
    "steps measures moves decision decisions agreement deal plan plans results outcome pact accord"
)
_GUESTS = frozenset(("counterpart", "counterparts", "colleague", "colleagues", "guest", "guests"))
_LISTING = frozenset(("included", "include", "were", "was", "are"))
_BARE = 2
_PONDERING = frozenset(("considering", "examining", "studying", "weighing"))
_LINKS = frozenset(("although", "though", "but", "while", "yet", "however", ","))
_COURTESIES = word_set(
    "condolences congratulations thanks sympathies sympathy apologies prayers greetings wishes"
)
_SENT_OUT = word_set(
    "ambassador ambassadors envoy envoys diplomat diplomats attaché attachés attache attaches consul consuls "
    "delegation delegations negotiator negotiators troops soldiers contingent contingents peacekeepers"
)
_WILL = frozenset(("will", "should", "would", "shall"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a clause amounts to.

    Attributes:
        kind: the force of its verb.
        first: the first token of the statement.
        end: the token after it.
        rule: the rule that decided.
        noun: the statement is a noun phrase, whose article may go.
        prefix: a word of the clause that stands before the statement ("satisfaction").
    """

    kind: Kind
    first: int
    end: int
    rule: str
    noun: bool = True
    prefix: str = ""


_UNNAMED = word_set("diplomats officials aides advisers advisors experts lawmakers generals envoys")
_ASKING = frozenset(("request", "requests", "demand", "appeal"))
_NOTHING = frozenset(("no", "nothing", "none", "neither"))
_NOTHING_SAID = _NOTHING | {"they", "these", "those"}


def verdict_of(paragraph: Paragraph, clause: Clause, *, joint: bool, everybody: bool) -> Verdict | None:
    """Return the kind of a clause and where its statement stands; None where it is none.

    Args:
        paragraph: where it stands.
        clause: an asserted clause of the meeting.
        joint: several parties, or all, hold it.
        everybody: all parties of the meeting hold it.
    """
    if clause.group.passive:
        return _passive(paragraph, clause)
    tokens = paragraph.tokens
    first = clause.first
    while first < clause.end and (is_adverb(tokens[first].low) or tokens[first].text in '"“,'):
        first += 1
    low = tokens[first].low if first < clause.end else ""
    force = clause.group.verb.force
    after = tokens[first + 1].low if first + 1 < clause.end else ""
    bare = force == "discuss" and low in ("it", "them", "followed")  # "held talks on Monday, followed by"
    nothing = bare or low in _NOTHING or (low == "on" and after in _NOTHING)
    apart = low in PREPOSITIONS - _ABOUT - {"to"} and force not in ("agree", "decide", "condemn")
    lemma = clause.group.verb.lemma
    # "concurred in advancing", "exchanged views with the guest"
    apart = apart and not ((low == "in" and lemma == "concur") or (low == "with" and lemma == "exchange"))
    if nothing or apart or (force == "say" and not everybody):
        return None
    if force in ("agree", "decide"):
        return _agreed(paragraph, clause, first, joint=joint)
    if force in ("pledge", "offer", "assure", "willing", "announce"):
        return _pledged(paragraph, clause, first, joint=joint)
    if force == "reaffirm":
        asked = {token.low for token in tokens[first : first + 3]} & _ASKING
        return (
            Verdict("discussed", first, clause.end, "request")
            if asked
            else _plain("reaffirmed", clause, first, low, force)
        )
    return _held(paragraph, clause, first, joint=joint)


def _held(paragraph: Paragraph, clause: Clause, first: int, *, joint: bool) -> Verdict | None:
    """Judge positions, acts on papers and talk."""
    force = clause.group.verb.force
    if force == "concern":
        return Verdict("assessed", clause.group.end, clause.end, force)
    if force == "condemn":
        return Verdict("assessed", clause.group.at, clause.end, force, noun=False)
    judge = _JUDGES.get(force)
    low = paragraph.tokens[first].low if first < clause.end else ""
    return judge(paragraph, clause, first, low) if joint and judge else None


def _act(_paragraph: Paragraph, clause: Clause, first: int, low: str) -> Verdict | None:
    """Judge acts on a paper, a body or a plan."""
    return None if low in PREPOSITIONS else Verdict("agreed", first, clause.end, clause.group.verb.force)


def _order(_paragraph: Paragraph, clause: Clause, _first: int, _low: str) -> Verdict:
    """Judge what somebody else is told to do: the verb belongs to what is said."""
    kind: Kind = "agreed" if clause.group.verb.force == "direct" else "assessed"
    return Verdict(kind, clause.group.at, clause.end, clause.group.verb.force, noun=False)


def _view(paragraph: Paragraph, clause: Clause, first: int, low: str) -> Verdict | None:
    """Judge views, and what was welcomed or noted."""
    group = clause.group
    force = group.verb.force
    if force == "welcome" and low in ("his", "her", "their", "the"):
        guests = {token.low for token in paragraph.tokens[first : min(first + _WHOM, clause.end)]}
        if guests & _GUESTS:
            return None  # "welcomed their Kenyan counterparts to Riga"
    called_home = {token.low for token in paragraph.tokens[first : min(first + _WHOM, clause.end)]}
    if group.verb.lemma == "recall" and low != "that" and called_home & _SENT_OUT:
        return None  # "recalled its ambassador from Riga"
    if force == "welcome" and low != "that":
        whole = Verdict("assessed", group.at, clause.end, force, noun=False)
        return whole if clause.end > group.end else None
    if group.verb.lemma == "share" and group.obj[1] > group.obj[0] and low in _ABOUT:
        return Verdict("assessed", group.obj[0], clause.end, "share")
    return _plain("assessed", clause, first, low, force)


def _saying(paragraph: Paragraph, clause: Clause, first: int, low: str) -> Verdict | None:
    """Judge what all of them said to be so."""
    tokens = paragraph.tokens
    finite = any(t.low in BE | MODALS or t.low.endswith("ed") for t in tokens[first : clause.end])
    inverted = clause.group.first > 0 and tokens[clause.group.first - 1].text in '"”,'
    said = low == "that" or (finite and not inverted)
    if clause.subject and (
        _is_of_which(paragraph, clause.subject.first) or _is_unnamed(paragraph, clause.subject)
    ):
        return None
    return _plain("assessed", clause, first, low, "both-say") if said else None


def _is_unnamed(paragraph: Paragraph, subject: Actor) -> bool:
    """Tell whether people without a name tell something: "two diplomats said", "officials added"."""
    known = subject.codes or subject.people or paragraph.tokens[subject.first].low in ("the", "both", "all")
    return subject.head in _UNNAMED and not known


def _is_of_which(paragraph: Paragraph, first: int) -> bool:
    """Tell whether those who say it are named within a relative clause: "on which, officials said, the"."""
    before = [token.low for token in paragraph.tokens[max(0, first - 2) : first]]
    return before[-1:] == [","] and before[0] in ("which", "who", "whom", "where", "that")


def _talk(paragraph: Paragraph, clause: Clause, first: int, low: str) -> Verdict | None:
    """Judge what was only talked about."""
    group = clause.group
    if group.verb.form == "ing" and paragraph.tokens[group.at].low in _PONDERING:
        return None  # "are still considering whether to send officers"
    if group.verb.objects and group.verb.lemma in ("exchange", "share"):
        if low in _ABOUT:
            return Verdict("discussed", group.at, clause.end, "discuss", noun=False)
        # "exchanged views with the guest on drones"
        reach = range(first, min(first + _WHOM, clause.end)) if low == "with" else range(0)
        about = next((i for i in reach if paragraph.tokens[i].low in _ABOUT), None)
        return Verdict("discussed", about + 1, clause.end, "discuss") if about else None
    # "Topics discussed included X"
    return Verdict("discussed", first + (low in _ABOUT or low in _LISTING), clause.end, "discuss")


_JUDGES: Mapping[str, Callable[[Paragraph, Clause, int, str], Verdict | None]] = {
    "sign": _act,
    "adopt": _act,
    "direct": _order,
    "urge": _order,
    "assess": _view,
    "welcome": _view,
    "say": _saying,
    "discuss": _talk,
}


def _plain(kind: Kind, clause: Clause, first: int, low: str, rule: str) -> Verdict:
    skip = low == "that" or low in _ABOUT or low == "in"
    return Verdict(kind, first + skip, clause.end, rule, noun=low != "that")


def _agreed(paragraph: Paragraph, clause: Clause, first: int, *, joint: bool) -> Verdict | None:
    tokens = paragraph.tokens
    low = tokens[first].low if first < clause.end else ""
    kind: Kind = "agreed" if joint else "pledged"
    rule = clause.group.verb.force
    if low == "to" and first + 1 < clause.end and tokens[first + 1].low in ("nothing", "no", "none"):
        return None
    if low == "to" or (not low and joint):
        return Verdict(kind, first + (low == "to"), clause.end, f"{rule}-to", noun=False)
    if low in ("on", "upon", "over"):
        head = next((t.low for t in tokens[first + 1 : clause.end] if t.low not in DETERMINERS), "")
        seen = head in _VIEWS
        return Verdict("assessed" if seen else kind, first + 1, clause.end, f"{rule}-on")
    if low == "that":
        lows = [t.low for t in tokens[first : clause.end]]
        due = any(be in ("is", "are") and to == "to" for be, to in pairwise(lows))
        will = due or bool(_WILL & set(lows)) or _subjunctive(paragraph, first, clause.end)
        return Verdict(kind if will else "assessed", first + 1, clause.end, f"{rule}-that", noun=False)
    if low in PREPOSITIONS:  # "decided after two days of talks"
        return None
    return Verdict(kind, first, clause.end, f"{rule}-object") if joint and low else None


def _subjunctive(paragraph: Paragraph, first: int, end: int) -> bool:
    lows = [token.low for token in paragraph.tokens[first:end]]
    return "be" in lows and not set(lows) & (_WILL | _BOUND)


def _pledged(paragraph: Paragraph, clause: Clause, first: int, *, joint: bool) -> Verdict | None:
    tokens = paragraph.tokens
    force = clause.group.verb.force
    low = tokens[first].low if first < clause.end else ""
    will = next((i for i in range(first, clause.end) if tokens[i].low in ("will", "would")), 0)
    if force in ("assure", "announce"):
        if will and any(t.low == "that" for t in tokens[first:will]):
            at = next(i for i in range(first, will) if tokens[i].low == "that")
            return Verdict(
                "agreed" if joint and force == "announce" else "pledged",
                at + 1,
                clause.end,
                force,
                noun=False,
            )
        plain = joint and force == "announce" and low and not _is_referred_to(paragraph, first, clause.end)
        return Verdict("agreed", first, clause.end, force) if plain else None
    courtesy = force == "offer" and _COURTESIES & {
        t.low for t in tokens[first : min(first + _WHOM, clause.end)]
    }
    if courtesy or (force == "willing" and low != "to") or low in ("each", "one", "other"):
        return None
    to = _after_whom(paragraph, first, clause.end)
    if force != "willing" and to:
        return Verdict("pledged", to + 1, clause.end, force, noun=False)
    if low in {"that", "to"}:
        return Verdict("pledged", first + 1, clause.end, force, noun=False)
    return Verdict("pledged", first, clause.end, force) if low not in BE else None


def _is_referred_to(paragraph: Paragraph, first: int, end: int) -> bool:
    """Tell whether what was announced was told before: "announced the steps after the talks"."""
    lows = [token.low for token in paragraph.tokens[first : min(first + 3, end)]]
    pointed = lows[:1] and lows[0] in ("the", "these", "those") and lows[1:2] and lows[1] in _TOLD_BEFORE
    return bool(pointed) and lows[2:] not in (["to"], ["of"], ["on"], ["for"], ["that"])


def _after_whom(paragraph: Paragraph, first: int, end: int) -> int:
    """Return where "to" stands after somebody: "promised its neighbours to reopen"; 0 if nowhere."""
    tokens = paragraph.tokens
    if first >= end or tokens[first].low not in ("its", "his", "her", "their", "the"):
        return 0
    for i in range(first + 2, min(first + _WHOM, end)):
        if tokens[i].low in ("to", "that"):
            return 0 if i + 1 < end and paragraph.party_at(i + 1) else i
        if (
            not tokens[i].is_word
            or tokens[i].low in PREPOSITIONS
            or tokens[i - 1].low in ("commitment", "readiness")
        ):
            return 0
    return 0


def _passive(paragraph: Paragraph, clause: Clause) -> Verdict | None:
    """Judge "X was discussed", "it was agreed that X", "agreement was reached on X"."""
    force = clause.group.verb.force
    tokens = paragraph.tokens
    low = tokens[clause.first].low if clause.first < clause.end else ""
    begin = _past_link(paragraph, clause)
    subject = [token.low for token in tokens[begin : clause.group.first]]
    start = clause.group.end
    if low == "by" and clause.group.verb.keep:
        start = next((i for i in range(start, clause.end) if tokens[i].low in _ABOUT), start)
        low = tokens[start].low
    kinds: dict[str, Kind] = {
        "agree": "agreed",
        "decide": "agreed",
        "sign": "agreed",
        "adopt": "agreed",
        "discuss": "discussed",
        "reaffirm": "reaffirmed",
    }
    if clause.group.verb.objects and clause.group.obj[0] < clause.group.at:
        if low not in _ABOUT | {"that", "to"} or low == "at":
            return None  # "the agreement was reached at the fifth session": where, not what
        if clause.group.verb.keep:
            noun = paragraph.said(*clause.group.obj)
            return Verdict("assessed", start, clause.end, f"{force}-passive", noun=False, prefix=noun)
        kind, first = kinds.get(force, "assessed"), clause.first + 1
        return Verdict(kind, first, clause.end, f"{force}-passive", noun=low in _ABOUT)
    if len(subject) <= _BARE and subject[-1:] and subject[0] in DETERMINERS and force in ("adopt", "sign"):
        return None
    if low == "to" and (force == "direct" or clause.group.verb.lemma == "elect"):
        return Verdict("agreed", begin, clause.end, "direct-passive", noun=False)
    done = subject[-1:] == ["it"] and low == "by"  # "on behalf of the navy it was signed by"
    if done or not subject or subject[0] in _NOTHING_SAID or not (force in kinds or subject[0] == "it"):
        return None
    if subject[0] == "it":
        return _of_it(paragraph, clause, low)
    return Verdict(kinds[force], begin, clause.group.first, f"{force}-passive")


def _past_link(paragraph: Paragraph, clause: Clause) -> int:
    """Return where a passive clause begins after what only links it: "although no change was agreed"."""
    begin = clause.begin
    while begin < clause.group.first and paragraph.tokens[begin].low in _LINKS:
        begin += 1
    return begin


def _of_it(paragraph: Paragraph, clause: Clause, low: str) -> Verdict | None:
    """Judge "it was agreed that X", "it was emphasised that X"."""
    force = clause.group.verb.force
    if force in ("agree", "decide"):
        return _agreed(paragraph, clause, clause.first, joint=True)
    held = force == "assess" and low == "that"
    return Verdict("assessed", clause.first + 1, clause.end, f"{force}-passive", noun=False) if held else None
