"""A Word template that an officer restyles, filled by docxtpl.

Held to a few kinds of tag (`tags`), strict (a tag that names nothing is an error with its name) and escaped (without
it "A & B" loses its ampersand). The body of an agreement never passes through here: it is spliced in afterwards, so
that braces in a clause are never run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from section75.errors import TemplateError
from section75.render.package import read_parts

SHADED = re.compile(rb"(<w:tcPr>)(<w:shd [^>]*/>)(<w:tcW [^>]*/>)")


def fill(template: bytes, values: Mapping[str, Any], name: str) -> dict[str, bytes]:
    """The parts of the template with its tags filled. `name` is the file, for errors.

    Raises `TemplateError` where a tag names nothing that is offered, is not well formed, or does more than show values,
    and for whatever else its tags and parts lead to.
    """
    from docxtpl import DocxTemplate  # noqa: PLC0415 -- slow to import; only where something is printed
    from jinja2 import TemplateError as JinjaError  # noqa: PLC0415
    from jinja2.exceptions import SecurityError  # noqa: PLC0415

    from section75.render.tags import FILTERS, Tags  # noqa: PLC0415

    try:
        document = DocxTemplate(BytesIO(template))
        document.render(dict(values), jinja_env=Tags(), autoescape=True)
        buffer = BytesIO()
        document.save(buffer)
    except SecurityError as error:
        hint = f"a tag shows a value, or stands in an if or a for over a list; filters: {', '.join(FILTERS)}"
        message = f"the template {name} holds a tag that reaches for more than a value: {error}"
        raise TemplateError(message, hint) from error
    except JinjaError as error:
        offered = ", ".join(sorted(values))
        message = f"the template {name} holds a tag that cannot be filled: {error.message}"
        raise TemplateError(message, f"tags that can be used: {offered}") from error
    except Exception as error:
        message = f"the template {name} cannot be used: {type(error).__name__}: {error}"
        raise TemplateError(message, "open it in Word and save it again") from error
    parts = read_parts(buffer.getvalue(), f"the template {name}")
    # docxtpl puts a cell's shading before its width; CT_TcPr wants it after (ECMA-376 part 1, 17.4.69).
    parts["word/document.xml"] = SHADED.sub(rb"\1\3\2", parts["word/document.xml"])
    return parts
