"""Landlock: what files, ports and processes a worker may reach, decided by the kernel whatever else of its jail should fail.

Three system calls by number, the same on every architecture; the C library has no wrappers for them. Access rights, network
rules and scopes are those of the kernel's userspace documentation of Landlock, as far as the running kernel knows them.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from typing import Final

__all__ = ["LEAST_VERSION", "SIGNALS_VERSION", "restrict", "version"]

_CREATE_RULESET: Final = 444
_ADD_RULE: Final = 445
_RESTRICT_SELF: Final = 446
_QUERY_VERSION: Final = 1
_RULE_PATH_BENEATH: Final = 1

LEAST_VERSION: Final = 3  # from here on the truncation of files is held too (Linux 6.2)
SIGNALS_VERSION: Final = 6  # from here on signals cannot leave the domain (Linux 6.12)

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR, _REMOVE_DIR, _REMOVE_FILE = (1 << bit for bit in range(6))
_MAKE_CHAR, _MAKE_DIR, _MAKE_REG, _MAKE_SOCK, _MAKE_FIFO, _MAKE_BLOCK, _MAKE_SYM = (1 << bit for bit in range(6, 13))
_REFER, _TRUNCATE, _IOCTL_DEV = (1 << bit for bit in range(13, 16))
_FILES_BY_VERSION: Final = {1: (1 << 13) - 1, 2: _REFER, 3: _TRUNCATE, 5: _IOCTL_DEV}
_NETWORK: Final = 3  # binding and connecting TCP ports; from version 4
_SCOPES: Final = 3  # abstract sockets and signals; from version 6

_READ: Final = _READ_FILE | _READ_DIR
_DEVICE: Final = _READ_FILE | _WRITE_FILE
_DRIVER: Final = _DEVICE | _IOCTL_DEV
_SCRATCH: Final = _READ | _WRITE_FILE | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _MAKE_SYM | _REFER | _TRUNCATE
_FILE_ONLY: Final = _EXECUTE | _READ_FILE | _WRITE_FILE | _TRUNCATE | _IOCTL_DEV

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long


class _Ruleset(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64)]


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32)]


def version() -> int:
    """The version of Landlock that the running kernel speaks; 0 where it has none, or has it switched off."""
    found: int = _libc.syscall(ctypes.c_long(_CREATE_RULESET), None, ctypes.c_size_t(0), ctypes.c_uint32(_QUERY_VERSION))
    return max(found, 0)


def restrict(readable: Iterable[str], scratch: str, devices: Iterable[str] = (), drivers: Iterable[str] = ()) -> None:
    """Hold this process, for good, to reading what is beneath readable and to working in scratch.

    devices may be read and written, drivers (a GPU's nodes) controlled besides. What does not exist is left out. No program may be
    started, no TCP port bound or reached, no signal sent to others, as far as the kernel knows how to. Needs no_new_privs. Raises OSError.
    """
    known = version()
    files = sum(rights for since, rights in _FILES_BY_VERSION.items() if since <= known)
    attributes = _Ruleset(files, _NETWORK, _SCOPES)
    # A kernel takes a shorter structure for the older version that it is, and refuses a longer one.
    size = 24 if known >= SIGNALS_VERSION else 16 if known >= 4 else 8
    ruleset = _call(_CREATE_RULESET, ctypes.byref(attributes), ctypes.c_size_t(size), ctypes.c_uint32(0))
    try:
        for paths, rights in ((readable, _READ), ((scratch,), _SCRATCH), (devices, _DEVICE), (drivers, _DRIVER)):
            for path in paths:
                _allow(ruleset, path, rights & files)
        _call(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0))
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not os.path.isdir(path):
            rights &= _FILE_ONLY  # the others mean nothing for a file, and the kernel refuses them
        rule = _PathBeneath(rights, descriptor)
        _call(_ADD_RULE, ctypes.c_int(ruleset), ctypes.c_int(_RULE_PATH_BENEATH), ctypes.byref(rule), ctypes.c_uint32(0))
    finally:
        os.close(descriptor)


def _call(number: int, *arguments: object) -> int:
    result: int = _libc.syscall(ctypes.c_long(number), *arguments)
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"Landlock (system call {number}): {os.strerror(code)}")
    return result
