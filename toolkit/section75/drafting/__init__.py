"""A new agreement as files: from the library of model schedules, or as the renewal of one that runs out.

Text is spliced, never dumped, so comments and layout of the source survive.
"""

from section75.drafting.library import from_library
from section75.drafting.renewal import renewed

__all__ = ["from_library", "renewed"]
