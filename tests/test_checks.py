"""Rules beyond their examples: false alarms that must not come, edges, and several faults at once."""

from __future__ import annotations

import pytest

from tests.support.agreements import changed, codes, judged, overlaid

SAID = "It shall keep a record."


def found(words: str, path: str = "agreement.yaml", old: str = SAID) -> list[str]:
    return codes(changed(path, old, '"' + words.replace('"', '\\"') + '"'))


@pytest.mark.parametrize(
    "words",
    [
        "Nothing in this Agreement limits the Council. Either may act.",
        "The Council shall comply with the Care Act 2014 and the Mental Health Act 1983.",
        "Under the Contracts (Rights of Third Parties) Act 1999 nobody else may.",
        "The Local Authority Social Services and National Health Service Complaints (England) Regulations 2009 apply.",
        "The Director of Adult Services and the Head of Legal Services attend.",
        "The Strategic Boards, the Strategic Board's minutes and the Strategic Board\u2019s chair.",
        "On Monday 1 April, in Newtown, HM Revenue and Customs said so.",
        "As Part A, Schedule 2 and Table 3 say: Nothing else.",
        "An NHS trust, a GP and the Secretary of State may attend.",
    ],
)
def test_names_of_posts_acts_and_places_are_no_undefined_terms(words):
    assert "undefined-term" not in found(words)


@pytest.mark.parametrize(
    "words", ["the Exit Plan applies", "a Pooled Fund is kept", "each Service User is told", "the Host Partner decides"]
)
def test_a_term_that_nothing_defines_is_found_once(words):
    assert found(words).count("undefined-term") == 1
    assert found(f"{words} and {words}").count("undefined-term") == 1


def test_terms_allowed_are_passed_over():
    tree = changed("agreement.yaml", SAID, "The Exit Plan applies.")
    tree.files["agreement.yaml"] = str(tree.files["agreement.yaml"]) + "terms_allowed: [Exit Plan]\n"
    assert codes(tree) == []


@pytest.mark.parametrize(
    "words",
    ["insert the key", "an inserted clause", "the names of all", "XXth century", "it is confirmed", "table 3 [sic]"],
)
def test_ordinary_words_are_no_placeholders(words):
    assert "placeholder" not in found(words)


@pytest.mark.parametrize(
    "words",
    [
        "TBC",
        "from XX to",
        "[insert name]",
        "[ \u25cf ]",
        "???",
        "date to be confirmed",
        "____",
        "<date>",
        "[Amount in words]",
    ],
)
def test_placeholders_are_found(words):
    assert "placeholder" in found(f"Pay {words}.")


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("{start: 2018-04-01, end: 2018-04-01}", ["dates-out-of-order"]),
        ("{start: 2018-04-01, end: 2018-04-02}", []),
        ("{start: 2018-04-01, end: 2021-03-31, previous_end: 2018-04-01}", ["dates-out-of-order"]),
        ("{start: 2018-04-01, end: 2021-03-31, previous_end: 2018-03-30}", ["gap-between-periods"]),
        ("{start: 2018-04-01, end: 2021-03-31, review_due: 2021-03-31}", []),
        ("{start: 2018-04-01, end: 2021-03-31, review_due: 2021-04-01}", ["dates-out-of-order"]),
        (
            "{start: 2018-04-01, end: 2021-03-31, extensions: [{id: x, start: 2021-04-01, end: 2022-03-31, reason: review}]}",
            [],
        ),
        (
            "{start: 2018-04-01, end: 2021-03-31, extensions: [{id: x, start: 2021-04-02, end: 2022-03-31, reason: review}]}",
            ["gap-between-periods"],
        ),
        (
            "{start: 2018-04-01, end: 2021-03-31, extensions: [{id: x, start: 2021-03-31, end: 2022-03-31, reason: review}]}",
            ["dates-out-of-order"],
        ),
    ],
)
def test_dates_at_their_edges(term, expected):
    assert codes(overlaid("agreement.yaml", f"term: {term}")) == expected


@pytest.mark.parametrize(
    ("total", "tolerance", "expected"),
    [
        ("3.5", "", []),
        ("3.6", "", ["wrong-total"]),
        ("3.6", "0.1", []),
        ("3.61", "0.1", ["wrong-total"]),
        ("3.4", "0.1", []),
    ],
)
def test_totals_at_the_edge_of_their_tolerance(total, tolerance, expected):
    tree = changed("schedules/finance.yaml", "stated_total: 3.5", f"stated_total: {total}")
    if tolerance:
        tree.files["schedules/finance.yaml"] = str(tree.files["schedules/finance.yaml"]).replace(
            "    title: Posts\n", f"    title: Posts\n    tolerance: {tolerance}\n"
        )
    assert codes(tree) == expected


def test_a_total_tells_both_figures():
    finding = judged(changed("schedules/finance.yaml", "2050]", "2500]")).findings[0]
    assert "\u00a32,500" in finding.message
    assert "\u00a32,050" in finding.message


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("schedules/governance.yaml", "party: council", "party: board"),
        ("schedules/governance.yaml", "proxy_for: seat-director", "proxy_for: trust"),
        ("schedules/performance.yaml", "functions: [fn-assessment]", "functions: [fn-amhp]"),
        ("schedules/functions.yaml", "indicators: [adults-reviewed]", "indicators: [posts-manager]"),
        ("agreement.yaml", "exercised_by: trust", "exercised_by: council"),
    ],
)
def test_a_field_that_names_the_wrong_kind_of_thing(path, old, new):
    assert "wrong-target" in codes(changed(path, old, new))


def test_every_later_use_of_an_id_is_found_at_its_own_place():
    tree = changed(
        "agreement.yaml",
        "  - id: oversight\n",
        "  - {id: one, heading: One, text: One.}\n  - {id: one, heading: Two, text: Two.}\n  - {id: one, heading: Three, text: Three.}\n  - id: oversight\n",
    )
    places = [f.place for f in judged(tree).findings if f.code == "duplicate-id"]
    assert [p.line for p in places] == [places[0].line, places[0].line + 1]


def test_an_id_of_the_register_counts_in_the_same_namespace():
    assert codes(changed("risks.yaml", "id: risk-data", "id: board-duty")) == ["duplicate-id"]


def test_a_table_is_placed_once():
    tree = changed(
        "schedules/governance.yaml",
        "- {id: appeals, heading: Appeals, text:",
        "- {id: again, heading: Again, table: groups, text: x}\n      - {id: appeals, heading: Appeals, text:",
    )
    assert codes(tree) == ["unknown-table"]


def test_only_definitions_print_among_the_clauses():
    assert codes(changed("agreement.yaml", "table: definitions", "table: groups")) == ["unknown-table"]


def test_a_reference_inside_a_table_cell_is_checked_and_placed():
    tree = changed("schedules/finance.yaml", "item: Management", 'item: "Management under [](#nowhere)"')
    only = judged(tree).findings
    assert [(f.code, f.place.line) for f in only] == [("broken-reference", 13)]


def test_definitions_are_ordered_as_a_reader_looks_them_up():
    terms = ["1983 Act", "AMHP", "Annual Report", "Care Act", "Care Co-ordinator", "Carer"]
    block = "definitions:\n" + "".join(
        f"  - {{id: d{i}, term: {t}, meaning: means it.}}\n" for i, t in enumerate(terms)
    )
    assert "definition-order" not in codes(overlaid("agreement.yaml", block))
