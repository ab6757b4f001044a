"""The words of a file spoiled: signs, structure, repetition, depth, size."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.support.hostile.case import INSIDE, Case, command
from tests.support.hostile.texts import SIGNS, long, odd, text

FILES = ["agreement.yaml", "agreement.yaml", "agreement.yaml", "risks.yaml", "schedules/finance.yaml", "schedules/governance.yaml",
         "schedules/performance.yaml", "schedules/functions.yaml"]  # fmt: skip


def yaml_case(rng: Random) -> Case:
    """A file of the agreement in which some things are not as they should be."""
    arguments, writes = command(rng)
    path = rng.choice(FILES)
    seed = rng.random()

    def spoil(project: Path) -> None:
        local = Random(seed)
        file = project / INSIDE / path
        raw = file.read_bytes()
        for _ in range(local.choice([1, 1, 1, 2, 4])):
            raw = local.choice(WAYS)(raw, local)[:9_000_000]
        file.write_bytes(raw)

    return Case(arguments, [spoil], writes)


def _lines(raw: bytes) -> list[str]:
    return raw.decode("utf-8", "surrogateescape").split("\n")


def _raw(lines: list[str]) -> bytes:
    content = "\n".join(lines)
    try:
        return content.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return content.encode("utf-8", "surrogatepass")


def _value(raw: bytes, rng: Random) -> bytes:
    """The value on a line replaced."""
    lines = _lines(raw)
    at = rng.randrange(len(lines))
    head, colon, _ = lines[at].partition(":")
    new = rng.choice(
        ["", "[]", "{}", "[a]", "{a: b}", "~", "x", "[[[]]]", "{id: x}", "0", "-1", "1e9", "|", ">-", '"', "[", "{", "*a", "&a x",
         '"' + odd(rng).replace('"', "") + '"', text(rng), "'" + text(rng) + "'", '"\\ud800"', '"\\0"', '"\\e[2J"', '"\\U0010ffff"',
         "[" * 10_000, "[" * 30 + "]" * 30, "{a: " * 300 + "}" * 300, "9" * 5_000, "0." + "1" * 5_000, "-0"]
    )  # fmt: skip
    lines[at] = f"{head}{colon or ':'} {new}"
    return _raw(lines)


def _inside(raw: bytes, rng: Random) -> bytes:
    """Signs put in anywhere."""
    content = raw.decode("utf-8", "replace")
    at = rng.randrange(len(content) + 1)
    return (content[:at] + rng.choice([rng.choice(SIGNS), odd(rng)]) + content[at:]).encode("utf-8", "surrogatepass")


def _in_words(raw: bytes, rng: Random) -> bytes:
    """Signs put into the words of a field, in quotation marks."""
    content = raw.decode("utf-8", "replace")
    starts = [at for at in range(len(content)) if content.startswith(('text: "', 'meaning: "', 'title: "'), at)]
    if not starts:
        return _inside(raw, rng)
    at = content.index('"', rng.choice(starts)) + 1
    new = text(rng).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return (content[:at] + new + content[at:]).encode("utf-8", "surrogatepass")


def _bytes(raw: bytes, rng: Random) -> bytes:
    """A byte altered, taken out or put in."""
    at = rng.randrange(len(raw) + 1)
    return raw[:at] + bytes(rng.choices(range(256), k=rng.randint(0, 3))) + raw[at + rng.randint(0, 2) :]


def _cut(raw: bytes, rng: Random) -> bytes:
    return raw[: rng.randrange(len(raw) + 1)]


def _shuffled(raw: bytes, rng: Random) -> bytes:
    """Lines doubled, dropped, moved, or pushed in."""
    lines = _lines(raw)
    at, to = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(4):
        case 0:
            lines[to:to] = [lines[at]] * rng.choice([1, 2, 100])
        case 1:
            del lines[at : at + rng.randint(1, 5)]
        case 2:
            lines[at], lines[to] = lines[to], lines[at]
        case _:
            lines[at] = " " * rng.randint(1, 6) + lines[at]
    return _raw(lines)


def _ends(raw: bytes, rng: Random) -> bytes:
    """Other line ends."""
    return raw.replace(
        b"\n", rng.choice([b"\r", b"\r\n", b"\xc2\x85", b"\xe2\x80\xa8", b"\r\r\n", b"\n\n\n", b"\x0b", b"\x0c"])
    )


def _many(raw: bytes, rng: Random) -> bytes:
    """Very much of one thing."""
    size = rng.choice([1_000, 5_000, 20_000])
    extra = rng.choice(
        [
            "\nclauses:\n" + '  - {id: again, text: "Again and again."}\n' * size,
            "\nclauses:\n" + "".join(f'  - {{id: c-{n}, text: "See [](#c-{size - n})."}}\n' for n in range(size)),
            "\ndefinitions:\n" + "".join(f"  - {{id: d-{n}, term: Term {n}, meaning: means Term {n + 1}.}}\n" for n in range(size)),
            "\nterms_allowed:\n" + "".join(f"  - Word {n}\n" for n in range(size)),
            "\nschedules:\n" + "  - schedules/finance.yaml\n" * min(size, 2_000),
            "\nnotes: |\n" + f"  {long(rng)[:100]}\n" * size,
            "\naccepted:\n" + "  - {code: undefined-term, at: board-duty, reason: x}\n" * size,
            "\n" + "".join(f"k{n}: v\n" for n in range(size)),
            "\n? " + "[" * size,
            "\na: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(size)),
            "\n" + "# " * size,
            "\n" + "---\n" * size,
            "\ntitle: \"" + "\\n" * size + "\"\n",
        ]
    )  # fmt: skip
    return raw.replace(b"\nclauses:", b"\nnotes_:", 1) + extra.encode() if rng.random() < 0.5 else raw + extra.encode()


def _other(raw: bytes, rng: Random) -> bytes:
    """Something else altogether."""
    return rng.choice(
        [b"", b"\xef\xbb\xbf", b"\xff\xfe\x00", b"[]", b"- a\n- b\n", b"x", b"? [a]\n: b\n", b"? {a: b}\n: c\n", b"{}", b"format: 1\n",
         b"format: 2\n", b"format: [1]\n", b"kind: [a]\n", b"kind: {a: b}\n", b"%YAML 9.9\n---\na: b\n", b"\x00" * 100, b"PK\x03\x04",
         b"{" * 100_000, b"- " * 100_000, b"a: " * 10_000, b"? " * 50_000, b"!" * 100_000, b"x" * 8_000_001, b'"' + b"\\n" * 100_000,
         b"format: 1\nid: &x y\nz: *x\n", b"a: !!binary aGVsbG8=\n", b"<<: {a: b}\n"]
    )  # fmt: skip


WAYS = [
    _value,
    _value,
    _value,
    _inside,
    _inside,
    _in_words,
    _in_words,
    _bytes,
    _cut,
    _shuffled,
    _shuffled,
    _ends,
    _many,
    _other,
]
