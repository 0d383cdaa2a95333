"""What stands around the body text of a news page, told by its own words: general knowledge of the genre.

A line that ends like a sentence and has eight words or more is body text, whatever it says; the exceptions
carry two signs of what they are: notices of copyright (`_RIGHTS`), and captions that end with a credit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.model.article import DropReason

_SENTENCE_END = re.compile(r"""[.!?…。][\"'”’»)\]]*$""")
_SENTENCE_WORDS = 8
_SHORT = 12
# Longer than any furniture: not even looked at.
_LONG = 1_500
_END = 40

_I = re.IGNORECASE
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"\b(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}(?:[-/]|\.\s?)\d{1,2}(?:[-/]|\.\s?)\d{4})",
    _I,
)
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:KST|GMT|UTC|E[SD]?T|P[SD]?T|C[E]?S?T|JST"
    r"|BST)\)?"
    r"(?:\s*[+-]\d{1,2}(?::?\d{2})?)?)?",
    _I,
)
_STAMP = re.compile(
    r"\b(?:first |last )?(?:published|updated|posted|modified|input|registered|date)\b(?: (?:on|at))?\s*:?"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?|\bat\b|[|·•,/()–—-]",
    _I,
)
_STAMP_WORDS = 4

_NAVIGATION = re.compile(
    r"(?:(?:skip|go|jump|back|return) to (?:the )?(?:main |page |site )?"
    r"(?:contents?|navigation|menu|search|footer|body|top|home(?:page)?|list)[\s|·>]*)+"
    r"|(?:main |site )?menu|search|home|log ?in|sign in|register|my account|close|sponsored"
    r"|advertisement(?:\W+scroll to continue)?"
    r"|skip ad(?:vertisement)?|open (?:menu|navigation)|toggle (?:menu|navigation)"
    r"|(?:[A-Z][\w&' ]{1,24}[>›»]\s*)+[A-Z][\w&', -]{1,60}",
    _I,
)
_FEEDBACK = re.compile(
    r"(?:send|give|leave|share) (?:us )?(?:your )?feedback|feedback|how can we improve\??"
    r"|thank(?:s| you)(?: very much)? for your feedback[.!]*"
    r"|was this (?:article|page|story) (?:helpful|useful)\??(?: yes\W*no)?|yes\W+no|submit"
    r"|(?:rate|report) this (?:article|page|story)|report an? (?:error|typo|correction|problem).{0,30}"
    r"|(?:leave|post|write|add) a comment|(?:view |show |all |\d+ )?comments?(?: \(?\d+\)?)?",
    _I,
)
_SHARE = re.compile(
    r"(?:(?:share|print|save|listen|e-?mail)\s+){1,5}(?:subscribe|sign up|follow)\b.{0,80}"
    r"|(?:share|print)\b[\w ]{0,20}:.{0,80}|share\s?[|/]\s?(?:print|save|e-?mail)"
    r"|(?:share|print|save|listen|e-?mail|copy|bookmark|like|tweet)(?: (?:this|the))?"
    r"(?: (?:and|or|article|story|page|link|url|on|via|to|by|with|facebook|twitter|x|e-?mail|whatsapp"
    r"|linkedin|telegram|kakaotalk|friends?))*"
    r"|(?:facebook|twitter|x|linkedin|whatsapp|telegram|instagram|youtube|kakaotalk|line|reddit|e-?mail|rss"
    r"|print)"
    r"(?:[\s,|·]+(?:facebook|twitter|x|linkedin|whatsapp|telegram|instagram|youtube|kakaotalk|line|reddit"
    r"|e-?mail"
    r"|rss|print))*"
    r"|(?:the )?(?:url|link) (?:has been |was |is )?copied[.!]*|copied[.!]*|(?:text|font) size.{0,20}"
    r"|(?:subscribe|sign up|follow us|get our|download (?:our|the) app)\b.{0,80}",
    _I,
)
_STANDING = re.compile(
    r"\(?(?:additional )?reporting by\b.{1,200}"
    r"|\(?(?:writing|editing|compiled|translated) by\b.{1,120}"
    r"|our standards:.{1,80}|the thomson reuters trust principles\.?"
    r"|(?:the )?[A-Z][\w ]{1,40} contributed to this (?:report|article|story)\.?"
    r"|[(\[]?end[)\]]|[(\[](?:yonhap|reuters|ap|afp|kyodo|xinhua|tass)[)\]]|[-–—]?\s*ends?\s*[-–—]|end\s?item\.?"
    r"|(?:begin|end)s?(?: of)? (?:text|transcript|statement|document)\.?"
    r"|(?:purchase|buy) licen[cs]ing rights.{0,40}"
    # "(c)" alone is the third point of a list.
    r"|(?:©|\(c\)\s*(?:19|20)\d\d|copyrights?\b).{0,200}|all rights reserved\b\.?(?:\s*(?:©|\(c\)).{0,200})?"
    r"|//[\w ]{2,30}//(?:\s?[A-Z]{1,4}\.?)?"
    r"|about(?: us)?\s?:\s.{1,400}|already a subscriber\b.{0,120}|this work may be used\b.{0,200}"
    r"|[\w .'’-]{3,60} is an? (?:not-for-profit|non-profit|private|independent)"
    r" (?:newsroom|news agency|agency)\b.{0,200}"
    r"|\*\s?this designation is without prejudice\b.{0,120}|#{1,3} \w.{0,40}|\(signed by\b.{1,80}\)",
    _I,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright(?:ed)?\b|<?\s*copyrights?\b).*"
    r"(?:rights reserved|prohibit|redistribut|reproduc|republish|reprint"
    r"|without (?:prior |written )*(?:consent|permission))",
    _I,
)
_LINK = re.compile(
    r"(?:related|recommended|more|latest|top|popular|trending|must[- ]read)"
    r" (?:articles?|stor(?:y|ies)|news|coverage|links?|topics?|reading|content|reads)\b.{0,120}"
    r"|(?:read|see|watch) (?:more|also|next)\b.{0,160}|also read\b.{0,160}"
    r"|(?:photos?|videos?|photos and videos?|gallery|documents|downloads)\s*:.{1,80}\|.{1,120}"
    r"|more (?:on|from|about) this\b.{0,60}|more information\s*:?"
    r"|(?:photo|image|picture) captions?(?: (?:&|and) credits?)?\s*:?"
    r"|most (?:read|viewed|popular|shared)\b.{0,60}"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)\b.{0,40}"
    r"|(?:next|previous|prev)(?: (?:article|story|page|post))?|up next"
    r"|(?:related|associated|see also|further) (?:documents?|links?|materials?|pages?"
    r"|information)\b.{0,200}|see also\s*:.{0,160}"
    r"|(?:related|read also|see also|more|elsewhere)\s*:.{1,300}"
    r"|read this (?:release|article|page|story) in\b.{0,120}|(?:available|also) in\s*:.{1,80}"
    r"|other languages\b.{0,80}"
    r"|(?:keywords?|tags?|topics?)\s*:.{0,160}"
    r"|(?:#[\w-]+[\s,]*)+|related|recommended|keywords?|tags?|topics?",
    _I,
)
_LINK_HEADING = re.compile(
    r"(?:related|associated|recommended|more|latest|top|popular|trending|must[- ]read|most"
    r"|see also)\b[\w ]{0,30}:?"
    r"|you may also like:?",
    _I,
)
_BYLINE = re.compile(r"by\s*:?\s+(?P<name>[A-Z].{1,100})", _I)
_NAME_WORD = re.compile(r"(?:[A-Z][\w.'’-]*|and|of|in|the|de|van|von|der|al|bin|&|\||/|[–—-])[,;]?")
_NAME_END = re.compile(
    r"\s*(?:[|/(–—]|\s-\s|,\s*(?:the |staff|senior|chief|reporter|correspondent|reuters|ap\b|afp)).*", _I
)
_ADDRESS = re.compile(r"[(\[<]?(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+[)\]>]?")
_AGENCY = (
    r"(?:Yonhap|REUTERS|Reuters|AP|AFP|EPA|EFE|AP Photo|Kyodo|Xinhua|TASS|Getty Images|Pool(?: Photo)?"
    r"|File Photo)"
)
_CREDIT = re.compile(
    rf"[(\[]{_AGENCY}[^()\[\]]{{0,40}}[)\]]\.?$"
    rf"|\b(?:REUTERS|AFP|EPA|EFE|AP Photo|Getty Images|Yonhap)\s*/\s*\S.{{0,60}}$"
    rf"|[(\[]?(?:photo|image|picture|credit)s?\s*(?:by|:|courtesy of|©)\s*.{{1,60}}[)\]]?$"
)
_CREDIT_ONLY = re.compile(
    r"[(\[]?(?:file )?(?:photo|image|picture|credit)s?\s*(?:by|:|courtesy of|/|©|credit)\s*.{1,60}[)\]]?"
    rf"|[(\[]?{_AGENCY}\s*/\s*\S.{{0,50}}",
    _I,
)
_CAPTION = re.compile(
    r"(?i:^(?:file photo\b|file [-–—]"
    r"|(?:in )?(?:this|these) (?:\w+ ){0,3}"
    r"(?:photos?|images?|pictures?|handouts?)"
    r"(?:,| (?:taken|provided|released|captured|shows?|from|by|dated|made|distributed|supplied)\b)))"
    r"|\((?:L|C|left|right|cent(?:er|re)|2nd from [LR]|[a-z]+ from (?:left|right))\)"
    r"|\(R\) (?:shakes|poses|speaks|talks|walks|bumps|attends|holds|and)\b",
)
# "This file photo, taken in May, shows", which no sentence of a story says.
_SHOWING = re.compile(
    r"(?:in )?this (?:\w+ ){0,2}(?:photo|photograph|image|picture)\b[^.]{0,60}\bshows\b", re.IGNORECASE
)
_LABELLED = re.compile(
    r"(?:from )?left to right\s*[:,]|from (?:the )?left\s*[:,]"
    r"|[▲▼△▽◀▶◁▷]\s*\S"
    r"|[\[(](?:photo|image|picture)[\])]\s+\S"
    r"|(?:photo|image|picture|caption|pictured|graphic|photo caption|video)(?:\s\d{1,2})?\s*[:|]\s+\S",
    _I,
)
_PLEA = re.compile(
    r"^(?:get|sign up|subscribe|receive|join|support|download|become|register|follow)\b.{0,140}"
    r"\b(?:your inbox|newsletters?|by e-?mail|our (?:app|channel|site)|membership|telegram|whatsapp)\b"
    r"|^(?:your |reader |all )?comments? (?:have to|must|should|will|are) be? ?.{0,60}"
    r"\b(?:in english|moderat\w+|full sentences|abusive|guidelines)\b"
    r"|^(?:we|this (?:web ?)?site|our (?:web ?)?site|by (?:continuing|clicking|using))\b.{0,120}\bcookies?\b",
    _I,
)
_PLEA_WORDS = 60
_COUNTER = re.compile(
    r"(?:visitor counter|(?:web |page )?views?|viewed|read|hits|visits)\W*\d[\d,.]*(?: (?:times|views))?"
    r"(?:\W+[^.]{0,50})?",
    _I,
)
_RIGHTS_SIGN = re.compile(r"(?:©|\(c\)\s*(?:19|20)\d\d).{0,400}$|public domain$", _I)
_LINKED = re.compile(
    r"(?:related|associated|recommended|read (?:more|also|next)|see also|more on this|also read)\b"
    r"[\w ]{0,20}:\s.{1,400}$|#\w[^.!?]*\s#\w[^.!?]*$",
    _I,
)
# A byline that names the photographer too.
_WORDS_BY = re.compile(r"(?:text|words|story|report|(?:text |words |story |written )?by)\b", _I)
_PHOTO_CREDIT = re.compile(
    r"[(\[]\s*(?:file |pool |handout )?(?:photo(?:graph|s)?|image|picture|credit|courtesy)\b\s*(?:[:/©|]"
    r"|by\b|courtesy\b)?"
    r"[^()\[\]]{0,60}[)\]]\W*(?:[(\[][\w .]{2,30}[)\]]\W*)?$"
    r"|[(\[][\w. ]{2,30} (?:photo|image)s? by [^()\[\]]{2,60}[)\]]$|[|–—-]\s*(?:photo|image"
    r"|picture)s?\s*:\s*\S.{1,60}$"
    r"|(?<=[.!?]\s)(?:file |pool |archive |library )?(?:photo(?:graph)?|picture|image)s?\s*:\s*\S.{1,60}$",
    _I,
)
_POSED = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|first)\s+from\s+(?:the\s+)?(?:left|right)\b"
    r"|^.{3,120}?\b(?:pose|poses|shake hands|shakes hands|stand|stands|bump elbows)\b.{0,40}\b(?:for"
    r"|before|after|during|ahead|at|with)\b",
    _I,
)


def is_sentence(text: str) -> bool:
    """Tell whether `text` ends like a sentence and is too long for a label."""
    return ends_sentence(text) and (len(text) > _LONG or len(text.split()) >= _SENTENCE_WORDS)


def ends_sentence(text: str) -> bool:
    """Tell whether `text` ends with the mark of a sentence, quotation marks and brackets aside."""
    return bool(_SENTENCE_END.search(text[-_END:]))


def is_link_heading(text: str) -> bool:
    """Tell whether `text` is a heading over links to other articles."""
    return bool(_LINK_HEADING.fullmatch(text))


def author_in(text: str) -> str | None:
    """Return the name in a byline, None where `text` is none."""
    found = _BYLINE.fullmatch(text) if len(text) <= _LONG else None
    if not found or len(text.split()) > _SHORT or ends_sentence(text):
        return None
    name = _NAME_END.sub("", _ADDRESS.sub("", found["name"])).strip(" ,;")
    words = name.split()
    return name if words and all(_NAME_WORD.fullmatch(word) for word in words) else None


def is_stamp(text: str) -> bool:
    """Tell whether `text` is a date, perhaps a time and a section's name, and no more."""
    if len(text) > _LONG or len(text.split()) > _SHORT or not _DATE.search(text):
        return False
    rest = _STAMP.sub(" ", _TIME.sub(" ", _DATE.sub(" ", text)))
    return len(rest.split()) <= _STAMP_WORDS and not re.search(r"\d", rest)


def reason_anywhere(text: str) -> DropReason | None:
    """Return what a line is wherever it stands on the page, None for what may be body text."""
    if len(text) > _LONG:
        return None
    if _LINKED.match(text):
        return "links"
    if is_sentence(text):
        return _reason_of_sentence(text)
    if not any(char.isalnum() for char in text):
        return "notice"
    if _ADDRESS.fullmatch(text):
        return "byline"
    reasons: tuple[tuple[re.Pattern[str], DropReason], ...] = (
        (_COUNTER, "notice"),
        (_RIGHTS_SIGN, "notice"),
        (_NAVIGATION, "navigation"),
        (_FEEDBACK, "feedback"),
        (_SHARE, "notice"),
        (_STANDING, "notice"),
        (_LINK, "links"),
        (_CREDIT_ONLY, "caption"),
    )
    for pattern, reason in reasons:
        if pattern.fullmatch(text):
            return reason
    return "caption" if _is_caption(text) else None


def _reason_of_sentence(text: str) -> DropReason | None:
    """Return what a sentence is that bears a sure sign of it."""
    if (
        (_PLEA.search(text) and len(text.split()) <= _PLEA_WORDS)
        or _RIGHTS_SIGN.match(text)
        or _RIGHTS.match(text)
    ):
        return "notice"
    return "caption" if _LABELLED.match(text) or _PHOTO_CREDIT.search(text) else None


def _is_caption(text: str) -> bool:
    """Tell whether a text bears two signs of a caption: how it begins, whom it shows, how it ends."""
    if _PHOTO_CREDIT.search(text) or _LABELLED.match(text) or _SHOWING.match(text):
        return not _WORDS_BY.match(text)
    return bool((_CAPTION.search(text) or _POSED.search(text)) and _CREDIT.search(text))
