"""Approvals of an agreement: how each stands, what has changed since, and a new one recorded in one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from section75.drafting.approving import KIND, SUBSTANTIALLY, Approving, approval_file
from section75.errors import MissingError, Section75Error, UsageError
from section75.language import british
from section75.load import RECORDS
from section75.model import Approval, RequiredApproval
from section75.project.places import root_above
from section75.project.recording import new_record, write_record
from section75.project.signing import SIGNERS, Signature, sign, signature_of
from section75.project.versions import Version, sound
from section75.reviews.roles import is_role
from section75.signoff import DONE, Changed, Coverage, changes, coverage, digests, is_covered, parts
from section75.value import dataclass

LONGEST_ID = 34
NOT_FINAL = "no engrossment was printed"


@dataclass(frozen=True)
class Approvals:
    """How the approvals of an agreement stand on a day."""

    found: tuple[Coverage, ...]
    digest: str
    elsewhere: tuple[str, ...]
    """Ids of approvals that count for nothing: of another agreement, of no requirement, or dated in the future."""
    signatures: Mapping[str, Signature] = field(default_factory=dict)
    """The signature of each approval that has one, by its id. One that does not hold takes its approval away."""
    counting: tuple[Approval, ...] = ()
    """The approvals without those whose signature does not hold."""

    @property
    def covered(self) -> bool:
        """Whether every approval that is required covers the text as it stands."""
        return is_covered(self.found)


def approvals(found: Version, on: date) -> Approvals:
    """How each required approval stands. Raises `SourceError` where the agreement could not be built."""
    agreement, loaded, today = found.loaded.required(), found.loaded, on.isoformat()
    made = digests(loaded.data, agreement)
    known: set[str] = {required.id for required in agreement.approvals}
    strange = tuple(
        str(a.id) for a in loaded.approvals if a.agreement != agreement.id or a.requires not in known or a.on > today
    )
    signatures = _signatures(found)
    counting = tuple(a for a in loaded.approvals if str(a.id) not in signatures or not signatures[str(a.id)].fault)
    return Approvals(coverage(agreement, counting, made, today), made.whole, strange, signatures, counting)


def _signatures(found: Version) -> dict[str, Signature]:
    """The signatures beside the records of approvals; a revision or a Word file has none."""
    if found.folder is None:
        return {}
    signers = (root_above(found.folder) or found.folder) / SIGNERS
    days: dict[str, str] = {str(each.id): each.on for each in found.loaded.approvals}
    signatures: dict[str, Signature] = {}
    for source in found.loaded.places.files:
        identity = str(source.data.get("id", "")) if source.path.startswith(f"{RECORDS}/approvals/") else ""
        if identity in days and (made := signature_of(found.folder / source.path, signers, days[identity])):
            signatures[identity] = made
    return signatures


def since_last(found: Version, requires: str) -> tuple[Changed, ...] | None:
    """What has changed since a body last decided; None where it has not decided yet."""
    agreement = found.loaded.required()
    own = [a for a in found.loaded.approvals if a.requires == requires and a.agreement == agreement.id]
    if not own:
        return None
    last = max(own, key=lambda approval: (approval.on, approval.id))
    made = digests(found.loaded.data, agreement)
    if last.digest == made.whole:
        return ()
    return changes({str(each.unit): each.digest for each in last.units}, parts(agreement, made))


def approve(found: Version, made: Approving, on: date, key: Path | None = None) -> str:
    """Record a decision, signed where a key is given; gives the path of its file in the agreement's folder.

    Raises `MissingError` for an approval that the agreement does not require; `UsageError` for a delegation that is
    not allowed or names nobody, for a delegate's decision without one, for a body whose turn it is not yet, and for a
    day that cannot be; `SourceError` where the agreement has errors; `OutputError` where it was recorded already.
    """
    sound(found, "nothing can be approved while the agreement has errors")
    agreement = found.loaded.required()
    standing = approvals(found, on)
    required = _required(found, made.requires)
    _may(found, required, made, standing, on)
    path = f"{RECORDS}/approvals/{made.name}.yaml"
    new_record(found, path)
    all_digests = digests(found.loaded.data, agreement)
    identity = f"given-{made.name}"[:LONGEST_ID].rstrip("-")
    content = approval_file(
        made, identity, agreement.id, agreement.version, all_digests.whole, parts(agreement, all_digests)
    )
    target = write_record(found, path, content, KIND, "the approval")
    if key:
        _signed(target, key)
    return path


def _signed(target: Path, key: Path) -> None:
    """Sign a record that was just written; where that fails it is taken away again."""
    try:
        sign(target, key)
    except Section75Error:
        target.unlink()
        raise


def may_be_final(found: Version, on: date, refused: str = NOT_FINAL) -> None:
    """Refuse a text to be signed that is not approved by all, or in which something is left to settle.

    Raises `SourceError` for errors, `Section75Error` with what is missing for anything else.
    """
    sound(found, refused)
    agreement = found.loaded.required()
    hint = f"`s75 approve {found.name}` shows how each approval stands"
    if not agreement.approvals:
        hint = "list under approvals in agreement.yaml which bodies approve it, and in which order"
        raise Section75Error(f"{refused}: the agreement does not say who has to approve it", hint)
    left = len(agreement.open_questions)
    if left:
        said = f"{refused}: {left} question{'s are' if left != 1 else ' is'} still to be settled"
        raise Section75Error(said, f"`s75 todo {found.name}` lists them")
    standing = approvals(found, on)
    open_ones = [each for each in standing.found if each.standing not in DONE]
    if open_ones:
        said = "; ".join(f"{each.required.body}: {each.standing}" for each in open_ones)
        raise Section75Error(f"{refused}: {said}", hint)


def _required(found: Version, requires: str) -> RequiredApproval:
    known: dict[str, RequiredApproval] = {each.id: each for each in found.loaded.required().approvals}
    if requires not in known:
        near = get_close_matches(requires, known, 1)
        hint = f"did you mean {near[0]}?" if near else "list it under approvals in agreement.yaml"
        raise MissingError(f"the agreement requires no approval {requires}", hint)
    return known[requires]


def _may(found: Version, required: RequiredApproval, made: Approving, standing: Approvals, on: date) -> None:
    agreement = found.loaded.required()
    if made.on > on.isoformat():
        raise UsageError(f"{british.day(made.on)} is in the future", "give the day of the decision")
    first = min((version.date for version in agreement.versions), default="")
    if made.on < first:
        said = f"{british.day(made.on)} is before the first version of the agreement, of {british.day(first)}"
        raise UsageError(said, "give the day of the decision")
    if not made.reference.strip():
        raise UsageError("no reference is given", "give the minute or the decision: --reference")
    if made.form == SUBSTANTIALLY and not required.delegable:
        why = f" ({required.source})" if required.source else ""
        raise UsageError(f"{required.body} cannot delegate this approval{why}", "leave --substantially out")
    if made.form == SUBSTANTIALLY and not (made.delegate and is_role(agreement, made.delegate)):
        said = f'nobody in the agreement is called "{made.delegate}"' if made.delegate else "no delegate is named"
        raise UsageError(said, "name the role that may decide on later edits: --delegate ROLE")
    if made.under and not _delegated(found, made):
        said = f"{required.body} has delegated no decision on this text"
        raise UsageError(said, "it has to approve the text itself, with --substantially and --delegate")
    here = next(each for each in standing.found if each.required.id == required.id)
    if here.waits_for and not made.under:
        raise UsageError(f"{required.body} decides after {', '.join(here.waits_for)}", "record those first")


def _delegated(found: Version, made: Approving) -> bool:
    return any(
        str(a.id) == made.under and a.form == SUBSTANTIALLY and a.delegate and a.requires == made.requires
        for a in found.loaded.approvals
    )
