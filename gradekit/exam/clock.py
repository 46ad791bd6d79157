"""Time in an exam, as pure functions of moments and of what exam.toml says: windows, deadlines, lateness, penalties, attempts.

Nothing here asks a clock. Every moment has a time zone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from gradekit.exam.models import Accommodation, Attempts, ExamFile, Late

__all__ = ["Allowance", "Lateness", "Window", "allowance", "counted", "lateness", "window"]


@dataclass(frozen=True, slots=True)
class Window:
    """When one student may sit the exam. duration: from that student's start; None for the whole window."""

    opens: datetime
    closes: datetime
    duration: timedelta | None

    def deadline(self, started: datetime | None) -> datetime:
        """When work is due that was begun at started; at the window's end where that is not known."""
        if self.duration is None or started is None:
            return self.closes
        return min(self.closes, max(started, self.opens) + self.duration)


@dataclass(frozen=True, slots=True)
class Lateness:
    """How late work is, and what is left of its points: factor in [0, 1]. past_cutoff: it is worth nothing."""

    late: timedelta
    factor: float
    past_cutoff: bool

    @property
    def is_late(self) -> bool:
        return self.late > timedelta(0)


@dataclass(frozen=True, slots=True)
class Allowance:
    """Attempts that are left at a moment, and when there will be one more; None for never."""

    left: int
    next_at: datetime | None


def window(file: ExamFile, accommodation: Accommodation | None) -> Window:
    """The window of a student. With extra time, the window's end moves too where it would cut off what the student was given."""
    extra = accommodation.extra_time if accommodation else 1.0
    opens = (accommodation and accommodation.opens) or file.opens
    closes = accommodation.closes if accommodation and accommodation.closes else None
    if file.duration_minutes is None:
        length = file.closes - file.opens
        return Window(opens, closes or opens + length * extra, None)
    duration = timedelta(minutes=file.duration_minutes * extra)
    if closes is None:
        # Who starts at the last moment an ordinary student can, must have the whole time.
        closes = opens + (file.closes - file.opens) + timedelta(minutes=file.duration_minutes * (extra - 1))
    return Window(opens, closes, duration)


def lateness(policy: Late, due: datetime, handed_in: datetime) -> Lateness:
    """What work that was due then and handed in then loses. Within the grace nothing is late; after it, the whole delay counts."""
    delay = handed_in - due
    if delay <= timedelta(minutes=policy.grace_minutes):
        return Lateness(timedelta(0), 1.0, False)
    if policy.cutoff_minutes is not None and delay > timedelta(minutes=policy.cutoff_minutes):
        return Lateness(delay, 0.0, True)
    # In whole milliseconds, or a delay of exactly one period could count as two.
    periods = math.ceil(round(delay / timedelta(milliseconds=1)) / round(policy.per_minutes * 60_000))
    lost = min(periods * policy.penalty_percent, policy.most_percent)
    return Lateness(delay, max(0.0, 1 - lost / 100), False)


def allowance(policy: Attempts, made: Sequence[datetime], now: datetime) -> Allowance:
    """A token bucket: it holds at most `most`, is full at first, gives one for each attempt, and gets one back each every_minutes.

    made: the attempts so far, in any order; those that found the bucket empty took nothing.
    """
    tokens, since = _after(policy, made, now)
    every = _every(policy)
    if tokens >= policy.most or every is None:
        return Allowance(tokens, None)
    return Allowance(tokens, since + every)


def counted(policy: Attempts, made: Sequence[datetime]) -> tuple[bool, ...]:
    """For each attempt, whether there was one left for it at its time. Of attempts at one moment the first in made goes first."""
    order = sorted(range(len(made)), key=lambda index: made[index])
    taken: list[datetime] = []
    verdicts = [False] * len(made)
    for index in order:
        verdicts[index] = allowance(policy, taken, made[index]).left > 0
        if verdicts[index]:
            taken.append(made[index])
    return tuple(verdicts)


def _after(policy: Attempts, made: Sequence[datetime], now: datetime) -> tuple[int, datetime]:
    """The tokens in the bucket at now, and the moment from which the next one is waited for."""
    every = _every(policy)
    tokens, since = policy.most, now
    for moment in sorted(each for each in made if each <= now):
        tokens, since = _refilled(policy, tokens, since, moment, every)
        if tokens == policy.most:
            since = moment  # a full bucket waits for nothing until something is taken
        tokens = max(0, tokens - 1)
    return _refilled(policy, tokens, since, now, every)


def _refilled(policy: Attempts, tokens: int, since: datetime, now: datetime, every: timedelta | None) -> tuple[int, datetime]:
    if every is None or tokens >= policy.most or now <= since:
        return tokens, since
    gained = min(policy.most - tokens, (now - since) // every)
    return tokens + gained, since + gained * every


def _every(policy: Attempts) -> timedelta | None:
    return None if policy.every_minutes is None else timedelta(minutes=policy.every_minutes)
