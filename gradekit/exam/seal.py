"""Sealed papers: handed out the day before, opened by a passphrase that is announced at the start.

The format is age's (age-encryption.org), through its Rust implementation: each paper is encrypted to a key of this hand-out's, and that
key, encrypted with the passphrase, lies beside it. So the passphrase's deliberately slow derivation is paid once for a whole class,
and once by each student, and any age tool opens a paper as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gradekit.errors import UsageError
from gradekit.exam.archive import packed, unpacked

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["LEAST_PASSPHRASE", "Sealer", "is_sealed", "unsealed"]

_KEY: Final = "key.age"
_PAPER: Final = "paper.age"
LEAST_PASSPHRASE: Final = 12


class Sealer:
    """Seals papers with one passphrase. Raises UsageError where it is too short, or the means are not installed."""

    def __init__(self, passphrase: str) -> None:
        if len(passphrase.strip()) < LEAST_PASSPHRASE:
            raise UsageError(
                f"the passphrase has fewer than {LEAST_PASSPHRASE} characters, and whoever has a paper can guess for days; take four words"
            )
        pyrage = _pyrage()
        identity = pyrage.x25519.Identity.generate()
        self._recipient = identity.to_public()
        self._key = bytes(pyrage.passphrase.encrypt(str(identity).encode(), passphrase.strip()))

    def seal(self, paper: bytes) -> bytes:
        """The sealed file of a paper."""
        return packed({_KEY: self._key, _PAPER: bytes(_pyrage().encrypt(paper, [self._recipient]))})


def is_sealed(content: bytes) -> bool:
    """Whether content, the beginning of a file or all of it, is a sealed paper's."""
    return content[:2] == b"PK" and content[30 : 30 + len(_KEY)] == _KEY.encode()


def unsealed(content: bytes, passphrase: str, what: str) -> bytes:
    """The paper in a sealed file. Raises UsageError where the passphrase is not the one, or the file is damaged."""
    pyrage = _pyrage()
    files = unpacked(content, what)
    if set(files) != {_KEY, _PAPER}:
        raise UsageError(f"{what}: is no sealed paper; ask for the paper again")
    try:
        identity = pyrage.x25519.Identity.from_str(pyrage.passphrase.decrypt(files[_KEY], passphrase.strip()).decode())
    except (pyrage.DecryptError, pyrage.IdentityError, UnicodeDecodeError) as fault:
        raise UsageError(f"{what}: does not open with this passphrase; type it as it was announced, or ask for the paper again") from fault
    try:
        return bytes(pyrage.decrypt(files[_PAPER], [identity]))
    except pyrage.DecryptError as fault:
        raise UsageError(f"{what}: is damaged; ask for the paper again") from fault


def _pyrage() -> ModuleType:
    try:
        import pyrage
    except ImportError as fault:
        raise UsageError("sealed papers need the package pyrage: pip install 'gradekit[exam]'") from fault
    module: ModuleType = pyrage
    return module
