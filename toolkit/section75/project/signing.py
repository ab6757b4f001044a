"""Signatures of decisions by OpenSSH: a file beside the record, checked against the signers that the project trusts.

A signature is of the whole file of the record, which holds the digest of the text, in a namespace of our own, so that
what was signed for another purpose does not pass. Whose keys count, and until when, the file `signers` in the project
says, in the form of OpenSSH (ssh-keygen(1), ALLOWED SIGNERS). A key counts as it did on the day of the decision.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from section75.errors import MissingError, ProgramError, Section75Error
from section75.value import dataclass

NAMESPACE = "approval@section75"
SIGNERS = "signers"
ENDING = ".sig"
LONGEST = 60
"""Seconds after which the program is given up; a passphrase may have to be typed."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a signature beside a record is worth."""

    by: str = ""
    """Whose key it is, as the signers file names them."""
    fault: str = ""
    """Why it does not hold; "" where it does."""


def sign(record: Path, key: Path) -> Path:
    """Sign the file of a record with a private key, or with the public one whose private one an agent holds.

    Gives the file of the signature. Raises `MissingError` where there is no key, `ProgramError` where OpenSSH is not
    installed, and `Section75Error` where it refuses.
    """
    if not key.is_file():
        raise MissingError(f"there is no key {key}", "give the file of a key, e.g. --sign ~/.ssh/id_ed25519")
    done = _run("-Y", "sign", "-f", str(key.resolve()), "-n", NAMESPACE, str(record))
    if done.returncode:
        raise Section75Error(f"the record was not signed: {_last(done.stderr)}", "check the key, and its passphrase")
    return record.with_name(record.name + ENDING)


def signature_of(record: Path, signers: Path, on: str) -> Signature | None:
    """The signature beside the file of a record, as on the day of the decision; None where there is none.

    Raises `ProgramError` where OpenSSH is not installed.
    """
    signed = record.with_name(record.name + ENDING)
    if not signed.is_file():
        return None
    if not signers.is_file():
        return Signature(fault=f"the project has no file {SIGNERS} that says whose keys count")
    at = f"verify-time={on.replace('-', '')}120000"
    found = _run("-Y", "find-principals", "-s", str(signed), "-f", str(signers), "-O", at)
    by = _plain(found.stdout.decode(errors="replace").partition("\n")[0])
    if found.returncode or not by:
        return Signature(fault=f"nobody in {SIGNERS} had this key on that day")
    check = ("-Y", "verify", "-f", str(signers), "-I", by, "-n", NAMESPACE, "-s", str(signed), "-O", at)
    with record.open("rb") as content:
        done = _run(*check, given=content.fileno())
    return Signature(by) if done.returncode == 0 else Signature(by, "it is not of this record, or not of a decision")


def _run(*arguments: str, given: int | None = None) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("ssh-keygen")
    if program is None or not Path(program).is_absolute():
        raise ProgramError("OpenSSH is needed for signatures and is not installed", "install it: openssh-client")
    try:
        return subprocess.run(  # noqa: S603 -- a fixed program with our own arguments
            [program, *arguments],
            stdin=subprocess.DEVNULL if given is None else given,
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ProgramError(f"OpenSSH did not finish: {error}", "try `ssh-keygen -Y sign` by hand") from error


def _last(said: bytes) -> str:
    lines = said.decode(errors="replace").strip().splitlines() or ["it gave no reason"]
    return _plain(lines[-1])


def _plain(words: str) -> str:
    """Words of another program without what would move a terminal's cursor."""
    return "".join(letter for letter in words if letter.isprintable()).strip()
