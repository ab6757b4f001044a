"""Reading: exact places, scalars that are not guessed, edits that move nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from section75.errors import MissingError
from section75.load.reader import read_source
from section75.tree import DiskTree, MemoryTree
from tests.support.agreements import base_files, changed, judged, loaded


def read(text: str):
    return read_source("a.yaml", "a.yaml", text.encode())


@pytest.mark.parametrize(
    ("written", "value"),
    [("1", Decimal(1)), ("-0.50", Decimal("-0.50")), ("true", True), ("2018-04-01", "2018-04-01"), ("1.2.3", "1.2.3"),
     ("'1'", "1"), ("~", None), ("None", "None"), ("12 months", "12 months"), ("Yes please", "Yes please"), ("-", "-")],
)  # fmt: skip
def test_a_scalar_means_what_a_lawyer_reads(written, value):
    source, findings = read(f"a: {written}\n" if written != "-" else "a: '-'\n")
    assert (source.data["a"], findings) == (value, ())


@pytest.mark.parametrize(
    "written",
    [
        "010",
        "0x1F",
        "0o17",
        "1_000",
        "1,000",
        "1e3",
        "+5",
        ".5",
        "5.",
        ".inf",
        "-.inf",
        ".nan",
        "12:30",
        "yes",
        "No",
        "off",
        "y",
        "TRUE",
    ],
)
def test_a_scalar_about_which_readers_disagree_is_a_finding(written):
    _, findings = read(f"a:\n  - {written}\n")
    assert [(f.code, f.place.line, f.place.column) for f in findings] == [("ambiguous-value", 2, 5)]


def test_a_finding_inside_a_block_of_text_is_placed_at_its_word():
    tree = changed(
        "agreement.yaml",
        "It shall keep a record.",
        "|\n          It shall keep\n          a record under [](#nothing).",
    )
    finding = next(f for f in judged(tree).findings if f.code == "broken-reference")
    line = str(tree.files["agreement.yaml"]).splitlines()[finding.place.line - 1]
    assert line[finding.place.column - 1 :].startswith("(#nothing)")


def test_places_count_from_one_behind_a_byte_order_mark_and_windows_line_ends():
    raw = b"\xef\xbb\xbfa: 1\r\nb: 010\r\n"
    _, findings = read_source("a.yaml", "a.yaml", raw)
    assert (findings[0].place.line, findings[0].place.column) == (2, 4)


def test_every_id_is_found_where_it_is_given():
    files = base_files()
    result = loaded()
    for path, text in files.items():
        lines = str(text).splitlines()
        for number, line in enumerate(lines, 1):
            if "{id: " in line:
                identity = line.split("{id: ")[1].split(",")[0]
                place = result.places.find(identity, "id")
                assert (place.path, place.line) == (path, number)


def test_a_missing_schedule_does_not_hide_what_else_is_wrong():
    files = base_files()
    del files["schedules/finance.yaml"]
    files["schedules/functions.yaml"] = str(files["schedules/functions.yaml"]).replace("kind: functions", "kind: fun")
    assert [f.code for f in loaded(MemoryTree(files)).findings] == ["missing-file", "unknown-kind"]


def test_a_folder_without_an_agreement_is_told(tmp_path):
    with pytest.raises(MissingError, match="agreement.yaml"):
        loaded(DiskTree(tmp_path))


def test_an_id_that_no_file_holds_has_no_place():
    with pytest.raises(KeyError):
        loaded().places.find("nowhere")


def test_only_the_agreement_and_its_schedules_are_its_data():
    record = "format: 1\nid: r-1\nkind: report\non: 2018-05-01\ntitle: T\n"
    files = {**base_files(), "records/reports/r-1.yaml": record}
    found = loaded(MemoryTree(files))
    written = ("agreement.yaml", *sorted(path for path in files if path.startswith("schedules/")))
    assert sorted(source.path for source in found.drafted) == sorted((*written, "risks.yaml"))
    assert sorted(data["id"] for data in found.data) == sorted(
        source.data["id"] for source in found.places.files if source.path in written
    )
    assert found.register == next(source.data for source in found.places.files if source.path == "risks.yaml")
    assert [each.id for each in found.records] == ["r-1"]
