"""Whose delegation a person belongs to, where the office beside the name does not say it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.values import dataclass
from briefing_app.drafting.vocabulary import is_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.mentions import Mention
    from briefing_app.drafting.paragraphs import Paragraph, PartyAt
    from briefing_app.drafting.roles import Role
    from briefing_app.drafting.vocabulary import Vocabulary

_FOR = frozenset(("for", "from", "representing"))
_LEADS = frozenset(("led", "headed", "heads", "leads", "heading", "leading", "represented"))
_HOLDS = frozenset(
    ("commands", "heads", "leads", "runs", "directs", "speaks", "represents", "represented", "stood", "holds")
)
_HOST_NOUNS = frozenset(("country", "nation", "side", "state", "government", "was", "is"))
_LIST_ENDS = (":", ";", ",", "and")
_WITHIN = 8
_NEAR = 5  # words of "in place of the Swedish"
_INSTEAD = (["instead", "of"], ["in", "for"])
_TAKING_PART = frozenset(("part", "participated", "attended", "represented"))


@dataclass(frozen=True, slots=True)
class Sides:
    """Reads whose side a name is on from the words around it.

    Attributes:
        paragraphs: the body.
        vocabulary: the words to go by.
        home: the country whose offices need no country's name.
    """

    paragraphs: Sequence[Paragraph]
    vocabulary: Vocabulary
    home: str | None

    def around(self, mention: Mention) -> str | None:
        """Return the party of the list, the delegation or the sentence that a name stands in."""
        paragraph = self.paragraphs[mention.paragraph]
        begin, end = self.vocabulary.sentences(paragraph)[mention.sentence]
        led = mention.until + (mention.until < end and paragraph.tokens[mention.until].text == ",")
        leads = led < end and paragraph.tokens[led].low in _LEADS
        if self._is_of_host(paragraph, begin, mention.first):
            return self._remaining(paragraph, mention.first)
        return (
            self._stood_in_for(paragraph, mention.until, end)
            or self._part_of(paragraph, mention.until, end)
            or (self._after(paragraph, mention.until, end) if leads else None)
            or self._of_place(paragraph, mention.first)
            or self._before(paragraph, begin, mention.first)
            or self._after(paragraph, mention.until, end)
            or (self._of_lead_in(mention.paragraph) if begin == 0 else None)
        )

    def _stood_in_for(self, paragraph: Paragraph, begin: int, end: int) -> str | None:
        """Return the party whose minister a person stood in for: "X came in place of the Swedish chief"."""
        tokens = paragraph.tokens
        for i in range(begin, min(end, begin + _WITHIN)):
            lows = [token.low for token in tokens[i : i + 3]]
            if lows[1:] in (["place", "of"], ["behalf", "of"]) or lows[:2] in _INSTEAD:
                near = [party for party in paragraph.parties if i < party.first <= min(end, i + _NEAR)]
                if near and near[0].end < end and self._is(tokens[near[0].end].low, "teams"):
                    return None  # "on behalf of the Swedish side": for whom, not in whose place
                return self.vocabulary.state(paragraph, near[0].first) if near else None
        return None

    def _part_of(self, paragraph: Paragraph, begin: int, end: int) -> str | None:
        """Return the party of "X, Y and Z were part of the A delegation"."""
        tokens = paragraph.tokens
        for party in paragraph.parties:
            before = [token.low for token in tokens[party.first - 3 : party.first]]
            team = party.end < end and self._is(tokens[party.end].low, "teams")
            if begin < party.first < end and team and before[:2] in (["part", "of"], ["members", "of"]):
                return self.vocabulary.state(paragraph, party.first)
        return None

    def _is_of_host(self, paragraph: Paragraph, begin: int, first: int) -> bool:
        """Tell whether a name stands in "the host country was represented by X"."""
        lows = [token.low for token in paragraph.tokens[max(begin, first - _WITHIN) : first]]
        hosts = "host" in lows and any(low in _HOST_NOUNS for low in lows[lows.index("host") :])
        return hosts and lows[-1] == "by" and bool(_LEADS & set(lows))

    def _remaining(self, paragraph: Paragraph, first: int) -> str | None:
        """Return the state of the first paragraph's list that nobody before represents."""
        parties = self.paragraphs[0].parties if self.paragraphs else ()
        told = {party.code for party in paragraph.parties if party.first < first}
        rest = {party.code for party in parties if is_state(party.code)} - told
        return rest.pop() if len(rest) == 1 else None

    def of_office(self, mention: Mention, role: Role) -> str | None:
        """Return the party of an office that names none: a body's, the owner's, or home."""
        paragraph = self.paragraphs[mention.paragraph]
        lows = [token.low for token in paragraph.tokens[role.first : role.end]]
        union = (lows == ["commissioner"] or lows[:2] == ["commissioner", "for"]) and self._names("EU")
        marked = "EU" if union and not self._names("AFR-UNION") else self.of_words(role.text)
        if marked:
            return marked
        if any(self._is(low, "blocs") for low in lows):
            return self._body_before(mention)
        if role.owner in ("its", "their"):
            owners = [party for party in paragraph.parties if party.end <= mention.first]
            begins = {begin for begin, _ in self.vocabulary.sentences(paragraph)}
            opening = [party for party in owners if party.first in begins]
            owner = next(iter(opening[-1:] or owners[:1]), None)
            return self.vocabulary.state(paragraph, owner.first) if owner else None
        if role.plural:
            return _in_place(paragraph, mention)
        if self._is_of_nobody(paragraph, mention, role):
            return None
        text = role.text.lower()
        american = text == "secretary" or any(
            office in text for office in self.vocabulary.lexicon.lists["american"]
        )
        named = self._names("US")
        manila = self._names("PH")
        named = named or "defense" in text
        if (
            american
            and named
            and self.home not in ("PH", "GB")
            and not (text == "defense secretary" and manila)
        ):
            return "US"
        visiting = "visit" in paragraph.said(max(0, mention.first - 2), mention.first)
        # There is no minister in the government of the United States.
        if visiting or (self.home == "US" and role.head == "minister"):
            return None
        return self.home if self.home and is_state(self.home) else None

    def of_words(self, text: str) -> str | None:
        """Return the state whose offices or services alone are called so: "Self-Defence Force"."""
        for code in ("IN", "JP", "EU"):
            if any(word in text.lower() for word in self.vocabulary.lexicon.lists[f"of_{code}"]):
                return code
        return None

    def _names(self, code: str) -> bool:
        """Tell whether the article names a party."""
        return any(party.code == code for each in self.paragraphs for party in each.parties)

    def _is(self, low: str, name: str) -> bool:
        return low in self.vocabulary.lexicon.lists[name]

    def _of_place(self, paragraph: Paragraph, first: int) -> str | None:
        """Return the country of the capital before "where": "on to Seoul, where Minister X"."""
        where = first > 0 and paragraph.tokens[first - 1].low == "where"
        capitals = [p for p in paragraph.parties if where and p.end < first and p.word == "capital"]
        return capitals[-1].code if capitals else None

    def _before(self, paragraph: Paragraph, begin: int, end: int) -> str | None:
        """Return the last party that opens a list before a name: "for A, X; for B, Y"."""
        inside = [party for party in paragraph.parties if begin <= party.first < end]
        lows = [token.low for token in paragraph.tokens[begin:end]]
        if ("that", "of") in pairwise(lows):
            return None
        opening = [party for party in inside if self._opens(paragraph, party)]
        if opening and "which" in lows[opening[-1].first - begin :]:
            return None
        if not opening and lows[:1] and lows[0] in _FOR and lows[-1] == ",":
            opening = [party for party in inside if party.first <= begin + 2]
        through = "through" in lows[-2:] and bool(_TAKING_PART & set(lows))
        if not opening and "represented" in lows and "by" in lows:
            until = begin + len(lows) - lows[::-1].index("represented")
            opening = [party for party in inside if party.end < until][-1:]
        opening = opening or (inside[:1] if through else [])
        return self.vocabulary.state(paragraph, opening[-1].first) if opening else None

    def _opens(self, paragraph: Paragraph, party: PartyAt) -> bool:
        after = [*(token.low for token in paragraph.tokens[party.end : party.end + 2]), "", ""][:2]
        before = [token.low for token in paragraph.tokens[max(0, party.first - 4) : party.first]]
        near = [low for low in before if low != "the"][-1:]
        headed = self._is(after[0], "teams") and after[1] in ("head", "leader", "chief")
        team = (self._is(after[0], "teams") and not headed) or (
            after[0] == "'s" and any(self._is(low, "teams") for low in after)
        )
        listed = bool(near) and near[0] in _FOR and after[0] in (",", ":", "were", "was")
        led = near in (["of"], ["from"]) and any(self._is(low, "teams") for low in before)
        return team or listed or led or after[0] == "sent" or after[1:] == ["represented"]

    def _after(self, paragraph: Paragraph, begin: int, end: int) -> str | None:
        """Return the party whose delegation a person leads: "X headed the delegation of A"."""
        tokens = paragraph.tokens
        told = self._of_clause(paragraph, begin, end)
        if told:
            return told
        led = next((i for i in range(begin, min(end, begin + 4)) if tokens[i].low in _LEADS), None)
        for party in paragraph.parties:
            between = [token.low for token in tokens[begin : party.first]]
            after = paragraph.said(party.end, min(party.end + 1, len(tokens)))
            spoke = (
                len(between) > 1
                and between[1:] in (["for"], ["for", "the"])
                and self._is(between[0], "stands_for")
            )
            one = between == ["the"] and (after == "one" or self._is(after, "teams"))
            side = after == "side" and len(between) < _WITHIN and bool({"for", "on", "from"} & set(between))
            leads = led is not None and led < party.first <= min(led + _WITHIN, end)
            if begin <= party.first < end and (spoke or one or side or leads):
                return self.vocabulary.state(paragraph, party.first)
        return None

    def _of_clause(self, paragraph: Paragraph, begin: int, end: int) -> str | None:
        """Return the first party of a clause with "who": "X, who commands the navy of A, said"."""
        tokens = paragraph.tokens
        lows = [token.low for token in tokens[begin : begin + 3]]
        if lows[:2] != [",", "who"] or lows[2:] == [] or lows[2] not in _HOLDS:
            return None
        stop = next((i for i in range(begin + 3, end) if tokens[i].text in ",;"), end)
        inside = [party for party in paragraph.parties if begin < party.first < stop]
        return self.vocabulary.state(paragraph, inside[0].first) if inside else None

    def _of_lead_in(self, index: int) -> str | None:
        """Return the party named in the line that opens a list: "For A:"."""
        for paragraph in reversed(self.paragraphs[:index]):
            last = paragraph.tokens[-1].low if paragraph.tokens else ""
            if last not in _LIST_ENDS:
                break
            found = self._before(paragraph, 0, len(paragraph.tokens))
            if found or last == ":":
                return found
        return None

    def _is_of_nobody(self, paragraph: Paragraph, mention: Mention, role: Role) -> bool:
        """Tell whether an office is no state's: a body's, a mediator's, or of something unknown."""
        organisation = (mention.organisation or "").lower()
        if (organisation and "ministry" not in organisation) or self._is(role.head, "stateless"):
            return True
        text = role.text.lower()
        ministry = any(
            word in text
            for word in (
                "minist",
                "defence",
                "defense",
                "affairs",
                "foreign",
                "chiefs",
                "jcs",
                "staff",
                "forces",
            )
        )
        joint = any(
            a.end + 1 == b.first and paragraph.tokens[a.end].text == "-"
            for a, b in pairwise(p for p in paragraph.parties if role.first <= p.first < role.end)
        )
        if joint and "of" in text:
            return True
        body = any(office in text for office in self.vocabulary.lexicon.lists["body_offices"])
        return (body and not ministry) or self._names_unknown(paragraph, role)

    def _names_unknown(self, paragraph: Paragraph, role: Role) -> bool:
        """Tell whether an office is of something with a name that no table knows."""
        tokens = paragraph.tokens
        for i in range(role.first + 1, role.end):
            known = tokens[i].low in self.vocabulary.role_words or paragraph.party_at(i)
            unknown = tokens[i].is_capital and tokens[i].is_word and not known
            if unknown and tokens[i - 1].low in ("of", "the") and not self.vocabulary.heads.at(tokens, i):
                return True
        owned = role.first > 0 and tokens[role.first - 1].low in ("'s", "'")
        return owned and not _is_of_staff(paragraph, role.first - 1, self.vocabulary)

    def _body_before(self, mention: Mention) -> str | None:
        """Return the body that was named last before a name, else the first of the article."""
        bodies = [
            (n, party.first, party.code)
            for n, paragraph in enumerate(self.paragraphs)
            for party in paragraph.parties
            if not is_state(party.code)
        ]
        before = [code for n, first, code in bodies if (n, first) < (mention.paragraph, mention.first)]
        return next(iter(before[-1:] or [code for _, _, code in bodies[:1]]), None)


def _is_of_staff(paragraph: Paragraph, mark: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the owner of an office is a service of some state: "the Joint Staff's chief of plans"."""
    tokens = paragraph.tokens
    first = mark
    while first and (tokens[first - 1].is_capital or tokens[first - 1].low == "of"):
        first -= 1
    words = [token.low for token in tokens[first:mark] if token.low != "of"]
    return len(words) > 1 and all(low in vocabulary.role_words for low in words)


def _in_place(paragraph: Paragraph, mention: Mention) -> str | None:
    """Return the party in the same place of the list of parties before a list of names."""
    before = (p.code for p in paragraph.parties if p.end <= mention.first and is_state(p.code))
    codes = list(dict.fromkeys(before))
    return codes[mention.place] if mention.place < len(codes) else None
