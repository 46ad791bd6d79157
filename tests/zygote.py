"""Runs gradekit commands for tests/test_faults.py, each in a process forked from this one, which has imported everything already.

A command's moments are what it does to files and databases, in order; at the one that it is told it is killed, or stops. They are the
same each time, so a test can take every one of them in turn, and no test waits for a clock. One JSON object a line is read, and answered.

    {"do": "start", "args": …}   → {"pid": …}       begin a command; see _command for what else may be told
    {"do": "wait", "pid": …}     → {"code": …}      until it has ended (below 0: by that signal), or {"code": null} once it has stopped
    {"do": "left"}               → {"left": […]}    the processes that commands left behind, after a while
"""

import ctypes
import json
import os
import signal
import sys
import time
from pathlib import Path

SECONDS_TO_GO = 15.0
SUBREAPER = 36
JUDGES = {"processes": False}
CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "subprocess.Popen")


def _moments(root: str, log: int, at: int, how: int) -> None:
    """From here on: count what is done to files below root and to databases, and at that number send oneself a signal."""
    from sqlalchemy import Engine, event
    from sqlalchemy.pool import Pool

    count = 0

    def moment(label: str) -> None:
        nonlocal count
        count += 1
        os.write(log, label.encode("utf-8", "replace") + b"\n")
        if count == at:
            os.kill(os.getpid(), how)

    def audit(name: str, arguments: tuple) -> None:
        if name == "open":
            path, _, flags = arguments
            to_write = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
            if to_write and isinstance(path, str | bytes) and os.fsdecode(path).startswith(root):
                moment("open to write")
        elif name in CHANGES and root in repr(arguments):
            moment(name)

    fsync = os.fsync

    def loud_fsync(handle: int) -> None:
        moment("before fsync")
        fsync(handle)
        moment("after fsync")

    os.fsync = loud_fsync
    event.listen(Engine, "before_cursor_execute", lambda *told: moment("before " + " ".join(told[2].split()[:3])))
    event.listen(Engine, "commit", lambda connection: moment("before commit"))
    event.listen(Pool, "checkin", lambda *told: moment("after a transaction"))
    sys.addaudithook(audit)


def _command(told: dict) -> None:
    """Become the command: args, env, stdout and stderr (files); moments: a file; at, how, root: see _moments; cwd.

    versions: a folder of migrations in place of gradekit's own; version: what this gradekit says it is. processes: true where judges are
    to be in processes of their own, which take seconds to start, and not in this one; workers are in their jail in any case.
    """
    os.setsid()
    for number, (path, flags) in enumerate(
        [(os.devnull, os.O_RDONLY), *((told[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC) for name in ("stdout", "stderr"))]
    ):
        handle = os.open(path, flags, 0o666)
        os.dup2(handle, number)
        os.close(handle)
    os.chdir(told["cwd"])
    os.environ.clear()
    os.environ.update(told["env"])
    sys.argv = ["gradekit", *map(os.fsdecode, map(os.fsencode, told["args"]))]
    from gradekit.cli import cli
    from gradekit.store import opening

    if told.get("versions"):
        opening._MIGRATIONS = Path(told["versions"])
    if told.get("version"):
        opening.__version__ = told["version"]
    JUDGES["processes"] = bool(told.get("processes"))
    log = os.open(told["moments"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    _moments(told["root"], log, told.get("at") or 0, told.get("how") or signal.SIGKILL)
    try:
        cli.main(sys.argv[1:])
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except BaseException:
        import traceback

        traceback.print_exc()
        code = 99
    import multiprocessing.util
    import threading

    threading._shutdown()  # what a process does at its end; os._exit would leave it out
    multiprocessing.util._exit_function()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _wait(number: int) -> dict:
    _, status = os.waitpid(number, os.WUNTRACED)
    return {"code": None if os.WIFSTOPPED(status) else os.waitstatus_to_exitcode(status)}


def _left() -> dict:
    deadline = time.monotonic() + SECONDS_TO_GO
    while True:
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:
            return {"left": []}
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            break
        signal.sigtimedwait([signal.SIGCHLD], remaining)
    left = []
    for child in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split():
        left.append(Path(f"/proc/{child}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")[:200])
        os.kill(int(child), signal.SIGKILL)
        os.waitpid(int(child), 0)
    return {"left": left}


def _judges_here() -> None:
    """Before anything takes local_executor by its name: where judges are is for each command to say."""
    from gradekit.engine import local

    usual = local.local_executor
    local.local_executor = lambda jobs: usual(jobs) if JUDGES["processes"] else local.InlineExecutor()


def main() -> None:
    _judges_here()
    import _pytest.python  # noqa: F401
    import alembic.command  # noqa: F401
    import numpy  # noqa: F401
    import psycopg  # noqa: F401
    import rich.table  # noqa: F401
    import sqlalchemy.dialects.postgresql.psycopg
    import sqlalchemy.dialects.sqlite  # noqa: F401

    import gradekit.cli.grade
    import gradekit.cli.gradebook_upkeep
    import gradekit.cli.gradebook_work
    import gradekit.cli.import_command
    import gradekit.cli.regrade
    import gradekit.engine.classroom
    import gradekit.engine.tasks
    import gradekit.lms.importing
    import gradekit.report
    import gradekit.store.checking
    import gradekit.store.exporting
    import gradekit.store.keeper
    import gradekit.store.regrade
    import gradekit.store.showing  # noqa: F401

    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
    print(json.dumps({"ready": os.getpid()}), flush=True)
    for line in sys.stdin:
        told = json.loads(line)
        if told["do"] == "start":
            number = os.fork()
            if not number:
                signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])
                _command(told)
            answer = {"pid": number}
        else:
            answer = _wait(told["pid"]) if told["do"] == "wait" else _left()
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
