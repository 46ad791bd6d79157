"""A copy of a gradebook from before a migration, beside it and named after the form it has.

Made while the migration keeps all other writers out, so there is one at a time of a gradebook, and half of one that is found is of one
that was killed.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL

from gradekit.course.places import cache_folder
from gradekit.errors import Refusal

__all__ = ["back_up"]


def back_up(url: URL, shown: str, file: Path | None, revision: str) -> Path:
    """Copy the database at url, and return where to. Raises Refusal where that is not possible, OSError (a full disk).

    No backup that is there already is overwritten.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    if file is not None:
        closing = contextlib.closing
        with _whole(file.parent, file.name, f"{revision}.{stamp}", ".backup", shown) as (temporary, target):
            try:
                with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(temporary)) as copy:
                    copy.execute("PRAGMA journal_mode=OFF")  # half a copy is thrown away, not mended
                    source.backup(copy)
            except sqlite3.Error as fault:
                if fault.sqlite_errorname in ("SQLITE_FULL", "SQLITE_IOERR_WRITE"):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file.parent)) from fault
                raise Refusal(f"{shown}: is of an older gradekit, and could not be backed up before it is migrated ({fault})") from fault
        return target
    program = shutil.which("pg_dump")
    advice = "make a backup, then run 'gradekit gradebook migrate --backed-up'"
    if program is None:
        raise Refusal(f"{shown}: is of an older gradekit, and there is no pg_dump here to back it up before it is migrated; {advice}")
    folder = cache_folder() / "backups"
    name = re.sub(r"[^\w.-]|^\.", "_", url.database or "gradebook")
    # The password goes by the environment, which other users of the machine cannot read, and never by the command line.
    environment = dict(os.environ)
    if url.password is not None:
        environment["PGPASSWORD"] = url.password
    plain = url.set(drivername="postgresql", password=None).render_as_string()
    with _whole(folder, name, f"{revision}.{stamp}", ".sql", shown) as (temporary, target):
        line = [program, "--no-password", "--dbname", plain, "--file", str(temporary)]
        done = subprocess.run(line, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode:
            reason = " ".join(done.stderr.split())[:300]
            if os.strerror(errno.ENOSPC) in reason:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
            raise Refusal(f"{shown}: is of an older gradekit, and pg_dump could not back it up ({reason}); {advice}")
    return target


@contextlib.contextmanager
def _whole(folder: Path, name: str, version: str, suffix: str, shown: str) -> Iterator[tuple[Path, Path]]:
    """A temporary file, and what it becomes at the end of the block."""
    temporary: Path | None = None
    begun = f".{name}.half-"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for left in folder.glob(f"{glob.escape(begun)}*"):
            left.unlink(missing_ok=True)
        handle, made = tempfile.mkstemp(prefix=begun, dir=folder)
        os.close(handle)
        temporary = Path(made)
        target = folder / f"{name}.{version}{suffix}"
        number = 2
        while target.exists():
            target = folder / f"{name}.{version}-{number}{suffix}"
            number += 1
        yield temporary, target
        with open(temporary, "rb") as file:
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except BaseException as fault:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        if isinstance(fault, PermissionError) or (isinstance(fault, OSError) and fault.errno == errno.EROFS):
            raise Refusal(
                f"{shown}: is of an older gradekit, and must be backed up before it is migrated, but {folder} may not be written to; get "
                "the right to, or make a backup yourself, then run 'gradekit gradebook migrate --backed-up'"
            ) from fault
        raise
