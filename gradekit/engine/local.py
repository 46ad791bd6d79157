"""The engine on one machine: warm processes, judge processes, and what of the machine a grading may use."""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import forkserver, resource_tracker
from typing import Any, Final

from gradekit.course.models import Course
from gradekit.course.places import secret
from gradekit.engine.setting import GradingSetting
from gradekit.engine.tasks import begin_process
from gradekit.errors import Refusal
from gradekit.sandbox.jail import Jailing, choose
from gradekit.text import Lang

__all__ = ["InlineExecutor", "choose_device", "default_jobs", "local_executor", "prepared"]

# Imported once by the server that judge processes are forked from, instead of by each of them.
_PRELOAD: Final = ["gradekit.engine.tasks", "gradekit.testing", "pytest", "_pytest.python", "numpy", "torch"]


class InlineExecutor(Executor):
    """Runs what is submitted at once, in this process: for one submission, where a process would only cost its start."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(function(*args, **kwargs))
        except Exception as fault:
            future.set_exception(fault)
        return future


def default_jobs() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def local_executor(jobs: int) -> Executor:
    """Judge processes on this machine, forked from a server that has imported what they need and runs no threads."""
    # One thread each: as many judges as cores, and sums in one order.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return ProcessPoolExecutor(jobs, initializer=begin_process)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOAD)
    # Started with Ctrl-C blocked: it takes seconds to import these, and would print a traceback that nobody can use.
    resource_tracker.ensure_running()  # it unblocks the signal itself
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=begin_process)


def choose_device(asked: str) -> tuple[str, str | None]:
    """The device for "auto", "cpu" or "cuda", and a line to tell the user where that is not what was hoped for.

    Raises Refusal for cuda where there is none.
    """
    if asked == "cpu":
        return "cpu", None
    os.environ.setdefault("PYTORCH_NVML_BASED_CUDA_CHECK", "1")  # asking must not start CUDA in a process that forks
    import torch

    if torch.cuda.is_available():
        return "cuda", None
    if asked == "cuda":
        raise Refusal("--device cuda: PyTorch finds no GPU here; use --device auto or cpu, or a machine that has one")
    return "cpu", "no GPU was found, so this runs on the CPU"


@contextlib.contextmanager
def prepared(
    course: Course,
    exercises: Iterable[str],
    *,
    lang: Lang,
    device: str,
    jail: Jailing = None,
    preload: bool = False,
    seed_key: bytes | None = None,
) -> Iterator[GradingSetting]:
    """A setting with the warm processes that the exercises need, for as long as the block lasts.

    preload: import in this process, meanwhile, what a judge in it will need. seed_key: what is drawn is drawn from it; the course's
    secret by default.
    Raises CannotJail where this machine does not have the jail.
    """
    runtimes = sorted({runtime for name in exercises if (runtime := course.exercise(name).runtime) is not None})
    with contextlib.ExitStack() as stack:
        addresses = []
        if jail != "none" and runtimes:
            chosen = choose(jail).name
            from gradekit.sandbox.host import WarmProcess

            warm = [
                stack.enter_context(WarmProcess(runtime, gpu=device == "cuda" and runtime == "torch", jail=chosen)) for runtime in runtimes
            ]
            for name in _PRELOAD if preload else ():
                importlib.import_module(name)
            for each in warm:  # started side by side
                each.wait_ready()
            addresses = [(each.runtime, each.address) for each in warm]
        key = secret(course) if seed_key is None else seed_key
        also = "" if course.also is None else str(course.also)
        yield GradingSetting(str(course.root), key, lang, device, tuple(addresses), trusted=jail == "none", also=also)
