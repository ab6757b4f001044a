"""What is signed: the digest of everything that prints. Knows nothing of files or git."""

from section75.signoff.coverage import DONE, REST, Changed, Coverage, Standing, changes, coverage, is_covered, parts
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
from section75.signoff.restore import CarriedError, restored, structure

__all__ = [
    "DONE",
    "REST",
    "SCHEME",
    "CarriedError",
    "Changed",
    "Coverage",
    "Digests",
    "Standing",
    "changes",
    "coverage",
    "digest_of",
    "digests",
    "is_covered",
    "parts",
    "printed_source",
    "restored",
    "schedule_digest",
    "source_and_digest",
    "structure",
    "whole_digest",
]
