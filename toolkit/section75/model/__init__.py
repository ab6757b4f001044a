"""The agreement as frozen values. Knows nothing of YAML, Word, git or the clock.

One class for each object of the schemas, one field for each property, same names; a test holds the two together.
"""

from section75.model.agreement import (
    Accepted,
    Agreement,
    Arrangement,
    Execution,
    ExecutionBlock,
    Extension,
    Party,
    Question,
    Recital,
    Renews,
    RequiredApproval,
    Term,
    Version,
)
from section75.model.catalogue import Applies, Catalogue, Item, Search, Test
from section75.model.clause import Clause, Definition
from section75.model.law import Law, LawEntry
from section75.model.records import (
    Approval,
    Circulated,
    Confirmation,
    Executed,
    ExecutedBlock,
    Extended,
    HeldNumber,
    Presentation,
    Record,
    Response,
    UnitThen,
)
from section75.model.risks import Action, Risk, RiskRegister, Score
from section75.model.schedules import SCHEDULE_KINDS, Appendix, Part, Schedule
from section75.model.table import Column, Table, TableRow
from section75.model.units import Day, Id, Months, Pounds, Prose, Ref

__all__ = [
    "SCHEDULE_KINDS",
    "Accepted",
    "Action",
    "Agreement",
    "Appendix",
    "Applies",
    "Approval",
    "Arrangement",
    "Catalogue",
    "Circulated",
    "Clause",
    "Column",
    "Confirmation",
    "Day",
    "Definition",
    "Executed",
    "ExecutedBlock",
    "Execution",
    "ExecutionBlock",
    "Extended",
    "Extension",
    "HeldNumber",
    "Id",
    "Item",
    "Law",
    "LawEntry",
    "Months",
    "Part",
    "Party",
    "Pounds",
    "Presentation",
    "Prose",
    "Question",
    "Recital",
    "Record",
    "Ref",
    "Renews",
    "RequiredApproval",
    "Response",
    "Risk",
    "RiskRegister",
    "Schedule",
    "Score",
    "Search",
    "Table",
    "TableRow",
    "Term",
    "Test",
    "UnitThen",
    "Version",
]
