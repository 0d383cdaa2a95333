"""Sentences of the exporting floor, by code: what is wrong, what to do."""

SENTENCES: dict[str, tuple[str, str]] = {
    "font-missing": (
        "No font on this machine draws {script} letters such as “{char}”.",
        "On Debian and Ubuntu, as root: apt-get install {package}.",
    ),
    "glyph-shown-as-code": (
        "No font here draws {code}; it is printed as [{code}].",
        "",
    ),
    "sign-shown-as-code": (
        "{code} cannot be seen, or misleads the eye; it is printed as [{code}].",
        "",
    ),
    "items-left-out": (
        "Left out, for they are marked stricter than {most}: {n}.",
        "The page says how many they are.",
    ),
    "faces-missing": (
        "The faces that the page is set in are not installed: {names}.",
        "Install the program again; they come with it.",
    ),
    "typesetting-failed": ("The page could not be typeset: {reason}.", "Please report this with the file."),
    "marking-too-strict": (
        "The briefing is marked {label}, which is stricter than {most}.",
        "Export it without --max-marking, or with its own label.",
    ),
    "bottom-line-rejected": (
        "The bottom line is rejected, so there is nothing to print above the rest.",
        "Write another one, or accept it.",
    ),
}
