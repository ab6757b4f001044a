"""A Word template that an officer restyles, filled by docxtpl.

Sandboxed (a template cannot reach Python), strict (a tag that names nothing is an error with its name) and escaped
(without it "A & B" loses its ampersand). The body of an agreement never passes through here: it is spliced in
afterwards, so that braces in a clause are never run.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from section75.errors import TemplateError
from section75.render.package import read_parts

TAGGED = re.compile(r"word/(?:document|header[0-9]*|footer[0-9]*)\.xml\Z")
PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
SHADED = re.compile(rb"(<w:tcPr>)(<w:shd [^>]*/>)(<w:tcW [^>]*/>)")
PAIRS = (("{{", "}}"), ("{%", "%}"), ("{#", "#}"))


def fill(template: bytes, values: Mapping[str, Any], name: str) -> dict[str, bytes]:
    """The parts of the template with its tags filled. `name` is the file, for errors.

    Raises `TemplateError` where it is no Word document, where a tag names nothing that is offered, is not well formed,
    or reaches for more than values.
    """
    from docxtpl import DocxTemplate  # noqa: PLC0415 -- slow to import; only where something is printed
    from jinja2 import StrictUndefined  # noqa: PLC0415
    from jinja2 import TemplateError as JinjaError  # noqa: PLC0415
    from jinja2.exceptions import SecurityError  # noqa: PLC0415
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415

    _sound(read_parts(template, name), name)
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    environment.globals.clear()
    document = DocxTemplate(BytesIO(template))
    try:
        document.render(dict(values), jinja_env=environment, autoescape=True)
        buffer = BytesIO()
        document.save(buffer)
    except SecurityError as error:
        raise TemplateError(f"the template {name} holds a tag that reaches for more than a value: {error}") from error
    except JinjaError as error:
        offered = ", ".join(sorted(values))
        message = f"the template {name} holds a tag that cannot be filled: {error.message}"
        raise TemplateError(message, f"tags that can be used: {offered}") from error
    except (KeyError, ValueError, TypeError, XMLSyntaxError, zipfile.BadZipFile) as error:
        raise TemplateError(
            f"the template {name} cannot be used: {error}", "open it in Word and save it afresh"
        ) from error
    parts = read_parts(buffer.getvalue(), name)
    # docxtpl puts a cell's shading before its width; CT_TcPr wants it after (ECMA-376 part 1, 17.4.69).
    parts["word/document.xml"] = SHADED.sub(rb"\1\3\2", parts["word/document.xml"])
    return parts


def _sound(parts: Mapping[str, bytes], name: str) -> None:
    """Refuse what would be filled wrongly without an error: declared entities, and tags that are not closed."""
    for part, raw in parts.items():
        if part.endswith((".xml", ".rels")) and b"<!DOCTYPE" in raw:
            raise TemplateError(
                f"the part {part} of the template {name} declares entities", "make the template in Word"
            )
        if TAGGED.match(part):
            for paragraph in PARAGRAPH.findall(raw.decode("utf-8", "replace")):
                words = "".join(TEXT.findall(paragraph))
                if any(words.count(opening) != words.count(closing) for opening, closing in PAIRS):
                    message = f'the template {name} holds a tag that is not closed: "{words[:60]}"'
                    raise TemplateError(message, "a tag stands in one paragraph, between {{ and }} or {% and %}")
