"""What real partnerships do: three parties, both directions, several funds, bands of risk, a term that rolls over."""

from __future__ import annotations

import pytest

from section75.compose import compose
from section75.document import Table, words_of
from section75.judging.agreement import judge
from section75.load import load_agreement
from section75.tree import MemoryTree
from tests.support.agreements import base_files, overlaid

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
