"""How a worker's end is told to the student whose work it was: what happened, which limit was met, and on which line, where known."""

from __future__ import annotations

import os
import re
import select
import signal
import time
from typing import Final

from gradekit.sandbox.answers import CallEnded, CallTimeout, OutOfMemory, OutputLimit, WorkerCrashed
from gradekit.text import Text

__all__ = ["closed_channel", "ended", "line_said", "out_of_memory", "overflowed", "timed_out"]

# The submission is the only file that runs under a name without a folder. Most recent call first.
_PLACE: Final = re.compile(rb'File "[^"/<>\\\\]+\.py", line (\d{1,7}) in ')
_WORDS_BYTES: Final = 1 << 16
_MEANINGS: Final = {
    "SIGSEGV": Text("it reached for memory that is not its own", "접근할 수 없는 메모리를 건드렸습니다"),
    "SIGBUS": Text("it reached for memory that is not there", "존재하지 않는 메모리를 건드렸습니다"),
    "SIGABRT": Text("a library gave up, or it called abort", "라이브러리가 실행을 포기했거나 abort를 호출했습니다"),
    "SIGFPE": Text("a whole number was divided by zero in compiled code", "컴파일된 코드에서 정수를 0으로 나누었습니다"),
    "SIGILL": Text("it came to an instruction that the processor does not know", "프로세서가 모르는 명령을 만났습니다"),
    "SIGXFSZ": Text("it wrote more to disk than it may", "허용된 크기보다 많은 데이터를 디스크에 썼습니다"),
    "SIGKILL": Text("it was killed, by itself or for want of memory", "스스로 종료했거나 메모리가 부족하여 강제로 종료되었습니다"),
}


def line_said(descriptor: int, seconds: float = 0.0) -> int | None:
    """The line of the submission in the traceback that its process leaves in a pipe, where there is one within these seconds.

    The submission could have written that traceback itself, so it is good for a hint and for nothing else.
    """
    deadline = time.monotonic() + seconds
    words = b""
    while len(words) < _WORDS_BYTES and not (found := _PLACE.search(words)):
        select.select([descriptor], [], [], max(0.0, deadline - time.monotonic()))
        try:
            said = os.read(descriptor, _WORDS_BYTES)
        except OSError:  # nothing yet; or closed by now
            return None
        if not said:
            return None
        words += said  # it comes line by line
    return int(found[1]) if found else None


def closed_channel() -> WorkerCrashed:
    return WorkerCrashed(
        Text("its process closed the connection to the grader", "프로세스가 채점기와의 연결을 닫았습니다"),
    )


def timed_out(seconds: float, line: int | None = None) -> CallTimeout:
    place = (
        Text(f" and was at line {line} of your file", f" 중단할 때 제출 파일의 {line}번째 줄을 실행하고 있었습니다.")
        if line
        else Text("", "")
    )
    return CallTimeout(
        Text(
            f"gave no answer within {seconds:g} s{place.en}: is there a loop that does not end?",
            f"{seconds:g}초 안에 답이 나오지 않았습니다.{place.ko} 끝나지 않는 반복문이 없는지 확인하십시오.",
        ),
        line,
    )


def out_of_memory(limit_bytes: int | None, line: int | None = None) -> OutOfMemory:
    """limit_bytes None: the memory of a GPU, whose size is the machine's."""
    size = f"{limit_bytes >> 20} MiB" if limit_bytes else ""
    return OutOfMemory(
        Text(
            f"ran out of its {size} of memory{_at(line).en}" if size else f"ran out of memory{_at(line).en}",
            f"{_at(line).ko}허용된 메모리{f' {size}' if size else ''}를 모두 사용했습니다",
        )
    )


def overflowed(limit_bytes: int, line: int | None = None) -> OutputLimit:
    size = f"{limit_bytes >> 20} MiB"
    return OutputLimit(
        Text(
            f"printed more than {size}{_at(line).en}, so it was stopped",
            f"{_at(line).ko}{size}가 넘는 출력이 나와 실행을 중단했습니다",
        )
    )


def ended(status: int, line: int | None = None) -> CallEnded:
    """What a wait status means."""
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        try:
            name = signal.Signals(number).name
        except ValueError:
            name = f"signal {number}"
        if name == "SIGXCPU":
            return CallTimeout(Text("used up its processor time", "허용된 프로세서 시간을 모두 사용했습니다"))
        meaning = _MEANINGS.get(name)
        return WorkerCrashed(
            Text(
                f"its process was ended by {name}{_at(line).en}" + (f": {meaning.en}" if meaning else ""),
                f"{_at(line).ko}프로세스가 {name} 신호로 종료되었습니다" + (f": {meaning.ko}" if meaning else ""),
            )
        )
    code = os.WEXITSTATUS(status)
    return WorkerCrashed(
        Text(f"its process ended by itself with exit code {code}", f"프로세스가 종료 코드 {code}(으)로 스스로 끝났습니다"),
    )


def _at(line: int | None) -> Text:
    """Goes behind the English words, and before the Korean ones."""
    return Text(f" at line {line} of your file", f"제출 파일 {line}번째 줄에서 ") if line else Text("", "")
