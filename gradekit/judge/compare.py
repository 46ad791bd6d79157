"""Comparing an answer with what is right, in words a student can use.

Every failure is a Mismatch with two bilingual lines: one that shows values and one that does not. Which of them a
student reads is the author's choice (the feedback level), so a suite never has to write either.
"""

from __future__ import annotations

import copy
import math
import sys
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from gradekit.text import Text, default_lang

__all__ = ["Mismatch", "close", "freeze", "kind_of", "nothing_changed", "numbers", "same"]

# Absolute and relative tolerance by the coarser of the two dtypes, as _coarser has it. float64 is the catalogue's 1e-9 and 1e-7; the others
# keep about the same distance from their rounding unit after a few hundred operations.
_TOLERANCES: Final[dict[str, tuple[float, float]]] = {
    "float64": (1e-9, 1e-7),
    "float32": (1e-5, 1e-4),
    "float16": (1e-2, 1e-2),
}
_SHOWN_TEXT: Final = 60


class Mismatch(AssertionError):
    """An answer that is wrong. full shows values; brief says what and where without them."""

    def __init__(self, full: Text, brief: Text | None = None) -> None:
        super().__init__(full.to(default_lang()))
        self.full = full
        self.brief = brief or full


def kind_of(value: Any) -> str:
    """A short name of what value is, for messages: "None", "str", "array of shape (2, 3)"."""
    if value is None:
        return "None"
    if _is_tensor(value):
        return f"tensor of shape {tuple(value.shape)}"
    if isinstance(value, np.ndarray):
        return f"array of shape {value.shape}"
    name = getattr(value, "type_name", None) or type(value).__name__
    return str(name)[:_SHOWN_TEXT]


def numbers(value: Any, what: str | Text) -> npt.NDArray[Any]:
    """value as an array of real numbers; raises Mismatch where it is none.

    Accepts Python and NumPy scalars, arrays, tensors, and rectangular nests of lists and tuples of those.
    """
    what = Text.of(what)
    if value is None:
        raise Mismatch(
            Text(f"{what.en} is None: is a 'return' missing?", f"{what.ko}의 값이 None입니다. 'return'을 빠뜨리지 않았는지 확인하십시오.")
        )
    if _is_tensor(value):
        array = _from_tensor(value)
    elif isinstance(value, np.ndarray | np.generic | bool | int | float):
        array = np.asarray(value)
    elif isinstance(value, list | tuple):
        array = _nest(value, what)
    else:
        raise _not_numbers(value, what)
    if array.dtype == object and all(isinstance(each, int) for each in array.ravel().tolist()):
        try:
            array = array.astype(np.float64)  # integers beyond 64 bits, which only Python has
        except OverflowError:
            raise Mismatch(
                Text(
                    f"{what.en} holds an integer beyond all floating-point numbers", f"{what.ko}에 부동소수점의 범위를 넘는 정수가 있습니다"
                )
            ) from None
    if array.dtype.kind not in "biuf":
        raise _not_numbers(value, what, f" of {array.dtype}")
    return np.asarray(array)


def _nest(value: Any, what: Text) -> npt.NDArray[Any]:
    plain = [_from_tensor(each) if _is_tensor(each) else each for each in value]
    try:
        return np.asarray(plain)
    except TypeError:  # how what lives in the worker says that it is no array
        raise _not_numbers(value, what) from None
    except ValueError:
        raise Mismatch(
            Text(f"{what.en} is a list whose rows differ in length", f"{what.ko}이(가) 행마다 길이가 다른 리스트입니다")
        ) from None


def _from_tensor(tensor: Any) -> npt.NDArray[Any]:
    plain = tensor.detach().cpu()
    # NumPy has no bfloat16, and float32 holds every one of its values.
    return np.asarray((plain.float() if str(plain.dtype) == "torch.bfloat16" else plain).numpy())


def _not_numbers(value: Any, what: Text, suffix: str = "") -> Mismatch:
    kind = kind_of(value) + suffix
    return Mismatch(Text(f"{what.en} should be numbers, but is a {kind}", f"{what.ko}은(는) 숫자여야 하는데 {kind}입니다"))


def shape_of(actual: npt.NDArray[Any], shape: tuple[int, ...], what: str | Text) -> None:
    what = Text.of(what)
    if actual.shape != shape:
        got, want = (f"shape {each}" if each else "the form of a single number" for each in (actual.shape, shape))
        if not shape:
            words = f"숫자 하나여야 하는데 모양이 {actual.shape}인 배열입니다"
        elif not actual.shape:
            words = f"모양이 {shape}인 배열이어야 하는데 숫자 하나입니다"
        else:
            words = f"모양이 {shape}이어야 하는데 {actual.shape}입니다"
        raise Mismatch(Text(f"{what.en} has {got}, expected {want}", f"{what.ko}: {words}"))


def close(
    actual: Any,
    expected: Any,
    *,
    what: str | Text,
    atol: float | None,
    rtol: float | None,
    equal_nan: bool = False,
) -> None:
    """Raise Mismatch unless actual equals expected in shape and within atol + rtol·|expected|."""
    what = Text.of(what)
    got, want = numbers(actual, what), numbers(expected, "expected")
    shape_of(got, want.shape, what)
    default_atol, default_rtol = _TOLERANCES[_coarser(got.dtype, want.dtype)]
    atol = default_atol if atol is None else atol
    rtol = default_rtol if rtol is None else rtol
    left, right = got.astype(np.float64), want.astype(np.float64)
    _no_strangers(left, right, what, equal_nan)
    with np.errstate(all="ignore"):
        # Of an infinite value everything would be within rtol times infinity.
        agree = (left == right) | (np.isfinite(right) & (np.abs(left - right) <= atol + rtol * np.abs(right)))
    if equal_nan:
        agree |= np.isnan(left) & np.isnan(right)
    _report(agree, got, want, what)


def same(actual: Any, expected: Any, *, what: str | Text) -> npt.NDArray[Any]:
    """Raise Mismatch unless actual equals expected exactly, by value and in shape; return actual as an array."""
    what = Text.of(what)
    got, want = numbers(actual, what), numbers(expected, "expected")
    shape_of(got, want.shape, what)
    _no_strangers(got.astype(np.float64), want.astype(np.float64), what, False)
    _report(np.asarray(got == want), got, want, what)
    return got


def _coarser(got: np.dtype[Any], want: np.dtype[Any]) -> str:
    """The dtype whose tolerance holds. float16's is for what an author computed in it: an answer cannot choose it for itself."""
    if "float16" in (want.name, got.name):
        return "float16" if want.name == "float16" else "float32"
    return "float32" if "float32" in (want.name, got.name) else "float64"


def _no_strangers(got: npt.NDArray[np.float64], want: npt.NDArray[np.float64], what: Text, equal_nan: bool) -> None:
    if not equal_nan and bool((np.isnan(got) & ~np.isnan(want)).any()):
        where = _index(np.isnan(got) & ~np.isnan(want))
        raise Mismatch(Text(f"{what.en} holds nan{where.en}", f"{what.ko}에 nan이 있습니다{where.ko}"))
    strange = np.isinf(got) & ~np.isinf(want)
    if bool(strange.any()):
        where = _index(strange)
        raise Mismatch(Text(f"{what.en} holds inf{where.en}", f"{what.ko}에 inf가 있습니다{where.ko}"))


def _report(agree: npt.NDArray[np.bool_], got: npt.NDArray[Any], want: npt.NDArray[Any], what: Text) -> None:
    if bool(agree.all()):
        return
    wrong = ~agree
    count, total = int(wrong.sum()), int(wrong.size)
    if total == 1:
        shown = Text(f"{what.en} is {_number(got.item())}, expected {_number(want.item())}",
                     f"{what.ko}의 값이 {_number(got.item())}입니다. 기대한 값은 {_number(want.item())}입니다")  # fmt: skip
        raise Mismatch(shown, Text(f"{what.en} has a wrong value", f"{what.ko}의 값이 올바르지 않습니다"))
    first = tuple(int(each) for each in np.argwhere(wrong)[0])
    place = str(list(first))
    shown_got, shown_want = _number(got[first]), _number(want[first])
    raise Mismatch(
        Text(
            f"{what.en}: {count} of {total} values differ, the first at {place}: got {shown_got}, expected {shown_want}",
            f"{what.ko}: 값 {total}개 중 {count}개가 다릅니다. 처음 다른 곳은 {place}이며,"
            f" 값은 {shown_got}, 기대한 값은 {shown_want}입니다",
        ),
        Text(
            f"{what.en}: {count} of {total} values differ, the first at {place}",
            f"{what.ko}: 값 {total}개 중 {count}개가 다릅니다. 처음 다른 곳은 {place}입니다",
        ),
    )


def _number(value: Any) -> str:
    number = value.item() if isinstance(value, np.generic) else value
    if isinstance(number, float) and math.isfinite(number):
        return f"{number:.9g}"
    return str(number)[:_SHOWN_TEXT]


def _index(wrong: npt.NDArray[np.bool_]) -> Text:
    if wrong.ndim == 0:
        return Text("", "")
    place = [int(each) for each in np.argwhere(wrong)[0]]
    return Text(f" at {place}", f" (위치 {place})")


def _is_tensor(value: Any) -> bool:
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.Tensor)


def freeze(value: Any) -> Any:
    """A deep copy to compare against later."""
    return copy.deepcopy(value)


def nothing_changed(before: Any, after: Any) -> bool:
    """Whether two arguments are the same through and through: type, shape, dtype, every value (nan equals nan)."""
    if _is_tensor(before) or _is_tensor(after):
        if not (_is_tensor(before) and _is_tensor(after)) or before.dtype != after.dtype or before.shape != after.shape:
            return False
        return nothing_changed(_from_tensor(before), _from_tensor(after))
    if isinstance(before, np.ndarray) or isinstance(after, np.ndarray):
        if not (isinstance(before, np.ndarray) and isinstance(after, np.ndarray)):
            return False
        if before.shape != after.shape or before.dtype != after.dtype:
            return False
        return bool(np.array_equal(before, after, equal_nan=before.dtype.kind in "fc"))
    if isinstance(before, list | tuple):
        return type(before) is type(after) and len(before) == len(after) and all(map(nothing_changed, before, after))
    if isinstance(before, dict):
        return isinstance(after, dict) and list(before) == list(after) and all(nothing_changed(before[key], after[key]) for key in before)
    if isinstance(before, bool | int | float | complex | str | bytes | type(None)):
        return before == after or (before != before and after != after)
    return True  # generators, handles and functions: a call may use them up, and that is no change to data
