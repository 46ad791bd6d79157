"""What a warm process is made of: the interpreter, the shared libraries of the system, the packages of one runtime, and nothing else.

Both jails show a worker exactly this; they differ in how.
"""

from __future__ import annotations

import functools
import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gradekit.errors import SandboxError

if TYPE_CHECKING:
    from importlib.metadata import Distribution

__all__ = [
    "DEVICES",
    "HIDDEN",
    "INSIDE",
    "environment",
    "gpu_folders",
    "gpu_nodes",
    "interpreter_libraries",
    "library_links",
    "packages",
    "python",
    "python_line",
    "standard_library",
    "system_libraries",
]

INSIDE: Final = Path(__file__).parent / "inside"
DEVICES: Final = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")
# Roots of what each runtime imports; everything they require comes with them.
_ROOTS: Final[dict[str, tuple[str, ...]]] = {"numpy": ("numpy", "msgpack"), "torch": ("numpy", "msgpack", "torch")}
_FLAGS: Final = ("-I", "-S", "-B", "-X", "utf8")
# Folders of the standard library that hold other people's packages, or what no submission needs.
HIDDEN: Final = ("site-packages", "dist-packages", "test", "idlelib", "ensurepip")


def environment() -> dict[str, str]:
    """All a warm process sees of any environment: one thread in every library, one hash seed, one malloc arena."""
    return {
        "PATH": "/nonexistent",
        "HOME": "/tmp",
        "TMPDIR": "/tmp",
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "MALLOC_ARENA_MAX": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "CUBLAS_WORKSPACE_CONFIG": ":4096:8",
    }


def python() -> str:
    """The interpreter's real path."""
    return os.path.realpath(sys.executable)


def python_line(folder: str, modules: str, listener: int, settings: int) -> list[str]:
    """The command line of a warm process that finds the package `inside` in folder and the runtime's packages in modules."""
    start = f"import sys; sys.path += [{folder!r}, {modules!r}]; from inside import warm; warm.main({listener}, {settings})"
    return [python(), *_FLAGS, "-c", start]


def standard_library() -> tuple[str, ...]:
    """The folders of the standard library, each once and by its real name."""
    bases = {"platbase": sys.base_exec_prefix, "installed_platbase": sys.base_exec_prefix}  # not the virtual environment's
    return tuple(dict.fromkeys(os.path.realpath(sysconfig.get_path(name, vars=bases)) for name in ("stdlib", "platstdlib")))


def interpreter_libraries() -> tuple[str, ...]:
    """The shared libraries that an interpreter of its own prefix keeps beside its standard library."""
    library = sysconfig.get_config_var("LIBDIR")
    if not library or Path(sys.base_prefix) in (Path("/usr"), Path("/")) or not os.path.isdir(library):
        return ()
    return tuple(str(shared) for shared in sorted(Path(library).glob("*.so*")))


def gpu_nodes() -> tuple[str, ...]:
    """The device nodes of the GPUs of this machine."""
    return tuple(str(node) for node in sorted(Path("/dev").glob("nvidia*")))


def gpu_folders() -> tuple[str, ...]:
    """What a GPU's driver reads besides, where it is."""
    return tuple(path for path in ("/sys/bus/pci", "/sys/devices", "/usr/local/nvidia", "/etc/ld.so.cache") if os.path.exists(path))


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


def system_libraries() -> list[str]:
    """Folders of shared libraries, each once and by its real name."""
    return sorted({os.path.realpath(folder) for folder in _library_folders()})


def library_links() -> list[tuple[str, str]]:
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


def _top_level(distribution: Distribution) -> Iterator[Path]:
    """What a distribution put directly into site-packages: its packages, its modules, its folders of shared libraries.

    It is of another class of that name where somebody has imported the backport importlib_metadata, as Dask does.
    """
    root = Path(str(distribution.locate_file("")))
    names = {Path(str(file)).parts[0] for file in distribution.files or ()}
    for name in sorted(names):
        path = root / name
        if name != ".." and not name.endswith((".dist-info", ".pth", "__pycache__")) and path.exists():
            yield path.resolve()
