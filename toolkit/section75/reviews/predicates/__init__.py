"""The named predicates, one small file each, in one ordered table.

A predicate is prepared with the values that an item gives, and is then a pure function of a `Subject`. It cannot reach
the disk, git, Word or the clock.
"""

from __future__ import annotations

from section75.reviews.predicates.apportioned import APPORTIONED
from section75.reviews.predicates.approved import APPROVED
from section75.reviews.predicates.consents import CONSENTS
from section75.reviews.predicates.consulted import CONSULTED
from section75.reviews.predicates.counts import COUNTS
from section75.reviews.predicates.dates import NOT_PAST
from section75.reviews.predicates.each_party import EACH_PARTY
from section75.reviews.predicates.evidenced import EVIDENCED
from section75.reviews.predicates.executed import EXECUTED
from section75.reviews.predicates.extensions import EXTENSIONS
from section75.reviews.predicates.functions import (
    CHARGING_PAIRED,
    COUNCIL_FUNCTIONS,
    NHS_FUNCTIONS,
    PRESCRIBED_FUNCTIONS,
)
from section75.reviews.predicates.joint_committee import JOINT_COMMITTEE
from section75.reviews.predicates.kept import KEPT
from section75.reviews.predicates.lists import LISTS
from section75.reviews.predicates.meets import MEETS
from section75.reviews.predicates.no_more import NO_MORE
from section75.reviews.predicates.outcome_share import OUTCOME_SHARE
from section75.reviews.predicates.parties import PARTIES, PARTIES_IN_TIME
from section75.reviews.predicates.pool import CONDITIONS, POOL_MANAGER, POOL_MINIMUM, RISK_SHARED, SCHEMES_ADD_UP
from section75.reviews.predicates.predicate import Predicate
from section75.reviews.predicates.presented_in_order import PRESENTED_IN_ORDER
from section75.reviews.predicates.proxy import PROXY
from section75.reviews.predicates.recorded import RECORDED
from section75.reviews.predicates.recorded_each import RECORDED_EACH
from section75.reviews.predicates.recorded_within import RECORDED_WITHIN
from section75.reviews.predicates.reports_to import REPORTS_TO
from section75.reviews.predicates.results import MISSES_EXPLAINED, RESULTS_COMPLETE
from section75.reviews.predicates.review_due import REVIEW_DUE
from section75.reviews.predicates.reviewed import REVIEWED
from section75.reviews.predicates.rows import ROWS
from section75.reviews.predicates.says import SAYS
from section75.reviews.predicates.shared_member import SHARED_MEMBER
from section75.reviews.predicates.term_follows import TERM_FOLLOWS
from section75.reviews.predicates.term_length import TERM_LENGTH
from section75.reviews.predicates.vacancies import VACANCIES

TABLE = (
    SAYS,
    LISTS,
    COUNTS,
    ROWS,
    EACH_PARTY,
    RECORDED,
    RECORDED_EACH,
    RECORDED_WITHIN,
    PRESENTED_IN_ORDER,
    APPROVED,
    CONSULTED,
    MEETS,
    REPORTS_TO,
    PROXY,
    SHARED_MEMBER,
    REVIEWED,
    REVIEW_DUE,
    NOT_PAST,
    TERM_LENGTH,
    TERM_FOLLOWS,
    EXTENSIONS,
    PARTIES,
    PARTIES_IN_TIME,
    COUNCIL_FUNCTIONS,
    NHS_FUNCTIONS,
    PRESCRIBED_FUNCTIONS,
    CHARGING_PAIRED,
    EVIDENCED,
    RESULTS_COMPLETE,
    MISSES_EXPLAINED,
    VACANCIES,
    OUTCOME_SHARE,
    POOL_MINIMUM,
    POOL_MANAGER,
    SCHEMES_ADD_UP,
    CONDITIONS,
    RISK_SHARED,
    APPORTIONED,
    CONSENTS,
    JOINT_COMMITTEE,
    EXECUTED,
    KEPT,
    NO_MORE,
)
"""Every predicate; those that suit any catalogue come first."""
PREDICATES: dict[str, Predicate] = {predicate.name: predicate for predicate in TABLE}

__all__ = ["PREDICATES", "TABLE", "Predicate"]
