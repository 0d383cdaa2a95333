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
        "The embedded text is not the one that the digest was taken from.",
        "The text was changed by hand, or cut. Embed the article again.",
    ),
    "inferred-nothing": (
        "“{value}” is listed as inferred, but the item has no such field.",
        "Remove it from “inferred”.",
    ),
}
