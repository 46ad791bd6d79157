"""What one submission may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

__all__ = ["HARD_OUTPUT_BYTES", "Limits"]

HARD_OUTPUT_BYTES: Final = 16 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one submission. Times are wall-clock; memory is what a worker may allocate beyond what it shares with its warm process.

    calls: seconds for one call of a function that needs more than call_seconds, by name. memory_bytes None means no limit (a GPU's
    driver reserves address space without end).
    """

    call_seconds: float = 5.0
    total_seconds: float = 30.0
    memory_bytes: int | None = 512 << 20
    output_bytes: int = HARD_OUTPUT_BYTES
    scratch_bytes: int = 64 << 20
    threads: int = 64
    calls: Mapping[str, float] = field(default_factory=dict)

    def seconds_for(self, name: str) -> float:
        """The seconds one call of the function of that name may take."""
        return self.calls.get(name, self.call_seconds)

    def for_kernel(self) -> dict[str, int]:
        """The rlimits, by name without RLIMIT_. The CPU limit only stops what outlives its judge."""
        return {
            "CPU": int(self.total_seconds) + 10,
            "FSIZE": self.scratch_bytes,
            "NOFILE": 64,
            "NPROC": self.threads,
            "CORE": 0,
            "MEMLOCK": 0,
            "MSGQUEUE": 0,
            "SIGPENDING": 256,
        }
