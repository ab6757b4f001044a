"""Bad input ends in a finding or in one line, with exit code 1 or 2, nothing written and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from section75.cli import run
from tests.support.files import everything

AGREEMENT = "agreement.yaml"


def validated(capsys) -> tuple[int, str]:
    code = run(["validate", "newtown/2018"])
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    return code, said.out + said.err


def write(folder: Path, raw: bytes, name: str = AGREEMENT) -> None:
    (folder / name).write_bytes(raw)


def replace(folder: Path, old: str, new: str, name: str = AGREEMENT) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), "utf-8")


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(24)
)

RAW = {
    "not UTF-8": (b"format: 1\ntitle: Caf\xe9\n", "not-utf-8"),
    "UTF-16": ("format: 1\n".encode("utf-16"), "not-utf-8"),
    "a tab": (b"format: 1\n\ttitle: x\n", "tab"),
    "a control character": (b"format: 1\ntitle: a\x07b\n", "control-character"),
    "a turned direction": ("format: 1\ntitle: a\u202eb\n".encode(), "hidden-character"),
    "a null byte": (b"format: 1\0\n", "control-character"),
    "an alias bomb": (BOMB.encode(), "yaml-alias"),
    "3,000 levels": (b"format: 1\nclauses: " + b"[" * 3000, "too-deep"),
    "3,000 levels closed": (b"a: " + b"[" * 3000 + b"]" * 3000, "too-deep"),
    "two documents": (b"format: 1\n---\nformat: 1\n", "two-documents"),
    "a Python tag": (b"format: !!python/object/apply:os.system [ls]\n", "yaml-tag"),
    "an empty file": (b"", "empty-file"),
    "only a comment": (b"# later\n", "empty-file"),
    "a list for a map": (b"- format: 1\n", "wrong-type"),
    "a word": (b"agreement\n", "wrong-type"),
    "an open quotation mark": (b'format: 1\ntitle: "x\n', "yaml-syntax"),
    "a merge key": (b"format: 1\n<<: {a: 1}\n", "unknown-property"),
    "an odd key": (b"format: 1\n? [a, b]\n: c\n", "yaml-syntax"),
}


@pytest.mark.parametrize(("raw", "code"), RAW.values(), ids=list(RAW))
def test_a_file_that_cannot_be_an_agreement(folder, capsys, raw, code):
    write(folder, raw)
    before = everything(folder)
    exit_code, said = validated(capsys)
    assert exit_code == 1
    assert f"[{code}]" in said
    assert f"agreements/newtown/2018/{AGREEMENT}:" in said
    assert everything(folder) == before


CHANGED = {
    "duplicate keys": ("title: Partnership", "title: One\ntitle: Partnership", "duplicate-key"),
    "an id that climbs": ("id: newtown-2018", "id: ../../newtown", "bad-id"),
    "an id of 5,000 characters": ("id: newtown-2018", "id: " + "a" * 5000, "bad-id"),
    "a path that climbs": ("schedules/finance.yaml", "../../../finance.yaml", "missing-file"),
    "an absolute path": ("schedules/finance.yaml", "/etc/passwd", "missing-file"),
    "a drive": ("schedules/finance.yaml", "C:/finance.yaml", "missing-file"),
    "a path with a null": ("schedules/finance.yaml", '"schedules/\\0.yaml"', "missing-file"),
    "a sum in braces": ("It shall keep a record.", '"{{ 7*7 }}"', "not-a-look-up"),
    "the code of a template": ("It shall keep a record.", '"{% for x in y %} record {% endfor %}"', "not-a-look-up"),
    "a climb through Python": ("It shall keep a record.", '"{{ parties.__class__ }}"', "not-a-look-up"),
    "31 February": ("start: 2018-04-01", "start: 2018-02-31", "bad-date"),
    "an unquoted look-up": ("heading: Oversight", "heading: {{ title }}", "unquoted-look-up"),
    "a broken reference with markup": ("(#board-meetings)", "(#<script>)", "broken-reference"),
}


@pytest.mark.parametrize(("old", "new", "code"), CHANGED.values(), ids=list(CHANGED))
def test_a_value_that_cannot_stand(folder, capsys, old, new, code):
    replace(folder, old, new)
    exit_code, said = validated(capsys)
    assert exit_code == 1
    assert f"[{code}]" in said


@pytest.mark.parametrize("ending", [".docx", ".html", ".pdf"])
def test_nothing_is_printed_while_an_error_stands(folder, capsys, ending):
    replace(folder, "(#board-meetings)", "(#board-meting)")
    out = Path("draft" + ending)
    assert run(["render", "newtown/2018", "-o", str(out)]) == 1
    assert "broken-reference" in capsys.readouterr().err
    assert not out.exists()


def test_windows_paths_and_line_ends_are_not_bad(folder, capsys):
    replace(folder, "schedules/finance.yaml", "schedules\\finance.yaml")
    path = folder / AGREEMENT
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert validated(capsys) == (0, "no findings\n")


def test_fifty_megabytes_are_refused_unread(folder, capsys):
    with (folder / AGREEMENT).open("wb") as file:
        file.truncate(50_000_000)
    exit_code, said = validated(capsys)
    assert exit_code == 1
    assert "too large for an agreement" in said


def test_a_link_out_of_the_folder_is_refused(folder, capsys, tmp_path):
    secret = tmp_path / "secret.yaml"
    secret.write_text("format: 1\n")
    (folder / "schedules" / "finance.yaml").unlink()
    (folder / "schedules" / "finance.yaml").symlink_to(secret)
    exit_code, said = validated(capsys)
    assert exit_code == 1
    assert "link out of the agreement's folder" in said


def test_a_formula_in_a_risk_stays_words(folder):
    from openpyxl import load_workbook

    replace(folder, "title: Late data", 'title: \'=HYPERLINK("http://x","y") & {{ 7*7 }} <w:p>\'', "risks.yaml")
    assert run(["risks", "newtown/2018", "-o", "r.xlsx", "-o", "r.docx"]) == 0
    cell = load_workbook("r.xlsx")["Register"].cell(2, 2)
    assert (cell.data_type, cell.value) == ("s", "=HYPERLINK(\u201chttp://x\u201d,\u201dy\u201d) & {{ 7*7 }} <w:p>")
    from tests.support.ooxml import words

    assert cell.value in words(Path("r.docx").read_bytes())


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("agreements/newtown/2018/agreement.docx/x.docx", "there is no folder"),
        ("nowhere/x.docx", "there is no folder"),
        ("agreements", "no ending that is known"),
        ("x.txt", "no ending that is known"),
    ],
)
def test_an_output_that_cannot_be_written(folder, capsys, output, said):
    before = everything(folder)
    assert run(["render", "newtown/2018", "--quick", "-o", output]) in (1, 2)
    assert said in capsys.readouterr().err
    assert everything(folder) == before


@pytest.mark.parametrize("template", ["missing.docx", "agreements/newtown/2018/agreement.yaml"])
def test_a_template_that_cannot_be_used(folder, capsys, template):
    assert run(["render", "newtown/2018", "--quick", "-o", "x.docx", "--template", template]) == 1
    assert template.rsplit("/", 1)[-1] in capsys.readouterr().err
    assert not Path("x.docx").exists()


@pytest.mark.parametrize("name", ["nowhere/2018", "--help-me", "../../etc", "", "a\0b", "newtown/2018\n"])
def test_an_agreement_that_is_not_there(folder, capsys, name):
    try:
        code = run(["validate", "--", name])
    except SystemExit as ending:
        code = ending.code
    assert code in (1, 2)
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("author", "told"),
    [
        ("A\aB", "--author holds a character that cannot stand in a file (U+0007)"),
        ("A\nB", "--author has more than one line"),
        ("A\u202eB", "--author holds a character that cannot stand in a file (U+202E)"),
        ("A\udc80B", "--author holds a character that cannot stand in a file (U+DC80)"),
        ("", "--author is empty"),
        ("  ", "--author is empty"),
    ],
)
def test_an_author_that_cannot_stand_in_a_file_is_a_usage_error(folder, capsys, author, told):
    assert run(["redline", "newtown/2018", "newtown/2018", "-o", "r.docx", "--author", author]) == 2
    said = capsys.readouterr()
    assert told in said.err
    assert not Path("r.docx").exists()


def test_a_command_that_thousands_of_findings_stop_tells_the_first_and_how_many_more(folder, capsys):
    path = folder / "schedules" / "finance.yaml"
    path.write_text(path.read_text("utf-8") + "".join(f"b{n}: x\n" for n in range(3_000)), "utf-8")
    assert run(["drift", "newtown/2018"]) == 1
    said = capsys.readouterr().err
    assert said.count("unknown-property") == 50
    assert "2950 more are not shown; `s75 validate` lists them all" in said
