"""Arguments that no reader would type."""

from __future__ import annotations

from random import Random

from tests.support.hostile.case import NAME, Case
from tests.support.hostile.texts import text

FLAGS = ["--format", "-o", "--date", "--template", "--catalogue", "--compare", "--title", "--council", "--council-address", "--nhs-body",
         "--nhs-address", "--nhs-kind", "--start", "--months", "--from", "--model", "--author", "--update", "--only", "--fail-on", "--stat",
         "--summary", "--matrix", "--force", "--action-plan", "--everything", "--moves", "--quick", "--circulate", "--no-source"]  # fmt: skip
VERBS = [
    "list",
    "new",
    "drift",
    "validate",
    "check",
    "trace",
    "explain",
    "schema",
    "render",
    "risks",
    "diff",
    "redline",
    "verify",
]
VALUES = ["", ".", "..", "/", "-", "--", "-1", "0", "9" * 500, "2018-02-30", "0001-01-01", "9999-12-31", "text", "json", "x.docx", "x.html",
          "nowhere/x.docx", "/dev/full", "/dev/zero", "/proc/self/mem", "agreements", "schedules", NAME, "coventry-cwpt/2018", "x" * 5_000,
          "a/" * 2_500 + "b", "C:\\x", "\\\\server\\x", "x.docx/", "newtown/2021", "newtown/" + "x" * 300, "NEWTOWN/2021", "newtown",
          "newtown/../x", "finance", "governance", "undefined-term", "ST-05", "unlimited", "true"]  # fmt: skip


def command_case(rng: Random) -> Case:
    """A verb with arguments of all kinds."""
    if rng.random() < 0.35:
        flag = rng.choice(
            ["--title", "--council", "--council-address", "--nhs-body", "--nhs-address", "--start", "--months"]
        )
        arguments = ["new", "newtown/2021", f"{flag}={text(rng)}"]
        return Case(arguments, [], ("agreements/newtown/2021",))
    arguments = [rng.choice(VERBS)]
    for _ in range(rng.randint(0, 4)):
        kind = rng.random()
        value = text(rng) if kind < 0.3 else rng.choice(VALUES)
        arguments += [rng.choice(FLAGS), value] if kind < 0.55 else [value] if kind < 0.85 else [NAME]
    writes = [value for value in arguments if value.endswith((".docx", ".html", "x.docx"))]
    return Case(
        [a for a in arguments if "\x00" not in a or rng.random() < 0.5],
        [],
        (*writes, "agreements/newtown", ".vscode", "schemas"),
    )
