"""Rules beyond their examples: false alarms that must not come, edges, and several faults at once."""

from __future__ import annotations

import pytest

from section75.tree import MemoryTree
from tests.support.agreements import base_files, changed, codes, judged, overlaid

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


def test_a_term_is_seen_across_a_no_break_space():
    assert found("the Exit\u00a0Plan applies").count("undefined-term") == 1


def test_terms_allowed_are_passed_over():
    tree = changed("agreement.yaml", SAID, "The Exit Plan applies.")
    tree.files["agreement.yaml"] = str(tree.files["agreement.yaml"]) + "terms_allowed: [Exit Plan]\n"
    assert codes(tree) == []


@pytest.mark.parametrize(
    "words",
    [
        "insert the key",
        "an inserted clause",
        "the names of all",
        "XXth century",
        "it is confirmed",
        "table 3 [sic]",
        "[](#board-duty)",
        "[the board](#board-duty)",
        "{{ term.end }}",
        "20 per cent",
        "section 20",
        "Part X",
        "\u00a31,000",
    ],
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
        "\u00a3[     ]",
        "\u00a3[\u00a3]",
        "[   ]",
        "[ ] 2027",
        "[by date]",
        "[DN: check]",
        "[Drafting note: check with finance]",
        "[Newtown]",
        "[X]",
        "[Council to complete]",
        "\u00a3X",
        "\u00a3xx,xxx",
        "(tbc)",
        "T.B.C.",
        "20XX",
        "####",
        "{ amount }",
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
    found = codes(overlaid("agreement.yaml", f"term: {term}"))
    assert [code for code in found if code != "years-of-term"] == expected


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


def test_schemes_are_held_against_the_fund():
    fund = (
        "format: 1\nid: governance\nkind: pooled-fund\ntitle: The fund\nlead_officer: Head of Finance\nhost: council\n"
        'years: ["2018-19"]\ncontributions:\n  - {id: pf-a, party: council, item: Money, amounts: [1000]}\n'
    )
    schemes = (
        "format: 1\nid: finance\nkind: scheme-specification\ntitle: Schemes\nlead_officer: Head of Finance\nschemes:\n"
        "  - {id: ss-a, name: One, aims: All, commissioner: council, basis: pooled, value: 600}\n"
        "  - {id: ss-b, name: Two, aims: All, commissioner: council, basis: pooled, value: VALUE}\n"
    )
    for value, expected in (("400", []), ("500", ["wrong-total"])):
        files = {**base_files(), "schedules/governance.yaml": fund, "schedules/finance.yaml": schemes}
        files["schedules/finance.yaml"] = str(files["schedules/finance.yaml"]).replace("VALUE", value)
        assert [code for code in codes(MemoryTree(files)) if code == "wrong-total"] == expected


COLUMNS = """tables:
  - id: posts
    title: Averages
    {tolerance}
    columns:
      - {{id: col-a, heading: First, unit: number, least: 0, most: 4}}
      - {{id: col-b, heading: Second, unit: number, stated_total: {total}}}
      - {{id: col-c, heading: Both, unit: number, sum_of: [col-a, col-b]}}
    rows:
      - {{id: posts-manager, cells: [{a}, 2, {c}]}}
"""


@pytest.mark.parametrize(
    ("a", "c", "total", "tolerance", "expected"),
    [
        ("4", "6", "2", "", []),
        ("4.2", "6.2", "2", "", ["off-scale"]),
        ("-0.1", "1.9", "2", "", ["off-scale"]),
        ("4", "7", "2", "", ["wrong-total"]),
        ("4", "7", "3", "", ["wrong-total", "wrong-total"]),
        ("4", "7", "3", "tolerance: 1", []),
    ],
)
def test_columns_keep_their_scale_and_add_up_across(a, c, total, tolerance, expected):
    block = COLUMNS.format(a=a, c=c, total=total, tolerance=tolerance)
    assert codes(overlaid("schedules/finance.yaml", block)) == expected


FIGURES = 'figures:\n  - {{id: fi-a, says: "A", value: 17.48}}\n  - {{id: fi-d, says: "D", on: 2016-04-25}}\n  - {{id: fi-x, says: "X", {}}}\n'


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("value: 2050, rule: sum, of: [council-share.amounts.1, trust-share.amounts.1]", []),
        ("value: 450, rule: difference, of: [council-share.amounts.1, trust-share.amounts.1]", []),
        ("value: 64, unit: per-cent, rule: share, of: [trust-share.amounts.1, council-share.amounts.1]", []),
        ("value: 64.1, unit: per-cent, rule: share, of: [trust-share.amounts.1, council-share.amounts.1]", ["wrong-figure"]),
        ("value: 4, unit: per-cent, rule: change, of: [council-share.amounts.1, council-share.amounts.0]", []),
        ("value: 5, unit: per-cent, rule: change, of: [council-share.amounts.1, council-share.amounts.0]", ["wrong-figure"]),
        ("value: 1025, rule: mean, of: [council-share.amounts.1, trust-share.amounts.1]", []),
        ("value: 17.48, rule: same, of: [fi-a]", []),
        ("value: 17.5, rule: same, of: [fi-a]", ["wrong-figure"]),
        ("value: 17.5, rule: same, of: [fi-a], tolerance: 0.02", []),
        ("value: 1, rule: share, of: [fi-a]", ["wrong-figure"]),
        ("value: 1, rule: after, of: [fi-a]", ["wrong-figure"]),
        ("value: 1, rule: sum, of: [fi-nothing]", ["wrong-figure"]),
        ("value: 1, rule: sum, of: [fi-d]", ["wrong-figure"]),
        ("value: 1, rule: sum", ["wrong-figure"]),
        ("value: 1, on: 2016-04-27", ["wrong-figure"]),
        ("unit: pounds", ["wrong-figure"]),
        ("on: 2016-04-25, rule: same, of: [fi-d]", []),
        ("on: 2016-04-27, rule: same, of: [fi-d]", ["wrong-figure"]),
        ("on: 2016-03-21, rule: after, of: [fi-d]", ["wrong-figure"]),
        ("on: 2018-04-01, rule: not-after, of: [term.start]", []),
        ("on: 2018-04-02, rule: not-after, of: [term.start]", ["wrong-figure"]),
        ("on: 2018-04-02, rule: sum, of: [term.start]", ["wrong-figure"]),
    ],
)  # fmt: skip
def test_a_figure_in_words_follows_from_what_it_names(figure, expected):
    assert codes(overlaid("schedules/finance.yaml", FIGURES.format(figure))) == expected


RESULTS = """periods: [June, September, December, March]
indicators:
  - {{id: adults-reviewed, name: Reviewed, definition: All., numerator: All, unit: {unit}, source: Record, owner: trust, set: local, measures: output, aggregation: {rule}, frequency: monthly, direction: neither, no_target: None is set}}
results:
  - {{id: re-a, indicator: adults-reviewed, values: {values}, stated: {stated}{more}}}
"""


@pytest.mark.parametrize(
    ("rule", "unit", "values", "stated", "more", "expected"),
    [
        ("sum", "count", "[45, 60, 12, 53]", "566", "", []),
        ("sum", "count", "[45, 60, 12, 53]", "150", "", ["wrong-total"]),
        ("sum", "count", "[45, 60, 12, 53]", "566", ", whole_year: true", ["wrong-total"]),
        ("sum", "count", "[45, 60, 12, 53]", "170", ", whole_year: true", []),
        ("mean", "per-cent", "[100, 100, 100, 100]", "92", "", []),
        ("mean", "per-cent", "[100, 100, 100, 100]", "30", "", ["wrong-total"]),
        ("mean", "per-cent", "[1, 1, 1, 1]", "90", "", ["wrong-total"]),
        ("last", "per-cent", "[12.3, 11.8, 11.7, 12.1]", "12.1", "", []),
        ("last", "per-cent", "[12.3, 11.8, 11.7, 12.1]", "12.2", "", ["wrong-total"]),
        ("none", "per-cent", "[1, 2, 3, 4]", "3", "", ["wrong-total"]),
        ("none", "per-cent", "[1, 2, 3, 4]", "3", ", remark: It follows from no rule.", []),
        ("last", "per-cent", "[1, 2, not supplied, 4]", "4", "", []),
        ("sum", "count", "[]", "4", "", []),
        ("sum", "count", "[1, 2]", "4", "", ["uneven-row"]),
    ],
)  # fmt: skip
def test_stated_results_follow_from_the_rule_of_the_indicator(rule, unit, values, stated, more, expected):
    block = RESULTS.format(rule=rule, unit=unit, values=values, stated=stated, more=more)
    assert codes(overlaid("schedules/performance.yaml", block)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("As clause 12.3 says.", ["typed-number"]),
        ("See Schedule 16 and its appendix.", ["typed-number"]),
        ("As paragraph 7.2 has it.", ["typed-number"]),
        ("See section 4 below.", ["typed-number"]),
        ("Under paragraph 9 of Schedule 1 to the National Health Service Act 2006.", []),
        ("Under section 42 of the Care Act 2014.", []),
        ("Under Schedule 18 to the 2006 Act 1 applies.", []),
        ("Where Schedule 10A to the 2006 Act requires it.", []),
        ("As clause 14A says.", ["typed-number"]),
        ("As [](#board-duty) says.", []),
    ],
)
def test_a_number_typed_by_hand_is_found(words, expected):
    assert [code for code in found(words) if code == "typed-number"] == expected


@pytest.mark.parametrize(
    "words",
    [
        "The Local Authorities (Care) (No. 2) Regulations 2013 apply.",
        "It is done. Strategic Board minutes are kept.",
        "[Insert the board] is told.",
    ],
)
def test_beginnings_of_sentences_and_numbered_instruments_are_no_undefined_terms(words):
    assert "undefined-term" not in found(words)


def test_a_defined_term_with_figures_in_it_is_known():
    tree = overlaid(
        "agreement.yaml",
        "definitions:\n  - {id: def-agreement, term: Agreement, meaning: means this document.}\n"
        "  - {id: def-register, term: Section 117 Register, meaning: means a list.}\n"
        '  - {id: def-strategic-board, term: Strategic Board, meaning: "the board described in [](#governance)."}\n'
        'recitals:\n  - {id: recital-power, text: "The Section 117 Register of this Agreement is kept."}\n',
    )
    assert "undefined-term" not in codes(tree)


def test_a_figure_may_rest_on_nought():
    block = "figures:\n  - {id: fi-none, says: Nought, value: 0}\n  - {id: fi-x, says: X, value: 800, rule: sum, of: [fi-none, trust-share.amounts.0]}\n"
    assert codes(overlaid("schedules/finance.yaml", block)) == []


@pytest.mark.parametrize(
    ("statute", "expected"),
    [
        ("National Assistance Act 1948, section 22", []),
        ("Care Act 2014, section 14", []),
        ("Mental Health Act 1983, section 114", []),
        ("Care Act 2014, section 42", ["not-excluded-by-law"]),
        ("National Assistance Act 1948, section 21", ["not-excluded-by-law"]),
    ],
)
def test_what_regulation_6_excludes_is_known_for_each_time(statute, expected):
    block = f'legally_excluded:\n  - {{id: fn-amhp, function: A function, statute: "{statute}", basis: Regulation 6}}\n'
    assert codes(overlaid("schedules/functions.yaml", block)) == expected


@pytest.mark.parametrize(
    "words", ["Aa " * 40_000, "A-" * 60_000, "Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj Kk Ll Mm Nn. " * 2_000]
)
def test_words_with_capitals_without_end_are_read_in_time(words):
    """They once took minutes: every way to split a phrase was tried, and every word as the beginning of an Act."""
    assert "undefined-term" in codes(changed("agreement.yaml", "It shall keep a record.", f'"we say {words}"'))
