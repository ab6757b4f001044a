"""What real partnerships do: three parties, both directions, several funds, bands of risk, a term that rolls over."""

from __future__ import annotations

from datetime import date

import pytest

from section75.compose import compose
from section75.document import Table, words_of
from section75.drafting import Answers, renewed
from section75.errors import Section75Error
from section75.judging.agreement import judge
from section75.judging.reviewed import examined
from section75.load import load_agreement
from section75.render.html import write_html
from section75.reports.portfolio import entry, portfolio_report
from section75.reports.text import text
from section75.tree import MemoryTree
from tests.support.agreements import base_files, overlaid
from tests.support.redlines import proved, redlined
from tests.support.reviews import read_catalogue

PARTIES = """parties:
  - {id: council, name: Newtown Borough Council, kind: council, address: Town Hall, label: the Council, notices_to: Head of Legal Services}
  - {id: trust, name: Newtown Partnership NHS Trust, kind: nhs-trust, address: Trust House, label: the Trust, notices_to: Company Secretary}
  - {id: county, name: Oldshire County Council, kind: council, address: County Hall, label: the County, notices_to: Solicitor}
execution:
  form: deed
  blocks:
    - {id: sealed-by-council, party: council, method: common-seal, attested_by: [Authorised Officer]}
    - {id: sealed-by-trust, party: trust, method: common-seal, attested_by: [Chair, Director]}
    - {id: sealed-by-county, party: county, method: common-seal, attested_by: [Solicitor]}
"""
BOTH_WAYS = """arrangements:
  - {id: reg-eight, type: nhs-exercises-council-functions, exercised_by: trust, on_behalf_of: council}
  - {id: reg-nine, type: council-exercises-nhs-functions, exercised_by: council, on_behalf_of: trust}
"""
FUNCTIONS = """delegated:
  - {{id: fn-assessment, function: Assessing the needs of adults, statute: "Care Act 2014, section 9", {first}indicators: [adults-reviewed]}}
  - {{id: fn-rehab, function: Rehabilitation, statute: "National Health Service Act 2006, section 3", {second}indicators: [adults-reviewed]}}
"""
FUND = """format: 1
id: {id}
kind: pooled-fund
title: Fund {id}
lead_officer: Head of Finance
clauses: [{{id: {id}-made, heading: Fund, text: "Beside the schedule on fund north, the schedule on fund south and the schedule on schemes of the funds, the fund is:", table: contributions}}]
host: {host}
pool_manager: Head of Finance
overspend: By the schedule on finance.
underspend: By the schedule on finance.
years: ["2018-19"]
contributions:
  - {{id: {id}-one, party: council, item: Money, amounts: [{amount}]}}
  - {{id: {id}-two, party: trust, item: Money, amounts: [100]}}
stated_totals: [{total}]
"""
SCHEMES = """format: 1
id: schemes
kind: scheme-specification
title: Schemes of the funds
lead_officer: Head of Finance
clauses: [{{id: schemes-list, heading: Schemes, text: "The schemes are:", table: schemes}}]
schemes:
  - {{id: scheme-north, name: Home, aims: People go home., commissioner: council, basis: pooled, value: 300, {north}}}
  - {{id: scheme-south, name: Away, aims: People go away., commissioner: trust, basis: pooled, value: 500, {south}}}
"""


def told(tree, *codes: str) -> list[str]:
    found = judge(load_agreement(tree)).findings
    return [finding.message for finding in found if not codes or finding.code in codes]


def printed(tree) -> str:
    blocks = compose(load_agreement(tree).required()).blocks
    lines = [line.runs for b in blocks if isinstance(b, Table) for row in b.rows for cell in row.cells for line in cell]
    return " | ".join(map(words_of, lines))


def test_a_fund_of_three_names_its_participants_and_a_host_among_them():
    pool = (
        PARTIES
        + "arrangements: [{id: pool, type: pooled-fund, exercised_by: council, participants: [council, trust, county]}]\n"
    )
    assert told(overlaid("agreement.yaml", pool)) == []
    without = pool.replace("[council, trust, county]", "[trust, county]")
    assert told(overlaid("agreement.yaml", without)) == ["the host of the fund is not among those who pay into it"]
    alone = pool.replace(", participants: [council, trust, county]", "")
    assert told(overlaid("agreement.yaml", alone)) == ["a fund is pooled by two parties at least"]
    stranger = pool.replace("trust, county]", "trust, shire]")
    assert told(overlaid("agreement.yaml", stranger)) == ['there is no "shire" to refer to']


@pytest.mark.parametrize("kind", ["care-trust", "nhs-foundation-trust"])
def test_a_care_trust_is_an_nhs_body(kind):
    block = PARTIES.replace("kind: nhs-trust", f"kind: {kind}")
    assert told(overlaid("agreement.yaml", block)) == []


def test_a_combined_authority_stands_on_the_side_of_councils():
    block = PARTIES.replace("kind: council, address: County", "kind: combined-authority, address: County")
    assert told(overlaid("agreement.yaml", block)) == []
    both = (
        "arrangements: [{id: lead-provision, type: nhs-exercises-council-functions, exercised_by: county, "
        "on_behalf_of: council}]\n"
    )
    assert told(overlaid("agreement.yaml", block + both), "party-kind") == [
        "the two parties are the wrong way round for this type of arrangement"
    ]


def both(first: str = "of: council, exercised_by: trust, ", second: str = "of: trust, exercised_by: council, "):
    files = dict(overlaid("agreement.yaml", BOTH_WAYS).files)
    return overlaid("schedules/functions.yaml", FUNCTIONS.format(first=first, second=second), files)


def test_functions_go_both_ways_and_print_their_direction():
    assert told(both()) == []
    assert "Council" in printed(both()) and "Trust" in printed(both())


@pytest.mark.parametrize(
    ("first", "words"),
    [
        ("", "does not say which it belongs to"),
        ("of: council, ", "and not the other"),
        ("of: trust, exercised_by: trust, ", "on behalf of itself"),
    ],
)
def test_a_function_without_its_direction_is_told(first, words):
    found = told(both(first), "function-direction")
    assert len(found) == 1 and words in found[0]


def test_a_direction_that_no_arrangement_makes_is_told():
    tree = overlaid("schedules/functions.yaml", FUNCTIONS.format(first="of: trust, exercised_by: council, ", second=""))
    assert "no arrangement lets council exercise functions of trust" in told(tree, "function-direction")


def funds(north="fund: north", south="fund: south", amount=200):
    files = {
        **base_files(),
        "schedules/north.yaml": FUND.format(id="north", host="council", amount=amount, total=amount + 100),
        "schedules/south.yaml": FUND.format(id="south", host="trust", amount=400, total=500),
        "schedules/schemes.yaml": SCHEMES.format(north=north, south=south),
    }
    listed = "schedules: [" + ", ".join(f"schedules/{n}.yaml" for n in (
        "governance", "performance", "finance", "functions", "north", "south", "schemes")) + "]\n"  # fmt: skip
    return overlaid("agreement.yaml", listed, files)


def test_two_funds_with_two_hosts_each_pay_for_their_own_schemes():
    assert told(funds(), "wrong-total", "scheme-fund") == []
    assert "Fund north" in printed(funds()) or "Schedule 5" in printed(funds())


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        ({"north": "measure: Days"}, "scheme-fund", "names no fund"),
        ({"north": "fund: finance"}, "scheme-fund", "is no pooled fund"),
        ({"south": "fund: north"}, "wrong-total", "add up to £800"),
        ({"amount": 250}, "wrong-total", "add up to £300, but it comes to £350"),
        ({"north": "fund: north, start: 2017-01-01"}, "scheme-fund", "outside the term"),
        ({"north": "fund: north, start: 2019-01-01, end: 2018-06-01"}, "scheme-fund", "before it begins"),
    ],
)
def test_a_scheme_of_no_fund_and_a_fund_that_does_not_add_up_are_told(change, code, words):
    found = told(funds(**change), code)
    assert found and words in found[0]


def shared(bands: str, more: str = "") -> MemoryTree:
    share = (
        "format: 1\nid: sharing\nkind: risk-share\ntitle: Sharing\nlead_officer: Head of Finance\n"
        'clauses: [{id: sharing-rule, heading: Sharing, text: "The Parties share as follows:", table: shares}]\n'
        f"shares:\n  - {{id: share-over, event: An overspend, rule: By bands., {more}bands: {bands}}}\n"
    )
    listed = "schedules: [" + ", ".join(f"schedules/{n}.yaml" for n in (
        "governance", "performance", "finance", "functions", "sharing")) + "]\n"  # fmt: skip
    return overlaid("agreement.yaml", listed, {**base_files(), "schedules/sharing.yaml": share})


HALF = "portions: [{party: council, per_cent: 60}, {party: trust, per_cent: 40}]"


def test_bands_of_risk_print_in_words():
    tree = shared(
        f"[{{up_to: 2, {HALF}}}, {{above: 2, up_to: 5, {HALF}}}, {{above: 5, portions: [{{party: trust, per_cent: 100}}]}}]"
    )
    assert told(tree, "risk-bands", "broken-reference") == []
    said = printed(tree)
    assert "Up to 2 per cent of the fund: Council 60 per cent, Trust 40 per cent" in said
    assert "Above 2 and up to 5 per cent of the fund" in said
    assert "Above 5 per cent of the fund: Trust 100 per cent" in said


@pytest.mark.parametrize(
    ("bands", "words"),
    [
        ("[{portions: [{party: council, per_cent: 70}, {party: trust, per_cent: 50}]}]", "come to 120 per cent"),
        ("[{portions: [{party: council, per_cent: 40}, {party: trust, per_cent: 40}]}]", "come to 80 per cent"),
        (f"[{{up_to: 5, {HALF}}}, {{above: 3, {HALF}}}]", "overlap between 3 and 5"),
        (f"[{{up_to: 5, {HALF}}}, {{above: 6, {HALF}}}]", "leave a gap between 5 and 6"),
        (f"[{{up_to: 5, {HALF}}}]", "nothing says who bears what is above 5"),
        (f"[{{{HALF}}}, {{above: 5, {HALF}}}]", "follows one that has no end"),
        (f"[{{above: 5, up_to: 5, {HALF}}}]", "where it has not begun"),
        ("[{portions: [{party: council, per_cent: 60}, {party: council, per_cent: 40}]}]", "stands twice"),
    ],
)
def test_bands_that_do_not_hold_together_are_told(bands, words):
    assert any(words in message for message in told(shared(bands), "risk-bands")), told(shared(bands))


def test_a_limit_ends_the_bands():
    assert told(shared(f"[{{up_to: 5, {HALF}}}]", "limit: 1000, "), "risk-bands") == []


def test_a_term_that_rolls_over_says_by_when_notice_is_given():
    term = "term: {start: 2018-04-01, end: 2021-03-31, rollover_months: 12%s}\n"
    words = 'recitals: [{id: recital-power, text: "It goes on for {{ term.rollover_months }} months. Section 75 of the National Health Service Act 2006."}]\n'
    assert told(overlaid("agreement.yaml", term % ", rollover_notice_months: 6" + words)) == []
    found = told(overlaid("agreement.yaml", term % "" + words))
    assert found == ["the term goes on by itself, and nothing says by when a party gives notice against it"]


MONEY = """format: 1
id: finance
kind: finance
title: Finance
lead_officer: Head of Finance
basis: aligned
clauses:
  - id: money-beside
    heading: Money beside
    clauses:
      - {id: money-facts, text: "The terms are:", table: facts}
      - {id: money-contributions, text: "The contributions are:", table: contributions}
      - {id: money-payments, text: "These are paid beside them:", table: payments}
      - {id: money-grants, text: "These grants are received:", table: grants}
      - {id: money-supplies, text: "VAT is treated so:", table: supplies}
years: ["2018-19"]
contributions:
  - {id: con-council, party: council, item: Money, amounts: [100]}
  - {id: con-trust, party: trust, item: Money, amounts: [100]}
variation: By agreement in writing.
overspend: Each bears its own.
underspend: Each keeps its own.
payments:
  - {id: pay-beds, power: section-76, payer: council, payee: trust, purpose: Reablement beds., amount: 120000, year: 2018-19, conditions: An annual voucher.}
  - {id: pay-carers, power: section-256, payer: trust, payee: council, purpose: Support for carers., amount: 80000, year: 2018-19}
grants:
  - {id: gr-dfg, grant: Disabled Facilities Grant, use: capital, recipient: council, amount: 500000, year: 2018-19, passed_on: [{to: North District Council, amount: 300000}], conditions: Adaptations alone.}
supplies:
  - {id: su-staff, supply: Commissioning staff, supplier: council, customer: trust, regime: section-41, reason: They are contracted out.}
"""
STAFF = """format: 1
id: finance
kind: workforce
title: Workforce
lead_officer: Head of Service
clauses: [{id: staff-list, heading: Staff, text: "These transfer:", table: transferring}]
transferring:
  - {id: tu-1, post: Social worker, from_employer: council, to_employer: trust, at: commencement, hours: 37, grade: Grade 9, pension: Local Government Pension Scheme, continuous_from: 2009-06-01}
"""
YEARLY = """yearly: [{year: 2018-19, value: 300}, {year: 2019-20, value: 330}], start: 2018-04-01, end: 2020-03-31"""
OPEN = "term: {start: 2018-04-01, open_ended: true, review_months: 12, review_due: 2019-03-31, notice_months: 6}\n"


def money(old: str = "", new: str = ""):
    return MemoryTree({**base_files(), "schedules/finance.yaml": MONEY.replace(old, new) if old else MONEY})


def test_transfers_grants_and_vat_are_said_and_print():
    assert told(money()) == []
    said = printed(money())
    for words in (
        "section 76",
        "Section 41",
        "\u00a3120,000",
        "Disabled Facilities Grant",
        "North District Council: \u00a3300,000",
    ):
        assert words in said, said
    assert "Commissioning staff" in said


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("power: section-76, payer: council, payee: trust", "power: section-76, payer: trust, payee: council", "an NHS body pays here"),
        ("power: section-256, payer: trust, payee: council", "power: section-256, payer: council, payee: trust", "a council pays here"),
        ("payer: council, payee: trust", "payer: council, payee: council", "a party pays itself"),
        ("amount: 300000}]", "amount: 600000}]", "\u00a3600,000 is passed on of a grant of \u00a3500,000"),
        ("regime: section-41", "regime: section-33", "an NHS body is supplied"),
        ("supplier: council, customer: trust", "supplier: trust, customer: trust", "a party supplies itself"),
    ],
)  # fmt: skip
def test_money_that_goes_the_wrong_way_is_told(old, new, words):
    found = told(money(old, new), "payment-direction", "grant-passed-on", "vat-regime")
    assert len(found) == 1 and words in found[0]


def staff(old: str = "", new: str = ""):
    return MemoryTree({**base_files(), "schedules/finance.yaml": STAFF.replace(old, new) if old else STAFF})


def test_staff_who_transfer_are_listed_with_their_terms():
    said = printed(staff())
    for words in ("Social worker", "Grade 9", "37", "1 June 2009", "Local Government Pension Scheme", "commencement"):
        assert words in said, said


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("to_employer: trust", "to_employer: council", "from a party to itself"),
        ("2009-06-01", "2018-06-01", "not before the transfer on 1 April 2018"),
    ],
)
def test_a_transfer_that_cannot_be_is_told(old, new, words):
    found = told(staff(old, new), "staff-transfer")
    assert len(found) == 1 and words in found[0]


def test_a_scheme_has_days_and_values_of_its_own():
    tree = funds(north=f"fund: north, {YEARLY}")
    assert told(tree) == []
    assert "2019-20: \u00a3330" in printed(tree)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2019-20", "2018-19", "the year stands twice: 2018-19"),
        ("2019-20", "2031-32", "the year is outside the term: 2031-32"),
        ("value: 300}", "value: 310}", "the value and that of the first year differ"),
    ],
)
def test_yearly_values_that_contradict_are_told(old, new, words):
    found = told(funds(north=f"fund: north, {YEARLY.replace(old, new)}"), "scheme-fund")
    assert any(words in message for message in found), found


def open_ended(block: str = OPEN):
    files = dict(overlaid("agreement.yaml", block).files)
    files["agreement.yaml"] = str(files["agreement.yaml"]).replace("shall, until {{ term.end }}:", "shall:")
    return MemoryTree(files)


def test_an_agreement_may_have_no_last_day():
    assert told(open_ended()) == []
    assert "no end" in portfolio_words(open_ended())
    found = told(overlaid("agreement.yaml", OPEN), "unknown-look-up")
    assert found == ['"term.end" is not filled in']


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (OPEN.replace("open_ended: true, ", ""), "the term has no last day"),
        (OPEN.replace("open_ended: true", "open_ended: true, end: 2021-03-31"), "open-ended, and a last day is given"),
        (OPEN.replace(", notice_months: 6", ""), "nothing says how it ends"),
        (OPEN.replace("notice_months: 6", "notice_months: 6, rollover_months: 12, rollover_notice_months: 3"), "nothing to go on from"),
    ],
)  # fmt: skip
def test_an_open_end_that_contradicts_itself_is_told(block, words):
    found = told(open_ended(block), "open-term")
    assert len(found) == 1 and words in found[0]


def test_an_open_ended_agreement_is_renewed_only_from_a_day_that_is_given():
    loaded = load_agreement(open_ended())
    with pytest.raises(Section75Error, match="is open-ended"):
        renewed(loaded, "newtown-2030")
    text = renewed(loaded, "newtown-2030", Answers(start=date(2030, 4, 1), months=36))["agreement.yaml"].decode()
    assert "end: 2033-03-31" in text
    assert "open_ended" not in text


def portfolio_words(tree) -> str:
    loaded = load_agreement(tree)
    made = entry("newtown/2018", loaded, judge(loaded), date(2019, 1, 1))
    return text(portfolio_report([made]).page("text"))


CASES = {
    "a pool of three": lambda: overlaid(
        "agreement.yaml",
        PARTIES + "arrangements: [{id: pool, type: pooled-fund, exercised_by: council, participants: [council, trust, county]}]\n",
    ),
    "a combined authority": lambda: overlaid(
        "agreement.yaml", PARTIES.replace("kind: council, address: County", "kind: combined-authority, address: County")
    ),
    "two funds with hosts of their own": funds,
    "functions both ways": both,
    "yearly values": lambda: funds(north=f"fund: north, {YEARLY}"),
    "transfers, grants and VAT": money,
    "staff who transfer": staff,
    "an open end": open_ended,
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_case_loads_prints_compares_and_checks(case):
    tree = CASES[case]()
    loaded, before = load_agreement(tree), load_agreement(MemoryTree(base_files()))
    new, old = compose(loaded.required()), compose(before.required())
    assert write_html(new)
    assert proved(*redlined(old, new)) == ""
    review = examined(loaded, [read_catalogue("regulations-2000")], date(2019, 6, 30)).review
    assert len(review.results) == 53
    assert review.faults == ()
