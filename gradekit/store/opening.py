"""Making, opening, migrating and backing up the gradebook's database; and its faults in one line each.

Every writing transaction excludes every other one from its beginning, so what it read is true until it has written. They are short, so
several graders on one gradebook wait for each other and never fail halfway.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sqlite3
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, inspect, make_url, select, text, update
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, NoSuchModuleError, OperationalError, SQLAlchemyError

from gradekit import __version__
from gradekit.errors import Refusal, StoreError, UsageError
from gradekit.printable import printable
from gradekit.store.backup import back_up
from gradekit.store.tables import APPEND_ONLY, facts, log, students, written_by

__all__ = ["Database", "create", "migrate", "needs_migration", "now", "open_as_it_is", "open_database"]

_MIGRATIONS: Final = Path(__file__).with_name("migrations")
_WRITES: Final = "gradekit_writes"
_LOCK: Final = 0x67726164656B6974 & 0x7FFFFFFFFFFFFFFF  # of PostgreSQL's advisory locks, ours is "gradekit" in ASCII
_PATIENCE_SECONDS: Final = 60
_WRITTEN: Final = (students.name, *APPEND_ONLY)


def now() -> str:
    """The time as the tables hold it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Database:
    """An opened database. shown: its file or URL, without a password."""

    def __init__(self, engine: Engine, shown: str, file: Path | None) -> None:
        self.engine, self.shown, self.file = engine, shown, file

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads. Raises StoreError."""
        with self._faults(), self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                # As SQLite does of itself: what is read is of one moment, whatever others write meanwhile.
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that excludes all other writers; on an exception nothing of it is kept. Raises StoreError, and OSError (full)."""
        with self._faults(), self.engine.execution_options(**{_WRITES: True}).begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextlib.contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as fault:
            raise _in_a_line(fault, self.shown) from fault
        except (UnicodeEncodeError, OverflowError) as fault:
            raise _not_to_be_held(self.shown) from fault


def _in_a_line(fault: SQLAlchemyError, shown: str) -> Exception:
    driver = fault.orig if isinstance(fault, DBAPIError) else None
    words = " ".join(str(driver or fault).split())
    if getattr(driver, "sqlite_errorname", "") == "SQLITE_IOERR_WRITE":  # a quota, or a limit on files
        return StoreError(f"{shown}: no more can be written to it ({words}); make room, then run this again")
    if "unable to open database file" in words:
        return StoreError(f"{shown}: it, or what SQLite writes beside it, cannot be opened; get the right to it and to its folder")
    if "database or disk is full" in words or "No space left" in words:
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), shown)
    if "database is locked" in words or "lock timeout" in words:
        return StoreError(f"{shown}: somebody else has been writing for {_PATIENCE_SECONDS} seconds; run this again when they have done")
    if "readonly database" in words or "read-only transaction" in words or "permission denied" in words:
        return _only_to_read(shown)
    if "malformed" in words or "not a database" in words:
        return StoreError(f"{shown}: is damaged or no gradebook ({words}); restore a backup")
    if isinstance(fault, DataError):
        return _not_to_be_held(shown)
    if isinstance(fault, OperationalError):
        return StoreError(f"{shown}: the database cannot be used ({printable(words)[:300]}); see to it, then run this again")
    return StoreError(f"{shown}: {type(fault).__name__}: {printable(words)[:300]}")


def _not_to_be_held(shown: str) -> UsageError:
    return UsageError(f"{shown}: holds no text that is not UTF-8, and no number so large; give another")


def _only_to_read(shown: str) -> StoreError:
    return StoreError(f"{shown}: may only be read; get the right to write to it and to its folder, then run this again")


def _engine(place: str) -> tuple[Engine, str, Path | None]:
    """For a file's path or a URL. Raises UsageError."""
    try:
        url = make_url(place) if "://" in place else URL.create("sqlite", database=place)
    except (ArgumentError, ValueError) as fault:
        begun = printable(place.partition("://")[0])  # the rest may hold a password
        raise UsageError(f"{begun}://…: is neither a file nor a database's URL, such as postgresql://user@host:5432/name") from fault
    if "password" in url.query:
        url = url.set(password=str(url.query["password"])).difference_update_query(["password"])
    backend = url.get_backend_name()
    masked = url.difference_update_query(["sslpassword"]).render_as_string(hide_password=True)
    shown = printable(url.database if backend == "sqlite" and url.database else masked)
    if backend == "postgres":
        url, backend = url.set(drivername="postgresql"), "postgresql"
    if backend == "sqlite" and url.database:
        file = Path(url.database)
        # By its whole path and nothing else, as some names and parameters mean no file to SQLite.
        engine = create_engine(URL.create("sqlite", database=str(file.absolute())), connect_args={"timeout": _PATIENCE_SECONDS})
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine, shown, file
    if backend != "postgresql":
        raise UsageError(f"{shown}: a gradebook is a SQLite file or a PostgreSQL database (postgresql://user@host/name), not {backend}")
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            connect_args={"connect_timeout": 10, "options": f"{_own_options(url)} -c lock_timeout={_PATIENCE_SECONDS}s".lstrip()},
        )
    except (ImportError, NoSuchModuleError) as fault:
        raise UsageError(f"{shown}: PostgreSQL needs a driver; install it with: pip install 'gradekit[postgresql]'") from fault
    return engine, shown, None


def _own_options(url: URL) -> str:
    """What the URL itself sets, such as a search_path."""
    given = url.query.get("options", "")
    return given if isinstance(given, str) else " ".join(given)


def _set_up_sqlite(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None  # transactions begin where _begin_sqlite says, not where the driver thinks
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=FULL")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITES) else "BEGIN")


def create(place: str, course: str, attempts: str) -> Database:
    """Make a gradebook for a course at a file's path or a URL, and open it.

    attempts: "latest" or "best", which of a student's attempts counts. Raises UsageError where there is a gradebook already, or a file
    that is none; StoreError; OSError.
    """
    engine, shown, file = _engine(place)
    database = Database(engine, shown, file)
    if file is not None:
        if file.exists() and file.stat().st_size and not _is_empty(database):
            raise UsageError(f"{shown}: is there already; open it as it is ('gradekit gradebook show'), or name another file")
        if not file.parent.is_dir():
            raise UsageError(f"{shown}: its folder does not exist; make it first, or name another file")
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))  # what it will hold is nobody else's business
    try:
        with database.writing() as connection:
            if inspect(connection).get_table_names():
                raise UsageError(f"{shown}: holds tables already; name an empty database")
            _upgrade(connection)
            told = {"id": uuid.uuid4().hex, "course": course, "attempts": attempts}
            connection.execute(insert(facts), [{"name": name, "value": value} for name, value in told.items()])
    except BaseException:
        database.close()
        raise
    return database


def _is_empty(database: Database) -> bool:
    """Whether it holds nothing, as after an init that was killed."""
    with contextlib.suppress(StoreError), database.reading() as connection:
        return not inspect(connection).get_table_names()
    return False


def open_database(place: str, *, to_write: bool = True) -> Database:
    """The gradebook at a file's path or a URL; one of an older gradekit is backed up and migrated first, if it is to be written to.

    Raises UsageError where there is none, Refusal where a newer gradekit wrote it, or an older one and it is only to be read or cannot be
    backed up from here; StoreError, where it is to be written to and may only be read too.
    """
    database = open_as_it_is(place)
    try:
        if needs_migration(database):
            if not to_write:
                raise Refusal(f"{database.shown}: is of an older gradekit; run 'gradekit gradebook migrate', which makes a backup first")
            migrate(database)
        if to_write:
            _require_right_to_write(database)
    except BaseException:
        database.close()
        raise
    return database


def open_as_it_is(place: str) -> Database:
    """The database at a file's path or a URL, of whichever gradekit it is. Raises UsageError where there is none."""
    engine, shown, file = _engine(place)
    if file is not None and not (file.is_file() and file.stat().st_size):
        engine.dispose()
        raise UsageError(f"{shown}: there is no gradebook; make one with 'gradekit gradebook init', or name another with --gradebook")
    return Database(engine, shown, file)


def migrate(database: Database, *, backed_up: bool = False) -> Path | None:
    """Bring an older gradebook to this gradekit's form; returns the backup that was made of it, None where nothing was to be done.

    backed_up: somebody made a backup themselves. Killed at any moment, it is as before. Raises Refusal where no backup can be made.
    """
    if not needs_migration(database):
        return None
    backup = None
    with database.writing() as connection:
        revision = _revision(connection)
        if revision != _script().get_current_head():  # else somebody was quicker
            if not backed_up:
                # Until the migration is done others may read and not write, so the backup holds all that there was before it.
                backup = back_up(database.engine.url, database.shown, database.file, str(revision))
            _upgrade(connection)
    return backup


def _require_right_to_write(database: Database) -> None:
    """Raises StoreError: better now than when a class has been graded."""
    with database.writing() as connection:
        if connection.dialect.name == "postgresql":
            rights = text("SELECT current_setting('transaction_read_only') = 'off' AND has_table_privilege(:name, 'INSERT')")
            if not all(connection.execute(rights, {"name": name}).scalar() for name in _WRITTEN):
                raise _only_to_read(database.shown)
        else:
            # Needs all that a change does, and is taken back. To write what is there already would need nothing.
            connection.execute(update(facts).values(value=facts.c.value + " "))
        connection.rollback()


def needs_migration(database: Database) -> bool:
    """Raises UsageError where it is no gradebook, Refusal where it is of a newer gradekit."""
    with database.reading() as connection:
        revision = _revision(connection)
        if revision is None:
            raise UsageError(f"{database.shown}: is no gradebook; make one with 'gradekit gradebook init'")
        if revision in {each.revision for each in _script().walk_revisions()}:
            return revision != _script().get_current_head()
        wrote = connection.execute(select(written_by.c.gradekit).order_by(written_by.c.id.desc()).limit(1)).scalar()
    raise Refusal(
        f"{database.shown}: was written by gradekit {printable(str(wrote))}, which this one ({__version__}) is too old to read; "
        f"install gradekit {printable(str(wrote))} or later"
    )


def _revision(connection: Connection) -> str | None:
    # Other applications use Alembic too, and call a revision 0001: it must have our tables.
    if not {"alembic_version", facts.name, written_by.name, log.name} <= set(inspect(connection).get_table_names()):
        return None
    return MigrationContext.configure(connection).get_current_revision()


def _upgrade(connection: Connection) -> None:
    """To the newest form, within the connection's transaction."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    head = _script().get_current_head()
    connection.execute(insert(written_by), {"revision": head, "gradekit": __version__, "at": now()})


def _script() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", re.sub("%", "%%", str(_MIGRATIONS)))
    config.set_main_option("path_separator", "os")
    return config
