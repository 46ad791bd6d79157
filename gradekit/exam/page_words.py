"""The words of an exam's pages, in both languages, beside those that all reports share."""

from __future__ import annotations

from typing import Final

from gradekit.text import Text

__all__ = ["PAGE_WORDS"]

PAGE_WORDS: Final[dict[str, Text]] = {
    "exam_report": Text(en="Exam report", ko="시험 보고서"),
    "exam_student_report": Text(en="Your exam", ko="시험 결과"),
    "attempt": Text(en="Attempt", ko="제출"),
    "attempts": Text(en="What you handed in", ko="제출한 답안"),
    "handed_in": Text(en="Handed in", ko="제출 시각"),
    "file": Text(en="File", ko="파일"),
    "receipt_hash": Text(en="SHA-256, as on the receipt", ko="SHA-256 (접수증과 같음)"),
    "late": Text(en="Late", ko="지각"),
    "hand_in_state": Text(en="Status", ko="제출 상태"),
    "on_time": Text(en="on time", ko="제시간"),
    "late_by": Text(en="{time} late", ko="{time} 늦음"),
    "counts_word": Text(en="counts", ko="인정"),
    "over_limit": Text(en="over the limit on attempts", ko="제출 횟수 초과"),
    "absent": Text(en="handed in nothing", ko="제출 없음"),
    "absent_lead": Text(en="No work of yours was received.", ko="접수된 답안이 없습니다."),
    "received_lead": Text(
        en="Your work was received. The results have not been released yet.",
        ko="답안이 접수되었습니다. 결과는 아직 공개되지 않았습니다.",
    ),
    "grade": Text(en="Grade", ko="성적"),
    "letter": Text(en="Letter", ko="등급"),
    "provisional": Text(en="Provisional result", ko="잠정 결과"),
    "provisional_lead": Text(
        en="Parts worth {left} of {most} points are not marked yet, so there is no grade so far: this result may change.",
        ko="{most}점 가운데 {left}점은 아직 채점하지 않아 성적이 정해지지 않았습니다. 이 결과는 바뀔 수 있습니다.",
    ),
    "so_far": Text(en="So far", ko="지금까지"),
    "part": Text(en="Part", ko="과제"),
    "parts_head": Text(en="The parts of your paper", ko="시험지의 과제"),
    "to_be_marked": Text(en="not marked yet", ko="채점 전"),
    "before_penalty": Text(en="Points", ko="점수"),
    "after_penalty": Text(en="After the late penalty", ko="지각 감점 뒤"),
    "written_points": Text(en="Written parts", ko="서술형"),
    "adjusted": Text(en="Adjustments", ko="조정"),
    "in_all": Text(en="In all", ko="합계"),
    "average_of": Text(
        en="The average of {n} attempts counts; the last one is shown.", ko="제출 {n}번의 평균을 인정합니다. 아래는 마지막 제출입니다."
    ),
    "your_answer": Text(en="Your answer", ko="작성한 답"),
    "comment_by": Text(en="{by}, {when}", ko="{by}, {when}"),
    "window": Text(en="Your time: {opens} to {closes}", ko="응시 시간: {opens}부터 {closes}까지"),
    # the class
    "blind_note": Text(
        en="Graded blind: names appear once results are released.", ko="익명으로 채점합니다. 이름은 결과를 공개한 뒤에 나타납니다."
    ),
    "not_released": Text(en="Not released yet", ko="아직 공개하지 않음"),
    "some_released": Text(en="Released to {n} students", ko="학생 {n}명에게 공개함"),
    "all_released": Text(en="Released to everybody", ko="모두에게 공개함"),
    "sat": Text(en="Handed in", ko="제출한 학생"),
    "sat_note": Text(en="of {n} on the roster", ko="명단 {n}명 중"),
    "late_students": Text(en="Late", ko="지각"),
    "late_note": Text(en="whose counted work was late", ko="인정된 답안이 늦은 학생"),
    "mean_grade": Text(en="Mean grade", ko="평균 성적"),
    "median_grade": Text(en="Median grade", ko="중앙값"),
    "of_scale": Text(en="of {max}, those who handed in", ko="{max}점 만점, 제출한 학생"),
    "look_at": Text(en="To look at", ko="확인할 것"),
    "look_note": Text(en="files, clocks, parts to mark", ko="파일, 시계, 채점할 과제"),
    "rejected": Text(en="Files that were not graded", ko="채점하지 않은 파일"),
    "reason": Text(en="Why", ko="이유"),
    "remarks": Text(en="Remarks", ko="참고"),
    "missing_students": Text(en="Nothing handed in", ko="제출하지 않은 학생"),
    "to_mark": Text(en="Written parts to mark", ko="채점할 서술형"),
    "marking": Text(en="Written answers", ko="서술형 답안"),
    "marking_lead": Text(
        en="To be marked in manual.csv, under the name that stands here", ko="manual.csv에서 여기에 있는 이름의 줄에 점수를 적으십시오"
    ),
    "marking_left": Text(en="{n} of {all} not marked yet", ko="{all}건 중 {n}건 채점 전"),
    "no_answer": Text(en="No answer.", ko="답이 없습니다."),
    "faults": Text(en="Could not be graded", ko="채점하지 못한 과제"),
    "students_table": Text(en="Everybody's mark", ko="학생별 성적"),
    "time_unknown": Text(en="by the student's clock", ko="학생 시계 기준"),
    "fairness": Text(en="How papers were drawn", ko="시험지 배정"),
    "fairness_lead": Text(
        en=(
            "How often each part and value was drawn, beside how often it should be on average. The last column counts standard deviations"
            " of a fair draw: beyond 3, look into it."
        ),
        ko=(
            "과제와 값이 몇 번 배정되었는지를 공정한 추첨의 평균과 나란히 보여 줍니다. 마지막 열은 공정한 추첨의 표준편차로 잰 차이입니다."
            " 3을 넘으면 확인하십시오."
        ),
    ),
    "fairness_papers": Text(en="Different papers: {n}, for {all} on the roster", ko="학생 {all}명에게 서로 다른 시험지 {n}가지"),
    "drawn": Text(en="Drawn", ko="배정"),
    "expected": Text(en="Expected", ko="기댓값"),
    "deviation": Text(en="Deviation", ko="편차"),
    "value": Text(en="Value", ko="값"),
    "figures_drawn": Text(en="Figures of quizzes", ko="퀴즈의 숫자"),
    "question": Text(en="Question", ko="문제"),
    "quantity": Text(en="Quantity", ko="수"),
    "different_values": Text(en="Different", ko="서로 다른 값"),
    "least": Text(en="Least", ko="최소"),
    "middle": Text(en="Quartiles", ko="사분위수"),
    "largest": Text(en="Largest", ko="최대"),
}
