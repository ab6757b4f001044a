"""The command: verbs, options, exit codes; the only printing and the only writing of files. One file a verb."""

from __future__ import annotations

import argparse
import sys
import tempfile
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from section75 import __version__
from section75.cli.exit_codes import BUG, CLEAN, FOUND, INTERRUPTED, USAGE
from section75.cli.terminal import Terminal
from section75.errors import Section75Error, SourceError, UsageError
from section75.reports.escape import one_line

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

VERBS = {
    "start": ("start", "make a project to keep agreements in"),
    "list": ("lists", "the agreements of the project"),
    "new": ("new", "start an agreement from the library, or renew one"),
    "add": ("add", "copy a schedule of the library into an agreement"),
    "remove": ("remove", "take a schedule, a party, a clause or a row out"),
    "rename": ("rename", "give an id another name everywhere"),
    "format": ("format", "files in the form that git shows and merges sentence by sentence"),
    "git": ("git", "a clone in which git shows and merges clauses"),
    "merge": ("merge", "three versions of an agreement into one, clause by clause"),
    "resolve": ("resolve", "decide the conflicts that a merge left"),
    "import": ("import_copy", "what was changed in a Word copy, back into the files"),
    "log": ("log", "who changed an agreement, or one clause of it, and when"),
    "blame": ("blame", "who last changed the words of each clause"),
    "drift": ("drift", "how far schedules have drifted from their models"),
    "validate": ("validate", "every finding, at its place"),
    "todo": ("todo", "what is left to settle before signing"),
    "check": ("check", "what reviews and the law ask for"),
    "confirm": ("confirm", "confirm that exact words meet an item, having read them"),
    "approve": ("approve", "who has approved the text as it stands; record a decision"),
    "execute": ("execute", "record that an agreement, or a deed of variation, was executed"),
    "extend": ("extend", "record that the term of an agreement was extended"),
    "vary": ("vary", "a deed of variation, from what changed since the execution"),
    "show": ("show", "the text in force on a day, and how it came to be"),
    "trace": ("trace", "the golden thread, from law to record and back"),
    "law": ("law", "what is in force, and from when to when"),
    "explain": ("explain", "what a finding means"),
    "schema": ("schema", "the JSON Schema of a kind of file"),
    "render": ("render", "the agreement for Word, as a web page, or as PDF"),
    "risks": ("risks", "the risk register for Word or Excel"),
    "diff": ("diff", "two versions, clause by clause"),
    "redline": ("redline", "two versions in Word's tracked changes, proved"),
    "report": ("report", "the reports on the parts of a portfolio, joined"),
    "digest": ("digest", "what identifies the text of an agreement, a schedule or a clause"),
    "verify": ("verify", "whether a Word file still says what it was printed from"),
}
"""Each verb, its module here and its help. A module has `describe(parser)`, which says what it takes, and
`run(options, terminal)`, which gives an exit code; only the one that was asked for is read."""

NEAR = 0.6
"""How alike a mistyped command must be to one of ours, from 0 to 1, to be offered."""
MOST_FINDINGS = 50
"""Findings told where they stop a command."""

EXAMPLE = """\
an example:
  s75 list                                        which agreements there are
  s75 validate coventry-cwpt/2018                 what is wrong, and where
  s75 render coventry-cwpt/2018 -o draft.docx     a draft for Word
  s75 risks coventry-cwpt/2018 -o risks.xlsx      the risk register
  s75 new newtown/2027 --from coventry-cwpt/2018  renew an agreement
  s75 diff coventry-cwpt/2014 coventry-cwpt/2018  what changed
  s75 verify agreement.docx                       whether a print still says what was printed

exit codes: 0 clean, 1 findings or an expected failure, 2 wrong usage, 3 a bug of ours, 130 interrupted
"""


def run(arguments: Sequence[str]) -> int:
    """Run one command; gives its exit code."""
    _speak_utf8()
    terminal = Terminal()
    try:
        code = _done(_spelled_out(arguments), terminal)
        terminal.finish()
        return code
    except (Exception, KeyboardInterrupt) as error:
        return _ended(error, terminal, arguments)


def _spelled_out(arguments: Sequence[str]) -> Sequence[str]:
    """`s75` alone and `s75 help` show the help, `s75 help VERB` that of a verb.

    Raises `UsageError`, with the verb that may have been meant, where there is no such verb.
    """
    first, *rest = arguments or ["help"]
    if first == "help":
        return [*rest[:1], "--help"] if not rest or rest[0] in VERBS else _spelled_out(rest)
    if first not in VERBS and not first.startswith("-"):
        near = get_close_matches(first.lower(), VERBS, 1, NEAR)
        hint = f"did you mean `s75 {near[0]}`?" if near else "`s75 help` lists the commands"
        raise UsageError(f"there is no command {first}", hint)
    return arguments


def _done(arguments: Sequence[str], terminal: Terminal) -> int:
    """Run the command. Help and the version end in SystemExit, and may fail to be written like any result."""
    try:
        options = _parser(arguments).parse_args(arguments)
    except SystemExit:
        terminal.finish()
        raise
    return int(options.run(options, terminal))


def _ended(error: BaseException, terminal: Terminal, arguments: Sequence[str]) -> int:
    """Tell why the command failed; gives its exit code. Whatever is not expected is our bug, and makes a log."""
    code = FOUND
    match error:
        case KeyboardInterrupt():
            terminal.complain("interrupted; nothing was written")
            code = INTERRUPTED
        case BrokenPipeError():
            if sys.stderr is not None:
                sys.stderr.close()
            code = CLEAN
        case SourceError():
            from section75.reports.findings import findings_text, summary  # noqa: PLC0415 -- only where it is told

            terminal.error(findings_text(error.findings[:MOST_FINDINGS], terminal.colour_errors))
            more = len(error.findings) - MOST_FINDINGS
            hint = f"{more} more are not shown; `s75 validate` lists them all" if more > 0 else error.hint
            terminal.complain(f"{error}: {summary(error.findings)}", hint)
        case Section75Error():
            terminal.complain(str(error), error.hint)
            code = USAGE if isinstance(error, UsageError) else FOUND
        case OSError():
            terminal.complain(f"{error.filename or 'a file'} cannot be used: {error.strerror or error}")
        case _:
            code = _bug(terminal, arguments, error)
    return code


class _Parser(argparse.ArgumentParser):
    """Says help and the version like any other result: argparse itself is silent where they cannot be written.

    Its complaints stay on one line, whatever was typed.
    """

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if file is not None and file is sys.stdout:
            Terminal().say(message)
        else:
            Terminal().error(message)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments; ends with exit code 2."""
        super().error(one_line(message))


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="s75",
        description="Draft, check and print partnership agreements under section 75 of the NHS Act 2006.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("-V", "--version", action="version", version=f"s75 {__version__}")
    verbs = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, (module, about) in VERBS.items():
        verb = verbs.add_parser(name, help=about, formatter_class=argparse.RawDescriptionHelpFormatter)
        if name in arguments[:1]:
            command = import_module(f"{__name__}.{module}")
            command.describe(verb)
            verb.set_defaults(run=command.run)
    return parser


def _speak_utf8() -> None:
    """Windows consoles may be set to a code page without curly quotation marks."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _bug(terminal: Terminal, arguments: Sequence[str], error: BaseException) -> int:
    story = "".join(traceback.format_exception(error))
    with tempfile.NamedTemporaryFile(
        "w", prefix="s75-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as log:
        log.write(f"s75 {__version__} {list(arguments)}\nPython {sys.version}\n\n{story}")
    terminal.complain("this is a bug of ours, not of yours", f"please send us the log {log.name}")
    return BUG
