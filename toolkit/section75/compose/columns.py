"""How each list of structured data prints: one row here for each list of the schemas, in one ordered table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One field in a cell; the label, where there is one, stands before it."""

    field: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """The caption of a list and its columns: heading, share of the width, the fields in it."""

    caption: str
    columns: tuple[tuple[str, int, tuple[Entry, ...]], ...]


def _form(caption: str, *columns: tuple[str, int, str]) -> Form:
    """Columns written as "field, field=Label"."""
    return Form(caption, tuple((heading, width, tuple(_entries(given))) for heading, width, given in columns))


def _entries(given: str) -> list[Entry]:
    return [Entry(*(part.strip() for part in item.split("="))) for item in given.split(",")]


FORMS: dict[str, Form] = {
    "aims": _form("Aims", ("Aim", 9, "aim")),
    "outcomes": _form(
        "Outcomes", ("Outcome", 5, "outcome"), ("How the Parties will know", 5, "measure, indicators=Indicators")
    ),
    "strategies": _form("Strategies served", ("Strategy", 4, "name"), ("Contribution", 6, "contribution")),
    "groups": _form(
        "Boards and groups",
        ("Group", 3, "name, chair=Chair"),
        ("Purpose", 5, "purpose"),
        ("Meets and reports", 4, "frequency=Meets, quorum=Quorum, reports_to=Reports to"),
    ),
    "members": _form(
        "Members of {name}", ("Role", 5, "role"), ("Party", 3, "party"), ("Standing", 4, "standing, proxy_for=For")
    ),
    "meetings": _form(
        "Other meetings",
        ("Meeting", 3, "name, led_by=Led by, frequency=Meets"),
        ("Purpose", 5, "purpose"),
        ("Place in the governance", 4, "attended_by=Attended by, fits_in=Reports into, decision"),
    ),
    "communications": _form(
        "Joint communications",
        ("Message", 5, "message"),
        ("Audience", 3, "audience"),
        ("When", 2, "when"),
        ("Owner", 3, "owner"),
    ),
    "services": _form(
        "Services",
        ("Service", 3, "name, accountable_manager=Accountable manager, line_management=Line management"),
        ("Description", 6, "description, people=People served, locations=Works from"),
        ("Delegated Functions", 2, "delegated"),
    ),
    "roles": _form("Professional roles", ("Role", 3, "role"), ("Contribution", 7, "contribution")),
    "delegated": _form(
        "Delegated functions",
        ("Function", 4, "function"),
        ("Statute", 2, "statute"),
        ("Carried and evidenced by", 5, "services=Services, indicators=Indicators"),
    ),
    "alongside": _form("Functions exercised alongside", ("Function", 6, "function"), ("Statute", 4, "statute")),
    "legally_excluded": _form(
        "Functions that the law excludes",
        ("Function", 5, "function"),
        ("Statute", 3, "statute"),
        ("Why it is excluded", 4, "basis"),
    ),
    "locally_retained": _form(
        "Functions that are retained",
        ("Function", 5, "function"),
        ("Statute", 3, "statute"),
        ("Why it is retained", 4, "basis"),
    ),
    "stages": _form(
        "Stages of an enquiry",
        ("Stage", 2, "stage"),
        ("Responsible", 3, "responsible"),
        ("Standard", 4, "standard"),
        ("Record", 3, "record"),
    ),
    "assurance": _form(
        "Assurance",
        ("Activity", 5, "activity"),
        ("Frequency", 2, "frequency"),
        ("Led by", 3, "led_by"),
        ("Reported to", 3, "reported_to"),
    ),
    "protocols": _form(
        "Protocols",
        ("Area", 3, "topic, policy_owner=Policy of, lead=Led by"),
        ("Provision", 8, "provision"),
    ),
    "indicators": _form(
        "Indicators",
        ("Indicator", 3, "name, set, measures=Measures"),
        ("Definition", 5, "definition, numerator=Numerator, denominator=Denominator, functions=Evidences"),
        (
            "Reporting",
            3,
            (
                "source=Source, owner=Delivered by, frequency=Every, aggregation=Over a year, team_level=By team, "
                "breakdown=Broken down by, benchmark=Compared with"
            ),
        ),
        ("Target", 3, "target, no_target=No target, direction=Better when"),
    ),
    "deliveries": _form(
        "Data delivery timetable",
        ("Data", 5, "data, format=Form"),
        ("From and to", 3, "party=From, recipient=To"),
        ("When", 4, "frequency=Every, due=Due"),
    ),
    "thresholds": _form(
        "Authority to decide", ("Decision", 5, "decision"), ("Up to", 2, "limit"), ("Authority", 4, "authority")
    ),
    "agreements": _form(
        "Information sharing agreements",
        ("Agreement", 4, "title, owner=Kept by"),
        ("Covers", 5, "covers"),
        ("Review", 3, "review_months=Months between reviews, review_due=Next review"),
    ),
    "flows": _form(
        "Flows of personal data",
        ("Data", 3, "data, origin=From, recipient=To"),
        ("Purpose and basis", 5, "purpose, lawful_basis=Lawful basis"),
        ("How", 3, "frequency=Every, method=Method, agreement=Under"),
    ),
    "criteria": _form(
        "Eligibility", ("Criterion", 6, "criterion"), ("Statute", 3, "statute"), ("Decided by", 3, "decided_by")
    ),
    "charges": _form("Charges", ("Charge", 5, "charge"), ("Set by", 3, "set_by"), ("Assessed by", 4, "assessed_by")),
    "standards": _form(
        "Standards", ("Matter", 3, "matter"), ("Standard", 6, "standard"), ("Responsible", 3, "responsible")
    ),
    "courses": _form(
        "Training",
        ("Course", 4, "topic, audience=For"),
        ("How often", 3, "frequency, mandatory=Mandatory"),
        ("Provided by", 3, "provider"),
    ),
    "policies": _form(
        "Policies",
        ("Policy", 5, "title, applies_to=Applies to"),
        ("Kept by", 3, "owner"),
        ("Next review", 3, "review_due"),
    ),
    "steps": _form(
        "Steps",
        ("Step", 5, "step, within=Within"),
        ("Responsible", 3, "responsible"),
        ("Record", 3, "record"),
    ),
    "duties": _form(
        "Duties of the host partner and the pool manager",
        ("Duty", 6, "duty"),
        ("Responsible", 3, "responsible"),
        ("How often and to whom", 3, "frequency, to=To"),
    ),
    "schemes": _form(
        "Schemes",
        ("Scheme", 3, "name, commissioner=Commissioned by, basis=Money"),
        ("Aims", 6, "aims, measure=Known to work by"),
        ("Value", 2, "value"),
    ),
    "shares": _form(
        "Sharing of risk",
        ("Event", 3, "event"),
        ("Rule", 6, "rule, decided_by=Decided by"),
        ("Limit", 2, "limit"),
    ),
    "conditions": _form(
        "Conditions",
        ("Condition", 4, "condition, lead=Led by"),
        ("How it is met", 6, "met_by, status=Status, due=Due, evidence=Shown by"),
    ),
    "items": _form(
        "Work plan",
        ("Item", 1, "reference"),
        ("Deliverable", 6, "deliverable, theme=Theme, remark=Remark"),
        ("Lead", 3, "lead, party=For, applies_to=Applies to, due=Due"),
        ("First rating", 2, "first"),
        ("Second rating", 2, "second"),
    ),
    "actions": _form(
        "Actions",
        ("Action", 6, "action, remark=Remark"),
        ("Owner", 3, "owner, due=Due"),
        ("Status", 2, "status"),
        ("Answers", 2, "items"),
    ),
    "figures": _form("Figures", ("What it is", 8, "says"), ("Figure", 3, "value, on")),
    "classes": _form(
        "Records",
        ("Record", 4, "record, system=In"),
        ("Kept by", 3, "kept_by"),
        ("Kept and read", 4, "kept_for_months=Months kept, access=Read by"),
    ),
    "systems": _form(
        "Systems of record",
        ("System", 3, "name, owner=Kept by"),
        ("Holds", 5, "holds"),
        ("Record of truth", 2, "record_of_truth"),
    ),
}

FACTS: dict[str, Form] = {
    "pooled-fund": _form(
        "The fund",
        ("Term", 3, ""),
        (
            "Provision",
            7,
            (
                "host=Host partner, pool_manager=Pool manager, overspend=Overspend, underspend=Underspend, "
                "minimum=Least to be pooled"
            ),
        ),
    ),
    "conditions": _form("Plan", ("Matter", 3, ""), ("Provision", 7, "plan_year=Plan year")),
    "action-plan": _form(
        "Oversight",
        ("Matter", 3, ""),
        ("Provision", 7, "monitored_by=Monitored by, exceptions_to=Delay is reported to"),
    ),
    "work-plan": _form(
        "Ratings", ("Rating", 3, ""), ("Given", 7, "first_rating=First rating, second_rating=Second rating")
    ),
    "finance": _form(
        "Financial terms",
        ("Term", 3, ""),
        (
            "Provision",
            7,
            "basis=Basis, variation=How contributions vary, overspend=Overspend, underspend=Underspend",
        ),
    ),
    "safeguarding": _form(
        "Recording and returns",
        ("Matter", 3, ""),
        ("Provision", 7, "recording_system=System of record, reporting_party=Party that makes statutory returns"),
    ),
}
"""Single values of a kind, which print as a table of two columns: their label and their provision."""
