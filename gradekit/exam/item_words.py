"""Every word of an exam's item statistics, in both languages, in one table.

What stands in `{braces}` is filled in by `say` and `filled`; a key with a sibling that ends in "_one" is counted by `count`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from gradekit.text import LANGUAGES, Lang, Text

__all__ = ["ITEM_WORDS", "ItemPhrases", "filled"]

ITEM_WORDS: Final[dict[str, Text]] = {
    # what is worth a look in an item
    "hard": Text(en="very hard", ko="매우 어려움"),
    "hard_said": Text(
        en="Fewer than a fifth of the points are earned: too hard, or asked in a way that is not understood.",
        ko="배점의 5분의 1도 얻지 못했습니다. 너무 어렵거나 질문이 제대로 전달되지 않았을 수 있습니다.",
    ),
    "easy": Text(en="very easy", ko="매우 쉬움"),
    "easy_said": Text(
        en="Nearly everybody has all the points: it tells little about who can do what.",
        ko="거의 모두가 만점을 받아 학생의 실력을 구별하는 데 도움이 되지 않습니다.",
    ),
    "weak": Text(en="hardly discriminates", ko="변별도 낮음"),
    "weak_said": Text(
        en="Those who do well on the rest of their paper do hardly better here.",
        ko="나머지 문항을 잘 푼 학생도 이 문항에서는 별로 더 나은 점수를 받지 못했습니다.",
    ),
    "negative": Text(en="negative discrimination", ko="음의 변별도"),
    "negative_said": Text(
        en="Those who do well on the rest of their paper do worse here. A fault in the item is likely: look at its answer and its wording.",
        ko="나머지 문항을 잘 푼 학생이 오히려 더 낮은 점수를 받았습니다. 문항에 오류가 있을 가능성이 크니 정답과 문장을 확인하십시오.",
    ),
    "negative_perhaps_said": Text(
        en="Those who do well on the rest of their paper do worse here. It may be chance in a class of this size, or a fault in the item.",
        ko="나머지 문항을 잘 푼 학생이 오히려 더 낮은 점수를 받았습니다. 이 정도 인원에서는 우연일 수도 있고 문항의 오류일 수도 있습니다.",
    ),
    # why a number cannot be had
    "no_items": Text(en="there are fewer than two items that all share", ko="모두에게 공통된 문항이 두 개보다 적습니다"),
    "few_students": Text(en="fewer than {least} students have these items", ko="이 문항을 모두 받은 학생이 {least}명보다 적습니다"),
    "no_variance": Text(en="everybody has the same score", ko="모두의 점수가 같습니다"),
    # were variants and pools equally hard?
    "one_variant": Text(
        en="Nothing to compare: fewer than two groups have at least two students each, or there are fewer than {least} students in all.",
        ko="비교할 수 없습니다. 학생이 두 명 이상인 집단이 둘보다 적거나 전체 학생이 {least}명보다 적습니다.",
    ),
    "all_equal": Text(en="Nothing to compare: everybody has the same score.", ko="비교할 수 없습니다. 모두의 점수가 같습니다."),
    "unequal": Text(
        en="Not equally hard ({p}): the means lie between {low}% and {high}% of the points. Consider making up for it.",
        ko="난이도가 같지 않습니다({p}). 평균이 배점의 {low}%에서 {high}%까지 차이가 납니다. 점수를 보정할지 검토하십시오.",
    ),
    "no_difference": Text(
        en=(
            "No difference was found ({p}). That is no proof that there is none: in a class of this size, a difference"
            " has to reach about {least} percentage points to be found four times in five."
        ),
        ko=(
            "차이를 발견하지 못했습니다({p}). 그러나 차이가 없다는 증거는 아닙니다. 이 인원에서는 차이가 약 {least}%p는 되어야"
            " 다섯 번에 네 번꼴로 발견할 수 있습니다."
        ),
    ),
    "no_power": Text(
        en="No difference was found ({p}), but the class is too small for one to be found: even a large one would probably go unnoticed.",
        ko="차이를 발견하지 못했습니다({p}). 그러나 인원이 너무 적어 차이가 크더라도 발견하기 어렵습니다.",
    ),
    "p_small": Text(en="p < 0.001", ko="p < 0.001"),
    "p_is": Text(en="p = {p}", ko="p = {p}"),
    # the page
    "items": Text(en="Item analysis", ko="문항 분석"),
    "items_lead": Text(
        en="How the exam itself did: its scores as they were counted, before penalties. All of it describes this class and no other.",
        ko="시험 자체를 살펴봅니다. 감점 전의 점수를 기준으로 하며 모든 값은 이 학급에만 해당합니다.",
    ),
    "nobody": Text(en="There is nothing to analyse yet: nobody’s exam is counted.", ko="채점된 시험이 없어 분석할 내용이 없습니다."),
    "students": Text(en="Students", ko="학생 수"),
    "students_note": Text(en="with {n} items", ko="문항 {n}개"),
    "students_note_one": Text(en="with 1 item", ko="문항 1개"),
    "mean": Text(en="Mean", ko="평균"),
    "sd": Text(en="SD", ko="표준편차"),
    "sd_note": Text(en="standard deviation {sd}", ko="표준편차 {sd}"),
    "alpha": Text(en="Cronbach’s alpha", ko="크론바흐 알파"),
    "alpha_note": Text(en="how far the items agree; 0.7 and more is usual", ko="문항의 일관성. 보통 0.7 이상"),
    "sem": Text(en="Standard error", ko="측정의 표준오차"),
    "sem_note": Text(en="percentage points, of one student’s score", ko="%p, 한 학생의 점수에 대한 값"),
    "flagged": Text(en="Worth a look", ko="살펴볼 문항"),
    "flagged_note": Text(en="of {n} items", ko="문항 {n}개 중"),
    "flagged_note_one": Text(en="of 1 item", ko="문항 1개 중"),
    "alpha_part": Text(
        en="Alpha and the standard error are of the {items} items that all share, out of {all}; {students} students have all of these.",
        ko="알파와 표준오차는 전체 문항 {all}개 중 모두에게 공통된 {items}개로 구했으며 학생 {students}명이 이 문항을 모두 받았습니다.",
    ),
    "alpha_none": Text(en="Alpha cannot be had: {why}.", ko="알파를 구할 수 없습니다: {why}."),
    "small_class": Text(
        en="With so few students, every number here may be chance.",
        ko="학생 수가 적어 여기의 모든 값은 우연일 수 있습니다.",
    ),
    "totals": Text(en="Distribution of totals", ko="총점 분포"),
    "totals_alt": Text(
        en="{n} students; mean {mean}, quartiles {low}, {median} and {high}. Each bar is a tenth of the points; dashed: the mean.",
        ko="학생 {n}명. 평균 {mean}, 사분위수 {low}, {median}, {high}. 막대 하나는 배점의 10%이고 점선은 평균입니다.",
    ),
    "range": Text(en="Range", ko="구간"),
    "number": Text(en="Students", ko="학생 수"),
    "numbers": Text(en="The numbers", ko="수치로 보기"),
    "map": Text(en="Difficulty and discrimination", ko="난이도와 변별도"),
    "map_alt": Text(
        en=(
            "{n} items by p value and discrimination; {flagged} of them, drawn as diamonds, are worth a look. "
            "The shaded areas are p below 0.2, p above 0.95 and discrimination below 0.1. The table below has all numbers."
        ),
        ko=(
            "문항 {n}개의 p 값과 변별도. 마름모로 표시한 {flagged}개는 살펴볼 문항입니다. "
            "음영은 p 0.2 미만, p 0.95 초과, 변별도 0.1 미만인 영역입니다. 모든 수치는 아래 표에 있습니다."
        ),
    ),
    "map_empty": Text(
        en="No item’s discrimination can be had from these sheets.", ko="이 답안들로는 어느 문항의 변별도도 구할 수 없습니다."
    ),
    "item_tip": Text(en="{name}: p {p}, discrimination {r}", ko="{name}: p {p}, 변별도 {r}"),
    "attention": Text(en="Items worth a look", ko="살펴볼 문항"),
    "attention_lead": Text(
        en="A flag is a question, not a verdict: read the item before anything else.",
        ko="표시는 판정이 아니라 확인을 권하는 뜻입니다. 먼저 문항을 직접 읽어 보십시오.",
    ),
    "easy_note": Text(
        en="{n} items that nearly everybody has right tell students apart little; they are marked in the tables, and not listed here.",
        ko="거의 모두가 맞힌 문항 {n}개는 학생을 거의 구별하지 못합니다. 표에만 표시하고 여기에는 적지 않았습니다.",
    ),
    "easy_note_one": Text(
        en="1 item that nearly everybody has right tells students apart little; it is marked in the tables, and not listed here.",
        ko="거의 모두가 맞힌 문항 1개는 학생을 거의 구별하지 못합니다. 표에만 표시하고 여기에는 적지 않았습니다.",
    ),
    "no_flags": Text(en="No item stands out.", ko="눈에 띄는 문항이 없습니다."),
    "no_flags_few": Text(
        en="No item can be judged: none was on the papers of at least {least} students.",
        ko="판단할 수 있는 문항이 없습니다. 학생 {least}명 이상이 받은 문항이 없습니다.",
    ),
    "item": Text(en="Item", ko="문항"),
    "part": Text(en="Part", ko="과제"),
    "why": Text(en="Why", ko="이유"),
    "by_item": Text(en="Item by item", ko="문항별 통계"),
    "by_item_lead": Text(
        en="In the order of the paper. An en dash stands where a number cannot be had.",
        ko="시험지 순서입니다. 구할 수 없는 값은 –로 표시합니다.",
    ),
    "items_n": Text(en="{n} items", ko="문항 {n}개"),
    "items_n_one": Text(en="1 item", ko="문항 1개"),
    "p": Text(en="p value", ko="p 값(득점률)"),
    "r": Text(en="Discrimination", ko="변별도"),
    "r_range": Text(en="{low} to {high}", ko="{low} ~ {high}"),
    "ul": Text(en="Upper−lower", ko="상하위 차이"),
    "full": Text(en="Full marks", ko="만점"),
    "zero": Text(en="Zero", ko="0점"),
    "note": Text(en="Note", ko="비고"),
    "by_part": Text(en="Part by part", ko="과제별 통계"),
    "by_part_lead": Text(
        en="Means and standard deviations are shares of a part’s points; alpha is of the part’s own items.",
        ko="평균과 표준편차는 과제 배점에 대한 비율이고 알파는 그 과제의 문항만으로 구한 값입니다.",
    ),
    "variants": Text(en="Were variants equally hard?", ko="변형의 난이도는 같았습니까?"),
    "variants_lead": Text(
        en=(
            "Variants and parts of a pool are drawn by lot, so their means should differ by chance alone. Each is tested by"
            " 2,000 random divisions of the class; p is adjusted for all tests on this page (Holm)."
        ),
        ko=(
            "변형과 추첨 과제는 무작위로 배정되므로 평균은 우연만큼만 달라야 합니다. 학급을 무작위로 2,000번 나누어 검정하며"
            " p 값은 이 페이지의 검정 수를 고려해 보정했습니다(홀름 방법)."
        ),
    ),
    "variant": Text(en="Variant", ko="변형"),
    "pool": Text(en="Parts from a pool", ko="추첨된 과제"),
    "groups_caption": Text(en="{title}: scores by group, the hardest first", ko="{title}: 집단별 점수, 어려운 순서"),
    "quarters": Text(en="Quartiles", ko="사분위수"),
    "spread": Text(en="Spread", ko="분포"),
    "more_groups": Text(en="… and {n} more groups, each with at most as many students", ko="… 외 집단 {n}개(학생 수가 더 적거나 같음)"),
    "differ": Text(en="differ", ko="차이 있음"),
    "time": Text(en="Time used", ko="사용한 시간"),
    "time_known": Text(en="Known for {n} of {all} students.", ko="전체 학생 {all}명 중 {n}명의 시간이 기록되었습니다."),
    "time_quartiles": Text(
        en="A quarter took at most {low}, half at most {median}, a quarter {high} or longer.",
        ko="4분의 1은 {low} 이내, 절반은 {median} 이내에 마쳤고 4분의 1은 {high} 이상 걸렸습니다.",
    ),
    "time_r": Text(
        en="Rank correlation with the total: {r} (Spearman; between −1 and 1).",
        ko="총점과의 순위 상관: {r}(스피어만, −1에서 1 사이).",
    ),
    "percent": Text(en="{value}%", ko="{value}%"),
    "nameless": Text(en="(no name)", ko="(이름 없음)"),
    "how": Text(en="How to read these numbers", ko="수치 읽는 법"),
    "how_p": Text(
        en="p value: the mean share of the item’s points, 0 to 1. A high p is an easy item. It has nothing to do with the p of a test.",
        ko="p 값: 문항 배점 중 얻은 비율의 평균(0~1)입니다. 높을수록 쉬운 문항이며 검정의 p 값과는 다릅니다.",
    ),
    "how_r": Text(
        en=(
            "Discrimination: the correlation of the item with the rest of the same student’s paper. 0.3 and more is good; the range is"
            " where it may truly lie (95%)."
        ),
        ko="변별도: 문항 점수와 같은 학생의 나머지 점수 사이의 상관입니다. 0.3 이상이면 좋으며 범위는 참값이 있을 구간(95%)입니다.",
    ),
    "how_ul": Text(
        en="Upper−lower: the mean of the best 27% of students on the item, less that of the last 27%.",
        ko="상하위 차이: 총점 상위 27% 학생의 문항 평균에서 하위 27% 학생의 평균을 뺀 값입니다.",
    ),
    "how_sem": Text(
        en=(
            "Alpha is a lower bound of the score’s reliability. The standard error says how far a student’s score may lie from what"
            " many such exams would give: two students closer than that can hardly be told apart."
        ),
        ko=(
            "알파는 점수의 신뢰도의 하한입니다. 표준오차는 한 학생의 점수가 같은 시험을 여러 번 치렀을 때의 평균과 얼마나 다를 수"
            " 있는지를 나타내며, 점수 차이가 이보다 작은 두 학생은 실력이 다르다고 보기 어렵습니다."
        ),
    ),
}


def filled(key: str, **values: Any) -> Text:
    """The text of key with values filled in, each for its own language where it is a Text."""
    text = ITEM_WORDS[key]
    en, ko = ({name: value.to(lang) if isinstance(value, Text) else value for name, value in values.items()} for lang in LANGUAGES)
    return Text(en=text.en.format(**en), ko=text.ko.format(**ko))


@dataclass(frozen=True, slots=True)
class ItemPhrases:
    """The words of one language, as the template uses them."""

    lang: Lang

    def __getitem__(self, key: str) -> str:
        return ITEM_WORDS[key].to(self.lang)

    def say(self, key: str, **values: Any) -> str:
        """The words of key with values filled in; braces inside a value stay as they are."""
        return ITEM_WORDS[key].to(self.lang).format(**values)

    def count(self, key: str, n: int) -> str:
        """The words of key for n things."""
        return ITEM_WORDS[f"{key}_one" if n == 1 else key].to(self.lang).format(n=n)
