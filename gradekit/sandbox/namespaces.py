"""The jail of namespaces: a warm process inside bubblewrap, whose root holds its runtime and nothing else.

Inside are, read-only, the interpreter, the system's shared libraries and the packages of one runtime; an empty /tmp; four
devices; no network; nothing of the course. What a worker then gives up is in gradekit.sandbox.inside.
"""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from gradekit.errors import CannotJail, SandboxError
from gradekit.sandbox import runtimes
from gradekit.sandbox.start import Start

__all__ = ["start", "why_not"]

_PACKAGES: Final = "/gradekit/packages"
# A range far above what distributions hand out, so that no file on the machine belongs to a worker.
_UID_BASE_OUTSIDE: Final = 1_879_048_192
_UID_COUNT: Final = 65_535
_WORKER_UIDS: Final = (1, 60_000)
_INSTALL: Final = "install it ('apt-get install bubblewrap', or your system's package of that name)"


def why_not() -> str | None:
    """Why this machine has no such jail, with what to do; None where it has."""
    if shutil.which("bwrap") is None:
        return f"bubblewrap is missing: {_INSTALL}"
    return _probe()


@functools.cache
def _probe() -> str | None:
    """Try the namespaces a warm process needs, with nothing in them but a shell's worth of the root."""
    trial = "mount -t tmpfs none /tmp"  # what a worker does first, and what lesser jails refuse
    arguments = ["bwrap", "--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--die-with-parent"]
    arguments += ["--cap-add", "CAP_SYS_ADMIN", "--ro-bind", "/", "/", "--proc", "/proc", "--", "unshare", "--mount", "--pid", "--fork"]
    try:
        done = subprocess.run([*arguments, "sh", "-c", trial], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired) as fault:
        return f"bubblewrap does not start ({fault}): {_INSTALL}"
    if done.returncode == 0:
        return None
    said = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
    return (
        f"this machine refuses the namespaces a jail is made of ({said}): allow unprivileged user namespaces"
        " (sysctl kernel.unprivileged_userns_clone=1, or kernel.apparmor_restrict_unprivileged_userns=0), or grade on another machine"
    )


@contextlib.contextmanager
def start(runtime: str, folder: Path, listener: int, settings: int, *, gpu: bool) -> Iterator[Start]:
    """How to start a warm process of that runtime. As root, its user namespace is made first: its own uids, one for each worker."""
    mapping = f"0 0 1\n1 {_UID_BASE_OUTSIDE} {_UID_COUNT}\n" if os.geteuid() == 0 else None
    namespace = _user_namespace(mapping) if mapping else None
    try:
        line = _command(runtime, gpu=gpu, user_namespace=namespace, listener=listener, settings=settings)
        told: dict[str, Any] = {
            "jail": "namespaces",
            "uids": _WORKER_UIDS if mapping else None,
            "scratch": "/tmp",
            "readable": [*_readable(), *(runtimes.gpu_folders() if gpu else ())],
        }
        yield Start(tuple(line), told, descriptors=() if namespace is None else (namespace,))
    finally:
        if namespace is not None:
            os.close(namespace)


def _readable() -> list[str]:
    return [*runtimes.system_libraries(), *runtimes.standard_library(), *runtimes.interpreter_libraries(), "/gradekit"]


def _command(runtime: str, *, gpu: bool, user_namespace: int | None, listener: int, settings: int) -> list[str]:
    """The command line that starts a warm process; descriptor 0, its lifeline, is passed through.

    user_namespace: a descriptor of a prepared user namespace, or None to let bubblewrap make one. listener, settings: the
    numbers of two more descriptors to pass through.
    """
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        raise CannotJail(f"bubblewrap is missing: {_INSTALL}")
    line = [bwrap, "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
    line += ["--userns", str(user_namespace)] if user_namespace is not None else ["--unshare-user"]
    line += ["--hostname", "gradekit", "--die-with-parent", "--new-session", "--clearenv"]
    for name, value in runtimes.environment().items():
        line += ["--setenv", name, value]
    line += ["--cap-drop", "ALL", "--cap-add", "CAP_SYS_ADMIN"]
    if user_namespace is not None:
        for capability in ("SETUID", "SETGID", "SETPCAP", "KILL"):
            line += ["--cap-add", f"CAP_{capability}"]
    for source in runtimes.system_libraries():
        line += ["--ro-bind", source, source]
    for link, target in runtimes.library_links():
        line += ["--symlink", target, link]
    line += _interpreter()
    for package in runtimes.packages(runtime):
        line += ["--ro-bind", str(package), f"{_PACKAGES}/{package.name}"]
    line += ["--ro-bind", str(runtimes.INSIDE), "/gradekit/inside"]
    # The warm process alone writes to this /tmp, while it imports; each worker finds its own, empty one in its place.
    line += ["--proc", "/proc", "--tmpfs", "/tmp", "--dir", "/dev"]
    for device in (*runtimes.DEVICES, *(runtimes.gpu_nodes() if gpu else ())):
        line += ["--dev-bind", device, device]
    for folder in runtimes.gpu_folders() if gpu else ():
        line += ["--ro-bind", folder, folder]
    line += ["--remount-ro", "/", "--chdir", "/"]
    line[line.index("--ro-bind") : line.index("--ro-bind")] = _ancestors(line)
    return [*line, "--", *runtimes.python_line("/gradekit", _PACKAGES, listener, settings)]


def _interpreter() -> list[str]:
    """Mounts of the interpreter and its standard library, its site-packages hidden."""
    python = runtimes.python()
    line = ["--ro-bind", python, python]
    for folder in runtimes.standard_library():
        line += ["--ro-bind", folder, folder]
        for hidden in runtimes.HIDDEN:
            if os.path.isdir(f"{folder}/{hidden}"):
                line += ["--tmpfs", f"{folder}/{hidden}", "--remount-ro", f"{folder}/{hidden}"]  # writable, workers would share it
    for shared in runtimes.interpreter_libraries():
        line += ["--ro-bind", shared, shared]
    return line


def _ancestors(line: list[str]) -> list[str]:
    """Make the folders above every mount point ourselves: those that bubblewrap makes admit only the jail's root."""
    places = [line[at + 2] for at, word in enumerate(line) if word in ("--ro-bind", "--dev-bind", "--ro-bind-try")]
    folders = {str(parent) for place in places for parent in Path(place).parents}
    made = []
    for folder in sorted(folders - {"/", *places}):
        made += ["--perms", "0755", "--dir", folder]
    return made


def _user_namespace(mapping: str) -> int:
    """A descriptor of a new user namespace with that uid and gid map (root only)."""
    holder = subprocess.Popen(["unshare", "--user", "cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
    try:
        assert holder.stdin is not None and holder.stdout is not None
        own = os.readlink("/proc/self/ns/user")
        deadline = time.monotonic() + 10
        while os.readlink(f"/proc/{holder.pid}/ns/user") == own:
            if time.monotonic() > deadline or holder.poll() is not None:
                raise SandboxError("no user namespace can be made here: run 'gradekit doctor'")
            time.sleep(0.001)
        for kind in ("uid_map", "gid_map"):
            Path(f"/proc/{holder.pid}/{kind}").write_text(mapping)
        return os.open(f"/proc/{holder.pid}/ns/user", os.O_RDONLY)
    finally:
        holder.kill()
        holder.communicate()
