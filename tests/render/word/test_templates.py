"""Templates by other hands: completed where they lack something, refused with a reason where they cannot be used."""

from __future__ import annotations

import re
import tracemalloc

import pytest
from lxml import etree

from section75.errors import TemplateError
from section75.page import Page, Prose, phrases
from section75.render.package import write_parts
from section75.render.register import write_register_docx
from section75.render.word.pages import write_word_page
from tests.support.agreements import changed, loaded
from tests.support.ooxml import W, faults, part, parts, word_schema, words
from tests.support.printing import ROOT, TEMPLATE, word
from tests.support.programs import shared_schemas

EXAMPLE = changed("agreement.yaml", 'version: "0.1"\nparties', 'version: "0.1"\nillustrative: true\nparties')
REGISTER = (ROOT / "templates" / "register.docx").read_bytes()
REPORT = (ROOT / "templates" / "report.docx").read_bytes()
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R = f"{{{OFFICE}}}"
SECTION = re.compile(rb"<w:sectPr.*?</w:sectPr>", re.DOTALL)
REFERENCE = re.compile(rb"<w:headerReference [^>]*/>")
FIRST = re.compile(rb'<w:headerReference w:type="first"[^>]*/>')


def edited(edit, name="word/document.xml", template=TEMPLATE) -> bytes:
    """A template with one part changed by a function."""
    found = parts(template)
    after = edit(found[name])
    assert after != found[name]
    return write_parts({**found, name: after})


def without(*names: str, template: bytes = TEMPLATE) -> bytes:
    """A template without some parts, and without what leads to them."""
    found = {name: raw for name, raw in parts(template).items() if name not in names}
    for name in names:
        base = name.rpartition("/")[2].encode()
        for holder in ("[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels"):
            found[holder] = re.sub(
                rb"<(?:Override|Relationship)\b[^>]*" + re.escape(base) + rb"[^>]*/>", b"", found[holder]
            )
    return write_parts(found)


def sections(docx: bytes) -> list[dict[str, etree._Element | None]]:
    """For each section the header of every kind of page, taken from the section before where it has none."""
    found = parts(docx)
    leads = {
        node.get("Id"): "word/" + node.get("Target", "").removeprefix("/word/")
        for node in etree.fromstring(found["word/_rels/document.xml.rels"])
        if node.get("Type") == f"{OFFICE}/header"
    }
    shown: list[dict[str, etree._Element | None]] = []
    for section in part(docx, "word/document.xml").iter(f"{W}sectPr"):
        has = dict(shown[-1]) if shown else {}
        for reference in section.iterfind(f"{W}headerReference"):
            has[reference.get(f"{W}type")] = etree.fromstring(found[leads[reference.get(f"{R}id")]])
        title = section.find(f"{W}titlePg")
        settings = part(docx, "word/settings.xml")
        wanted = ["default", *(["first"] if title is not None and title.get(f"{W}val") not in ("0", "false") else [])]
        wanted += ["even"] if settings.find(f"{W}evenAndOddHeaders") is not None else []
        shown.append(has)
        for kind in wanted:
            assert has.get(kind) is not None, f"section {len(shown)} has no header for {kind} pages"
    return shown


def facing(raw: bytes) -> bytes:
    return raw.replace(b"<w:characterSpacingControl", b"<w:evenAndOddHeaders/><w:characterSpacingControl")


def no_headers(raw: bytes) -> bytes:
    return REFERENCE.sub(b"", raw)


def first_section_bare(raw: bytes) -> bytes:
    return SECTION.sub(lambda found: REFERENCE.sub(b"", found[0]), raw, count=1)


TEMPLATES = {
    "without-headers": edited(no_headers, template=without("word/header1.xml", "word/header2.xml")),
    "references-only": edited(no_headers),
    "title-page-without-header": edited(lambda raw: FIRST.sub(b"", raw)),
    "facing-pages": edited(facing, "word/settings.xml"),
    "first-section-without": edited(first_section_bare),
    "another-name": write_parts(
        {
            name.replace("header1", "top"): raw.replace(b"header1.xml", b"top.xml")
            for name, raw in parts(TEMPLATE).items()
        }
    ),
    "leads-nowhere": edited(lambda raw: raw.replace(b'r:id="rId9"', b'r:id="rId999"')),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_page_says_draft_and_illustrative_whatever_the_template(name):
    docx = word(loaded(EXAMPLE), TEMPLATES[name])
    for section in sections(docx):
        for kind, header in section.items():
            assert header is not None
            assert "DRAFT" in [
                shape.get("string") for shape in header.iter("{urn:schemas-microsoft-com:vml}textpath")
            ], kind
            assert "ILLUSTRATIVE" in "".join(header.itertext()), kind
    assert faults(docx, word_schema(shared_schemas())) == []


@pytest.mark.parametrize(("template", "which"), [(REGISTER, "register"), (REPORT, "report")])
def test_every_page_of_a_form_says_illustrative(template, which):
    bare = edited(
        facing, "word/settings.xml", edited(no_headers, template=without("word/header1.xml", template=template))
    )
    if which == "register":
        docx = write_register_docx(loaded().risks, "The service", True, bare, "register.docx", {})
    else:
        docx = write_word_page(Page((Prose(phrases("Words.")),), "A report", illustrative=True), bare, "report.docx")
    assert all("ILLUSTRATIVE" in "".join(h.itertext()) for section in sections(docx) for h in section.values())


@pytest.mark.parametrize("which", ["agreement", "register", "report"])
def test_a_word_file_says_its_title_and_language_and_has_the_present_layout(which):
    if which == "agreement":
        docx, title = word(loaded()), loaded().required().title
    elif which == "register":
        docx = write_register_docx(loaded().risks, "The service", False, REGISTER, "register.docx", {})
        title = f"{loaded().risks.title}: The service"
    else:
        docx, title = write_word_page(Page((), "A report"), REPORT, "report.docx"), "A report"
    core = part(docx, "docProps/core.xml")
    said = {etree.QName(node).localname: node.text for node in core}
    assert (said["title"], said["language"]) == (title, "en-GB")
    if which == "agreement":
        assert said["subject"] == "Agreement under section 75 of the National Health Service Act 2006"
    modes = [s.get(f"{W}val") for s in part(docx, "word/settings.xml").iter(f"{W}compatSetting")]
    assert modes[0] == "15"


def test_settings_and_properties_that_a_template_lacks_are_made():
    docx = word(loaded(EXAMPLE), without("word/settings.xml", "docProps/core.xml", "docProps/app.xml"))
    assert part(docx, "word/settings.xml").find(f"{W}compat") is not None
    assert (
        b"Care" in parts(docx)["docProps/core.xml"]
        or loaded().required().title.encode() in parts(docx)["docProps/core.xml"]
    )
    assert docx == word(loaded(EXAMPLE), without("word/settings.xml", "docProps/core.xml", "docProps/app.xml"))
    assert faults(docx, word_schema(shared_schemas())) == []


KINDS = {
    "x.dotx": (b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml"),
    "x.docm": (
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    ),
    "x.dotm": (
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_another_kind_of_word_file_is_to_be_saved_as_docx(name):
    old, new = KINDS[name]
    raw = edited(lambda types: types.replace(old, new), "[Content_Types].xml")
    with pytest.raises(TemplateError) as caught:
        word(loaded(), raw)
    assert f".{name[2:]}" in str(caught.value)
    assert "agreement.docx" in str(caught.value)
    assert "save it as .docx" in caught.value.hint


def renamed(template: bytes) -> bytes:
    """The main part as Word sometimes names it."""
    found = {name.replace("document.xml", "document2.xml"): raw for name, raw in parts(template).items()}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        found[name] = found[name].replace(b"document.xml", b"document2.xml")
    return write_parts(found)


def test_a_main_part_of_another_name_is_found():
    assert words(word(loaded(), renamed(TEMPLATE))) == words(word(loaded()))


@pytest.mark.parametrize("missing", ["styles", "numbering"])
def test_a_template_without_a_part_that_is_needed_is_told_so(missing):
    with pytest.raises(TemplateError, match=missing):
        word(loaded(), without(f"word/{missing}.xml"))


def test_bookmarks_count_on_from_those_of_the_template():
    mark = b'<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>'
    docx = word(loaded(), edited(lambda raw: raw.replace(b"<w:r><w:t>between", mark + b"<w:r><w:t>between")))
    ids = [start.get(f"{W}id") for start in part(docx, "word/document.xml").iter(f"{W}bookmarkStart")]
    assert len(ids) == len(set(ids)) > 5
    assert min(map(int, ids)) == 7


def test_a_template_made_from_a_print_does_not_hand_its_agreement_on():
    carrying = parts(word(loaded()))
    front = parts(TEMPLATE)["word/document.xml"]
    made = write_parts({**carrying, "word/document.xml": front})
    assert not [name for name in parts(word(loaded(), made, carry_source=False)) if name.startswith("customXml/")]
    assert len([n for n in parts(word(loaded(), made)) if re.match(r"customXml/item\d*\.xml", n)]) == 1


TAGS = [
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ title.ljust(10000000000) }}",
    "{{ title|center(10000000000) }}",
    "{{ 1/0 }}",
    "{{ 'a' * 10000000000 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ title|xmlattr }}",
    "{% for a in title %}{% for b in title %}{% for c in title %}{% for d in title %}x{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in parties %}" * 20 + "x" + "{% endfor %}" * 20,
    "{% set x = title ~ title %}{{ x }}",
    "{% include 'a' %}",
    "{% import 'a' as b %}",
    "{% for a in parties recursive %}{{ loop(parties) }}{% endfor %}",
    "{{ title[parties] }}",
    "{{ title|round }}",
    "{{ (" + "(" * 90 + "title" + ")" * 91 + " }}",
    "{{ loop.cycle }}",
    "{{ title.format }}",
    "{% colspan" + " " * 60 + "%x %}",
    "{% filter upper %}x{% endfilter %}",
    "}} {{",
    "{{ title }} }}",
]


@pytest.mark.parametrize("tag", TAGS)
def test_what_a_tag_leads_to_is_the_fault_of_the_template(tag):
    raw = edited(lambda body: body.replace(b"{{ subtitle }}", tag.replace("<", "&lt;").encode()))
    tracemalloc.start()
    try:
        with pytest.raises(TemplateError) as caught:
            word(loaded(), raw)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()
    assert "agreement.docx" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_tags_that_officers_use_are_filled():
    tag = b"{% if reference is defined and not reference %}{{ title|upper }}{% else %}{{ parties[0] }}{% endif %} {{ parties|length }}"
    docx = word(loaded(), edited(lambda body: body.replace(b"{{ subtitle }}", tag)))
    assert any(line.endswith(" 2") and len(line) > 5 for line in words(docx)[:6])


def test_loops_that_fill_far_too_many_pages_are_stopped():
    row = b"{% for a in parties %}{% for b in parties %}{% for c in parties %}{% for d in parties %}"
    tag = row + b"</w:t></w:r></w:p><w:p><w:r><w:t>" + b"x" * 1_500_000 + b"</w:t></w:r></w:p><w:p><w:r><w:t>"
    raw = edited(lambda body: body.replace(b"{{ subtitle }}", tag + b"{% endfor %}" * 4))
    with pytest.raises(TemplateError, match="far too many pages"):
        word(loaded(), raw)


@pytest.mark.parametrize(
    "name", ["docProps/core.xml", "docProps/app.xml", "word/theme/theme1.xml", "word/fontTable.xml"]
)
@pytest.mark.parametrize("damage", [lambda raw: b"", lambda raw: raw[: len(raw) // 2], lambda raw: b"\xff" + raw])
def test_a_damaged_part_is_named_whether_or_not_it_is_used(name, damage):
    with pytest.raises(TemplateError, match=re.escape(name)):
        word(loaded(), edited(damage, name))


def test_a_template_of_many_megabytes_of_paragraphs_is_refused():
    paragraph = b"<w:p><w:r><w:t>a long template</w:t></w:r></w:p>"
    raw = edited(lambda body: body.replace(b"<w:body>", b"<w:body>" + paragraph * (3_000_000 // len(paragraph))))
    with pytest.raises(TemplateError, match="far too long"):
        word(loaded(), raw)
