"""A field names what its schema says, whichever field it is: a fund is hosted by a party, a post is held by one."""

from __future__ import annotations

from typing import Any

import pytest

from section75 import schema
from section75.checks import Case
from section75.checks.wrong_target import wrong_target
from section75.load import load_agreement
from section75.model.pointing import Pointing
from section75.tree import MemoryTree
from tests.support.agreements import base_files, changed, codes, judged

FUND = """format: 1
id: fund
kind: pooled-fund
title: Pooled fund
lead_officer: Head of Finance
host: {host}
"""


def with_fund(host: str) -> MemoryTree:
    tree = changed(
        "agreement.yaml", "  - schedules/finance.yaml\n", "  - schedules/finance.yaml\n  - schedules/fund.yaml\n"
    )
    tree.files["schedules/fund.yaml"] = FUND.format(host=host)
    return tree


def test_a_fund_is_hosted_by_a_party_and_not_by_a_group():
    assert "wrong-target" not in codes(with_fund("council"))
    finding = next(f for f in judged(with_fund("board")).findings if f.code == "wrong-target")
    assert finding.message == '"board" is a group, not a party'
    assert finding.hints == ("one of: council, trust",)
    assert str(finding.place).startswith("schedules/fund.yaml:6:")


POSTS = """format: 1
id: staff
kind: workforce
title: Workforce
lead_officer: Head of Service
posts:
  - {id: po-one, post: Manager, employer: council, establishment: 1}
  - {id: po-two, post: Nurse, employer: EMPLOYER, establishment: 1}
"""


def test_a_post_is_no_employer():
    tree = changed(
        "agreement.yaml", "  - schedules/finance.yaml\n", "  - schedules/finance.yaml\n  - schedules/staff.yaml\n"
    )
    tree.files["schedules/staff.yaml"] = POSTS.replace("EMPLOYER", "po-one")
    finding = next(f for f in judged(tree).findings if f.code == "wrong-target")
    assert finding.message == '"po-one" is a post, not a party'
    assert str(finding.place).startswith("schedules/staff.yaml:8:")


def test_a_record_names_what_its_schema_says():
    tree = MemoryTree(base_files())
    tree.files["records/meetings/first.yaml"] = RECORD
    finding = next(f for f in judged(tree).findings if f.code == "wrong-target")
    assert finding.message == '"council" is a party, not a group'
    assert str(finding.place).startswith("records/meetings/first.yaml:6:")


RECORD = """format: 1
id: first-meeting
kind: meeting
title: First meeting
on: 2018-05-01
group: council
"""


def every_pointer():
    """Every field that names the id of something else, as the kind of file and the path to it, with its schema."""

    def walk(node: Any, path: str):
        if "x-points-to" in node:
            yield path, node
        for name, about in node.get("properties", {}).items():
            yield from walk(about, f"{path}.{name}")
        if "items" in node:
            yield from walk(node["items"], f"{path}[]")

    for kind in (*schema.KINDS, "table"):
        yield from walk(schema.schema_of(kind), kind)


POINTERS = list(every_pointer())


@pytest.mark.parametrize(("path", "about"), POINTERS, ids=[path for path, _ in POINTERS])
def test_every_field_that_names_an_id_is_held_to_what_its_schema_says(path, about):
    """One thing of every sort stands in `things`; whichever the schema does not want is found, whatever the field."""
    kind, *names = path.split(".")
    data: Any = "thing"
    for name in reversed(names):
        field = name.removesuffix("[]")
        data = {"id": "row", field: [data] if name.endswith("[]") else data}
    files = [("table", data)] if kind == "table" else [(kind, data)]
    pointers = schema.pointing(files).pointers
    wanted = [about["x-points-to"]] if isinstance(about["x-points-to"], str) else about["x-points-to"]
    assert [(p.target, p.wanted) for p in pointers] == [("thing", tuple(wanted))]
    for noun in ("party", "group", "member", "indicator", "post", "catalogue"):
        found = load_agreement(MemoryTree(base_files()))
        case = Case(found.required(), Pointing({"thing": (noun,)}, pointers), found.numbers)
        codes = [remark.code for remark in wrong_target(case)]
        assert codes == ([] if noun in wanted else ["wrong-target"]), noun
