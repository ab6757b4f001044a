"""A first draft from the library: the model agreement and its schedules, copied and never linked to."""

from __future__ import annotations

from pathlib import PurePosixPath

from section75.load import AGREEMENT_FILE, RISKS_FILE, Loaded, SourceFile
from section75.load.edit import inserted_after, replaced, spliced
from section75.schema import SHARED, schema_of
from section75.signoff import digests


def from_library(library: Loaded, new_id: str) -> dict[str, bytes]:
    """The files of a first draft, by path; each schedule says what it was copied from, at which digest.

    Raises `SourceError` where the library cannot be read.
    """
    library.required()
    sources = [source for source in library.places.files if source.path not in (AGREEMENT_FILE, RISKS_FILE)]
    files: dict[str, bytes] = {}
    paths = []
    for index, source in enumerate(sources, 1):
        path = f"schedules/{index:02}-{PurePosixPath(source.path).name}"
        origin = f"from: {{id: {source.data['id']}, digest: {model_digest(source)}}}\n"
        files[path] = spliced(source, [inserted_after(source, ("kind",), origin)])
        paths.append(path)
    main = library.places.files[0]
    files[AGREEMENT_FILE] = spliced(
        main, [replaced(main, ("id",), new_id), replaced(main, ("schedules",), _listed(main, paths))]
    )
    for source in library.places.files:
        if source.path == RISKS_FILE:
            files[RISKS_FILE] = spliced(source, [])
    return files


def model_digest(source: SourceFile) -> str:
    """The digest of a model schedule, by which a copy remembers what it was copied from."""
    shared = {f"{name}.json": schema_of(name) for name in SHARED}
    whole = digests([({}, {}), (source.data, schema_of(source.data["kind"]))], shared)
    return whole.schedules[source.data["id"]]


def _listed(main: SourceFile, paths: list[str]) -> str:
    """The list of paths in block form, in the indentation of the one that it replaces."""
    start = main.span(("schedules",))[0]
    line = main.text.rfind("\n", 0, start) + 1
    indent = " " * (start - line)
    lines = [f"{indent if index else ''}- {path}\n" for index, path in enumerate(paths)]
    return "".join(lines)
