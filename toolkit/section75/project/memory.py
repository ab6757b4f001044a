"""Results remembered between runs, in the user's cache folder. It may be deleted at any time.

An entry is JSON, sealed with a secret key that lies beside it, together with the digest of everything that the result
depends on. What was damaged, cut short, altered, renamed or brought from elsewhere is not read.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import secrets
import sys
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from section75.value import dataclass

WHERE, OFF = "S75_CACHE", "S75_NO_CACHE"
"""Environment variables: the folder to be used, and whether to use none."""
ENTRY = ".s75"
SEAL_FILE = "seal"
SEAL = 32
"""Bytes of a seal, and of the secret."""
LARGEST_ENTRY, LARGEST_RESULT = 2_000_000, 32_000_000
"""Bytes of an entry on disk, and of the JSON in it. More is neither written nor read."""
MOST_BYTES = 128_000_000
"""Bytes of all entries; the oldest go first."""


def memory_folder(environment: Mapping[str, str]) -> Path | None:
    """Where results are remembered; None where the environment says that none are, or where there is no such place."""
    if environment.get(OFF, "") not in ("", "0"):
        return None
    if environment.get(WHERE):
        return Path(environment[WHERE])
    if sys.platform == "win32":
        base = environment.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = _below_home(environment, "Library/Caches")
    else:
        base = environment.get("XDG_CACHE_HOME", "") or _below_home(environment, ".cache")
    return Path(base) / "section75" if base and Path(base).is_absolute() else None


def _below_home(environment: Mapping[str, str], folder: str) -> str:
    home = environment.get("HOME", "")
    return str(Path(home) / folder) if home else ""


@dataclass(frozen=True)
class Memory:
    """Results by the digest of what they depend on. Nothing here raises: what cannot be read or kept is not."""

    folder: Path
    secret: bytes

    def recall(self, key: str) -> dict[str, Any] | None:
        """The result that was kept under a key; None where there is none that can be trusted."""
        try:
            path = self._path(key)
            if path.is_symlink() or path.stat().st_size > LARGEST_ENTRY:
                return None
            content = path.read_bytes()
            seal, packed = content[:SEAL], content[SEAL:]
            if not hmac.compare_digest(seal, self._seal(key, packed)):
                return None
            unpacker = zlib.decompressobj()
            raw = unpacker.decompress(packed, LARGEST_RESULT)
            found = json.loads(raw) if unpacker.eof else None
        except (OSError, ValueError, zlib.error, RecursionError):
            return None
        return found if isinstance(found, dict) else None

    def keep(self, key: str, result: Mapping[str, Any]) -> None:
        """Keep a result, whole or not at all."""
        raw = json.dumps(result, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
        packed = zlib.compress(raw, 1)
        if len(raw) > LARGEST_RESULT or len(packed) + SEAL > LARGEST_ENTRY:
            return
        with contextlib.suppress(OSError):
            _write(self._path(key), self._seal(key, packed) + packed)

    def tidy(self) -> None:
        """Delete the oldest entries where all of them together are too large."""
        with contextlib.suppress(OSError):
            states = [(path, path.stat()) for path in self.folder.glob(f"*{ENTRY}")]
            size = sum(state.st_size for _, state in states)
            for path, state in sorted(states, key=lambda pair: pair[1].st_mtime_ns):
                if size <= MOST_BYTES:
                    break
                path.unlink(missing_ok=True)
                size -= state.st_size

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{ENTRY}"

    def _seal(self, key: str, packed: bytes) -> bytes:
        return hmac.digest(self.secret, key.encode() + b"\n" + packed, hashlib.sha256)


def open_memory(folder: Path | None) -> Memory | None:
    """The results remembered in a folder, which is made where it is not there.

    None where `folder` is None, where it cannot be written to, and where others than its owner may write to it.
    """
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Memory(folder, _secret(folder)) if _is_ours(folder) else None
    except OSError:
        return None


def _is_ours(folder: Path) -> bool:
    """Whether only its owner, who runs the command, may write to a folder. Windows keeps a user's cache private."""
    if sys.platform == "win32":
        return True
    state = folder.stat()
    return state.st_uid == os.geteuid() and not state.st_mode & 0o022


def _secret(folder: Path) -> bytes:
    """The key with which entries are sealed; a new one, which unseals nothing older, where there is none."""
    path = folder / SEAL_FILE
    with contextlib.suppress(OSError):
        found = path.read_bytes()
        if len(found) == SEAL and not path.is_symlink():
            return found
    made = secrets.token_bytes(SEAL)
    _write(path, made)
    return made


def _write(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".s75-", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
