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
        "The briefing has {n} sources; which one this article is cannot be told from its digest.",
        "Give the exact text of one of them.",
    ),
}
