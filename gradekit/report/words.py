"""Every word that reports show of their own accord, in both languages, in one table.

What stands in `{braces}` is filled in by `Phrases.say`; a key with a sibling that ends in "_one" is counted by `Phrases.count`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from gradekit.results import Status, Verdict
from gradekit.text import Lang, Text

__all__ = ["STATUSES", "VERDICTS", "WORDS", "Phrases"]

VERDICTS: Final[dict[Verdict, Text]] = {
    Verdict.PASSED: Text(en="passed", ko="통과"),
    Verdict.FAILED: Text(en="failed", ko="실패"),
    Verdict.ERROR: Text(en="error", ko="오류"),
    Verdict.TIMEOUT: Text(en="out of time", ko="시간 초과"),
    Verdict.MEMORY: Text(en="out of memory", ko="메모리 초과"),
    Verdict.CRASHED: Text(en="crashed", ko="비정상 종료"),
    Verdict.REFUSED: Text(en="refused", ko="거부됨"),
    Verdict.SKIPPED: Text(en="skipped", ko="건너뜀"),
    Verdict.GRADER_ERROR: Text(en="grader error", ko="채점기 오류"),
}

STATUSES: Final[dict[Status, Text]] = {
    Status.GRADED: Text(en="graded", ko="채점됨"),
    Status.REFUSED: Text(en="refused", ko="거부됨"),
    Status.MISSING: Text(en="missing", ko="미제출"),
    Status.GRADER_ERROR: Text(en="grader error", ko="채점기 오류"),
}

WORDS: Final[dict[str, Text]] = {
    # both pages
    "skip_link": Text(en="Skip to the content", ko="본문으로 건너뛰기"),
    "contents": Text(en="Contents", ko="차례"),
    "made_by": Text(en="Made by gradekit", ko="gradekit으로 만든 보고서입니다"),
    "points": Text(en="points", ko="점"),
    "score_of": Text(en="{score} of {max} points", ko="{max}점 만점에 {score}점"),
    "percent": Text(en="{value}%", ko="{value}%"),
    "exercise": Text(en="Exercise", ko="과제"),
    "total": Text(en="Total", ko="총점"),
    "students": Text(en="{n} students", ko="학생 {n}명"),
    "students_one": Text(en="1 student", ko="학생 1명"),
    "exercises": Text(en="{n} exercises", ko="과제 {n}개"),
    "exercises_one": Text(en="1 exercise", ko="과제 1개"),
    "submissions": Text(en="{n} submissions", ko="제출물 {n}개"),
    "submissions_one": Text(en="1 submission", ko="제출물 1개"),
    "and_more": Text(en="and {n} more", ko="외 {n}개"),
    "no_row": Text(en="not handed in", ko="제출하지 않음"),
    "nameless": Text(en="(no name)", ko="(이름 없음)"),
    # the syllabus
    "syllabus": Text(en="Syllabus", ko="강의 계획"),
    "units": Text(en="{n} units", ko="단원 {n}개"),
    "units_one": Text(en="1 unit", ko="단원 1개"),
    "after": Text(en="After", ko="먼저 할 과제:"),
    # the class page
    "class_report": Text(en="Class report", ko="학급 보고서"),
    "empty_class": Text(en="Nothing was graded: there are no submissions in these results.", ko="채점한 제출물이 없습니다."),
    "mean": Text(en="Mean", ko="평균"),
    "median": Text(en="Median", ko="중앙값"),
    "full_marks": Text(en="Full marks", ko="만점"),
    "full_marks_note": Text(en="of {n} graded", ko="제출물 {n}개 중"),
    "of_total": Text(en="of {max} points", ko="{max}점 만점"),
    "explained": Text(en="Explained", ko="원인이 밝혀진 제출물"),
    "explained_note": Text(en="of {n} not at full marks", ko="만점이 아닌 {n}개 중"),
    "attention": Text(en="Needs your attention", ko="확인이 필요한 제출물"),
    "attention_note": Text(en="not graded", ko="채점되지 않음"),
    "attention_lead": Text(
        en="These have no score of their own. A refused submission breaks a rule; a grader error is never the student's fault.",
        ko="아래 제출물에는 점수가 매겨지지 않았습니다. ‘거부됨’은 규칙을 어긴 제출물이고, ‘채점기 오류’는 학생의 잘못이 아닙니다.",
    ),
    "and_more_students": Text(
        en="and {n} more, whom the table of students can show alone", ko="외 {n}명. 학생별 점수 표에서 따로 골라 볼 수 있습니다."
    ),
    "attention_more": Text(
        en="{n} more are not listed here. Choose “{kind}” above the table of students, or see the column “status” of",
        ko="{n}개가 더 있습니다. 학생별 점수 표에서 ‘{kind}’을 고르거나 다음 파일의 status 열을 보십시오:",
    ),
    "scores": Text(en="How the class did", ko="점수 분포"),
    "scores_lead": Text(
        en="Each bar is a tenth of the points; its height is the number of students. The dashed line is the mean.",
        ko="막대 하나는 배점의 10%에 해당하며 높이는 학생 수입니다. 점선은 평균입니다.",
    ),
    "histogram_alt": Text(
        en="{title}: distribution of {n} scores, mean {mean}, median {median}.",
        ko="{title}: 점수 {n}개의 분포. 평균 {mean}, 중앙값 {median}.",
    ),
    "histogram_empty": Text(en="No graded submission yet.", ko="채점된 제출물이 없습니다."),
    "range": Text(en="Range", ko="구간"),
    "number_of_students": Text(en="Students", ko="학생 수"),
    "not_graded": Text(en="{n} not graded", ko="미채점 {n}개"),
    "misconceptions": Text(en="What they got wrong", ko="자주 나타난 오개념"),
    "misconceptions_lead": Text(
        en="Submissions whose wrong answers are those of a known misconception, the most frequent first.",
        ko="틀린 답이 알려진 오개념의 답과 일치하는 제출물입니다. 많이 나타난 순서로 보여 줍니다.",
    ),
    "no_misconceptions": Text(en="No known misconception was recognised.", ko="알려진 오개념은 발견되지 않았습니다."),
    "tests": Text(en="Test by test", ko="테스트별 통과율"),
    "tests_lead": Text(
        en="The share of graded submissions that pass, the hardest test first.",
        ko="채점된 제출물 중 통과한 비율입니다. 어려운 테스트부터 보여 줍니다.",
    ),
    "pass_rate": Text(en="Pass rate", ko="통과율"),
    "mean_points": Text(en="Mean points", ko="평균 점수"),
    "hardest": Text(en="hardest: {name}, {rate} pass", ko="가장 어려운 테스트: {name} (통과율 {rate})"),
    "all_pass": Text(en="every submission passes every test", ko="모든 제출물이 모든 테스트를 통과했습니다"),
    "test": Text(en="Test", ko="테스트"),
    "table": Text(en="Student by student", ko="학생별 점수"),
    "table_lead": Text(
        en="A name opens the student's own page. ◆ marks a recognised misconception.",
        ko="이름을 누르면 학생별 보고서가 열립니다. ◆ 표시는 오개념이 확인된 제출물입니다.",
    ),
    "student": Text(en="Student", ko="학생"),
    "status": Text(en="Status", ko="상태"),
    "filter": Text(en="Find a student", ko="학생 찾기"),
    "show": Text(en="Show", ko="표시"),
    "show_all": Text(en="everyone", ko="전체"),
    "show_ungraded": Text(en="with something not graded", ko="채점되지 않은 제출물이 있는 학생"),
    "show_misconception": Text(en="with a misconception", ko="오개념이 확인된 학생"),
    "show_low": Text(en="below 60%", ko="60% 미만"),
    "showing": Text(en="{shown} of {all} students shown", ko="{all}명 중 {shown}명 표시"),
    "showing_rows": Text(en="{shown} of {all} students, rows {first} to {last}", ko="{all}명 중 {shown}명, {first}–{last}번째 표시"),
    "rest": Text(
        en="The first {n} of {all} students stand here; turning the pages needs JavaScript. Everyone’s scores are in",
        ko="학생 {all}명 중 처음 {n}명입니다. 쪽을 넘기려면 JavaScript가 필요합니다. 전체 학생의 점수가 있는 파일:",
    ),
    "cut": Text(
        en="This page holds the first {n} of {all} students. Everyone’s scores are in",
        ko="이 페이지에는 학생 {all}명 중 처음 {n}명이 있습니다. 전체 학생의 점수가 있는 파일:",
    ),
    "pages_above": Text(en="Pages of the table", ko="표의 쪽 이동"),
    "pages_below": Text(en="Pages of the table, below it", ko="표 아래의 쪽 이동"),
    "page_of": Text(en="page {page} of {pages}", ko="{pages}쪽 중 {page}쪽"),
    "first_page": Text(en="First page", ko="첫 쪽"),
    "previous_page": Text(en="Previous", ko="이전"),
    "next_page": Text(en="Next", ko="다음"),
    "last_page": Text(en="Last page", ko="마지막 쪽"),
    "sort_by": Text(en="Sort by {column}", ko="{column} 순으로 정렬"),
    "has_misconception": Text(en="misconception: {names}", ko="오개념: {names}"),
    "passed_of": Text(en="{passed} of {all} pass", ko="{all}개 중 {passed}개 통과"),
    # the student page
    "student_report": Text(en="Report", ko="채점 보고서"),
    "your_exercises": Text(en="Exercises", ko="과제"),
    "diagnosis": Text(en="What probably happened", ko="이렇게 된 것으로 보입니다"),
    "for_example": Text(en="As one of them was told:", ko="그중 한 학생에게 준 설명:"),
    "known_as": Text(en="known as", ko="오개념 이름"),
    "figures": Text(en="Your answers, drawn", ko="그림으로 보는 답"),
    "as_table": Text(en="The numbers", ko="수치로 보기"),
    "left_out": Text(en="… {n} more are left out", ko="… {n}개는 생략했습니다"),
    "to_work_on": Text(en="To work on", ko="더 살펴볼 테스트"),
    "passed_tests": Text(en="{n} tests passed", ko="통과한 테스트 {n}개"),
    "passed_tests_one": Text(en="1 test passed", ko="통과한 테스트 1개"),
    "all_passed": Text(en="Every test passed. Well done!", ko="모든 테스트를 통과했습니다. 훌륭합니다!"),
    "partial": Text(en="partly", ko="부분 점수"),
    "hint": Text(en="Hint", ko="힌트"),
    "same_for_all": Text(en="All of the tests below say the same:", ko="아래 테스트의 결과는 모두 같습니다."),
    "output": Text(en="Printed output", ko="출력 내용"),
    "lines": Text(en="{n} lines", ko="{n}줄"),
    "lines_one": Text(en="1 line", ko="1줄"),
    "fingerprint": Text(en="How this was graded", ko="채점 환경"),
    "seconds": Text(en="judged in {n} s", ko="채점 시간 {n}초"),
    "why_refused": Text(
        en="This submission was refused, so it earns no points as it is. The message says which rule it breaks.",
        ko="제출물이 거부되어 이대로는 점수를 받을 수 없습니다. 어떤 규칙을 어겼는지는 메시지를 보십시오.",
    ),
    "why_missing": Text(en="Nothing was handed in for this exercise.", ko="이 과제는 제출되지 않았습니다."),
    "why_grader_error": Text(
        en="The grader itself failed here, which is not your fault. These points are not final: please tell your lecturer.",
        ko="채점기 자체에 문제가 생겼으며 학생의 잘못이 아닙니다. 점수가 확정되지 않았으니 담당 교수에게 알려 주십시오.",
    ),
    # figures
    "got": Text(en="yours", ko="제출한 답"),
    "expected": Text(en="expected", ko="정답"),
    "value": Text(en="Value", ko="값"),
    "series": Text(en="Series", ko="계열"),
    "figure_unusable": Text(
        en="This figure cannot be drawn: its data are not usable.", ko="데이터를 사용할 수 없어 그림을 그리지 못했습니다."
    ),
    "decision_lines": Text(en="Where each gate fires", ko="게이트마다 출력이 1인 영역"),
    "bars": Text(en="Your values and the expected ones", ko="제출한 값과 정답"),
    "curve": Text(en="Curve", ko="곡선"),
    "confusion": Text(en="Which class is read as which", ko="혼동 행렬"),
    "confusion_note": Text(en="Rows: the true class. Columns: the class read.", ko="행은 실제 클래스, 열은 예측한 클래스입니다."),
    "true_class": Text(en="true", ko="실제"),
    "pictures": Text(en="Pictures", ko="그림"),
    "picture": Text(en="picture {n}", ko="그림 {n}"),
    "line_equation": Text(en="line {equation} = 0", ko="직선 {equation} = 0"),
    "no_line": Text(en="no line: both weights are 0", ko="직선 없음: 두 가중치가 모두 0입니다"),
    "no_weights": Text(en="no line: the weights are not numbers", ko="직선 없음: 가중치가 수가 아닙니다"),
    "gate_alt": Text(en="{label}: {line}; {right} of {all} points right.", ko="{label}: {line}. 점 {all}개 중 {right}개가 맞습니다."),
    "key_on": Text(en="should fire", ko="출력이 1이어야 하는 점"),
    "key_off": Text(en="should not fire", ko="출력이 1이 아니어야 하는 점"),
    "key_area": Text(en="fires here", ko="출력이 1인 영역"),
    "key_wrong": Text(en="wrong", ko="틀린 점"),
    "target": Text(en="Target", ko="목표"),
    "result": Text(en="Got", ko="결과"),
    "gate": Text(en="Gate", ko="게이트"),
    "right": Text(en="right", ko="맞음"),
    "bars_alt": Text(en="{title}: {n} values against the expected ones.", ko="{title}: 값 {n}개와 정답을 비교합니다."),
    "curve_alt": Text(en="{title}: {series}.", ko="{title}: {series}."),
    "curve_series": Text(en="{label} from {first} to {last}", ko="{label} {first}에서 {last}까지"),
    # the terminal
    "more_students": Text(en="… and {n} more students: see report.html", ko="… 외 학생 {n}명은 report.html에서 볼 수 있습니다"),
    "more_tests": Text(en="… and {n} more", ko="… 외 {n}개"),
    "graded": Text(en="Graded", ko="채점"),
    "distribution": Text(en="0 → 100%", ko="0 → 100%"),
}


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language, as templates use them. more: words of a page's own, beside those that all reports share."""

    lang: Lang
    more: Mapping[str, Text] = field(default_factory=dict)

    def __getitem__(self, key: str) -> str:
        return self._text(key).to(self.lang)

    def say(self, key: str, **values: Any) -> str:
        """The words of key with values filled in; braces inside a value stay as they are."""
        return self._text(key).to(self.lang).format(**values)

    def count(self, key: str, n: int) -> str:
        """The words of key for n things."""
        return self._text(f"{key}_one" if n == 1 else key).to(self.lang).format(n=n)

    def _text(self, key: str) -> Text:
        return self.more[key] if key in self.more else WORDS[key]

    def verdict(self, verdict: Verdict) -> str:
        return VERDICTS[verdict].to(self.lang)

    def status(self, status: Status) -> str:
        return STATUSES[status].to(self.lang)
