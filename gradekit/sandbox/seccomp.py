"""The system calls a worker may make: what a numerical program needs, and nothing that reaches beyond its own process.

The list is compiled with libseccomp (by way of pyseccomp) outside the jail and handed in as a program, so the jail needs neither.
"""

from __future__ import annotations

import errno
import functools
import tempfile
from typing import Any, Final

from gradekit.errors import CannotJail

__all__ = ["ALLOWED", "compile_filter"]

# fmt: off
ALLOWED: Final = (
    "read", "write", "readv", "writev", "pread64", "pwrite64", "open", "openat", "close", "close_range", "fstat", "newfstatat",
    "stat", "lstat", "statx", "lseek", "access", "faccessat", "faccessat2", "getdents64", "getcwd", "chdir", "mkdir", "mkdirat",
    "rmdir", "unlink", "unlinkat", "rename", "renameat", "renameat2", "readlink", "readlinkat", "ftruncate", "truncate", "fsync",
    "fdatasync", "dup", "dup2", "dup3", "pipe", "pipe2", "umask", "statfs", "fstatfs", "fadvise64",
    "copy_file_range", "sendfile", "mmap", "munmap", "mprotect", "mremap", "madvise", "brk", "msync", "mincore", "membarrier",
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigpending", "rt_sigsuspend", "rt_sigtimedwait", "sigaltstack",
    "poll", "ppoll", "select", "pselect6", "epoll_create1", "epoll_ctl", "epoll_wait", "epoll_pwait", "eventfd2", "futex",
    "set_robust_list", "get_robust_list", "rseq", "set_tid_address", "arch_prctl", "restart_syscall", "getpid", "getppid", "gettid",
    "getuid", "geteuid", "getgid", "getegid", "getgroups", "getpgrp", "getpgid", "getsid", "getresuid", "getresgid", "getrlimit",
    "getrusage", "times", "uname", "sysinfo", "getcpu", "getpriority", "sched_yield", "sched_getaffinity",
    "sched_getparam", "sched_getscheduler", "sched_get_priority_max", "sched_get_priority_min", "nanosleep", "clock_nanosleep",
    "clock_gettime", "clock_getres", "gettimeofday", "time", "alarm", "setitimer", "getitimer", "getrandom", "exit", "exit_group",
    "wait4", "waitid",
)
_SIGNALS: Final = ("kill", "tgkill")
# What a GPU's driver asks for besides.
_GPU: Final = (
    "ioctl", "memfd_create", "socketpair", "mlock", "munlock", "mbind", "get_mempolicy", "set_mempolicy", "sched_setaffinity",
)
# fmt: on
_CLONE_THREAD: Final = 0x00010000
_PR_SET_NAME, _PR_GET_NAME, _PR_SET_VMA = 15, 16, 0x53564D41
# TCGETS, TIOCGWINSZ, FIONREAD, FIOCLEX, FIONCLEX, which are asked of every new file; FIONBIO, of a pipe.
_QUESTIONS: Final = (0x5401, 0x5413, 0x541B, 0x5451, 0x5450, 0x5421)
# F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC, F_SETPIPE_SZ, F_GETPIPE_SZ. Locks and notifications (as flock) would be
# felt outside: the files of the runtime are the machine's own.
_FILE_COMMANDS: Final = (0, 1, 2, 3, 4, 1030, 1031, 1032)


@functools.cache
def compile_filter(gpu: bool = False, signals: bool = True) -> bytes:
    """The filter as a classic BPF program for this machine's architecture. Raises CannotJail without libseccomp.

    gpu: with what a GPU's driver needs. signals: False where nothing else keeps them from reaching other processes.
    """
    try:
        import pyseccomp
    except (ImportError, OSError, RuntimeError) as fault:
        raise CannotJail(
            f"libseccomp cannot be loaded ({fault}), so submissions cannot be jailed: install it ('apt-get install libseccomp2')"
        ) from None
    denied: Any = pyseccomp.ERRNO(errno.EPERM)
    program = pyseccomp.SyscallFilter(defaction=denied)
    for name in ALLOWED + (_GPU if gpu else ()) + (_SIGNALS if signals else ()):
        _allow(pyseccomp, program, name)
    if not gpu:
        for question in _QUESTIONS:
            _allow(pyseccomp, program, "ioctl", pyseccomp.Arg(1, pyseccomp.EQ, question))
    for command in _FILE_COMMANDS:
        _allow(pyseccomp, program, "fcntl", pyseccomp.Arg(1, pyseccomp.EQ, command))
    for option in (_PR_SET_NAME, _PR_GET_NAME, _PR_SET_VMA):
        _allow(pyseccomp, program, "prctl", pyseccomp.Arg(0, pyseccomp.EQ, option))
    # Its own limits only: without a map of user ids, its init is the same user.
    _allow(pyseccomp, program, "prlimit64", pyseccomp.Arg(0, pyseccomp.EQ, 0))
    # Threads, never processes. clone3 hides its flags from the filter; "not implemented" makes the C library use clone.
    _allow(pyseccomp, program, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, _CLONE_THREAD, _CLONE_THREAD))
    program.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")
    with tempfile.TemporaryFile() as file:
        program.export_bpf(file)
        file.seek(0)
        return file.read()


def _allow(pyseccomp: Any, program: Any, name: str, *conditions: Any) -> None:
    # A name this architecture does not have (open on aarch64, say) has nothing to allow.
    if pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name) >= 0:
        program.add_rule(pyseccomp.ALLOW, name, *conditions)
