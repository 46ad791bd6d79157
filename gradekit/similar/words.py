"""The words of the similarity report, in both languages; what it shares with the other reports stands in gradekit.report.words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from gradekit.report.words import WORDS as SHARED
from gradekit.text import Lang, Text

__all__ = ["WORDS", "Words"]

WORDS: Final[dict[str, Text]] = {
    "title": Text(en="Similar work", ko="비슷한 제출물"),
    "verdict": Text(
        en="This is a ranking to look at, never a verdict. Programs can be alike for many good reasons: "
        "read both, side by side, before you ask anybody anything.",
        ko="이 순위는 살펴볼 순서일 뿐 판정이 아닙니다. 프로그램은 여러 정당한 이유로 비슷할 수 있습니다. "
        "누구에게든 묻기 전에 두 제출물을 나란히 읽어 보십시오.",
    ),
    "how": Text(en="How this is measured", ko="측정 방법"),
    "how_text": Text(
        en="Starter code, the public solution and what more than half of the class has in common are taken out, and so are comments and "
        "names. The similarity is the share of the smaller program's own stretches that the other has too. The standing says how far a "
        "pair lies above what is usual between a student and the nearest others in this class, in robust standard deviations. Even in a "
        "class where all worked alone, a pair passes the line now and then.",
        ko="배포한 코드, 공개된 풀이, 학급의 절반 넘게가 공통으로 쓴 부분을 빼고, 주석과 이름도 뺀 다음 비교합니다. "
        "유사도는 짧은 쪽 프로그램의 고유한 부분 가운데 다른 쪽에도 있는 비율입니다. 편차는 이 학급에서 학생과 가장 가까운 "
        "다른 학생들 사이의 평소 유사도보다 얼마나 높은지를 로버스트 표준편차 단위로 나타냅니다. 모두가 혼자 푼 "
        "학급에서도 기준선을 넘는 쌍은 가끔 나옵니다.",
    ),
    "empty": Text(en="No program was found to compare.", ko="비교할 프로그램이 없습니다."),
    "ranking": Text(en="The ranking", ko="순위"),
    "none_listed": Text(en="No two programs share enough to look at.", ko="살펴볼 만큼 비슷한 두 프로그램이 없습니다."),
    "none_above": Text(en="No pair stands out from this class.", ko="이 학급에서 두드러지는 쌍이 없습니다."),
    "above": Text(en="{n} pairs stand out", ko="두드러지는 쌍 {n}개"),
    "above_one": Text(en="1 pair stands out", ko="두드러지는 쌍 1개"),
    "programs": Text(en="{n} programs", ko="프로그램 {n}개"),
    "programs_one": Text(en="1 program", ko="프로그램 1개"),
    "pairs": Text(en="{n} pairs", ko="{n}쌍"),
    "pairs_one": Text(en="1 pair", ko="1쌍"),
    "uniform": Text(
        en="Too uniform to tell: to most students' programs there are others much the same, so no names are given.",
        ko="학생 대부분의 프로그램과 거의 같은 프로그램이 학급에 더 있어 구별할 수 없으므로 이름을 표시하지 않습니다.",
    ),
    "uniform_short": Text(en="too uniform to tell", ko="구별할 수 없음"),
    "few": Text(
        en="Fewer than {n} programs: there is no baseline, so pairs are ranked by similarity alone and none stands out.",
        ko="프로그램이 {n}개보다 적어 비교 기준이 없습니다. 유사도 순서만 보여 주며 두드러지는 쌍을 가리지 않습니다.",
    ),
    "few_short": Text(en="too few for a baseline", ko="기준을 정하기에 너무 적음"),
    "nothing": Text(
        en="Fewer than two programs have enough of their own to compare.",
        ko="비교할 만큼 고유한 부분이 있는 프로그램이 두 개보다 적습니다.",
    ),
    "nothing_short": Text(en="nothing to compare", ko="비교할 것이 없음"),
    "nothing_own": Text(
        en="{n} programs are not compared: little is left of them once what everybody has is taken out",
        ko="프로그램 {n}개는 모두에게 공통인 부분을 빼면 남는 것이 거의 없어 비교하지 않았습니다",
    ),
    "nothing_own_one": Text(
        en="1 program is not compared: little is left of it once what everybody has is taken out",
        ko="프로그램 1개는 모두에게 공통인 부분을 빼면 남는 것이 거의 없어 비교하지 않았습니다",
    ),
    "first": Text(en="Student", ko="학생"),
    "second": Text(en="and", ko="상대 학생"),
    "similarity": Text(en="Similarity", ko="유사도"),
    "of_both": Text(en="of both", ko="전체 대비"),
    "standing": Text(en="Standing", ko="편차"),
    "stands_out": Text(en="stands out", ko="두드러짐"),
    "side_by_side": Text(en="side by side", ko="나란히 보기"),
    "distribution": Text(en="How alike the pairs are", ko="유사도 분포"),
    "distribution_alt": Text(
        en="{title}: similarities of {n} pairs, of which {above} stand out.", ko="{title}: {n}쌍의 유사도 분포. 두드러지는 쌍 {above}개."
    ),
    "usual": Text(
        en="A student's second nearest fellow usually shares {usual}; at usual length, a pair stands out from {needed} on (dashed line).",
        ko="학생과 두 번째로 가까운 학생의 유사도는 보통 {usual}이며, 보통 길이의 프로그램은 {needed}부터 두드러집니다(점선).",
    ),
    "scale": Text(en="Heights grow with the logarithm of the number of pairs.", ko="막대의 높이는 쌍의 수의 로그에 비례합니다."),
    "range": Text(en="Similarity", ko="유사도 구간"),
    "number_of_pairs": Text(en="Pairs", ko="쌍의 수"),
    "unread": Text(en="Not compared, or only in part", ko="비교하지 못했거나 일부만 비교한 파일"),
    "reason": Text(en="Why", ko="이유"),
    "file": Text(en="File", ko="파일"),
    "back": Text(en="All pairs", ko="전체 순위"),
    "shares": Text(
        en="{percent} of the smaller program's own stretches are in the other too ({both} of what either has).",
        ko="짧은 쪽 프로그램의 고유한 부분 가운데 {percent}가 다른 쪽에도 있습니다(두 프로그램 전체로는 {both}).",
    ),
    "standing_is": Text(
        en="Standing {standing}; the line of this class lies at {line}.", ko="편차는 {standing}이고 이 학급의 기준선은 {line}입니다."
    ),
    "key_match": Text(
        en="the same in both, whatever the names; a number leads to the other side",
        ko="이름과 관계없이 두 쪽에 모두 있는 부분. 번호를 누르면 다른 쪽으로 갑니다",
    ),
    "key_given": Text(
        en="given, in the solution, or the custom of the class: not counted", ko="배포한 코드, 풀이, 또는 학급 대부분이 쓴 부분: 세지 않음"
    ),
    "to_other": Text(en="matching stretch {n}, to its counterpart", ko="일치하는 부분 {n}: 다른 쪽으로 이동"),
    "none_shown": Text(
        en="… and {n} more above the line, not listed: ask for more with --top",
        ko="… 기준선을 넘는 {n}쌍은 목록에 없습니다. --top으로 더 볼 수 있습니다",
    ),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, as templates use them: these first, then those of all reports."""

    lang: Lang

    def __getitem__(self, key: str) -> str:
        return (WORDS[key] if key in WORDS else SHARED[key]).to(self.lang)

    def say(self, key: str, **values: Any) -> str:
        """The words of key with values filled in; braces inside a value stay as they are."""
        return self[key].format(**values)

    def count(self, key: str, n: int) -> str:
        """The words of key for n things."""
        return self.say(f"{key}_one" if n == 1 else key, n=n)
