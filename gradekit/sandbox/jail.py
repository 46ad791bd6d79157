"""The outer jail: the command line that starts a warm process inside bubblewrap, and whether this machine can.

Inside are, read-only, the interpreter, the system's shared libraries and the packages of one runtime; an empty /tmp; no
network; nothing of the course. What a worker then gives up is in gradekit.sandbox.inside.confine.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from gradekit.errors import CannotJail, SandboxError

__all__ = ["JAIL_PYTHON_FLAGS", "command", "environment", "packages", "uid_map", "why_not"]

_PACKAGES: Final = "/gradekit/packages"
_INSIDE: Final = Path(__file__).parent / "inside"
# Roots of what each runtime imports; everything they require comes with them.
_ROOTS: Final[dict[str, tuple[str, ...]]] = {"numpy": ("numpy", "msgpack"), "torch": ("numpy", "msgpack", "torch")}
JAIL_PYTHON_FLAGS: Final = ("-I", "-S", "-B", "-X", "utf8")
# A range far above what distributions hand out, so that no file on the machine belongs to a worker.
_UID_BASE_OUTSIDE: Final = 1_879_048_192
_UID_COUNT: Final = 65_535
_INSTALL: Final = "install it ('apt-get install bubblewrap', or your system's package of that name)"


def why_not() -> str | None:
    """Why this machine cannot jail other people's code, with what to do; None where it can."""
    if sys.platform != "linux":
        return f"jailing needs Linux, and this is {sys.platform}: grade on a Linux machine"
    if shutil.which("bwrap") is None:
        return f"bubblewrap is missing: {_INSTALL}"
    try:
        from gradekit.sandbox.seccomp import compile_filter

        compile_filter()
    except CannotJail as fault:
        return str(fault)
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


def uid_map() -> str | None:
    """The map of the jail's user namespace where we may write one (as root): uid 0 for set-up, others for workers."""
    if os.geteuid() != 0:
        return None
    return f"0 0 1\n1 {_UID_BASE_OUTSIDE} {_UID_COUNT}\n"


def environment() -> dict[str, str]:
    """All a warm process sees of any environment: one thread in every library, one hash seed, one malloc arena."""
    return {
        "PATH": "/nonexistent",
        "HOME": "/tmp",
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "MALLOC_ARENA_MAX": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "CUBLAS_WORKSPACE_CONFIG": ":4096:8",
    }


def command(runtime: str, *, gpu: bool, user_namespace: int | None, listener: int, settings: int) -> list[str]:
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
    for name, value in environment().items():
        line += ["--setenv", name, value]
    line += ["--cap-drop", "ALL", "--cap-add", "CAP_SYS_ADMIN"]
    if user_namespace is not None:
        line += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"]
    for source in _system_libraries():
        line += ["--ro-bind", source, source]
    for link, target in _library_links():
        line += ["--symlink", target, link]
    line += _interpreter()
    for package in packages(runtime):
        line += ["--ro-bind", str(package), f"{_PACKAGES}/{package.name}"]
    line += ["--ro-bind", str(_INSIDE), "/gradekit/inside"]
    # The warm process alone writes to this /tmp, while it imports; each worker finds its own, empty one in its place.
    line += ["--proc", "/proc", "--tmpfs", "/tmp", "--dir", "/dev"]
    for device in ("null", "zero", "urandom", "random"):
        line += ["--dev-bind", f"/dev/{device}", f"/dev/{device}"]
    if gpu:
        for node in sorted(Path("/dev").glob("nvidia*")):
            line += ["--dev-bind", str(node), str(node)]
        for folder in ("/sys/bus/pci", "/sys/devices", "/usr/local/nvidia", "/etc/ld.so.cache"):
            line += ["--ro-bind-try", folder, folder]
    line += ["--remount-ro", "/", "--chdir", "/"]
    line[line.index("--ro-bind") : line.index("--ro-bind")] = _ancestors(line)
    start = f"import sys; sys.path += ['/gradekit', {_PACKAGES!r}]; from inside import warm; warm.main({listener}, {settings})"
    return [*line, "--", _real_python(), *JAIL_PYTHON_FLAGS, "-c", start]


def _ancestors(line: list[str]) -> list[str]:
    """Make the folders above every mount point ourselves: those that bubblewrap makes admit only the jail's root."""
    places = [line[at + 2] for at, word in enumerate(line) if word in ("--ro-bind", "--dev-bind", "--ro-bind-try")]
    folders = {str(parent) for place in places for parent in Path(place).parents}
    made = []
    for folder in sorted(folders - {"/", *places}):
        made += ["--perms", "0755", "--dir", folder]
    return made


def _real_python() -> str:
    return os.path.realpath(sys.executable)


def _interpreter() -> list[str]:
    """Mounts of the interpreter and its standard library, its site-packages hidden."""
    python = _real_python()
    line = ["--ro-bind", python, python]
    bases = {"platbase": sys.base_exec_prefix, "installed_platbase": sys.base_exec_prefix}  # not the virtual environment's
    folders = dict.fromkeys(os.path.realpath(sysconfig.get_path(name, vars=bases)) for name in ("stdlib", "platstdlib"))
    for folder in folders:
        line += ["--ro-bind", folder, folder]
        for hidden in ("site-packages", "dist-packages", "test", "idlelib", "ensurepip"):
            if os.path.isdir(f"{folder}/{hidden}"):
                line += ["--tmpfs", f"{folder}/{hidden}"]
    library = sysconfig.get_config_var("LIBDIR")
    prefix = Path(sys.base_prefix)
    if library and prefix not in (Path("/usr"), Path("/")) and os.path.isdir(library):
        for shared in sorted(Path(library).glob("*.so*")):
            line += ["--ro-bind", str(shared), str(shared)]
    return line


def _library_folders() -> Iterator[str]:
    multiarch = sysconfig.get_config_var("MULTIARCH")
    names = [
        "lib64",
        "usr/lib64",
        "lib32",
        *((f"lib/{multiarch}", f"usr/lib/{multiarch}", f"usr/local/lib/{multiarch}") if multiarch else ()),
    ]
    if not multiarch:
        names += ["lib", "usr/lib"]
    return (f"/{name}" for name in names if os.path.isdir(f"/{name}"))


def _system_libraries() -> list[str]:
    """Folders of shared libraries, each once and by its real name."""
    return sorted({os.path.realpath(folder) for folder in _library_folders()})


def _library_links() -> list[tuple[str, str]]:
    """Links such as /lib64 → usr/lib64 or /lib → usr/lib, without which the loader is not found."""
    links = []
    for link in ("/lib", "/lib64", "/lib32"):
        if os.path.islink(link):
            links.append((link, os.readlink(link)))
    return links


@functools.cache
def packages(runtime: str) -> tuple[Path, ...]:
    """The folders and files in site-packages that the runtime needs, and no others. Raises SandboxError where one is absent."""
    from importlib import metadata

    from packaging.requirements import Requirement

    found: dict[str, Path] = {}
    waiting, seen = list(_ROOTS[runtime]), set()
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in seen:
            continue
        seen.add(name)
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            if name in _ROOTS[runtime]:
                raise SandboxError(f"the package {name} is not installed beside gradekit: run 'pip install {name}'") from None
            continue  # what a requirement's marker or a repackager left out, an import will not ask for
        for path in _top_level(distribution):
            found[path.name] = path
        for line in distribution.requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)
    return tuple(found[name] for name in sorted(found))


def _top_level(distribution: object) -> Iterator[Path]:
    """What a distribution put directly into site-packages: its packages, its modules, its folders of shared libraries."""
    from importlib.metadata import Distribution

    assert isinstance(distribution, Distribution)
    root = Path(str(distribution.locate_file("")))
    names = {Path(str(file)).parts[0] for file in distribution.files or ()}
    for name in sorted(names):
        path = root / name
        if name != ".." and not name.endswith((".dist-info", ".pth", "__pycache__")) and path.exists():
            yield path.resolve()
