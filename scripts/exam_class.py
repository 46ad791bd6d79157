"""A whole exam without anybody sitting it: from exam.toml to released pages, for a class of generated students.

    python scripts/exam_class.py OUT [--students 60] [--exam exams/midterm] [--lang ko]

Some hand in the right answers, some wrong ones, some late, with extra time, twice, too often, or nothing at all; some files are broken on
the way. Everything goes through the functions that the commands call; only the clock is made up.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import io
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from gradekit.course.parameters import rendered
from gradekit.engine.local import default_jobs
from gradekit.exam.archive import packed, unpacked
from gradekit.exam.collect import read_arrivals
from gradekit.exam.draw import DrawnPart, drawn_parts, exam_key
from gradekit.exam.fairness import fairness
from gradekit.exam.grading import ExamGrading, grade_exam
from gradekit.exam.hand_out import hand_out, papers_of, read_ledger
from gradekit.exam.manual import begin_manual, read_manual
from gradekit.exam.models import Exam, load_exam
from gradekit.exam.pages import write_pages
from gradekit.exam.paper import Paper, Quizzes
from gradekit.exam.record import ExamRecord, write_record
from gradekit.exam.release import Released, read_released, release
from gradekit.exam.roster import Roster, read_roster
from gradekit.exam.seal import Sealer, unsealed
from gradekit.exam.sitting import find_sitting, pack, start
from gradekit.quiz.sheet import model_sheet
from gradekit.text import Lang

ROOT: Final = Path(__file__).resolve().parents[1]
SECRET: Final = b"the secret of a class that is made up"
PASSPHRASE: Final = "four quiet words here"
FAMILY: Final = ("김", "이", "박", "최", "정", "강", "조", "윤", "장", "임")
GIVEN: Final = ("민아", "소라", "준", "하늘", "다온", "가온", "지수", "은지", "보라", "나리", "도윤", "서연")
EXTENDED: Final = ("20260007", "20260019")
LATER_EXTENDED: Final = "20260011"


@dataclass(frozen=True, slots=True)
class Kind:
    """How a student sits the exam. right: the share of parts that are answered rightly; after: minutes from the start to each attempt."""

    name: str
    right: float
    after: tuple[float, ...] = (120,)


KINDS: Final = (
    Kind("right", 1.0), Kind("good", 0.8), Kind("half", 0.5), Kind("good", 0.7), Kind("wrong", 0.0), Kind("late", 0.9, (162,)),
    Kind("extended", 0.8, (190,)), Kind("double", 0.9, (60, 130)), Kind("right", 1.0, (90,)), Kind("half", 0.6),
    Kind("too often", 0.8, (10, 11, 12, 13)),
    Kind("good", 0.9),
)  # fmt: skip
UNSEALED: Final = 3
ABSENT: Final = 12  # every twelfth student from the eighth on
BROKEN: Final = ("20260003", "20260016")  # hand in a second file that was changed by hand


@dataclass(frozen=True, slots=True)
class Sat:
    """What was made up: the exam, the roster, the folders, and how each student sat it."""

    exam: Exam
    key: bytes
    roster: Roster
    papers: Path
    handed_in: Path
    arrivals: Path
    kinds: dict[str, str]


def write_roster(path: Path, students: int) -> Roster:
    """A roster as a Korean registrar's office exports it: with a byte order mark, semicolons, and two students of one name."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(("학번", "이름", "분반"))
    for number in range(1, students + 1):
        name = FAMILY[number % len(FAMILY)] + GIVEN[number % len(GIVEN)]
        writer.writerow((f"{20260000 + number}", name, f"{number % 2 + 1}반"))
    path.write_bytes(b"\xef\xbb\xbf" + buffer.getvalue().encode())
    return read_roster(path)


def kind_of(number: int, student: str) -> Kind | None:
    """How the student of that number sits the exam; None for not at all."""
    if number >= 8 and number % ABSENT == 8 % ABSENT:
        return None
    if student in EXTENDED:
        return next(kind for kind in KINDS if kind.name == "extended")
    if student == LATER_EXTENDED:
        return next(kind for kind in KINDS if kind.name == "late")
    return KINDS[number % len(KINDS)] if KINDS[number % len(KINDS)].name != "extended" else KINDS[1]


def answer(part: DrawnPart, right: bool, place: int, quizzes: Quizzes, student: str) -> str:
    """The right answer to a part, or a wrong one: one of its misconceptions, or an empty answers file."""
    exercise = part.exercise
    if exercise.is_quiz:
        paper = quizzes.quiz(exercise).paper(student)
        wrong = {asked.id: asked.causes[0].answer.written() for asked in paper.questions if asked.causes}
        return model_sheet(paper, {} if right else wrong)
    known = exercise.misconceptions()
    path = exercise.solution if right else known[place % len(known)].path
    return rendered(path.read_text("utf-8"), part.variant)


def sit(
    exam: Exam, key: bytes, roster: Roster, papers: Mapping[str, Paper], files: Mapping[str, Path], out: Path, lang: Lang
) -> dict[str, str]:
    """Have everybody sit the exam; work files go to out/handed-in and times of arrival to out/arrivals.csv."""
    quizzes = Quizzes(exam, key)
    kinds: dict[str, str] = {}
    arrivals: list[tuple[str, str]] = []
    for number, student in enumerate(roster.students, start=1):
        kind = kind_of(number, student.id)
        kinds[student.id] = kind.name if kind else "absent"
        if kind is None:
            continue
        place = out / "sitting" / student.id
        begun = exam.file.opens.astimezone(UTC) + timedelta(minutes=number % 7)
        # A passphrase takes a second of work on purpose, so only a few open the sealed file itself; it is the same paper.
        sealed = number <= UNSEALED
        paper = unsealed(files[student.id].read_bytes(), PASSPHRASE, student.id) if sealed else papers[student.id].packed()
        sitting = start(paper, student.id, place, begun, lang)
        parts = drawn_parts(exam, key, student.id)
        for attempt, after in enumerate(kind.after):
            first_of_two = kind.name == "double" and attempt == 0
            right = 0.0 if first_of_two else kind.right
            for index, part in enumerate(parts):
                good = (index * 7 + number * 3) % len(parts) < right * len(parts)
                file = sitting.folder / part.name / ("answers.toml" if part.exercise.is_quiz else part.exercise.file_name)
                file.write_text(answer(part, good, number + index, quizzes, student.id), "utf-8")
            for written in exam.file.written:
                text = "선형 함수의 합성은 선형 함수이므로 층을 쌓아도 직선 하나이고, XOR를 나눌 수 없습니다.\n"
                (sitting.folder / written.name / "answer.md").write_text(text if kind.right >= 0.5 else "", "utf-8")
            again = find_sitting(sitting.folder)
            assert again is not None
            with contextlib.suppress(Exception) if kind.name == "too often" else contextlib.nullcontext():
                done = pack(again, begun + timedelta(minutes=after), out / "handed-in" / student.id)
                if number % 5:  # of the others nobody knows when they arrived
                    arrivals.append((f"{student.id}/{done.path.name}", (done.at + timedelta(seconds=20)).isoformat()))
        if student.id in BROKEN:
            tamper(out / "handed-in" / student.id)
    (out / "handed-in" / "stray.work").write_bytes(b"not a file of gradekit's")
    with (out / "arrivals.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("file", "received"), *arrivals])
    return kinds


def tamper(folder: Path) -> None:
    """Copy a work file with a better answer in it, as somebody might who knows zip files."""
    path = next(folder.glob("*.work"))
    files = unpacked(path.read_bytes(), path.name)
    files["work.json"] = files["work.json"].replace(b'"attempt": 1', b'"attempt": 2')
    (folder / "better.work").write_bytes(packed(files))


def prepare(out: Path, exam_folder: Path, students: int, lang: Lang) -> Sat:
    """Hand out sealed papers and have everybody sit the exam. out must be a folder of its own."""
    folder = out / "exams" / exam_folder.name
    shutil.copytree(exam_folder, folder, ignore=shutil.ignore_patterns("__pycache__", "papers"))
    with (folder / "exam.toml").open("a", encoding="utf-8") as file:
        file.writelines(f'\n[[accommodations]]\nstudent = "{each}"\nextra_time = 1.5\nwhy = "arranged"\n' for each in EXTENDED)
    exam = load_exam(folder, ROOT)
    key = exam_key(SECRET, exam.course.name, exam.name)
    roster = write_roster(out / "roster.csv", students)
    papers = papers_of(exam, key, roster)
    done = hand_out(exam, papers, out / "papers", Sealer(PASSPHRASE))
    (out / "handed-in").mkdir()
    kinds = sit(exam, key, roster, papers, done.files, out, lang)
    return Sat(exam, key, roster, out / "papers", out / "handed-in", out / "arrivals.csv", kinds)


def graded(sat: Sat, out: Path, lang: Lang, jobs: int) -> ExamRecord:
    """Grade what was handed in into out, and write its pages."""
    record = grade_exam(
        ExamGrading(
            exam=load_exam(sat.exam.folder, ROOT),
            key=sat.key,
            roster=sat.roster,
            submissions=sat.handed_in,
            out=out,
            ledger=read_ledger(sat.papers),
            received=read_arrivals(sat.arrivals),
            manual=read_manual(out / "manual.csv", sat.exam, sat.roster),
            lang=lang,
            jobs=jobs,
        )
    )
    begin_manual(out / "manual.csv", sat.exam, sat.roster)
    write_record(out, record)
    write_pages(out, record, read_released(out), fairness(sat.exam, sat.key, [each.id for each in sat.roster.students]))
    return record


def mark_by_hand(path: Path, record: ExamRecord) -> None:
    """Fill in the instructor's file: points for the written part, and one adjustment."""
    rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    answered = {each.id: each.chosen.written if each.chosen else {} for each in record.students}
    for row in rows[1:]:
        student, part = row[0].removeprefix("'"), row[1]
        if student in answered and part in answered[student]:
            row[2], row[3] = ("8", "까닭이 분명합니다.") if answered[student][part].strip() else ("0", "답이 없습니다.")
            row[4:6] = "박 교수", "2026-10-21"
    rows.append(["20260002", "", "1.5", "질문에 오타가 있었습니다.", "박 교수", "2026-10-21", "오타"])
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows(rows)
    path.write_bytes(b"\xef\xbb\xbf" + buffer.getvalue().encode())


def extend(sat: Sat, student: str, minutes: float) -> None:
    """Grant a student more time after the exam: exam.toml says so, and no paper changes."""
    closes = (sat.exam.file.closes + timedelta(minutes=minutes)).isoformat()
    with (sat.exam.folder / "exam.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[[accommodations]]\nstudent = "{student}"\nextra_time = 1.4\ncloses = {closes}\nwhy = "the fire alarm"\n')


def summary(record: ExamRecord, kinds: dict[str, str]) -> Iterator[str]:
    """Lines of a table: how each kind of student did."""
    yield f"{'kind':<12}{'students':>9}{'mean grade':>12}{'late':>6}{'not graded':>12}"
    for kind in dict.fromkeys(kinds.values()):
        those = [each for each in record.students if kinds[each.id] == kind]
        late = sum(each.chosen is not None and each.chosen.late_seconds > 0 for each in those)
        rejected = sum(each.student in {one.id for one in those} for each in record.rejected)
        yield f"{kind:<12}{len(those):>9}{sum(each.mark.grade for each in those) / len(those):>12.1f}{late:>6}{rejected:>12}"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Make up a class, have it sit an exam, grade and release it.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--students", type=int, default=60)
    parser.add_argument("--exam", type=Path, default=ROOT / "exams" / "midterm")
    parser.add_argument("--lang", choices=["en", "ko"], default="en")
    parser.add_argument("--jobs", type=int, default=default_jobs())
    given = parser.parse_args(arguments)
    if given.out.exists() and any(given.out.iterdir()):
        print(f"{given.out}: is not empty; give a folder of its own", file=sys.stderr)
        return 2
    given.out.mkdir(parents=True, exist_ok=True)
    sat = prepare(given.out.resolve(), given.exam.resolve(), given.students, given.lang)
    out = given.out.resolve() / "graded"
    record = graded(sat, out, given.lang, given.jobs)
    mark_by_hand(out / "manual.csv", record)
    extend(sat, LATER_EXTENDED, 60)
    record = graded(sat, out, given.lang, given.jobs)
    released: Released = release(out, record, ())
    write_pages(out, record, released, fairness(sat.exam, sat.key, [each.id for each in sat.roster.students]))
    print("\n".join(summary(record, sat.kinds)))
    print(f"{out / 'report.html'}: {datetime.now(UTC):%H:%M} UTC")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
