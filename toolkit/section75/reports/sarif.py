"""A review in SARIF 2.1.0 (OASIS), which code-scanning services read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from section75 import __version__
from section75.findings import Finding
from section75.reports.review_data import Report, failures
from section75.reviews import Result

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"statutory": "error", "consider": "note"}
"""The level of a rule by the strength of its item; every other is a warning."""


def as_sarif(report: Report) -> str:
    """The log as text: each item a rule, each item that is not met a result at its place."""
    found = [*report.examined.findings, *failures(report)]
    items = {result.item.id: result for result in report.examined.review.results}
    rules = [_rule(result) for result in items.values()]
    rules += [{"id": code} for code in dict.fromkeys(finding.code for finding in found) if code not in items]
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    driver = {"name": "s75", "version": __version__, "semanticVersion": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(found, index)),
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(result: Result) -> dict[str, Any]:
    item = result.item
    return {
        "id": item.id,
        "name": item.id.replace("-", ""),
        "shortDescription": {"text": str(item.says)},
        "help": {"text": f"{item.theme}. Source: {item.source}."},
        "defaultConfiguration": {"level": LEVELS.get(item.strength, "warning")},
        "properties": {"tags": [item.strength, item.theme], "catalogue": result.catalogue},
    }


def _results(found: Iterable[Finding], index: dict[Any, int]) -> Iterable[dict[str, Any]]:
    for finding in found:
        region = {"startLine": finding.place.line, "startColumn": finding.place.column}
        where = {"artifactLocation": {"uri": quote(finding.place.path)}, "region": region}
        yield {
            "ruleId": finding.code,
            "ruleIndex": index[finding.code],
            "level": finding.severity.value,
            "message": {"text": "; ".join((finding.message, *finding.hints))},
            "locations": [{"physicalLocation": where}],
            "partialFingerprints": {"section75/v1": f"{finding.code}:{finding.owner}:{finding.place.path}"},
        }
