"""A student's own work on an earlier exercise, for suites that build on it: run in a worker of its own, and used only if it is fit for use.

It is no less hostile than the submission, and no more is believed of it: what it returns is plain data, which the suite must weigh.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from gradekit.errors import SandboxError
from gradekit.intake import Source, Submission, read
from gradekit.judge.remote import RemoteModule, SubmissionRun

__all__ = ["EarlierWork", "UseEarlier", "earlier_work"]


class UseEarlier(Protocol):
    """The fixture `earlier`: use(module), or None where the student has no such work or it fails in any way while it is used."""

    def __call__(self, name: str, use: Callable[[RemoteModule], Any]) -> Any: ...


def earlier_work(submission: Submission) -> dict[str, str]:
    """Exercise → text, of whatever earlier work can be read."""
    sources = {each.exercise: read(each) for each in submission.earlier}
    return {name: source.text for name, source in sources.items() if isinstance(source, Source)}


@dataclass(slots=True)
class EarlierWork:
    """What one submission may be judged with: exercise → its run, and the functions it exports. used: what was fit for use."""

    runs: Mapping[str, tuple[SubmissionRun, frozenset[str]]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def use(self, name: str, use: Callable[[RemoteModule], Any], test: str) -> Any:
        """See UseEarlier. Raises SandboxError; whatever else happens is the earlier work's fault, not this submission's."""
        if name not in self.runs:
            return None
        run, functions = self.runs[name]
        run.begin(test)
        try:
            value = use(RemoteModule(run, functions))
        except SandboxError:
            raise
        except Exception:  # 'verify' proves that with a right one it is used, so what the suite stumbled over is an answer of this one
            return None
        if value is not None:
            self.used.add(name)
        return value

    def texts(self) -> dict[str, str]:
        return {name: run.source for name, (run, _) in self.runs.items()}

    def close(self) -> None:
        for run, _ in self.runs.values():
            run.close()
