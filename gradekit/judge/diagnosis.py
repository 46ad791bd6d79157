"""Naming the misconception: whose wrong answers are these?

A suite asks every submission the same questions, because its random numbers come from the course's secret and the test's name alone. So
the answers of a wrong submission can be laid beside those of each known misconception. A student is told a misconception's words where,
for one function, most wrong answers of the misconception are the submission's too: not all, because who makes two mistakes in one function
gives answers of their own where both meet. The misconception that explains most is named first, another only if it explains most of
what is left. Calls whose
arguments differ (they depended on an earlier answer) and calls that one of the two never got to are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from gradekit.judge.transcript import Transcript, agree

__all__ = ["Bank", "diagnose"]

_UNWRITTEN = ("raised", "NotImplementedError")
_SHOWN = 3
_MOST = 0.6


_Place = tuple[str, int]


@dataclass(frozen=True)
class Bank:
    """What the solution and each misconception answer to the same suite."""

    solution: Transcript
    misconceptions: Mapping[str, Transcript]

    @cached_property
    def wrong(self) -> dict[str, dict[str, set[_Place]]]:
        """Misconception → function → the calls that it answers wrongly; worked out once for a class."""
        return {name: _wrong_answers(transcript, self.solution) for name, transcript in self.misconceptions.items()}


def diagnose(transcript: Transcript, bank: Bank) -> tuple[str, ...]:
    """The ids of the misconceptions whose wrong answers the transcript repeats, the best explained first."""
    explained: dict[str, int] = {}
    for function, places in _wrong_answers(transcript, bank.solution).items():
        candidates = {}
        for name, other in bank.misconceptions.items():
            theirs = bank.wrong[name].get(function, set())
            candidates[name] = _shared(theirs, transcript, other)
        left = set(places)
        while candidates:
            name = max(candidates, key=lambda each: (len(candidates[each][0] & left), candidates[each][1], each))
            covered, _ = candidates.pop(name)
            gained = len(covered & left)
            if not gained or 2 * gained < len(left):
                break  # it may be there, but something else did most of this: better silent than misleading
            left -= covered
            explained[name] = explained.get(name, 0) + gained
    return tuple(sorted(explained, key=lambda name: (-explained[name], name))[:_SHOWN])


def _wrong_answers(transcript: Transcript, solution: Transcript) -> dict[str, set[_Place]]:
    """Function → the calls to it whose answer is not the solution's to the same arguments."""
    wrong: dict[str, set[_Place]] = {}
    for test, lines in transcript.items():
        for number, (line, right) in enumerate(zip(lines, solution.get(test, ()), strict=False)):
            if line.target == right.target and agree(line.arguments, right.arguments) and not agree(line.answer, right.answer):
                wrong.setdefault(line.target, set()).add((test, number))
    return wrong


def _shared(theirs: set[_Place], our: Transcript, their: Transcript) -> tuple[set[_Place], float]:
    """The misconception's wrong answers that are ours too, and their share of those that can be compared.

    None at all where most of them are not ours.
    """
    shared = set()
    compared = 0
    telling = False
    for test, number in theirs:
        one, other = our.get(test, ())[number : number + 1], their[test][number : number + 1]
        if not one or not agree(one[0].arguments, other[0].arguments):
            continue
        compared += 1
        if agree(one[0].answer, other[0].answer):
            shared.add((test, number))
            telling = telling or one[0].answer != _UNWRITTEN
    share = len(shared) / compared if compared else 0.0
    return (shared, share) if telling and share >= _MOST else (set(), 0.0)
