"""A copy of a gradebook from before a migration, beside it and named after the form it has."""

from __future__ import annotations

import contextlib
import os
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
    """Copy the database at url, and return where to. Raises Refusal where that is not possible, OSError (a full disk)."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    if file is not None:
        target = file.with_name(f"{file.name}.{revision}.{stamp}.backup")
        closing = contextlib.closing
        with _whole(target) as temporary, closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(temporary)) as copy:
            source.backup(copy)
        return target
    program = shutil.which("pg_dump")
    advice = "make a backup, then run 'gradekit gradebook migrate --backed-up'"
    if program is None:
        raise Refusal(f"{shown}: is of an older gradekit, and there is no pg_dump here to back it up before it is migrated; {advice}")
    folder = cache_folder() / "backups"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / f"{url.database}.{revision}.{stamp}.sql"
    # The password goes by the environment, which other users of the machine cannot read, and never by the command line.
    environment = dict(os.environ)
    if url.password is not None:
        environment["PGPASSWORD"] = url.password
    plain = url.set(drivername="postgresql", password=None).render_as_string()
    with _whole(target) as temporary:
        done = subprocess.run(
            [program, "--dbname", plain, "--file", str(temporary)], env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            reason = " ".join(done.stderr.split())[:300]
            raise Refusal(f"{shown}: is of an older gradekit, and pg_dump could not back it up ({reason}); {advice}")
    return target


@contextlib.contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """A temporary file that becomes target at the end of the block."""
    handle, name = tempfile.mkstemp(prefix=".gradekit-", dir=target.parent)
    os.close(handle)
    try:
        yield Path(name)
        with open(name, "rb") as file:
            os.fsync(file.fileno())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
