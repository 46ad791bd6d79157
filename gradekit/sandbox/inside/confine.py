"""The walls a worker puts round itself before it sees a line of a submission. Linux only; each call is one system call.

Order matters: mounts need CAP_SYS_ADMIN, changing the uid needs CAP_SETUID, and the seccomp filter comes last because
it forbids most of what the others do.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
from typing import Any, Final

from . import landlock

__all__ = [
    "CAP_DAC_OVERRIDE",
    "CAP_FOWNER",
    "CAP_KILL",
    "become_init",
    "confine_worker",
    "end_with_parent",
    "enter_pid_namespace",
    "leave_pid_namespace",
    "memory_in_use",
    "private_mounts",
]

CAP_DAC_OVERRIDE: Final = 1
CAP_FOWNER: Final = 3
CAP_KILL: Final = 5

_CLONE_NEWNS: Final = 0x00020000
_CLONE_NEWIPC: Final = 0x08000000
_CLONE_NEWPID: Final = 0x20000000
_MS_NOSUID_NODEV_NOEXEC: Final = 2 | 4 | 8
_MS_PRIVATE_ALL: Final = (1 << 18) | (1 << 14)
_MNT_DETACH: Final = 2
_PR_SET_PDEATHSIG: Final = 1
_PR_SET_SECCOMP: Final = 22
_PR_CAPBSET_DROP: Final = 24
_PR_SET_NO_NEW_PRIVS: Final = 38
_PR_CAP_AMBIENT: Final = 47
_SECCOMP_MODE_FILTER: Final = 2
_CAPABILITY_VERSION_3: Final = 0x20080522
_LAST_CAPABILITY: Final = 63

_libc = ctypes.CDLL(None, use_errno=True)


def _check(result: int, what: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def enter_pid_namespace() -> None:
    """The next fork's child becomes the init of a new PID namespace."""
    _check(_libc.unshare(_CLONE_NEWPID), "unshare(CLONE_NEWPID)")


def leave_pid_namespace(own_namespace: int) -> None:
    """Later forks go into the caller's own PID namespace again, or the next one would need the dead init's."""
    _check(_libc.setns(own_namespace, _CLONE_NEWPID), "setns(own PID namespace)")


def private_mounts(scratch_bytes: int, scratch_entries: int, uid: int | None) -> None:
    """Own mount and IPC namespaces: /proc gone, an empty small tmpfs on /tmp, the worker's working folder."""
    _check(_libc.unshare(_CLONE_NEWNS | _CLONE_NEWIPC), "unshare(CLONE_NEWNS | CLONE_NEWIPC)")
    _check(_libc.mount(b"none", b"/", None, _MS_PRIVATE_ALL, None), "mount(private)")
    _check(_libc.umount2(b"/proc", _MNT_DETACH), "umount(/proc)")
    options = f"size={scratch_bytes},nr_inodes={scratch_entries},mode=0700" + (f",uid={uid},gid={uid}" if uid is not None else "")
    _check(_libc.mount(b"scratch", b"/tmp", b"tmpfs", _MS_NOSUID_NODEV_NOEXEC, options.encode()), "mount(/tmp)")


def memory_in_use() -> tuple[int, int]:
    """This process's address space and its data segments in bytes, from which limits are counted."""
    page_bytes = resource.getpagesize()
    with open("/proc/self/statm", encoding="ascii") as file:
        fields = file.read().split()
    return int(fields[0]) * page_bytes, int(fields[5]) * page_bytes


def end_with_parent() -> None:
    """Be killed when the parent ends, whatever ends it. To be asked for after any change of uid, which takes it back."""
    _check(_libc.prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0), "prctl(PR_SET_PDEATHSIG)")


def become_init(*kept: int) -> None:
    """What the init of a worker needs of itself: word of its child's end, and of all capabilities those kept, where it has them."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    _drop_bounding_set()
    _drop_capabilities(*kept)
    _no_new_privileges()


def confine_worker(limits: dict[str, int], uid: int | None, files: dict[str, Any], program: bytes) -> None:
    """Give up every privilege, for good. limits: resource name without RLIMIT_ → soft and hard limit; files: for landlock.restrict."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for name, value in limits.items():
        kind = getattr(resource, f"RLIMIT_{name}")
        hard = resource.getrlimit(kind)[1]
        bounded = value if hard == resource.RLIM_INFINITY else min(value, hard)
        # At the hard limit of processor time the kernel kills without a word; a second before it, SIGXCPU says why.
        last = bounded + 1 if name == "CPU" and (hard == resource.RLIM_INFINITY or bounded < hard) else bounded
        resource.setrlimit(kind, (bounded, last))
    _drop_bounding_set()  # while it still may
    if uid is not None:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    end_with_parent()
    os.chdir(files["scratch"])
    _drop_capabilities()
    _no_new_privileges()
    if landlock.version():
        landlock.restrict(**files)
    _load_filter(program)


def _drop_bounding_set() -> None:
    for capability in range(_LAST_CAPABILITY + 1):
        if _libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            break  # beyond the last one this kernel knows, or no right to: capset is what counts


def _drop_capabilities(*kept: int) -> None:
    """All but those kept, and of these only what this process has."""
    _libc.prctl(_PR_CAP_AMBIENT, 4, 0, 0, 0)  # clear all
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    data = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable of the first 32, then of the others
    if kept:
        _check(_libc.capget(ctypes.byref(header), ctypes.byref(data)), "capget")
        mask = sum(1 << capability for capability in kept)
        data[0] = data[1] = data[1] & mask
        data[2] = data[3] = data[4] = data[5] = 0
    _check(_libc.capset(ctypes.byref(header), ctypes.byref(data)), "capset")


def _no_new_privileges() -> None:
    _check(_libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl(PR_SET_NO_NEW_PRIVS)")


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p)]


def _load_filter(program: bytes) -> None:
    if not program or len(program) % 8:
        raise OSError("an empty seccomp filter")
    buffer: Any = ctypes.create_string_buffer(program, len(program))
    pointer = _Program(len(program) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    _check(_libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(pointer), 0, 0), "prctl(PR_SET_SECCOMP)")
