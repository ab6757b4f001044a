"""Ways to alter a printed Word file so that a reader sees, or will see, something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

MAIN = "word/document.xml"
Parts = dict[str, bytes]
Tampering = Callable[[Parts, Random], bool]
"""Alters the parts; false where the file has no place for it."""
BEGINNING = ">Agreed terms<"


def tamperings() -> dict[str, Tampering]:
    """Every kind by its name."""
    return {name.removeprefix("_alter_"): kind for name, kind in globals().items() if name.startswith("_alter_")}


def _pick(parts: Parts, chance: Random, pattern: str, new: Callable[[re.Match[str]], str], part: str = MAIN) -> bool:
    """Alter one match of a pattern behind the beginning of the agreed terms; a redline's deletions stay out."""
    text = parts[part].decode()
    start = text.find(BEGINNING) if part == MAIN else 0
    found = list(re.finditer(pattern, text[start:], re.DOTALL))
    if not found:
        return False
    match = chance.choice(found)
    made = text[: start + match.start()] + new(match) + text[start + match.end() :]
    parts[part] = made.encode()
    return made != text


RUN = r"<w:r>(?P<props><w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>(?P<words>[^<]{4,})</w:t></w:r>"
PARAGRAPH = r"<w:p><w:pPr>(?:(?!</w:pPr>).)*</w:pPr>(?:(?!</?w:p>|<w:p ).)*<w:t(?: [^>]*)?>[^<]+</w:t>(?:(?!</?w:p>|<w:p ).)*</w:p>"


def _run(match: re.Match[str], words: str, properties: str = "") -> str:
    props = match["props"] or ""
    if properties:
        props = f"{props[: -len('</w:rPr>')]}{properties}</w:rPr>" if props else f"<w:rPr>{properties}</w:rPr>"
    return f'<w:r>{props}<w:t xml:space="preserve">{words}</w:t></w:r>'


def _formatted(properties: str) -> Tampering:
    return lambda parts, chance: _pick(parts, chance, RUN, lambda m: _run(m, m["words"], properties))


def _beside(xml: str) -> Tampering:
    return lambda parts, chance: _pick(parts, chance, RUN, lambda m: f"{m[0]}{xml}")


def _alter_word(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, RUN, lambda m: _run(m, f"not {m['words']}"))


def _alter_letter(parts: Parts, chance: Random) -> bool:
    """A Cyrillic letter that looks like ours."""
    return _pick(parts, chance, r"<w:r><w:t(?: [^>]*)?>(?P<words>[^<]*a[^<]*)</w:t></w:r>",
                 lambda m: f'<w:r><w:t xml:space="preserve">{m["words"].replace("a", chr(0x430), 1)}</w:t></w:r>')  # fmt: skip


def _alter_zero_width(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, RUN, lambda m: _run(m, f"{m['words'][:2]}\u200b{m['words'][2:]}"))


def _alter_direction(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, RUN, lambda m: _run(m, f"\u202e{m['words']}"))


def _alter_paragraph_gone(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, PARAGRAPH, lambda m: "")


def _alter_paragraph_twice(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, PARAGRAPH, lambda m: m[0] * 2)


def _alter_paragraph_new(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, PARAGRAPH, lambda m: f"{m[0]}<w:p><w:r><w:t>And a promise.</w:t></w:r></w:p>")


def _alter_style(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, r'w:pStyle w:val="(Clause|Paragraph)(\d)"',
                 lambda m: f'w:pStyle w:val="{m[1]}{int(m[2]) % 5 + 1}"')  # fmt: skip


def _alter_order(parts: Parts, chance: Random) -> bool:
    two = f"(?P<one>{PARAGRAPH})(?P<two>{PARAGRAPH})"
    return _pick(parts, chance, two, lambda m: m["two"] + m["one"] if m["two"] != m["one"] else m[0])


def _alter_cell(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, r"(?P<before><w:tc>(?:(?!</w:tc>).)*<w:t(?: [^>]*)?>)(?P<words>[^<]+)",
                 lambda m: f"{m['before']}{m['words']} or more")  # fmt: skip


def _alter_row_gone(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, r"<w:tr>(?:(?!</w:tr>).)*<w:t[ >](?:(?!</w:tr>).)*</w:tr>", lambda m: "")


def _alter_row_hidden(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, r"<w:trPr>", lambda m: "<w:trPr><w:hidden/>")


def _alter_row_low(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, r"<w:trPr>", lambda m: '<w:trPr><w:trHeight w:val="20" w:hRule="exact"/>')


def _alter_cells_merged(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, r"<w:tcPr>", lambda m: "<w:tcPr><w:vMerge/>")


_alter_vanish = _formatted("<w:vanish/>")
_alter_white = _formatted('<w:color w:val="FFFFFF"/>')
_alter_tiny = _formatted('<w:sz w:val="2"/>')
_alter_struck = _formatted("<w:strike/>")
_alter_raised = _formatted('<w:position w:val="4000"/>')
_alter_narrow = _formatted('<w:w w:val="1"/>')
_alter_symbol = _beside('<w:r><w:sym w:font="Arial" w:char="0039"/></w:r>')
_alter_tab = _beside("<w:r><w:tab/></w:r>")
_alter_break = _beside("<w:r><w:br/></w:r>")
_alter_hyphen = _beside("<w:r><w:noBreakHyphen/></w:r>")
_alter_footnote = _beside('<w:r><w:footnoteReference w:id="2"/></w:r>')
_alter_comment = _beside('<w:r><w:commentReference w:id="0"/></w:r>')
_alter_box = _beside(
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent><w:p><w:r><w:t>And more."
    "</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
_alter_page = _beside(
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDETEXT "x.docx" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_alter_control = _beside("<w:sdt><w:sdtContent><w:r><w:t> and more</w:t></w:r></w:sdtContent></w:sdt>")
_alter_inserted = _beside(
    '<w:ins w:id="1" w:author="A" w:date="2018-01-01T00:00:00Z"><w:r><w:t> and more</w:t></w:r></w:ins>'
)


def _alter_chunk(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, PARAGRAPH, lambda m: f'{m[0]}<w:altChunk xmlns:r="x" r:id="rId99"/>')


def _alter_reference(parts: Parts, chance: Random) -> bool:
    """A field that shows what it should and will show something else when fields are updated."""
    names = sorted(set(re.findall(r'w:name="(_s75_[^"]+)"', parts[MAIN].decode())))
    return _pick(
        parts, chance, r" REF (_s75_\w+) ", lambda m: f" REF {chance.choice([n for n in names if n != m[1]])} "
    )


def _alter_bookmark(parts: Parts, chance: Random) -> bool:
    """A bookmark that a reference leads to, under another name."""
    cited = set(re.findall(r" REF (_s75_\w+) ", parts[MAIN].decode()))
    return _pick(parts, chance, r'w:name="(_s75_\w+)"', lambda m: f'w:name="{m[1]}x"' if m[1] in cited else m[0])


def _alter_field_result(parts: Parts, chance: Random) -> bool:
    shown = r'(fldCharType="separate"/></w:r><w:r>(?:<w:rPr>.{0,80}?</w:rPr>)?<w:t(?: [^>]*)?>)([^<]+)'
    return _pick(parts, chance, shown, lambda m: f"{m[1]}9{m[2]}")


def _alter_start(parts: Parts, chance: Random) -> bool:
    """A list that begins with another number."""
    return _pick(parts, chance, r'(<w:pStyle w:val="(?:Heading1|Clause2)"/>.{0,40}?)?<w:start w:val="1"/>(?=.{0,120}?Clause2)',
                 lambda m: f'{m[1] or ""}<w:start w:val="5"/>', "word/numbering.xml")  # fmt: skip


def _alter_level_text(parts: Parts, chance: Random) -> bool:
    text = parts["word/numbering.xml"].decode()
    parts["word/numbering.xml"] = text.replace('w:lvlText w:val="%1.%2"', 'w:lvlText w:val="%2.%1"').encode()
    return parts["word/numbering.xml"].decode() != text


def _alter_list(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, r'<w:pStyle w:val="Clause2"/>',
                 lambda m: f'{m[0]}<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>')  # fmt: skip


def _alter_style_hidden(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, r'<w:name w:val="Clause \d"/>', lambda m: f"{m[0]}<w:rPr><w:vanish/></w:rPr>",
                 "word/styles.xml")  # fmt: skip


def _alter_style_white(parts: Parts, chance: Random) -> bool:
    return _pick(parts, chance, r'<w:name w:val="(?:Clause|Paragraph) \d"/>',
                 lambda m: f'{m[0]}<w:rPr><w:color w:val="FFFFFF"/></w:rPr>', "word/styles.xml")  # fmt: skip


def _alter_front(parts: Parts, chance: Random) -> bool:
    text = parts[MAIN].decode()
    parts[MAIN] = text.replace("<w:body>", "<w:body><w:p><w:r><w:t>SIGNED</w:t></w:r></w:p>", 1).encode()
    return True


def _alter_title(parts: Parts, chance: Random) -> bool:
    text = parts[MAIN].decode()
    at = text.index("FrontTitle")
    parts[MAIN] = (text[:at] + re.sub(r">([^<]+)</w:t>", r">\1 and the county</w:t>", text[at:], count=1)).encode()
    return True


def _alter_end(parts: Parts, chance: Random) -> bool:
    """A clause behind everything, in a style of ours."""
    text = parts[MAIN].decode()
    more = '<w:p><w:pPr><w:pStyle w:val="Clause2"/></w:pPr><w:r><w:t>And a clause more.</w:t></w:r></w:p>'
    at = text.rindex("<w:sectPr")
    parts[MAIN] = (text[:at] + more + text[at:]).encode()
    return True


def _alter_header(parts: Parts, chance: Random) -> bool:
    names = sorted(name for name in parts if re.fullmatch(r"word/(header|footer)\d\.xml", name))
    name = chance.choice(names)
    text = parts[name].decode()
    end = "</w:hdr>" if "</w:hdr>" in text else "</w:ftr>"
    parts[name] = text.replace(end, f"<w:p><w:r><w:t>FINAL AND BINDING</w:t></w:r></w:p>{end}").encode()
    return True


def _alter_contents(parts: Parts, chance: Random) -> bool:
    text = parts[MAIN].decode()
    made = re.sub(
        r'(<w:pStyle w:val="TOC1"/>.*?<w:t>[A-Z][^<]+)(</w:t>)', r"\1 and more\2", text, count=1, flags=re.DOTALL
    )
    parts[MAIN] = made.encode()
    return made != text


_alter_black = _formatted('<w:highlight w:val="black"/>')
_alter_signs = _formatted('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')


def _replaced(part: str, old: str, new: str) -> Tampering:
    def alter(parts: Parts, chance: Random) -> bool:
        text = parts[part].decode()
        made = re.sub(old, new, text, count=1, flags=re.DOTALL)
        parts[part] = made.encode()
        return made != text

    return alter


_alter_defaults_hidden = _replaced("word/styles.xml", r"(<w:rPrDefault><w:rPr>)", r"\1<w:vanish/>")
_alter_number_hidden = _replaced("word/numbering.xml", r"(<w:lvlText [^>]*/>)", r"\1<w:rPr><w:vanish/></w:rPr>")
_alter_style_of_signs = _replaced(
    "word/styles.xml",
    r'(<w:name w:val="Clause 2"/>)',
    r'\1<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>',
)
_alter_style_low = _replaced(
    "word/styles.xml", r'(<w:name w:val="Clause 2"/>)', r'\1<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'
)
_alter_style_off_the_page = _replaced(
    "word/styles.xml", r'(<w:name w:val="Clause 2"/>)', r'\1<w:pPr><w:ind w:left="20000"/></w:pPr>'
)
_alter_table_style_hidden = _replaced(
    "word/styles.xml", r'(<w:name w:val="Section 75 table"/>)',
    r'\1<w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>',
)  # fmt: skip
_alter_front_hidden = _replaced(MAIN, r'(FrontParty"/></w:pPr><w:r>)', r"\1<w:rPr><w:vanish/></w:rPr>")
_alter_front_symbol = _replaced(MAIN, r'(FrontParty"/></w:pPr>)', r'\1<w:r><w:sym w:font="Arial" w:char="0039"/></w:r>')
_alter_table_off_the_page = _replaced(MAIN, r"(Agreed terms.*?<w:tblPr>)", r'\1<w:tblInd w:w="20000" w:type="dxa"/>')
_alter_contents_line_gone = _replaced(
    MAIN, r'(<w:pStyle w:val="TOC1"/>.*?</w:p>)<w:p><w:pPr><w:pStyle w:val="TOC1"/>(?:(?!</w:p>).)*</w:p>', r"\1"
)


def _alter_character_style(parts: Parts, chance: Random) -> bool:
    """A style of characters that hides them, and a run that bears it."""
    hidden = '<w:style w:type="character" w:styleId="Off"><w:name w:val="Off"/><w:rPr><w:vanish/></w:rPr></w:style>'
    text = parts["word/styles.xml"].decode()
    parts["word/styles.xml"] = text.replace("</w:styles>", f"{hidden}</w:styles>").encode()
    return _formatted('<w:rStyle w:val="Off"/>')(parts, chance)


def altered(parts: Mapping[str, bytes], name: str, seed: int) -> Parts | None:
    """The parts after one alteration of a kind; None where the file has no place for it."""
    made = dict(parts)
    return made if tamperings()[name](made, Random(seed)) else None
