"""What each wall round a worker costs: forks of a process with NumPy loaded, each with one wall more than the one before.

Run in namespaces of its own, where the walls can be put up and nothing else notices:

    unshare --user --map-root-user --pid --mount --fork python scripts/walls.py

Prints a JSON list of [wall, milliseconds it adds]: medians over rounds in which all stages take turns, for machines are noisy.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any, Final

import numpy as np

from gradekit.sandbox import contained, runtimes
from gradekit.sandbox.inside import confine, landlock
from gradekit.sandbox.limits import Limits
from gradekit.sandbox.seccomp import compile_filter

ROUNDS: Final = 150
PROGRAM: Final = compile_filter()
READABLE: Final = [*runtimes.system_libraries(), *runtimes.standard_library(), str(runtimes.INSIDE)]
MANY: Final = contained.readable("numpy", runtimes.INSIDE)
FILES: Final[dict[str, Any]] = {"readable": READABLE, "scratch": "/tmp", "devices": runtimes.DEVICES}


def limits() -> None:
    import resource

    for name, value in Limits().for_kernel().items():
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))


def privileges() -> None:
    confine._drop_bounding_set()
    confine._drop_capabilities()
    confine._no_new_privileges()


def mounts() -> None:
    confine.private_mounts(Limits().scratch_bytes, 1024, None)


# In the order in which a worker puts them up. The last takes the place of the one before it, in the other jail.
STAGES: Final[list[tuple[str, Callable[[], None]]]] = [
    ("own mount and IPC namespaces, scratch", mounts),
    ("rlimits", limits),
    ("no capabilities, no_new_privs", privileges),
    ("Landlock", lambda: landlock.restrict(**FILES)),
    ("seccomp", lambda: confine._load_filter(PROGRAM)),
]


def alone(actions: list[Callable[[], None]]) -> float:
    """Milliseconds for a fork that does actions and ends."""
    began = time.perf_counter()
    child = os.fork()
    if child == 0:
        try:
            for action in actions:
                action()
            os._exit(0)
        finally:
            os._exit(1)
    if os.waitpid(child, 0)[1] != 0:
        raise SystemExit("a wall could not be put up here")
    return (time.perf_counter() - began) * 1000


def with_an_init(actions: list[Callable[[], None]]) -> float:
    """The same with a PID namespace and an init between."""
    own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    confine.enter_pid_namespace()
    try:
        return alone([lambda: check(alone(actions))])
    finally:
        confine.leave_pid_namespace(own)
        os.close(own)


def check(_: float) -> None:
    return


def main() -> None:
    np.linalg.norm(np.ones((4, 4)))
    actions = [action for _, action in STAGES]
    kinds: list[tuple[str, Callable[[], float]]] = [("a bare fork and exit", lambda: alone([]))]
    kinds.append(("an init, own PID namespace", lambda: with_an_init([])))
    for number, (name, _) in enumerate(STAGES):
        kinds.append((name, lambda upto=number + 1: with_an_init(actions[:upto])))  # type: ignore[misc]
    kinds.append(("(Landlock by single files, as without namespaces)", lambda: alone([privileges, restrict_by_files])))
    kinds.append(("(the same without Landlock)", lambda: alone([privileges])))
    seen: list[list[float]] = [[] for _ in kinds]
    for _ in range(ROUNDS):
        for number, (_, measure) in enumerate(kinds):
            seen[number].append(measure())
    medians = [statistics.median(each) for each in seen]
    rows = [(kinds[0][0], medians[0])]
    rows += [(kinds[number][0], medians[number] - medians[number - 1]) for number in range(1, len(STAGES) + 2)]
    rows.append(("all of them", medians[len(STAGES) + 1]))
    rows.append(("without namespaces: Landlock, by single files", medians[-2] - medians[-1]))
    json.dump(rows, sys.stdout)


def restrict_by_files() -> None:
    landlock.restrict(**FILES | {"readable": MANY})


if __name__ == "__main__":
    main()
