"""A deed of variation: what changed in an executed agreement, as instructions in the form that solicitors use.

`compiled` makes the instructions from two Documents; `applied`, written apart from it, reads them out of the words of a
printed deed and carries them out on the words of the old print. Both know this form and nothing else of one another:

- An address is a thing as it is cited ("clause 2.1(a)", "Part A of Schedule 1", "Table 1 of Schedule 2", "recital (A)",
  the definition of a term in quotation marks) and means it with all that stands below it; or one paragraph of it ("the
  heading of clause 3", "the title of Schedule 1", "the opening words of clause 2.1", "the closing words of clause
  2.1", "the words under the heading of clause 3", "the second paragraph of clause 2.1").
- "In ADDRESS, for “old” substitute “new”." changes words that its first paragraph holds once. "For ADDRESS
  substitute:", "After ADDRESS insert:" and "Before ADDRESS insert:" are followed by what is put in. "Delete ADDRESS."
  takes it out; with "its number is not used" the number stays and says so.
- What is put in stands in quotation marks, each paragraph with its number in front of an em space.
- Every address means the agreement as it stood before the deed.
"""

from section75.variation.compiling import compiled
from section75.variation.instructions import Delete, Insert, Instruction, NoFormError, Reword, Substitute, provisions
from section75.variation.pieces import Piece
from section75.variation.reader import Said, UnreadableError, applied

__all__ = [
    "Delete",
    "Insert",
    "Instruction",
    "NoFormError",
    "Piece",
    "Reword",
    "Said",
    "Substitute",
    "UnreadableError",
    "applied",
    "compiled",
    "provisions",
]
