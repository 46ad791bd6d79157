"""A class's grading from end to end: journal, warm processes and judges here or a cluster's, results.json."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Final

from gradekit.course.models import Course
from gradekit.engine.cluster import Cluster
from gradekit.engine.collect import write_collected
from gradekit.engine.grade import Grading, Progress, forget_changed, grade, journal_terms
from gradekit.engine.journal import Journal
from gradekit.engine.keeping import Keeper, reconcile
from gradekit.engine.place import cluster_place, local_place
from gradekit.errors import UsageError
from gradekit.intake import Submission
from gradekit.results import clear_half_written
from gradekit.sandbox.jail import Jailing
from gradekit.text import Lang

__all__ = ["JOURNAL", "grade_class"]

JOURNAL: Final = ".journal.jsonl"


def grade_class(
    course: Course,
    submissions: Sequence[Submission],
    out: Path,
    *,
    jobs: int,
    lang: Lang,
    device: str = "cpu",
    jail: Jailing = None,
    resume: bool = False,
    progress: Progress = lambda what, done, total: None,
    make_executor: Callable[[], Executor] | None = None,
    report: Callable[[Path], None] = lambda results: None,
    keeper: Keeper | None = None,
    cluster: Cluster | None = None,
) -> dict[str, str]:
    """Grade submissions into out/results.json; returns the exercises that could not be graded, with the reason.

    report: is handed the results while the journal is still there, so that what ends it need not cost the grading. keeper: what it holds
    already is not judged again, and it is handed what is. cluster: grades in this machine's stead, which then needs no jail; jobs, device
    and jail are what it was joined with.

    Raises ClusterError, CannotJail, UsageError (out cannot be written, solutions elsewhere), ResultsError (a journal of another grading),
    OSError (a full disk). After any of these, and after KeyboardInterrupt, what was graded is in out's journal and in results.json.
    """
    names = list(dict.fromkeys(each.exercise for each in submissions))
    course.require_solutions(names)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UsageError(f"{out}: cannot be made ({fault.strerror or fault}); choose another folder with --out") from fault
    results = out / "results.json"
    where = local_place(course, names, lang, device, jail, jobs) if cluster is None else cluster_place(contextlib.nullcontext(cluster))
    with where as place:
        setting = place.setting
        with Journal(out / JOURNAL, journal_terms(course, setting, names), resume=resume) as journal:
            clear_half_written(out)  # not before: it could be what another grading is writing there just now
            make = make_executor or place.make_executor
            grading = Grading(course, setting, make, jobs=place.jobs, progress=progress, threads=place.threads)
            if keeper is not None:
                forget_changed(submissions, journal)
                reconcile(keeper, setting, submissions, journal)
                grading.carry, grading.keep = keeper.carry, keeper.keep
            try:
                grade(grading, submissions, journal)
            except BaseException:
                with contextlib.suppress(OSError):  # the journal has it all; this is only for the reader of a part
                    write_collected(results, course, submissions, journal, lang)
                raise
            write_collected(results, course, submissions, journal, lang)
    report(results)  # before the journal goes: what ends it here, --resume must not pay for with a whole class
    (out / JOURNAL).unlink(missing_ok=True)
    return grading.faults
