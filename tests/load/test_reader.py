"""Reading YAML into data."""

from __future__ import annotations

from decimal import Decimal

from section75.load.reader import read_source


def test_reading_uses_libyaml():
    from ruamel.yaml.cyaml import CParser

    assert CParser.__module__.endswith("_ruamel_yaml")
    source, findings = read_source("a.yaml", "a.yaml", b"a: 1\n")
    assert (source.data, findings) == ({"a": Decimal(1)}, ())
