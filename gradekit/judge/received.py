"""What a worker's answers mean: the exception that stands for no value, a generator from its state.

Everything read here was written by a submission and is checked before it is used.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from gradekit.sandbox.answers import BadAnswer, CallEnded, SubmissionError, WorkerCrashed
from gradekit.sandbox.endings import out_of_memory
from gradekit.sandbox.inside.codec import WireError
from gradekit.text import Text

__all__ = ["BIT_GENERATORS", "at_import", "ending", "generator", "no_answer", "pairs_of_text"]

BIT_GENERATORS: Final = ("PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64")


def generator(name: str, state: Any) -> np.random.Generator:
    """A generator in a state that a worker sent. Raises WireError where it is none."""
    bits = getattr(np.random, name)()
    try:
        # A handle would ask the worker anew each time it is looked at: one answer for the check, another for NumPy.
        if not _is_plain(state):
            raise ValueError
        # NumPy believes these two, and would draw from beyond its buffers.
        if name == "MT19937" and not 0 <= state["state"]["pos"] <= 624:
            raise ValueError
        if name == "Philox" and not 0 <= state["buffer_pos"] <= 4:
            raise ValueError
        bits.state = state
    except Exception:
        raise WireError("a generator in a state that is none") from None
    return np.random.Generator(bits)


def _is_plain(state: Any) -> bool:
    """Whether state is a dict of numbers, words, arrays and more such dicts, as a generator's is."""
    return type(state) is dict and all(
        isinstance(each, int | str | np.integer) or type(each) is np.ndarray or _is_plain(each) for each in state.values()
    )


def no_answer() -> WorkerCrashed:
    return WorkerCrashed(
        Text(
            "its process sent something that is no answer, so it was ended",
            "프로세스가 답이 아닌 데이터를 보내어 실행을 중단했습니다",
        )
    )


def pairs_of_text(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, list) and len(each) == 2 and all(isinstance(part, str) for part in each) for each in value
    )


def ending(structure: list[Any], memory_bytes: int | None) -> CallEnded:
    """The exception that an answer of no value stands for. memory_bytes: the submission's limit. Raises WireError for what is none."""
    kind = structure[0]
    if kind == "memory" and len(structure) == 2 and _is_line(structure[1]):
        return out_of_memory(memory_bytes, structure[1])
    if kind == "bad" and len(structure) == 2 and isinstance(structure[1], str):
        return BadAnswer(Text(f"its answer cannot be used: {structure[1]}", f"반환값을 사용할 수 없습니다: {structure[1]}"))
    if kind == "raised" and len(structure) == 5:
        _, name, bases, text, line = structure
        texts = isinstance(name, str) and isinstance(text, str) and isinstance(bases, list) and all(isinstance(each, str) for each in bases)
        if texts and _is_line(line):
            return SubmissionError(name, tuple(bases), text, line)
    raise WireError("an answer of an unknown kind")


def _is_line(value: Any) -> bool:
    return value is None or (type(value) is int and 0 < value < 10_000_000)


def at_import(fault: CallEnded) -> CallEnded:
    """The same ending, with a word that it happened at import."""
    text = Text(f"while your file was imported: {fault.text.en}", f"파일을 불러오는 중: {fault.text.ko}")
    if isinstance(fault, SubmissionError):
        same: CallEnded = SubmissionError(fault.type_name, fault.bases, fault.message, fault.line)
        # Not an answer to the test's call: 'raises(ValueError)' must not take it for one.
        assert isinstance(same, SubmissionError)
        same.bases = ()
    else:
        same = type(fault)(fault.text)
    same.text = text
    return same
