"""How each list of structured data prints: one row here for each list of the schemas, in one ordered table."""

from __future__ import annotations

from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One field in a cell; the label, where there is one, stands before it."""

    field: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """The caption of a list and its columns: heading and the fields in it."""

    caption: str
    columns: tuple[tuple[str, tuple[Entry, ...]], ...]


def _form(caption: str, *columns: tuple[str, str]) -> Form:
    """Columns written as "field, field=Label"."""
    return Form(caption, tuple((heading, tuple(_entries(given))) for heading, given in columns))


def _entries(given: str) -> list[Entry]:
    return [Entry(*(part.strip() for part in item.split("="))) for item in given.split(",")]


FORMS: dict[str, Form] = {
    "aims": _form("Aims", ("Aim", "aim")),
    "outcomes": _form(
        "Outcomes", ("Outcome", "outcome"), ("How the Parties will know", "measure, indicators=Indicators")
    ),
    "strategies": _form("Strategies served", ("Strategy", "name"), ("Contribution", "contribution")),
    "groups": _form(
        "Boards and groups",
        ("Group", "name, chair=Chair"),
        ("Purpose", "purpose"),
        ("Meets and reports", "frequency=Meets, quorum=Quorum, reports_to=Reports to"),
    ),
    "members": _form(
        "Members of {name}", ("Role", "role"), ("Party", "party"), ("Standing", "standing, proxy_for=For")
    ),
    "meetings": _form(
        "Other meetings",
        ("Meeting", "name, led_by=Led by, frequency=Meets"),
        ("Purpose", "purpose"),
        ("Place in the governance", "attended_by=Attended by, fits_in=Reports into, decision"),
    ),
    "communications": _form(
        "Joint communications",
        ("Message", "message"),
        ("Audience", "audience"),
        ("When", "when"),
        ("Owner", "owner"),
    ),
    "services": _form(
        "Services",
        ("Service", "name, accountable_manager=Accountable manager, line_management=Line management"),
        ("Description", "description, people=People served, locations=Works from"),
        ("Delegated Functions", "delegated"),
    ),
    "roles": _form("Professional roles", ("Role", "role"), ("Contribution", "contribution")),
    "delegated": _form(
        "Delegated functions",
        ("Function", "function"),
        ("Statute", "statute"),
        ("Direction", "of=Of, exercised_by=Exercised by"),
        ("Carried and evidenced by", "services=Services, indicators=Indicators"),
    ),
    "alongside": _form("Functions exercised alongside", ("Function", "function"), ("Statute", "statute")),
    "legally_excluded": _form(
        "Functions that the law excludes",
        ("Function", "function"),
        ("Statute", "statute"),
        ("Why it is excluded", "basis"),
    ),
    "locally_retained": _form(
        "Functions that are retained",
        ("Function", "function"),
        ("Statute", "statute"),
        ("Why it is retained", "basis"),
    ),
    "stages": _form(
        "Stages of an enquiry",
        ("Stage", "stage"),
        ("Responsible", "responsible"),
        ("Standard", "standard"),
        ("Record", "record"),
    ),
    "assurance": _form(
        "Assurance",
        ("Activity", "activity"),
        ("Frequency", "frequency"),
        ("Led by", "led_by"),
        ("Reported to", "reported_to"),
    ),
    "protocols": _form(
        "Protocols",
        ("Area", "topic, policy_owner=Policy of, lead=Led by"),
        ("Provision", "provision"),
    ),
    "indicators": _form(
        "Indicators",
        ("Indicator", "name, set, measures=Measures, target=Target, no_target=No target, direction=Better when"),
        ("Definition", "definition, numerator=Numerator, denominator=Denominator, functions=Evidences"),
        (
            "Reporting",
            (
                "source=Source, owner=Delivered by, frequency=Every, aggregation=Over a year, team_level=By team, "
                "breakdown=Broken down by, benchmark=Compared with"
            ),
        ),
    ),
    "deliveries": _form(
        "Data delivery timetable",
        ("Data", "data, format=Form"),
        ("From and to", "party=From, recipient=To"),
        ("When", "frequency=Every, due=Due"),
    ),
    "thresholds": _form(
        "Authority to decide", ("Decision", "decision"), ("Up to", "limit"), ("Authority", "authority")
    ),
    "agreements": _form(
        "Information sharing agreements",
        ("Agreement", "title, owner=Kept by"),
        ("Covers", "covers"),
        ("Review", "review_months=Months between reviews, review_due=Next review"),
    ),
    "flows": _form(
        "Flows of personal data",
        ("Data", "data, origin=From, recipient=To"),
        ("Purpose and basis", "purpose, lawful_basis=Lawful basis"),
        ("How", "frequency=Every, method=Method, agreement=Under"),
    ),
    "criteria": _form("Eligibility", ("Criterion", "criterion"), ("Statute", "statute"), ("Decided by", "decided_by")),
    "charges": _form("Charges", ("Charge", "charge"), ("Set by", "set_by"), ("Assessed by", "assessed_by")),
    "standards": _form("Standards", ("Matter", "matter"), ("Standard", "standard"), ("Responsible", "responsible")),
    "courses": _form(
        "Training",
        ("Course", "topic, audience=For"),
        ("How often", "frequency, mandatory=Mandatory"),
        ("Provided by", "provider"),
    ),
    "policies": _form(
        "Policies",
        ("Policy", "title, applies_to=Applies to"),
        ("Kept by", "owner"),
        ("Next review", "review_due"),
    ),
    "steps": _form(
        "Steps",
        ("Step", "step, within=Within"),
        ("Responsible", "responsible"),
        ("Record", "record"),
    ),
    "duties": _form(
        "Duties of the host partner and the pool manager",
        ("Duty", "duty"),
        ("Responsible", "responsible"),
        ("How often and to whom", "frequency, to=To"),
    ),
    "payments": _form(
        "Payments under sections 76 and 256",
        ("Payment", "purpose, power=Under"),
        ("From and to", "payer=From, payee=To"),
        ("Year", "year"),
        ("Amount", "amount"),
        ("Conditions", "conditions"),
    ),
    "grants": _form(
        "Grants and capital",
        ("Grant", "grant, use=For, recipient=Paid to"),
        ("Year", "year"),
        ("Amount", "amount"),
        ("Passed on", "passed_on"),
        ("Conditions", "conditions"),
    ),
    "supplies": _form(
        "Supplies and value added tax",
        ("Supply", "supply, supplier=By, customer=To"),
        ("Value added tax", "regime"),
        ("Reason", "reason"),
    ),
    "transferring": _form(
        "Staff who transfer",
        ("Post", "post, grade=Grade, hours=Hours a week"),
        ("From and to", "from_employer=From, to_employer=To, at=At"),
        ("Continuous since", "continuous_from"),
        ("Pension", "pension"),
    ),
    "schemes": _form(
        "Schemes",
        ("Scheme", "name, commissioner=Commissioned by, basis=Money, fund=Fund, start=From, end=To"),
        ("Aims", "aims, measure=Known to work by"),
        ("Value", "value, yearly"),
    ),
    "shares": _form(
        "Sharing of risk",
        ("Event", "event"),
        ("Rule", "rule, decided_by=Decided by"),
        ("Bands", "bands"),
        ("Limit", "limit"),
    ),
    "conditions": _form(
        "Conditions",
        ("Condition", "condition, lead=Led by"),
        ("How it is met", "met_by, status=Status, due=Due, evidence=Shown by"),
    ),
    "items": _form(
        "Work plan",
        ("Item", "reference"),
        ("Deliverable", "deliverable, theme=Theme, remark=Remark"),
        ("Lead", "lead, party=For, applies_to=Applies to, due=Due"),
        ("First rating", "first"),
        ("Second rating", "second"),
    ),
    "actions": _form(
        "Actions",
        ("Action", "action, remark=Remark"),
        ("Owner", "owner, due=Due"),
        ("Status", "status"),
        ("Answers", "items"),
    ),
    "figures": _form("Figures", ("What it is", "says"), ("Figure", "value, on")),
    "classes": _form(
        "Records",
        ("Record", "record, system=In"),
        ("Kept by", "kept_by"),
        ("Kept and read", "kept_for_months=Months kept, access=Read by"),
    ),
    "systems": _form(
        "Systems of record",
        ("System", "name, owner=Kept by"),
        ("Holds", "holds"),
        ("Record of truth", "record_of_truth"),
    ),
}

FACTS: dict[str, Form] = {
    "pooled-fund": _form(
        "The fund",
        ("Term", ""),
        (
            "Provision",
            (
                "host=Host partner, pool_manager=Pool manager, overspend=Overspend, underspend=Underspend, "
                "minimum=Least to be pooled"
            ),
        ),
    ),
    "conditions": _form("Plan", ("Matter", ""), ("Provision", "plan_year=Plan year")),
    "action-plan": _form(
        "Oversight",
        ("Matter", ""),
        ("Provision", "monitored_by=Monitored by, exceptions_to=Delay is reported to"),
    ),
    "work-plan": _form("Ratings", ("Rating", ""), ("Given", "first_rating=First rating, second_rating=Second rating")),
    "finance": _form(
        "Financial terms",
        ("Term", ""),
        (
            "Provision",
            "basis=Basis, variation=How contributions vary, overspend=Overspend, underspend=Underspend",
        ),
    ),
    "safeguarding": _form(
        "Recording and returns",
        ("Matter", ""),
        ("Provision", "recording_system=System of record, reporting_party=Party that makes statutory returns"),
    ),
}
"""Single values of a kind, which print as a table of two columns: their label and their provision."""
