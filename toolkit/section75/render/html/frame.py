"""What every web page of the toolkit begins and ends with."""

from __future__ import annotations

from importlib.resources import files

from section75.page import NOTICE
from section75.render.html.words import escaped

# No script may run and nothing may be fetched, whatever the text of an agreement holds.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
END = "</body>\n</html>\n"


def beginning(title: str, style: str, skip: tuple[str, str]) -> str:
    """The head of a page and the link past its front: `style` follows that of the house, `skip` is an id and words."""
    house = files(__package__).joinpath("style.css").read_text(encoding="utf-8")
    target, words = skip
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{house}{style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#{target}">{words}</a>\n'
    )


def notice(illustrative: bool) -> str:
    """The notice of an illustrative agreement; "" for any other."""
    return f'<p class="notice">{escaped(NOTICE)}</p>\n' if illustrative else ""
