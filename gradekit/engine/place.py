"""Where judging is done: on this machine, or on a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from gradekit.course.models import Course
from gradekit.engine.cluster import Cluster
from gradekit.engine.local import local_executor, prepared
from gradekit.engine.setting import GradingSetting
from gradekit.sandbox.jail import Jailing
from gradekit.text import Lang

__all__ = ["Place", "cluster_place", "local_place"]


@dataclass(frozen=True, slots=True)
class Place:
    """What an engine.grade.Grading needs of it. threads: how many submissions can be judged at a time now, where that changes."""

    setting: GradingSetting
    make_executor: Callable[[], Executor]
    jobs: int
    threads: Callable[[], int] | None = None


@contextmanager
def local_place(course: Course, names: Sequence[str], lang: Lang, device: str, jail: Jailing, jobs: int) -> Iterator[Place]:
    """This machine, with the warm processes that the exercises need. Raises CannotJail."""
    with prepared(course, names, lang=lang, device=device, jail=jail) as setting:
        yield Place(setting, lambda: local_executor(jobs), jobs)


@contextmanager
def cluster_place(joined: AbstractContextManager[Cluster]) -> Iterator[Place]:
    """A cluster, once it is joined. Raises what engine.cluster.joined() does."""
    with joined as cluster:
        yield Place(cluster.setting, cluster.executor, cluster.threads(), cluster.threads)
