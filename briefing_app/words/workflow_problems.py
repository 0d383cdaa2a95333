"""Sentences of what a user can do, by the codes of `workflow`: what is wrong, what to do."""

SENTENCES: dict[str, tuple[str, str]] = {
    "passage-moved": (
        "The passage now stands in paragraph {found}, not {paragraph}.",
        "Review it: the same words were found elsewhere in the article.",
    ),
    "passage-changed": (
        "The words of the passage in paragraph {paragraph} have changed.",
        "Compare the item with the article and review it again.",
    ),
    "passage-missing": (
        "The passage “{start}…” is not in the article.",
        "Check that this is the right article, or give the item another passage.",
    ),
    "article-digest": (
        "The article given is not the text that source {source} was made from.",
        "It has {n} paragraphs, the source names {paragraphs}. Passages are looked for all the same.",
    ),
    "output-exists": ("{value} exists already.", "Give another name with -o, or add --force to replace it."),
    "same-file": ("The output would replace its own input.", "Give another name with -o."),
    "save-would-lose": (
        "“{name}” holds more than what is shown here, so it is not replaced.",
        "Save under another name.",
    ),
    "same-output": (
        "{one} and {other} would both be written to {value}.",
        "Export them one after the other, each with a name of its own (-o).",
    ),
    "output-failed": (
        "What was found could not be written out: {reason}.",
        "Free some space, or write elsewhere.",
    ),
    "several-outputs": (
        "-o names one file, but {n} briefings are to be exported.",
        "Use --out-dir for several.",
    ),
    "no-folder": ("There is no folder {value}.", "Make it first, or give another."),
    "batch-failed": ("{n} of {total} failed.", ""),
    "no-display": (
        "There is no display to open a window on.",
        "Start it in a desktop session, or use: briefing-app export FILE",
    ),
    "display-silent": (
        "The display {value} does not answer, so no window can open on it.",
        "Start it in a desktop session, or use: briefing-app export FILE.",
    ),
    "first-silent": ("The window that is open already does not answer.", "A window of its own opens."),
    "qt-missing": (
        "The window cannot start: {value}.",
        "On Debian and Ubuntu, as root: {use}",
    ),
    "unknown-marking": (
        "{value} is no TLP 2.0 label.",
        "Use one of {known}, or a label of your own that does not begin with TLP.",
    ),
    "article-many-sources": (
        "The briefing has {n} sources; which one this article is cannot be told from its text.",
        "Give the exact text of one of them.",
    ),
    # Editing.
    "review-open": ("{n} items are not decided yet.", "Accept, edit or reject each, then sign off."),
    "reviewer-missing": ("Nobody is named who signs off.", "Type a name."),
    "sign-off-bottom-line": (
        "The bottom line is rejected, and every briefing has one.",
        "Edit it, then sign off.",
    ),
    "selection-empty": ("No words are selected.", "Select words in the text of the source."),
    "selection-unclear": (
        "No few words point to “{value}” alone.",
        "Select a little more or a little less.",
    ),
    "selection-paragraphs": (
        "The selected words stand in more than one paragraph.",
        "A passage lies in one. Add one for each paragraph.",
    ),
    "selection-no-text": (
        "The text of this source is not at hand as it was read.",
        "Attach the article first.",
    ),
    "field-empty": ("“{field}” cannot be empty.", ""),
    "field-glossary": (
        "“{value}” is no entry of the glossary.",
        "Write one a line, as in NATO = North Atlantic Treaty Organization.",
    ),
    "difference-readings": (
        "A difference has {n} readings, and {count} lines are typed.",
        "Write one line for each: its passages stay with it.",
    ),
    "difference-one-reading": ("A difference needs two readings.", "Write what each of the sources says."),
    "reading-empty": ("A reading has a passage and no words.", "Write what the source says there."),
    "reading-unproved": (
        "No passage proves the reading “{value}”.",
        "Put the cursor in it, select words in the source and press Ctrl+L.",
    ),
    "opcon-tracks": (
        "The transition has {n} tracks, and {count} lines are typed.",
        "Write one line for each, “-” for the whole force: its stages stay with it.",
    ),
    "field-number": ("“{value}” is no number.", "Write a whole number from 1 on, as in 19."),
    "published-typed": (
        "“{value}” is not one day.",
        "Write it as 14 May 2021 or 2021-05-14; a time may follow as in 2021-05-14T09:46+09:00.",
    ),
    "field-choice": ("“{value}” is none of the choices.", "Use one of {known}."),
    "field-date": (
        "“{value}” looks like a date and is none that can be read.",
        "Write it as 14 May 2021 or 2021-05-14. The field beside it may say what a misprint means.",
    ),
    "field-country": ("“{value}” is no country.", "Write its name, or its code as in KR or KOR."),
    "field-party": (
        "“{value}” is no country, and no short name of a body.",
        "Write a name of at least three letters; for a body its short name first: NATO (its full name).",
    ),
    "journal-made-anew": (
        "The folder “{folder}”, which keeps what is not saved, was removed and has been made anew.",
        "Save soon: of other windows nothing is kept there until their next change.",
    ),
    # Drafting.
    "draft-nothing": (
        "“{name}” names no meeting, participant or agreement, so there is nothing to draft a briefing from.",
        "Check that it is the right article and all of it, or begin with the text alone.",
    ),
    "article-added": (
        "“{name}” is a source of this briefing already: “{title}” ({source}).",
        "Nothing is added twice. Take another article, or a corrected version of this one.",
    ),
    "article-older": (
        "“{name}” is an earlier version of a source of this briefing: “{title}” ({source}).",
        "Nothing is added. Take the latest version, or give the day of publication if it was read wrongly.",
    ),
    "draft-too-many": (
        "“{name}” would give {n} items; a briefing holds at most {most}.",
        "Take a part of it.",
    ),
    "draft-no-date": (
        "The day on which “{name}” was published is not in it, and dates such as “on Friday” hang on it.",
        "Give the day, or add a line such as “Published 14 May 2021” above the text.",
    ),
    "draft-no-date-known": (
        "The day on which “{name}” was published is not in it, and dates such as “on Friday” hang on it.",
        "Add {use}, or a line such as “Published 14 May 2021” above the text.",
    ),
    "draft-two-days": (
        "The date of “{name}”, {value}, can be {day} or {other}, and nothing there tells which of the two.",
        "Give the day, or add a line such as “Published {day}” above the text.",
    ),
    "draft-two-days-known": (
        "The date of “{name}”, {value}, can be {day} or {other}, and nothing there tells which of the two.",
        "Add {use}, or --published {other}.",
    ),
    "draft-day-month": (
        "“{value}” is read as {day}, as those who published it print dates; it could also be {other}.",
        "If it is the other, add a line such as “Published {other}” above the text.",
    ),
    "draft-day-month-known": (
        "“{value}” is read as {day}, as those who published it print dates; it could also be {other}.",
        "If it is the other, add {use}.",
    ),
    "draft-dates": (
        "The article gives more than one date: {others}. {value} is taken for the day of publication.",
        "Check which one it is.",
    ),
    "draft-language": (
        "The article says that its language is {value}; the drafting reads English only.",
        "Check the draft with care, or take an English text.",
    ),
    "sentence-alone": ("--sentence asks how clauses were read.", "Add --explain."),
    "draft-unsound": (
        "The draft of “{name}” came out unsound, so it is not kept.",
        "That is a fault of the program: report it with the article.",
    ),
    "draft-language-known": (
        "The article says that its language is {value}; the drafting reads English only.",
        "If it is English, add {use}.",
    ),
    "typesetting-ended": ("The pages were ended before they were set.", ""),
    "draft-ended": ("The draft of “{name}” was ended before it was done.", ""),
    "published-day": ("“{value}” is no day.", "Write year, month and day: 2021-05-14."),
    # The user's own words of the lexicon.
    "lexicon-table": (
        "“{name}” is no table of the lexicon.",
        "Tables are {known}.",
    ),
    "lexicon-table-known": ("“{name}” is no table of the lexicon.", "Call it “{use}”."),
    "lexicon-encoding": ("The line holds a byte that is no UTF-8.", "Save the file as UTF-8."),
    "lexicon-toml": (
        "The line is no TOML: {said}.",
        "Compare it with the tables that come with the program.",
    ),
    "lexicon-key": ("“{value}” is no key of the table.", "Keys are {known}."),
    "lexicon-key-known": ("“{value}” is no key of the table.", "Write “{use}”."),
    "lexicon-rows": ("“{key}” is a row of entries.", "Begin each entry with a line [[{key}]]."),
    "lexicon-inner": ("“{key}” is a table of lists.", "Begin it with a line [{key}]."),
    "lexicon-list": ("“{key}” is a list of words.", 'Write it as in {key} = ["one word", "another"].'),
    "lexicon-empty": ("A word of “{key}” is empty.", "Take it out, or write the word."),
    "lexicon-text": ("“{key}” is one word.", 'Write it as in {key} = "word".'),
    "lexicon-switch": ("“{key}” is true or false.", "Write it without quotation marks."),
    "lexicon-lacks": ("The entry has no “{key}”.", "Add it."),
    "lexicon-force": ("“{value}” is no force of a verb.", "Forces are {known}."),
}
