"""The exam commands of an instructor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gradekit.cli.options import (
    choose_device,
    console,
    course_option,
    device_option,
    jail_option,
    jailing,
    json_option,
    lang_option,
    progress,
    say,
)
from gradekit.errors import UsageError
from gradekit.text import Lang

if TYPE_CHECKING:
    from gradekit.exam.fairness import Fairness
    from gradekit.exam.models import Exam
    from gradekit.exam.record import ExamRecord
    from gradekit.sandbox.jail import Jailing

__all__ = ["check", "grade", "hand_out", "release"]

_Command = TypeVar("_Command", bound=Callable[..., Any])
_PAPERS = "papers"


def _roster_option(required: bool) -> Callable[[_Command], _Command]:
    return click.option(
        "--roster",
        required=required,
        type=click.Path(path_type=Path, dir_okay=False),
        help="The students: a CSV with an id column (or 학번).",
    )


def _open(name: str, course: Path | None) -> tuple[Exam, bytes]:
    """The exam and its key. Raises UsageError and CourseError."""
    from gradekit.course.places import find_course, secret
    from gradekit.exam.draw import exam_key
    from gradekit.exam.models import find_exam, load_exam

    root = find_course(course)
    exam = load_exam(find_exam(root, name), root)
    return exam, exam_key(secret(exam.course), exam.course.name, exam.name)


@click.command("check", short_help="Prove an exam before anybody sees it.")
@click.argument("name")
@_roster_option(required=False)
@click.option("--jobs", type=click.IntRange(1, 1024), help="Exercises proved at the same time (default: the cores).")
@lang_option
@jail_option
@course_option
@json_option
def check(
    name: str, roster: Path | None, jobs: int | None, lang: Lang, jail: Jailing, trust: bool, course: Path | None, as_json: bool
) -> None:
    """Prove the exam NAME, or the exam in that folder: windows make sense, pools hold equals, every part verifies, papers can be made.

    With --roster it also says how fairly papers are drawn for these students. Exit code 0 if there is no problem, 1 otherwise.

    \b
    Example:
      gradekit exam check midterm --roster roster.csv
    """
    from gradekit.engine.local import default_jobs
    from gradekit.exam.check import check_exam
    from gradekit.exam.fairness import fairness
    from gradekit.exam.roster import read_roster

    jailed = jailing(jail, trust, lang)
    exam, key = _open(name, course)
    exam.course.require_solutions(exam.points)
    students = None if roster is None else read_roster(roster)
    with progress() as bar:
        proof = check_exam(exam, key, students, jobs=jobs or default_jobs(), jail=jailed, progress=bar)
    fair = None if students is None else fairness(exam, key, [each.id for each in students.students])
    if as_json:
        import json

        head = {"exam": exam.name, "sound": proof.sound, "problems": proof.problems, "proofs": [asdict(each) for each in proof.proofs]}
        click.echo(json.dumps(head | {"fairness": None if fair is None else asdict(fair)}, ensure_ascii=False, indent=1))
        raise SystemExit(0 if proof.sound else 1)
    for problem in proof.problems:
        click.echo(f"{exam.name}: {problem}")
    for each in proof.proofs:
        for problem in each.problems:
            click.echo(f"{each.exercise}: {problem}")
    for remark in students.remarks if students else ():
        say(lang, f"remark: {remark.en}", f"참고: {remark.ko}")
    if fair is not None:
        _show_fairness(fair, lang)
    if not proof.sound:
        raise SystemExit(1)
    say(
        lang,
        f"{exam.name}: sound: {_number(len(proof.proofs), 'exercise')}, {_number(exam.most_points, 'point')} on each paper",
        f"{exam.name}: 문제가 없습니다. 과제 {len(proof.proofs)}개, 시험지마다 {exam.most_points}점입니다",
    )


@click.command("hand-out", short_help="Make a paper for each student of a roster.")
@click.argument("name")
@_roster_option(required=True)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Where papers go (default: papers, in the exam's folder).")
@click.option("--seal", is_flag=True, help="Seal the papers: asks for a passphrase, or takes GRADEKIT_PASSPHRASE.")
@lang_option
@course_option
@json_option
def hand_out(name: str, roster: Path, out: Path | None, seal: bool, lang: Lang, course: Path | None, as_json: bool) -> None:
    """Make one paper for each student of the roster: parts from pools, figures and parameters drawn from the course's secret.

    The same paper is made again at any time. Where papers were handed out before and the exam has changed since, nothing is written unless
    exam.toml says whom the change affects.

    \b
    Example:
      gradekit exam hand-out midterm --roster roster.csv --seal
    """
    from gradekit.cli.exam_asking import passphrase
    from gradekit.course.places import SECRET_VARIABLE
    from gradekit.exam.check import static_problems
    from gradekit.exam.fairness import fairness
    from gradekit.exam.hand_out import hand_out as hand
    from gradekit.exam.hand_out import papers_of
    from gradekit.exam.roster import read_roster
    from gradekit.exam.seal import Sealer

    exam, key = _open(name, course)
    exam.course.require_solutions(exam.points)
    students = read_roster(roster)
    if _practice(exam):
        say(
            lang,
            f"the course has no secret, so whoever knows its name can make every paper: set {SECRET_VARIABLE}, or write .gradekit-secret",
            f"강의에 비밀값이 없어 강의 이름만 알면 누구나 시험지를 만들 수 있습니다. {SECRET_VARIABLE}이나 .gradekit-secret을 정하십시오",
            err=True,
        )
    for problem in static_problems(exam, students):
        say(lang, f"exam.toml: {problem}", f"exam.toml을 확인하십시오: {problem}", err=True)
    sealer = Sealer(passphrase(lang, confirm=True)) if seal else None
    with progress() as bar:
        papers = papers_of(exam, key, students, lambda done: bar("papers", done, len(students.students)))
    done = hand(exam, papers, out or exam.folder / _PAPERS, sealer)
    fair = fairness(exam, key, list(papers))
    if as_json:
        import json

        files = {student: str(path) for student, path in done.files.items()}
        click.echo(json.dumps({"papers": files, "replaced": done.replaced, "fairness": asdict(fair)}, ensure_ascii=False, indent=1))
        return
    for remark in students.remarks:
        say(lang, f"remark: {remark.en}", f"참고: {remark.ko}", err=True)
    for student in done.replaced:
        say(lang, f"{student}: a new paper, hand it out again", f"{student}: 시험지가 바뀌었으므로 다시 배포하십시오")
    _show_fairness(fair, lang)
    say(lang, f"{_number(len(done.files), 'paper')}: {done.folder}", f"시험지 {len(done.files)}부: {done.folder}")


@click.command("grade", short_help="Grade what was handed in.")
@click.argument("name")
@click.argument("submissions", type=click.Path(path_type=Path))
@_roster_option(required=True)
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="The folder for results and pages.")
@click.option("--papers", type=click.Path(path_type=Path, file_okay=False), help="Where papers were handed out (default: as for hand-out).")
@click.option(
    "--arrivals", type=click.Path(path_type=Path, dir_okay=False), help="When files arrived: a CSV with the columns file, received."
)
@click.option("--manual", type=click.Path(path_type=Path, dir_okay=False), help="What people add (default: manual.csv in OUT).")
@click.option("--jobs", type=click.IntRange(1, 1024), help="Submissions judged at the same time (default: the cores).")
@device_option
@lang_option
@course_option
@jail_option
@json_option
def grade(
    name: str,
    submissions: Path,
    roster: Path,
    out: Path,
    papers: Path | None,
    arrivals: Path | None,
    manual: Path | None,
    jobs: int | None,
    device: str,
    lang: Lang,
    course: Path | None,
    jail: Jailing,
    trust: bool,
    as_json: bool,
) -> None:
    """Grade every work file in SUBMISSIONS: lateness, attempts, adjustments and grades, with pages in OUT. Nothing is released by it.

    May be run again at any time, after an extension or an adjustment, say: what was judged is not judged again, marks are worked out anew.

    \b
    Example:
      gradekit exam grade midterm handed-in --roster roster.csv --out graded
    """
    from gradekit.engine.local import default_jobs
    from gradekit.exam.check import strangers
    from gradekit.exam.collect import read_arrivals
    from gradekit.exam.fairness import fairness
    from gradekit.exam.grading import ExamGrading, grade_exam
    from gradekit.exam.hand_out import read_ledger
    from gradekit.exam.manual import begin_manual, read_manual
    from gradekit.exam.pages import write_pages
    from gradekit.exam.record import write_record
    from gradekit.exam.release import read_released
    from gradekit.exam.roster import read_roster

    jailed = jailing(jail, trust, lang)
    exam, key = _open(name, course)
    students = read_roster(roster)
    if out.resolve().is_relative_to(submissions.resolve()):
        raise UsageError(f"{out}: lies inside {submissions}; choose another --out")
    chosen = choose_device(device, lang)
    for problem in strangers(exam, students):
        say(lang, f"exam.toml: {problem}", f"exam.toml을 확인하십시오: {problem}", err=True)
    ledger = read_ledger(papers or exam.folder / _PAPERS)
    if ledger is None:
        where = papers or exam.folder / _PAPERS
        say(
            lang,
            f"nothing was handed out from {where}, so papers count as they would be made now; give --papers DIR if they lie elsewhere",
            f"{where}에 배포 기록이 없어 지금 만드는 시험지를 기준으로 합니다. 다른 곳에 있으면 --papers로 알려 주십시오",
            err=True,
        )
    lines = manual or out / "manual.csv"
    with progress({"grade": "채점" if lang == "ko" else "grading"}) as bar:
        record = grade_exam(
            ExamGrading(
                exam=exam,
                key=key,
                roster=students,
                submissions=submissions,
                out=out,
                ledger=ledger,
                received=read_arrivals(arrivals) if arrivals else {},
                manual=read_manual(lines, exam, students, key),
                lang=lang,
                jobs=jobs or default_jobs(),
                device=chosen,
                jail=jailed,
                progress=bar,
            )
        )
    begun = begin_manual(lines, exam, students, key)
    write_record(out, record)
    write_pages(out, record, read_released(out), fairness(exam, key, [each.id for each in students.students]))
    for each in record.rejected:
        say(lang, f"not graded: {each.file}: {each.reason.en}", f"채점하지 않음: {each.file}: {each.reason.ko}", err=True)
    _nothing_accepted(record, submissions, lang)
    for exercise, fault in record.faults.items():
        say(lang, f"{exercise} could not be graded: {fault}", f"{exercise}: 채점하지 못했습니다. {fault}", err=True)
    if begun:
        page = out / "marking.html"
        say(lang, f"written parts: read {page}, mark them in {lines}", f"서술형: {page}에서 읽고 점수는 {lines}에 적으십시오")
    _summary(record, out, lang, as_json)


@click.command("release", short_help="Let students see their results.")
@click.argument("name")
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="The folder that the exam was graded into.")
@click.option("--student", "students", multiple=True, metavar="ID", help="Only this student; may be given again.")
@click.option("--unmarked", is_flag=True, help="Also where written parts are not marked yet: as a provisional result, without a letter.")
@_roster_option(required=False)
@lang_option
@course_option
def release(name: str, out: Path, students: tuple[str, ...], unmarked: bool, roster: Path | None, lang: Lang, course: Path | None) -> None:
    """Write students' pages anew, with as much of their results as the exam's feedback.after allows: everybody's, or those named.

    Until then a page says that work was received, and no page holds anything of the hidden tests. While a written part is not marked,
    nothing is released.

    \b
    Example:
      gradekit exam release midterm --out graded
    """
    from gradekit.exam.fairness import fairness
    from gradekit.exam.pages import write_pages
    from gradekit.exam.record import read_record
    from gradekit.exam.release import release as let

    exam, key = _open(name, course)
    record = read_record(out)
    if record.exam != exam.name:
        raise UsageError(f"{out}: holds the exam {record.exam!r}, not {exam.name!r}; give the folder that this exam was graded into")
    released = let(out, record, students, unmarked=unmarked)
    write_pages(out, record, released, fairness(exam, key, [each.id for each in record.students]))
    number = len(record.students) if released.everybody else len(released.students)
    waiting = sum(bool(each.to_mark) for each in record.students if released.holds(each.id))
    if waiting and record.after != "received":
        say(
            lang,
            f"written parts of {_number(waiting, 'student')} are not marked yet: those results are shown as provisional, without letters",
            f"서술형 채점이 끝나지 않은 학생 {waiting}명에게는 잠정 결과를 등급 없이 보여 줍니다",
            err=True,
        )
    say(lang, f"released to {_number(number, 'student')}: {out / 'students'}", f"학생 {number}명에게 공개했습니다: {out / 'students'}")


def _nothing_accepted(record: ExamRecord, submissions: Path, lang: Lang) -> None:
    """Where a whole class has handed in nothing, the likelier reasons."""
    from gradekit.exam.collect import is_work

    if any(not each.absent for each in record.students):
        return
    if not any(is_work(Path(each.file).name) for each in record.rejected):
        say(
            lang,
            f"{submissions}: no work file (*.work) is there; give the folder into which the files were unpacked",
            f"{submissions}: 답안 파일(*.work)이 없습니다. 파일을 풀어 놓은 폴더를 지정하십시오",
            err=True,
        )
    elif any(each.student for each in record.rejected):
        say(
            lang,
            "no file was accepted: is this the roster, and the course's secret, with which papers were handed out?",
            "채점할 수 있는 파일이 없습니다. 시험지를 배포할 때의 명단과 비밀값이 맞는지 확인하십시오",
            err=True,
        )


def _summary(record: ExamRecord, out: Path, lang: Lang, as_json: bool) -> None:
    from gradekit.exam.record import RECORD

    sat = [each for each in record.students if not each.absent]
    late = sum(each.chosen is not None and each.chosen.late_seconds > 0 for each in sat)
    if as_json:
        import json

        counts = {"students": len(record.students), "handed_in": len(sat), "late": late, "rejected": len(record.rejected)}
        click.echo(json.dumps({"record": str(out / RECORD), "faults": record.faults} | counts, ensure_ascii=False))
        return
    mean = sum(each.mark.grade for each in sat) / len(sat) if sat else 0.0
    say(
        lang,
        f"{len(sat)} of {_number(len(record.students), 'student')} handed in, {late} late; mean grade {mean:.1f} of {record.scale_to:g}",
        f"학생 {len(record.students)}명 중 {len(sat)}명 제출, 지각 {late}명, 평균 성적 {record.scale_to:g}점 만점에 {mean:.1f}점",
    )
    say(lang, f"report: {out / 'report.html'}", f"보고서: {out / 'report.html'}")


def _show_fairness(fair: Fairness, lang: Lang) -> None:
    from rich import box
    from rich.table import Table

    papers = "1 paper" if fair.papers == 1 else f"{fair.papers} different papers"
    say(lang, f"{papers} for {_number(fair.students, 'student')}", f"학생 {fair.students}명에게 서로 다른 시험지 {fair.papers}가지")
    rows = fair.parts + fair.parameters
    if not rows:
        return
    table = Table(box=box.SIMPLE_HEAD)
    titles = ("과제", "값", "배정", "기댓값", "편차") if lang == "ko" else ("drawn from", "value", "drawn", "expected", "deviation")
    for place, title in enumerate(titles):
        table.add_column(title, justify="left" if place < 2 else "right")
    for each in rows:
        table.add_row(each.what, each.value, f"{each.count} / {each.students}", f"{each.expected:.1f}", f"{each.deviation:+.1f}")
    console().print(table)


def _number(number: int, what: str) -> str:
    """How many there are: "1 paper", "2 papers"."""
    return f"{number} {what}{'s' * (number != 1)}"


def _practice(exam: Exam) -> bool:
    """Whether the course's secret is the one that anybody can work out."""
    import os

    from gradekit.course.places import SECRET_FILE, SECRET_VARIABLE

    return not os.environ.get(SECRET_VARIABLE) and not (exam.course.root / SECRET_FILE).exists()
