"""A PostgreSQL server of one's own in a temporary folder, for tests and measurements; it listens on a socket in that folder only.

    python scripts/postgres.py       start one, print its URL, and keep it until Enter is pressed

The programs come from the system; where apt can install them, it does.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType

__all__ = ["PostgresServer"]

_USER = "postgres"  # the server refuses to run as root


class PostgresServer:
    """Started on entering the block, stopped and removed on leaving it. Raises RuntimeError where there is no PostgreSQL to be had."""

    def __init__(self) -> None:
        self.bin = _programs()
        self._names = itertools.count(1)

    def __enter__(self) -> PostgresServer:
        self.folder = Path(tempfile.mkdtemp(prefix="gradekit-pg-"))
        if os.geteuid() == 0:
            shutil.chown(self.folder, _USER, _USER)
        data = self.folder / "data"
        self._run("initdb", "-D", data, "-A", "trust", "-U", "gradekit", "-E", "UTF8", "--locale=C", "--no-sync")
        settings = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c shared_buffers=32MB"
        self._run("pg_ctl", "-D", data, "-w", "-t", "60", "-l", self.folder / "log", "-o", settings, "start")
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self._run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def new_database(self) -> str:
        """The URL of a new, empty database."""
        name = f"gradebook{next(self._names)}"
        self._run("createdb", "-h", self.folder, "-U", "gradekit", name)
        return f"postgresql:///{name}?host={self.folder}&user=gradekit"

    def _run(self, program: str, *arguments: str | Path) -> None:
        as_user = {"user": _USER, "group": _USER, "extra_groups": []} if os.geteuid() == 0 else {}
        line = [str(self.bin / program), *map(str, arguments)]
        done = subprocess.run(
            line,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            **as_user,
        )
        if done.returncode:
            log = self.folder / "log"
            raise RuntimeError(f"{program} failed: {done.stderr.strip()} {log.read_text() if log.exists() else ''}")


def _programs() -> Path:
    """The folder of initdb and its kin."""
    for attempt in range(2):
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
        on_path = shutil.which("initdb")
        if found or on_path:
            return found[-1].parent if found else Path(on_path or "").parent
        if attempt == 0 and shutil.which("apt-get") and os.geteuid() == 0:
            environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "postgresql"]
            if subprocess.run(install, env=environment, capture_output=True, check=False).returncode:
                subprocess.run(["apt-get", "update", "-qq"], env=environment, capture_output=True, check=False)
                subprocess.run(install, env=environment, capture_output=True, check=False)
    raise RuntimeError("no PostgreSQL server is installed: install it (on Debian and Ubuntu: sudo apt-get install postgresql)")


if __name__ == "__main__":
    with PostgresServer() as server:
        input(f"{server.new_database()}\nPress Enter to stop it. ")
