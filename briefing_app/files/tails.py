"""What stands below a text or between its paragraphs and is no part of it: notes, contacts, headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.files import names
from briefing_app.files.datelines import WIRE, after_office, city_before_date
from briefing_app.files.furniture import ends_sentence, is_sentence, is_stamp

if TYPE_CHECKING:
    from briefing_app.files.page import Page, Piece
    from briefing_app.model.article import DropReason

_I = re.IGNORECASE
_CHANGED = (
    r"\b(?:corrects?|corrected|amended|updated|clarif\w+|edited|modified|revised|originally|republished|refiles"
    r"|removes|first (?:appeared|published)|(?:was|were|is) (?:first |originally )?published|translated"
    r"|produced with|adapted)\b"
)
# Wherever it stands: what a text says of itself.
_EDITORS = re.compile(
    r"[*\[(\s]*(?:(?:editor|ed|publisher|translator)(?:['’]s|s['’]|s)? note\b"
    r"|(?:corrections?|clarifications?)(?: (?:and|&) (?:corrections?|clarifications?))?"
    r"\s*(?:\([^)]*\))?\s*[:—–-]\s"
    rf"|this (?:article|story|report|page|headline)\b.{{0,60}}?{_CHANGED}"
    r"|(?:an|a) (?:earlier|previous) version of this\b"
    r"|\((?:refiles|corrects|recasts|updates|adds)\b.{0,120})",
    _I,
)
# At the end only: the same words may begin a sentence of a text.
_LAST_NOTES = re.compile(
    rf"[*\[(\s]*(?:(?:this|the) (?:article|story|interview|version)\b.{{0,60}}?{_CHANGED}"
    r"|(?:the )?(?:views|opinions) expressed\b"
    r"|(?:the|this) (?:author|writer|reporter|columnist)\b.{0,30}"
    r"\b(?:is|was|works|writes|covers|can be reached)\b"
    r"|this interview (?:was|has been)\b)",
    _I,
)
_ABOUT_HEADING = re.compile(
    r"(?:about (?:the )?(?:author|authors|writer|reporter|us|this (?:article|story|series)|\S+(?: \S+){0,5})"
    r"|notes? (?:to|for) (?:the )?(?:editors?|journalists|media)(?: and broadcasters)?"
    r"|(?:background )?notes?|media notes?)\s*:?",
    _I,
)
_CONTACT_HEADING = re.compile(
    r"(?:(?:media|press|news|public affairs|for (?:the )?(?:media|press))?\s*(?:contacts?|enquir(?:y|ies)"
    r"|inquir(?:y|ies)"
    r"|queries|office contacts?|contact (?:details|information|person))(?: (?:for (?:the )?(?:media|press)"
    r"|details))?"
    r"|for (?:more|further) (?:information|details)(?:,? (?:please )?(?:contact|visit|see))?"
    r"|contact us)\s*:?",
    _I,
)
_CONTACT = re.compile(
    r"(?:for (?:more|further|additional|any|all)?\s*(?:information|details|media|press|enquir|inquir|quer"
    r"|interview)"
    r"|(?:media|press|journalists?|general)\s+(?:contacts?|enquiries|inquiries|queries|office|should|may|can)"
    r"|contacts?\b\s*:?|(?:please )?(?:contact|e-?mail|call|phone|reach)\b)",
    _I,
)
_ISSUED = re.compile(
    r"(?:(?:released|issued|published|distributed|(?:information |text )?prepared) by\s*:?"
    r"|source\s*:)\s+\S.{2,120}"
    # Initials of those who typed it, numbers of its file, counters.
    r"|(?-i:[A-Za-z]{2,5}(?:-[a-z]{2,5})?(?:\s?/\s?[A-Za-z]{1,5})+|[a-z]{2,4}\.[a-z]{2,4})"
    # The agency with who wrote for it, and what hangs on the text.
    r"|(?-i:[A-Z]{2,6}\s?/\s?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})"
    r"|\W*(?:attachments?|attached files?|enclosures?)\s*:.{1,160}"
    r"|\W*(?:(?:release|document|news|article) (?:id|no|number)|ref(?:erence)?)\b\W.{1,60}",
    _I,
)
_CONTRIBUTED = re.compile(
    r"[A-Z].{3,160}\bcontributed (?:reporting|to this (?:report|story|article))\b.{0,40}$"
)
_RIGHTS = re.compile(
    r"(?:photo(?:graph)?s|pictures|images|videos?|footage)\b.{0,60}\b(?:free|available|download\w*|editorial|credit\w*)\b"
    r"|.{0,60}\backnowledges? the traditional (?:custodians|owners)\b",
    _I,
)
_ENQUIRIES = re.compile(
    r"for (?:more|further) information,? (?:please )?contact\b"
    r"|(?:for )?(?:media|press|news)?\s*(?:enquir|inquir|quer|contact)(?:y|ies|s)?"
    r"(?: (?:details|person))?\s*:\s*\S",
    _I,
)
_REACH = re.compile(
    r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+|\b(?:tel|phone|telephone|mobile|fax|e-?mail|web|twitter)\s*[.:]\s*\S"
    r"|(?<![\d-])\d{3}[-.]\d{3}[-.]\d{4}|(?<![\d-])(?:\+|\(?0)\d[\d ()/.-]{6,}\d|\bwww\.\S+|https?://\S+",
    _I,
)
_END_MARK = re.compile(
    r"\W*(?:ends?(?:\s*/\s*[A-Z]{1,5})?|-?\s?30\s?-?|fin)\W*|#{2,}|\*{3,}|(?-i:-- ?[A-Z]{2,12})", _I
)
_PUBLISHER = re.compile(
    r"(?:the )?[A-Z][\w&.'’ -]{1,60}(?:,? (?:founded|established|launched) in \d{4},?)? (?:is|are"
    r"|was) (?:the|an?|one of)\b"
    r".{0,80}\b(?:news ?(?:wire|agency|paper|service|site|letter)?s?|broadcaster|newspaper|public(?:ation"
    r"|\s+service)|magazine"
    r"|website|daily|weekly|outlet|non-?profit|broadsheet|platform)\b"
    r"|(?:the )?[A-Z][\w&.'’ -]{1,60} (?:provides|delivers|distributes|offers|publishes) .{0,80}"
    r"\bnews(?: (?:and|&) \w+| services?| coverage| stories)\b",
    _I,
)
_BULLET = re.compile(r"(?:[-–—•*▪◦‣·o]\s|\(?(?:[a-z]|[ivx]+|\d{1,2})[.)]\s)", _I)
_HEADING_WORDS = 12
_QUOTED_WORDS = 6
_QUOTE_WORDS = 45
_MOST_PLACES = 20
# Who said it, after a pull quote.
_CITED = re.compile(r"(?<=[\"”’.])\s*[—–-]+\s*[^\"“”—–-]{2,80}$")
_END_ZONE = 6
_CONTACT_WORDS = 40
_LATE = 0.5
_LONGEST = 1_500
_COUNTED = 1_000
_NEAR = 80


def sort_notes(pieces: list[Piece], page: Page, author: str | None) -> list[Piece]:
    """Take out notes of editors, contacts, the end mark and what follows it, notes about author and paper."""
    rest: list[Piece] = []
    following: DropReason | None = None
    contact = False
    for n, piece in enumerate(pieces):
        late = n >= _LATE * len(pieces) and bool(rest)
        end_zone = n >= len(pieces) - _END_ZONE and bool(rest)
        reason = _note_of(piece.text, author, late=late, end_zone=end_zone)
        if end_zone and _is_place_of_date(pieces, n):
            reason = "notice"
        if following == "contact" and is_sentence(piece.text) and not _is_contact_line(piece.text):
            following = None
        if begins := _begins(piece.text, late=late):
            following = reason = begins
        if reason is None and late and contact and not is_sentence(piece.text) and len(piece.text) < _NEAR:
            reason = "contact"
        contact = reason == "contact"
        reason = following or reason
        if reason:
            page.drop(piece, reason)
        else:
            rest.append(piece)
    return rest


def _begins(text: str, *, late: bool) -> DropReason | None:
    """Return what follows below a heading or mark, None where `text` is none."""
    if not late or len(text) > _LONGEST:
        return None
    if _CONTACT_HEADING.fullmatch(text):
        return "contact"
    if _ABOUT_HEADING.fullmatch(text) and not ends_sentence(text):
        return "note"
    return "notice" if is_end_mark(text) else None


def is_end_mark(text: str) -> bool:
    """Tell whether a line marks the end of a text: `ENDS`, `-30-`, `###`."""
    return bool(_END_MARK.fullmatch(text))


def _note_of(text: str, author: str | None, *, late: bool, end_zone: bool) -> DropReason | None:
    if len(text) > _LONGEST:
        return None
    if _EDITORS.match(text):
        return "note"
    if is_end_mark(text):
        return "notice"
    return _late_note_of(text, author, end_zone=end_zone) if late else None


def _late_note_of(text: str, author: str | None, *, end_zone: bool) -> DropReason | None:
    """Return what a piece is that only below a text can be a note."""
    if (_ISSUED.fullmatch(text) and not is_sentence(text)) or (
        end_zone and (_RIGHTS.match(text) or _is_signature(text))
    ):
        return "notice"
    if _ENQUIRIES.match(text) and not is_sentence(text):
        return "contact"
    if _REACH.search(text) and (_CONTACT.match(text) or _is_contact_line(text)):
        return "contact"
    if not end_zone:
        return None
    notes = (_CONTRIBUTED, _LAST_NOTES, _PUBLISHER)
    about = any(pattern.match(text) for pattern in notes) or (author and _is_about(text, author))
    return "note" if about else None


def _is_place_of_date(pieces: list[Piece], n: int) -> bool:
    """Tell whether a line at the end is the place that stands above a date."""
    text, after = pieces[n].text, pieces[n + 1].text if n + 1 < len(pieces) else ""
    if max(len(text), len(after)) > _LONGEST:
        return False
    return len(text.split()) <= 3 and names.is_name(text) and not ends_sentence(text) and is_stamp(after)  # noqa: PLR2004


def _is_signature(text: str) -> bool:
    """Tell whether a line at the end is an office, a place or a date and no more."""
    if ends_sentence(text) or re.match(r"(?:done|signed|adopted) (?:at|in)\b", text, _I):  # a clause of it
        return False
    office = names.body_in(re.split(r"\s[-–—|]\s|\s*[:,]\s", text)[0])
    if re.fullmatch(WIRE, text) or names.paper_in(text):
        return True
    return bool(office or city_before_date(text) or after_office(text) or is_stamp(text))


def _is_contact_line(text: str) -> bool:
    """Tell whether a text is an address, a telephone number, or a short line with one."""
    if len(text) > _LONGEST:
        return False
    left = _REACH.sub("", text)
    return len(text.split()) <= _CONTACT_WORDS and bool(_REACH.search(text)) and not is_sentence(left)


def _is_about(text: str, author: str) -> bool:
    """Tell whether a paragraph is about one of the people who wrote the text."""
    plain = re.sub(r"^[\W_]+", "", text)
    return any(
        re.match(
            rf"(?:(?:dr|prof(?:essor)?)\.? )?{re.escape(name)}\b.{{0,60}}?\b(?:is|was|covers|reports"
            rf"|writes|has|works)\b",
            plain,
            _I,
        )
        for name in re.split(r", | and ", author)
    )


def sort_headings(pieces: list[Piece], page: Page) -> list[Piece]:
    """Take out section headings: short lines between paragraphs, neither sentences nor items of lists."""
    rest: list[Piece] = []
    in_list = False
    last = max((n for n, piece in enumerate(pieces) if is_sentence(piece.text)), default=-1)
    for n, piece in enumerate(pieces):
        before = rest[-1].text if rest else ""
        in_list = before.endswith(":") or (in_list and not is_sentence(piece.text))
        shown = piece.kind in {"heading", "title"} or (
            not piece.kind and not in_list and _is_heading(piece.text)
        )
        if rest and n < last and shown:
            page.drop(piece, "heading")
        else:
            rest.append(piece)
    return rest


def _is_heading(text: str) -> bool:
    if (
        len(text) > _LONGEST
        or ends_sentence(text)
        or text.endswith((":", ";", ",", "-", "–", "—"))
        or is_stamp(text)
    ):
        return False
    if len(text.split()) > _HEADING_WORDS or not any(char.isalpha() for char in text):
        return False
    numbered = re.match(r"(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s+(?=[A-Z])", text)
    if _BULLET.match(text) and not numbered:
        return False
    if re.search(r"[^\W\d_]{4}[.!?][\"”’)]*\s+\S", text):
        return False
    return not text[0].islower() and text[0] not in "\"“'‘("


def sort_quotes(pieces: list[Piece], page: Page) -> list[Piece]:
    """Take out pull quotes: a short piece whose words all stand in a longer paragraph."""
    whole = [_words(piece.text) for piece in pieces]
    places: dict[tuple[str, ...], list[int]] = {}
    for n, words in enumerate(whole):
        for start in {tuple(words[at : at + _QUOTED_WORDS]) for at in range(len(words) - _QUOTED_WORDS + 1)}:
            places.setdefault(start, []).append(n)
    rest: list[Piece] = []
    for n, piece in enumerate(pieces):
        said = _words(_CITED.sub("", piece.text))
        others = places.get(tuple(said[:_QUOTED_WORDS]), [])[:_MOST_PLACES]
        if len(said) <= _QUOTE_WORDS and any(_holds(whole[m], said, whole[n]) for m in others if m != n):
            page.drop(piece, "repeated")
        else:
            rest.append(piece)
    return rest


def _holds(other: list[str], said: list[str], own: list[str]) -> bool:
    """Tell whether a longer paragraph holds words as they stand."""
    return len(other) > len(own) and f" {' '.join(said)} " in f" {' '.join(other)} "


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold()[: 20 * _COUNTED])[:_COUNTED]
