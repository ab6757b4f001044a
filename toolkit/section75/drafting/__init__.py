"""New agreements as files, from the library or as a renewal; and how far one has drifted from its models.

Text is spliced, never dumped, so comments and layout of the source survive.
"""

from section75.drafting.answers import AS_IT_STANDS, Answers
from section75.drafting.drift import Proposal, departures_of, proposal
from section75.drafting.models import from_model, model_digest, refused_kind
from section75.drafting.renewal import renewed

__all__ = [
    "AS_IT_STANDS",
    "Answers",
    "Proposal",
    "departures_of",
    "from_model",
    "model_digest",
    "proposal",
    "refused_kind",
    "renewed",
]
