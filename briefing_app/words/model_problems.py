"""Sentences of the model's problems, by code: what is wrong, what to do."""

SENTENCES: dict[str, tuple[str, str]] = {
    "duplicate-id": (
        "The id “{value}” stands twice; it stands first at {first}.",
        "Give one of the two another id. An id is never used again in a file.",
    ),
    "too-many-items": (
        "The briefing has {n} items; at most {most} are read.",
        "Split it into several briefings.",
    ),
    "no-such-source": (
        "The passage points to source “{value}”, which is not in the file.",
        "Sources are: {known}.",
    ),
    "no-such-paragraph": (
        "The passage points to paragraph {value}. The article has {last}.",
        "Paragraphs are counted from 1 over the body of the cleaned article.",
    ),
    "difference-evidence": (
        "A difference has no passages of its own.",
        "Move them to the readings that they prove.",
    ),
    "accepted-without-evidence": (
        "The item is {value}, but no passage proves it.",
        "Add a passage, or set its review back to “drafted”.",
    ),
    "status-ahead-of-review": (
        "The briefing is {status}, but this item is {value}.",
        "Accept or remove the item, or set the status back to “draft”.",
    ),
    "signed-off-draft": (
        "The briefing is a draft and yet signed off.",
        "A change after the sign-off clears it: remove “signed_off”, or sign off again.",
    ),
    "party-form": (
        "“{value}” is no party code.",
        "Write “{use}”.",
    ),
    "party-unknown": (
        "“{value}” is no country of ISO 3166-1.",
        "Two letters are a country, EU or UN. A body takes a short name of three letters or more.",
    ),
    "country-unknown": ("“{value}” is no country code of ISO 3166-1 alpha-2.", "Write “{use}”."),
    "party-without-name": (
        "Nothing says what party “{value}” is.",
        "Add its printed form to “glossary”.",
    ),
    "party-without-name-known": (
        "Nothing says what party “{value}” is.",
        "Write {use}, the two-letter code.",
    ),
    "bottom-line-long": (
        "The bottom line has {n} words; {most} are enough.",
        "Shorten it to one or two sentences.",
    ),
    "markdown-as-text": (
        "The text is shown as plain text, because it holds too much Markdown ({because}).",
        "Simplify it.",
    ),
    "tlp-label": ("“{value}” is no TLP 2.0 label.", "Use one of {known}."),
    "paragraph-count": (
        "The source says {value} paragraphs, its text has {n}.",
        "Let “paragraphs” be the number of paragraphs in “text”.",
    ),
    "text-digest": (
        "The embedded text is not the one that the passages were taken from.",
        "The text was changed by hand, or cut. Embed the article again.",
    ),
    "inferred-nothing": (
        "“{value}” is listed as inferred, but the item has no such field.",
        "Remove it from “inferred”.",
    ),
    "date-empty": ("The date is empty.", "Leave the field out where the source gives no date."),
    "date-form": ("“{part}” has none of the forms YYYY, YYYY-MM and YYYY-MM-DD.", "Write “{use}”."),
    "date-year": ("“{part}” has no year from 0001 to 9999.", "Write “{use}”."),
    "date-month": ("“{part}” names month {month}; months are 01 to 12.", ""),
    "date-part": (
        "In “{part}”, {month} is no month, season, quarter or half-year.",
        "Seasons are 21 to 24, quarters 33 to 36, half-years 40 and 41.",
    ),
    "date-day": ("“{part}” names day {day}; {month} has {last} days.", ""),
    "date-unknown": ("“{part}” does not say when.", "Leave the field out where the source gives no date."),
    "date-unknown-first": (
        "“{part}” has a known figure after an unknown one.",
        "Once a figure is X, all after it are X: 202X, 2021-XX, 2021-05-1X.",
    ),
    "date-qualifier": (
        "In “{part}”, a ?, ~ or % is out of place: one may stand at the end of a date, none after a set.",
        "Write “{use}”.",
    ),
    "date-time": ("“{part}” has a time; a date ends with the day.", "Write “{use}”."),
    "date-interval": ("“{value}” has more than one “/”; an interval has two ends.", "Write “{use}”."),
    "date-interval-end": (
        "The interval “{value}” has only one end.",
        "An open end is written with two dots: 2021-06/.. or ../2021-06.",
    ),
    "date-interval-open": (
        "The interval “{value}” is open at both ends.",
        "Give at least one of them a date.",
    ),
    "date-season-in-interval": (
        "The interval “{value}” has a season, a quarter or a half-year at an end: “{part}”.",
        "Use months in an interval: 2021-07/2021-12.",
    ),
    "date-order": ("“{value}” ends before it begins: {end} lies before {start}.", ""),
    "date-set-empty": (
        "The set “{value}” names no date.",
        "Leave the field out where the source gives no date.",
    ),
    "date-set-one": ("The set “{value}” has only one date.", "Write “{use}”."),
    "date-set-bracket": ("The set “{value}” has no “]” at its end.", "Write “{use}”."),
    "date-set-mixed": ("The set “{value}” has both a comma and two dots.", "Write [a,b] or [a..b]."),
    "date-all-of": (
        "“{part}” is in curly brackets: it means several dates at once.",
        "Use square brackets where one of them is meant, a/b from one to the other.",
    ),
    "day-form": ("“{value}” is not exactly one day.", "Write the day as YYYY-MM-DD, as in 2021-05-14."),
    "published-form": (
        "“{value}” has neither the form YYYY-MM-DD nor YYYY-MM-DDThh:mm.",
        "A time zone may follow the time as Z or +09:00, where the source prints it.",
    ),
    "published-time": ("“{part}” is no time of day.", "Times are 00:00 to 23:59:59."),
    "published-zone": ("“{part}” is no time zone.", "Write Z, or hours and minutes as in +09:00."),
}
