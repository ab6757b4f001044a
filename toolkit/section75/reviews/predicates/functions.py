"""Functions that may not be arranged, and those that may only together (SI 2000/617, regulations 5 and 6)."""

from __future__ import annotations

from section75.law.arrangements import NHS_FOR_COUNCIL, POOLED_FUND
from section75.law.functions import NHS_EXCLUDED, charging, forbidden, paired, prescribed
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, plain
from section75.reviews.subject import Subject
from section75.reviews.wording import of_none

CARRIED = ("alongside", "delegated", "services", "schemes")
"""Lists of what an arrangement covers."""


NONE_LISTED = "functions of a council are exercised for it, and none is listed"


def _is_unlisted(subject: Subject) -> bool:
    """Whether an arrangement under regulation 8 is made, and no function of a council is listed."""
    types = {arrangement.type for arrangement in subject.agreement.arrangements}
    return NHS_FOR_COUNCIL in types and not subject.delegated_by_councils


def _council(subject: Subject) -> Outcome:
    if _is_unlisted(subject):
        return Outcome(False, (), NONE_LISTED, by_words=True)
    wrong = [f.id for f in subject.delegated_by_councils if forbidden(f.statute, subject.agreement.term.start)]
    said = "functions are delegated that regulation 6(a) excludes" if wrong else ""
    return Outcome(not wrong, tuple(wrong), said)


def _nhs(subject: Subject) -> Outcome:
    wrong = [w.id for w in subject.words if w.sort in CARRIED and NHS_EXCLUDED.search(w.text)]
    said = "words for services that regulation 5(a) excludes were found among what is in scope" if wrong else ""
    return of_none(Outcome(not wrong, tuple(wrong), said))


def _charging(subject: Subject) -> Outcome:
    charged = [f.id for f in subject.delegated_by_councils if charging(f.statute)]
    if _is_unlisted(subject):
        return Outcome(False, (), NONE_LISTED, by_words=True)
    if not charged:
        return Outcome(None, (), "no function of charging or financial assessment is delegated")
    statutes = [function.statute for function in subject.delegated_by_councils]
    types = {arrangement.type for arrangement in subject.agreement.arrangements}
    alone = [f.id for f in subject.delegated_by_councils if charging(f.statute) and not paired(f.statute, statutes)]
    if not alone and types & {POOLED_FUND, NHS_FOR_COUNCIL}:
        return Outcome(True, tuple(charged))
    return Outcome(False, tuple(alone), "charging is delegated without the care function that it goes with")


def _prescribed(subject: Subject) -> Outcome:
    if not subject.delegated:
        return Outcome(False, (), "no function is listed as delegated", by_words=True)
    strange = tuple(f.id for f in subject.delegated if not prescribed(f.statute))
    said = "the statute of a function is not known as one that the regulations prescribe" if strange else ""
    # The list of Acts shows that it may be so; whether the function is among those prescribed, a person has to say.
    return Outcome(not strange, strange or tuple(f.id for f in subject.delegated), said, by_words=True)


COUNCIL_FUNCTIONS = Predicate(
    "council-functions",
    "No function of a council is delegated that regulation 6(a) excludes.",
    "nothing",
    plain(_council),
)
PRESCRIBED_FUNCTIONS = Predicate(
    "prescribed-functions",
    "Each function that is delegated cites an Act in which the regulations prescribe functions.",
    "nothing",
    plain(_prescribed),
)
NHS_FUNCTIONS = Predicate(
    "nhs-functions", "No service of an NHS body is in scope that regulation 5(a) excludes.", "nothing", plain(_nhs)
)
CHARGING_PAIRED = Predicate(
    "charging-paired",
    "Charging is delegated only with the care function that it goes with.",
    "nothing",
    plain(_charging),
)
