"""What is only promised is not met: nothing was due yet, or an action that should do it is still open."""

from datetime import date

import pytest

from section75.load import load_agreement
from section75.reviews import Status
from section75.signoff import digests
from section75.tree import MemoryTree
from tests.support.reviews import Example, read_catalogue, result_of
from tests.support.reviews import tree as tree_of

CATALOGUE = "coventry-warwickshire-2017"
SAID = """
```yaml agreement.yaml
clauses:
  - {id: clause-1, heading: Improvement, text: "An indicator below target has a plan with an owner until it improves."}
```
"""
RESULTS = """
```yaml schedules/performance.yaml
indicators:
  - {id: reviewed-late, name: Reviews in time, definition: Adults reviewed within twelve months., numerator: Adults,
     denominator: All adults, unit: per-cent, source: Case record, owner: trust, set: local, measures: output,
     aggregation: last, frequency: quarterly, direction: higher, target: 80, functions: [fn-assessment]}
periods: [Quarter 1]
results:
  - {id: re-reviewed, indicator: reviewed-late, values: [60], remark: Posts were vacant., plan: The posts are filled.}
```
"""
FIRST = "2018-06-30"
"""In the first quarter of the term."""
CONFIRMED = """
```yaml records/confirmations/one.yaml
format: 1
id: read-one
item: CW-060
by: Head of Partnerships
on: 2018-06-01
at:
  - unit: clause-1
    digest: "DIGEST"
    words: An indicator below target has a plan with an owner until it improves.
```
"""
ACTION = """
```yaml schedules/action-plan.yaml
format: 1
id: action-plan
kind: action-plan
title: Action plan
clauses:
  - id: ap-plan
    heading: The plan
    clauses:
      - {id: ap-plan-table, text: "The Parties shall do what this table states:", table: actions}
actions:
  - {id: ap-1, action: Write the plans., owner: Head of Partnerships, due: STATED, status: STATUS, items: [CW-060]}
```
"""


def judged(pages: str, day: str = "2019-06-30"):
    files = dict(tree_of(pages).files)
    main = files["agreement.yaml"]
    for path in files.keys() - {"agreement.yaml"}:
        if path.startswith("schedules/") and path not in main:
            main = main.replace("schedules:\n", f"schedules:\n  - {path}\n", 1)
    tree = MemoryTree(files | {"agreement.yaml": main})
    if "DIGEST" in pages:
        loaded = load_agreement(tree)
        path = "records/confirmations/one.yaml"
        units = digests(loaded.data, loaded.required()).units
        tree = MemoryTree({**tree.files, path: str(tree.files[path]).replace("DIGEST", units["clause-1"])})
    return result_of(Example("CW-060", "Meets", tree, date.fromisoformat(day)), read_catalogue(CATALOGUE))


def planned(status: str) -> str:
    return SAID + RESULTS + ACTION.replace("STATED", "2019-09-30").replace("STATUS", status)


def test_what_is_not_due_is_promised_once_the_words_are_confirmed():
    assert judged(SAID, FIRST).status is Status.WORDS
    assert judged(SAID + CONFIRMED, FIRST).status is Status.PROMISED
    assert judged(SAID + RESULTS + CONFIRMED).status is Status.MET


@pytest.mark.parametrize("status", ["open", "in-progress"])
def test_an_open_action_leaves_a_promise(status):
    result = judged(planned(status))
    assert result.status is Status.PROMISED
    assert not result.outstanding
    assert result.wanting == ("an action is open, due 30 September 2019: Write the plans",)


def test_an_action_past_its_day_is_overdue_and_outstanding():
    assert judged(planned("open"), "2019-09-30").status is Status.PROMISED
    result = judged(planned("open"), "2019-10-01")
    assert result.status is Status.OVERDUE
    assert result.outstanding


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_an_action_that_is_over_leaves_what_is_met(status):
    assert judged(planned(status), "2019-10-01").status is Status.WORDS
    assert judged(planned(status) + CONFIRMED, "2019-10-01").status is Status.MET
