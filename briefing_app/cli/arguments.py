"""What can be typed after `briefing-app`. Imports nothing slow: `--help` answers at once."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from briefing_app import __version__
from briefing_app.exporting.options import SECTIONS
from briefing_app.words import tr

VERBS = ("build", "check", "diff", "export", "schema")
SHELLS = ("bash", "zsh", "fish")


def parse(words: list[str]) -> argparse.Namespace:
    """Read the words of the command line.

    Args:
        words: what was typed after the program's name.

    Returns:
        A namespace with `verb` (`window` where none was typed) and that verb's arguments.

    Raises:
        SystemExit: with 0 after `--help` or `--version`, with 2 after wrong usage.
    """
    if words and words[0] not in VERBS and not words[0].startswith("-"):
        return argparse.Namespace(verb="window", files=[Path(word) for word in words])
    found = parser().parse_args(words)
    if found.verb is None:
        found.verb, found.files = "window", []
    return found


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    made = argparse.ArgumentParser(
        prog="briefing-app",
        description=tr(
            "Briefings of defence and diplomatic meetings: read, checked, shown and printed. "
            "Without a command, the window opens, with each briefing or article that is named."
        ),
        epilog=tr(
            "Exit status: 0 done, 1 the input has problems, 2 wrong usage, "
            "3 the machine is in the way (no permission, disk full, a font or a display is missing)."
        ),
    )
    made.usage = f"briefing-app [FILE...] | {' | '.join(VERBS)}"
    made.add_argument("--version", action="version", version=f"briefing-app {__version__}")
    made.add_argument(
        "--print-completion",
        action=_PrintCompletion,
        choices=SHELLS,
        metavar=tr("SHELL"),
        help=tr("print what lets {shells} complete this command line", shells=", ".join(SHELLS)),
    )
    verbs = made.add_subparsers(dest="verb", metavar=tr("COMMAND"), prog="briefing-app")
    _build(verbs.add_parser("build", help=tr("draft a briefing from an article")))
    _check(verbs.add_parser("check", help=tr("validate briefings and their passages")))
    _diff(verbs.add_parser("diff", help=tr("compare two briefings, item by item")))
    _export(verbs.add_parser("export", help=tr("print briefings to PDF")))
    verbs.add_parser("schema", help=tr("print the JSON Schema of the format"))
    return made


class _PrintCompletion(argparse.Action):
    """Prints the completion for a shell and ends."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,  # noqa: ARG002 - argparse hands it over
        values: object,
        option_string: str | None = None,  # noqa: ARG002
    ) -> None:
        """Print, and leave with status 0."""
        from briefing_app.cli.completion import completion

        sys.stdout.write(completion(parser, str(values)))
        parser.exit()


def _build(verb: argparse.ArgumentParser) -> None:
    verb.description = tr(
        "Draft a briefing from an article, and list what was drafted and which sentences were not used. "
        "Every item points to its passage, and waits for review. With --add-to, a briefing gains the article "
        "as another source, or as the corrected version of one that it has: items that match gain a passage, "
        "new ones are drafted, and where the two contradict each other, a difference is proposed."
    )
    article = tr("text, web page, PDF or Word file; an address from http on; - for standard input")
    verb.add_argument("article", metavar=tr("ARTICLE"), help=article)
    beside = tr("the file to write; else beside the article")
    verb.add_argument("-o", "--output", type=Path, metavar=tr("OUT"), help=beside)
    one = verb.add_mutually_exclusive_group()
    to = tr("lay the draft beside a briefing as another source; with --force and without -o, in that file")
    one.add_argument("--add-to", type=Path, metavar=tr("FILE"), help=to)
    verb.add_argument("--embed-text", action="store_true", help=tr("keep the article's text in the briefing"))
    verb.add_argument("--language", type=_english, metavar="en", help=tr("the language of the article: en"))
    published = tr("the day of publication, as in 2021-05-14, where the article does not tell it")
    verb.add_argument("--published", type=_published, metavar=tr("DATE"), help=published)
    verb.add_argument("--force", action="store_true", help=tr("replace an output that exists"))
    verb.add_argument("--json", action="store_true", help=tr("print problems, path and counts as JSON"))
    explain = tr("write nothing; tell how each clause was read: class, rule, parties, dates")
    one.add_argument("--explain", action="store_true", help=explain)
    sentence = tr("with --explain: only sentences that hold these words")
    verb.add_argument("--sentence", metavar=tr("TEXT"), help=sentence)


def _check(verb: argparse.ArgumentParser) -> None:
    verb.description = tr(
        "Validate briefings. With the article, or an embedded text, also tell the state of every passage."
    )
    verb.add_argument("files", nargs="+", type=Path, metavar=tr("FILE"))
    verb.add_argument("--article", type=Path, help=tr("the text that the briefing was made from (.txt)"))
    verb.add_argument("--json", action="store_true", help=tr("print the problems as JSON"))


def _diff(verb: argparse.ArgumentParser) -> None:
    verb.description = tr(
        "Compare two briefings, or PDFs that carry one: what was added (+), removed (-), changed (~) or "
        "moved (>), item by item and field by field. Layout and the order of keys never differ."
    )
    verb.epilog = tr(
        "Exit status: 0 they are equal, 1 they differ, 2 one of them has problems or wrong usage."
    )
    verb.add_argument("before", type=Path, metavar="A", help=tr("the older one; /dev/null for an empty one"))
    verb.add_argument("after", type=Path, metavar="B", help=tr("the newer one, likewise"))
    verb.add_argument("--json", action="store_true", help=tr("print the changes as JSON"))


def _export(verb: argparse.ArgumentParser) -> None:
    verb.description = tr("Print briefings. Each PDF carries its briefing as an attached file.")
    verb.add_argument("files", nargs="+", type=Path, metavar=tr("FILE"))
    verb.add_argument("--to", choices=("pdf",), default="pdf", help=tr("the format (pdf)"))
    where = verb.add_mutually_exclusive_group()
    where.add_argument("-o", "--output", type=Path, metavar=tr("OUT"), help=tr("the file to write"))
    where.add_argument("--out-dir", type=Path, metavar=tr("DIR"), help=tr("the folder to write into"))
    verb.add_argument("--layout", choices=("one-page", "full"), default="one-page")
    verb.add_argument("--paper", choices=("a4", "letter"), default="a4")
    verb.add_argument(
        "--sections",
        type=_sections,
        default=(),
        metavar=tr("NAME,NAME..."),
        help=tr("print these parts only: {names}", names=", ".join(SECTIONS)),
    )
    verb.add_argument("--max-marking", metavar=tr("LABEL"), help=tr("leave out what is marked stricter"))
    verb.add_argument("--article", type=Path, help=tr("the article, so that passages are checked"))
    verb.add_argument(
        "--with-article", action="store_true", help=tr("keep embedded article texts in the attached briefing")
    )
    verb.add_argument("--jobs", type=_jobs, default=1, metavar="N", help=tr("how many at once"))
    verb.add_argument("--force", action="store_true", help=tr("replace an output that exists"))
    verb.add_argument("--json", action="store_true", help=tr("print the problems as JSON"))


def _sections(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    unknown = [name for name in names if name not in SECTIONS]
    if unknown or not names:
        message = tr("{value} is no section; sections are {names}", value=text, names=", ".join(SECTIONS))
        raise argparse.ArgumentTypeError(message)
    return names


def _jobs(text: str) -> int:
    n = int(text)
    if not 1 <= n <= 64:  # noqa: PLR2004 - more threads than that only cost memory
        raise argparse.ArgumentTypeError(tr("from 1 to 64"))
    return n


def _published(text: str) -> str:
    from briefing_app.model.dates import DateError, parse_published
    from briefing_app.words.problems import say

    try:
        parse_published(text)
    except DateError as error:
        raise argparse.ArgumentTypeError(say(error.code, error.values).message) from error
    return text


def _english(text: str) -> str:
    if text.partition("-")[0].casefold() != "en":
        raise argparse.ArgumentTypeError(tr("only English is read so far: en, en-GB, en-US"))
    return text
