"""Files into an agreement: read, judged by their schemas, built, with every place kept.

The only room that imports ruamel.yaml.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import field, replace
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from section75.errors import MissingError, SourceError
from section75.findings import Finding, Place, Severity, in_order
from section75.load.build import build
from section75.load.conflicts import CONFLICTS, standing
from section75.load.places import Places
from section75.load.reader import read_source
from section75.load.source import Map, SourceFile
from section75.model import (
    SCHEDULE_KINDS,
    Agreement,
    Approval,
    Catalogue,
    Circulated,
    Confirmation,
    Executed,
    Extended,
    Law,
    Record,
    Response,
    RiskRegister,
    Schedule,
)
from section75.numbering import Numbers, number, recorded
from section75.schema import KINDS, is_words, violations
from section75.tree import NEAR_ENDING, YAML, SourceTree, inner_path
from section75.value import dataclass

AGREEMENT_FILE = "agreement.yaml"
RISKS_FILE = "risks.yaml"
SCHEDULES = "schedules"
ID_IN_TEXT = re.compile(r"\bid: ([a-z][a-z0-9-]*)")
RECORDS = "records"
"""The folder of what was done and answered under an agreement."""

__all__ = [
    "AGREEMENT_FILE",
    "RECORDS",
    "RISKS_FILE",
    "Loaded",
    "Places",
    "SourceFile",
    "load_agreement",
    "load_catalogue",
    "load_law",
    "read_file",
]


@dataclass(frozen=True, slots=True)
class Beside:
    """A kind of file that stands beside an agreement and its schedules, and is no part of what they print."""

    kind: str
    """Name of its schema."""
    built: type[Any]
    is_drafted: bool = False
    """Whether it is drafted with the agreement, so that a renewal takes it along."""


BESIDE = {
    RISKS_FILE: Beside("risks", RiskRegister, is_drafted=True),
    f"{RECORDS}/responses/": Beside("response", Response),
    f"{RECORDS}/confirmations/": Beside("confirmation", Confirmation),
    f"{RECORDS}/approvals/": Beside("approval", Approval),
    f"{RECORDS}/executions/": Beside("executed", Executed),
    f"{RECORDS}/extensions/": Beside("extended", Extended),
    f"{RECORDS}/circulations/": Beside("circulated", Circulated),
    f"{RECORDS}/": Beside("record", Record),
}
"""What stands where, by file or by folder; the first that fits counts."""


@dataclass(frozen=True)
class Loaded:
    """An agreement, its risk register where it has one, and where everything in them stands."""

    agreement: Agreement | None
    """None where a finding stops it from being built."""
    risks: RiskRegister | None
    places: Places
    findings: tuple[Finding, ...]
    """What reading and the schemas found."""
    records: tuple[Record, ...] = ()
    responses: tuple[Response, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    approvals: tuple[Approval, ...] = ()
    executed: tuple[Executed, ...] = ()
    extended: tuple[Extended, ...] = ()
    circulated: tuple[Circulated, ...] = ()
    unlisted: Mapping[str, str] = field(default_factory=dict)
    """The ids in schedules that are in the folder and not in the list, each with its file."""

    @cached_property
    def numbers(self) -> Numbers:
        """The number of everything in the agreement that can be cited; what was executed keeps the number it had.

        Raises `SourceError` as `required` does.
        """
        agreement = self.required()
        return number(agreement, recorded(agreement.id, self.executed))

    @property
    def drafted(self) -> tuple[SourceFile, ...]:
        """The files of the agreement, its schedules and its register, without the records."""
        beside = ((source, beside_at(source.path)) for source in self.places.files)
        return tuple(source for source, found in beside if found is None or found.is_drafted)

    @property
    def data(self) -> tuple[dict[str, Any], ...]:
        """The source data of the agreement and of each schedule, in order."""
        return tuple(source.data for source in self.places.files if beside_at(source.path) is None)

    @property
    def register(self) -> dict[str, Any] | None:
        """The source data of the risk register; None where there is none or it could not be built."""
        return next((file.data for file in self.places.files if file.path == RISKS_FILE and self.risks), None)

    @property
    def by_kind(self) -> Iterator[tuple[str, Any]]:
        """Every file that is of a known kind, as its kind and its data."""
        return ((source.kind, source.data) for source in self.places.files if source.kind)

    def required(self) -> Agreement:
        """The agreement. Raises `SourceError`, with every finding, where it could not be built."""
        if self.agreement is None:
            raise SourceError("the agreement cannot be read", self.findings)
        return self.agreement


def load_agreement(tree: SourceTree) -> Loaded:
    """Read the agreement in a folder, with its schedules and its risk register.

    Raises `MissingError` where there is no `agreement.yaml`; everything else that is wrong becomes a finding.
    """
    main, findings = read_file(tree, AGREEMENT_FILE, ("agreement",))
    files, schedules = [main], []
    complete = not any(finding.is_error for finding in findings)
    findings += _not_read(tree)
    for index, path in enumerate(_schedule_paths(main)):
        if path in _schedule_paths(main)[:index]:
            place = main.place(main.span(("schedules", index))[0])
            findings.append(Finding("listed-twice", f"{path} is listed twice", place, ("remove this line",)))
            complete = False
            continue
        source, found = _schedule_file(tree, main, index, path)
        findings += found
        if source is not None:
            files.append(source)
        if found or source is None:
            complete = False
        else:
            schedules.append(build(SCHEDULE_KINDS[source.data["kind"]], source.data))
    agreement = _agreement(main, tuple(schedules)) if complete else None
    findings += _unlisted(tree, main) if agreement else ()
    built: dict[type[Any], list[Any]] = {each.built: [] for each in BESIDE.values()}
    for path in (*((RISKS_FILE,) if tree.exists(RISKS_FILE) else ()), *tree.below(RECORDS)):
        beside = BESIDE[_standing_at(path)]
        source, found = _file_beside(tree, path, beside)
        files.append(source)
        findings += found
        if not found:
            built[beside.built].append(build(beside.built, source.data))
    return Loaded(
        agreement=agreement,
        risks=next(iter(built[RiskRegister]), None),
        places=Places(tuple(files)),
        findings=in_order(findings),
        records=tuple(built[Record]),
        responses=tuple(built[Response]),
        confirmations=tuple(built[Confirmation]),
        approvals=tuple(built[Approval]),
        executed=tuple(built[Executed]),
        extended=tuple(built[Extended]),
        circulated=tuple(built[Circulated]),
        unlisted=_unlisted_ids(tree, main),
    )


def beside_at(path: str) -> Beside | None:
    """What stands at a path of the agreement's folder; None for the agreement and its schedules."""
    return BESIDE.get(_standing_at(path))


def _standing_at(path: str) -> str:
    return next((at for at in BESIDE if path == at or (at.endswith("/") and path.startswith(at))), "")


def load_catalogue(tree: SourceTree, path: str) -> tuple[Catalogue | None, SourceFile, tuple[Finding, ...]]:
    """A catalogue of review items, None where a finding stops it from being built.

    Raises `MissingError` where there is no such file.
    """
    source, findings = read_file(tree, path, ("catalogue",))
    return None if findings else build(Catalogue, source.data), source, in_order(findings)


def load_law(tree: SourceTree, path: str) -> tuple[Law | None, SourceFile, tuple[Finding, ...]]:
    """A file of law, None where a finding stops it from being built.

    Raises `MissingError` where there is no such file.
    """
    source, findings = read_file(tree, path, ("law",))
    return None if findings else build(Law, source.data), source, in_order(findings)


def read_file(tree: SourceTree, path: str, kinds: tuple[str, ...]) -> tuple[SourceFile, list[Finding]]:
    """One file with everything that its characters, its YAML and its schema find wrong. `kinds` are those allowed."""
    source, found = read_source(path, tree.label(path), tree.read(path))
    findings = list(found)
    if source.data is None and found:
        return source, findings
    if not isinstance(source.data, Map):
        findings.append(_not_a_file(source))
        return source, findings
    kind = kinds[0] if len(kinds) == 1 else source.data.get("kind")
    if kind not in kinds:
        findings.append(_unknown_kind(source, kind, kinds))
        return source, findings
    source.kind = str(kind)
    reported = {finding.place for finding in findings}
    findings += [f for f in _schema_findings(source, source.kind) if f.place not in reported]
    findings += _conflicts(source)
    findings += [_cut_off(source, at) for keys, at in source.comments if is_words(source.kind, keys)]
    return source, findings


def _schedule_paths(main: SourceFile) -> list[str]:
    paths = main.data.get("schedules") if isinstance(main.data, Map) else None
    return [path for path in paths if isinstance(path, str)] if isinstance(paths, list) else []


def _unlisted_paths(tree: SourceTree, main: SourceFile) -> Iterator[str]:
    """The files among the schedules that the agreement does not list."""
    listed = {posixpath.normpath(path.replace("\\", "/")) for path in _schedule_paths(main)}
    return (path for path in tree.below(SCHEDULES) if path not in listed)


def _unlisted_ids(tree: SourceTree, main: SourceFile) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in _unlisted_paths(tree, main):
        with suppress(MissingError):
            found |= dict.fromkeys(ID_IN_TEXT.findall(tree.read(path).decode(errors="replace")), path)
    return found


def _unlisted(tree: SourceTree, main: SourceFile) -> Iterator[Finding]:
    """`unlisted-schedule`: files among the schedules that the agreement does not list."""
    for path in _unlisted_paths(tree, main):
        name = path.rsplit("/", 1)[-1]
        hint = f"put {path} under schedules in {AGREEMENT_FILE}, or move the file away"
        message = f"{name} is not listed, so it does not print"
        yield Finding("unlisted-schedule", message, Place(tree.label(path), 1, 1), (hint,), path, Severity.WARNING)


def _not_read(tree: SourceTree) -> Iterator[Finding]:
    """`near-file`: files that look as though they were ours, and are not read: schedule.yml, risks.YAML."""
    for path in tree.unread():
        name = path.rsplit("/", 1)[-1]
        hint = f"name it {re.sub(NEAR_ENDING, YAML, name)}, or move it away"
        message = f"{name} is not read: only files that end in {YAML} are"
        yield Finding("near-file", message, Place(tree.label(path), 1, 1), (hint,), path, Severity.WARNING)


def _missing(tree: SourceTree, path: str, error: MissingError) -> tuple[str, str]:
    """What is said of a listed schedule that cannot be read, and what to do."""
    if tree.exists(path) or (error.hint and "check" not in error.hint):
        return str(error), error.hint or "correct the path under schedules, or add the file"
    near = get_close_matches(path, tree.below(SCHEDULES), 1)
    hint = f'did you mean "{near[0]}"?' if near else "correct the path under schedules, or add the file"
    return f"there is no file {path}", hint


def _schedule_file(
    tree: SourceTree, main: SourceFile, index: int, path: str
) -> tuple[SourceFile | None, list[Finding]]:
    place = main.place(main.span(("schedules", index))[0])
    try:
        return read_file(tree, inner_path(path), tuple(SCHEDULE_KINDS))
    except MissingError as error:
        message, hint = _missing(tree, path, error)
        return None, [Finding("missing-file", message, place, (hint,))]


def _file_beside(tree: SourceTree, path: str, beside: Beside) -> tuple[SourceFile, list[Finding]]:
    """A register, record or response; a record stands in the folder of its kind, so that a reader finds it."""
    source, findings = read_file(tree, path, (beside.kind,))
    kind = source.data.get("kind") if beside.built is Record and isinstance(source.data, Map) else None
    if not findings and kind and path.split("/")[1] != f"{kind}s":
        hint = f"put the file into {RECORDS}/{kind}s/, or correct the kind"
        place = source.place(source.span(("kind",))[0])
        findings.append(Finding("record-folder", f"a {kind} lies in the folder {path.split('/')[1]}", place, (hint,)))
    return source, findings


def _agreement(main: SourceFile, schedules: tuple[Schedule, ...]) -> Agreement:
    return replace(build(Agreement, {**main.data, "schedules": ()}), schedules=schedules)


def _not_a_file(source: SourceFile) -> Finding:
    if source.data is None:
        return Finding("empty-file", "the file is empty", source.place(0), ("see `s75 schema` for what it holds",))
    hint = "the file begins with `format: 1` and has one `name: value` line for each part"
    return Finding("wrong-type", "the file must be a group of `name: value` lines", source.place(0), (hint,))


def _unknown_kind(source: SourceFile, kind: object, kinds: tuple[str, ...]) -> Finding:
    place = source.place(source.span(("kind",))[0]) if "kind" in source.data else source.place(0)
    message = f"there is no schedule of kind {kind}" if kind else 'the schedule does not say its "kind"'
    return Finding("unknown-kind", message, place, ("one of: " + ", ".join(k for k in KINDS if k in kinds),))


def _cut_off(source: SourceFile, at: int) -> Finding:
    lost = source.text[at:].split("\n", 1)[0].rstrip()
    message = f"everything from {lost[:40]} on is a comment, and does not print"
    hint = "put the words in quotation marks; write a remark behind two spaces and #, or on a line of its own"
    return Finding("comment-in-words", message, source.place(at), (hint,))


def _conflicts(source: SourceFile) -> list[Finding]:
    """`merge-conflict`: what two branches changed each in another way, and nobody has decided."""
    found = []
    for each in standing(source.data):
        place = source.place(source.span((CONFLICTS, each.index))[0])
        hint = "`s75 resolve` shows both wordings and puts the one you choose in place"
        found.append(Finding("merge-conflict", f"{each.at}: {each.why}", place, (hint,)))
    if CONFLICTS in source.data and not found:
        hint = "take the name out, or see `s75 resolve`"
        found.append(Finding("merge-conflict", "nothing can be read here", source.key_place((CONFLICTS,)), (hint,)))
    return found


def _schema_findings(source: SourceFile, kind: str) -> list[Finding]:
    found = []
    data = {key: value for key, value in source.data.items() if key != CONFLICTS}
    for violation in violations(kind, data):
        at = source.key_place(violation.path) if violation.at_key else source.place(source.span(violation.path)[0])
        hints = (violation.hint,) if violation.hint else ()
        found.append(Finding(violation.code, violation.message, at, hints))
    return found
