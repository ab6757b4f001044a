"""What is signed: the digest of everything that prints. Knows nothing of files or git."""

from section75.signoff.changed import Changed, changed_lines, changes
from section75.signoff.coverage import DONE, Coverage, Standing, coverage, is_covered, parts
from section75.signoff.digest import (
    SCHEME,
    Digests,
    digest_of,
    digests,
    printed_source,
    schedule_digest,
    source_and_digest,
    whole_digest,
)
from section75.signoff.recorded import decisions_on
from section75.signoff.restore import CarriedError, restored, structure
from section75.signoff.state import State, end_of_term, executions, last_executed, state

__all__ = [
    "DONE",
    "SCHEME",
    "CarriedError",
    "Changed",
    "Coverage",
    "Digests",
    "Standing",
    "State",
    "changed_lines",
    "changes",
    "coverage",
    "decisions_on",
    "digest_of",
    "digests",
    "end_of_term",
    "executions",
    "is_covered",
    "last_executed",
    "parts",
    "printed_source",
    "restored",
    "schedule_digest",
    "source_and_digest",
    "state",
    "structure",
    "whole_digest",
]
