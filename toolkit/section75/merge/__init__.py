"""Three versions of a file's data into what theirs changed, to be made in ours, and what cannot be merged.

Knows units and values, no files: `load.proved` makes the changes in a file.
"""

from section75.merge.hunks import merged_lines
from section75.merge.threeway import Conflict, Kind, Merged, merged

__all__ = ["Conflict", "Kind", "Merged", "merged", "merged_lines"]
