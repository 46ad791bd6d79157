"""Write the command reference of README.md and README.ko.md from the commands themselves; --check only says whether it is fresh.

The English words are the commands' own help. Their Korean stands here beside them, keyed by the English: whoever changes a help text
finds that its translation is asked for, so the two cannot drift apart.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from gradekit.cli import cli
from gradekit.cli.lazy import every_command

ROOT: Final = Path(__file__).resolve().parents[1]
BEGIN: Final = "<!-- begin: commands -->"
END: Final = "<!-- end: commands -->"
READMES: Final = {"en": "README.md", "ko": "README.ko.md"}

KOREAN: Final[dict[str, str]] = {
    "Option": "옵션",
    "Meaning": "뜻",
    "Required.": "필수입니다.",
    "Default:": "기본값:",
    "GRADEKIT_LANG or your locale": "GRADEKIT_LANG 또는 로캘",
    # paragraphs
    "List the exercises of the course, one line each: name, points, runtime (or quiz), what it is about.": (
        "강의의 과제를 한 줄에 하나씩 보여 줍니다. 이름, 배점, 런타임(퀴즈는 quiz), 내용이 나옵니다."
    ),
    "Fetch exercises, each into a folder of its own with a handout, a stub and public tests, or download a data set.": (
        "과제를 받습니다. 과제마다 폴더가 하나 생기고 그 안에 안내문, 뼈대 코드, 공개 테스트가 들어갑니다. "
        "데이터 세트를 내려받을 수도 있습니다."
    ),
    "A quiz's figures are drawn for one student, so it needs --student and, on this machine, the course's solutions/ folder.": (
        "퀴즈의 숫자는 학생마다 다르게 정해지므로 --student가 필요하고, 강의의 solutions/ 폴더가 이 컴퓨터에 있어야 합니다."
    ),
    "Whose paper a quiz is drawn for: the name that the submission's folder will have.": (
        "누구의 퀴즈 문제를 만들지 정합니다. 제출물 폴더에 쓸 학생 이름입니다."
    ),
    "Files that you changed are never overwritten without --force.": "--force 없이는 직접 고친 파일을 덮어쓰지 않습니다.",
    "Run the public tests of the exercises at PATH: a file, its folder, or a folder of fetched exercises (default: here).": (
        "PATH에 있는 과제의 공개 테스트를 실행합니다. PATH는 파일, 그 파일이 있는 폴더, 또는 받은 과제들이 있는 폴더이며 "
        "기본값은 현재 폴더입니다."
    ),
    "Your code runs on this machine as it is, without a jail. Exit code 0 if all pass, 1 if not.": (
        "코드는 격리 환경(jail) 없이 이 컴퓨터에서 그대로 실행됩니다. 모두 통과하면 종료 코드는 0, 그렇지 않으면 1입니다."
    ),
    "Judge the work at PATH (a file, its folder, or a folder of fetched exercises) by the hidden tests, and write a report.": (
        "PATH에 있는 답(파일, 그 파일이 있는 폴더, 또는 받은 과제들이 있는 폴더)을 비공개 테스트로 채점하고 보고서를 만듭니다."
    ),
    "This needs the course's solutions/ folder on this machine, as where the course runs a shared server.": (
        "강의의 solutions/ 폴더가 이 컴퓨터에 있어야 합니다. 강의에서 운영하는 공용 서버가 그런 곳입니다."
    ),
    "Grade every SUBMISSIONS/STUDENT/NAME.py, where NAME is an exercise, and write results.json, scores.csv and report pages to OUT.": (
        "모든 SUBMISSIONS/STUDENT/NAME.py(NAME은 과제 이름)를 채점하고 results.json, scores.csv, 보고서를 OUT에 저장합니다."
    ),
    "A quiz is handed in as NAME.toml, or in its folder as NAME/answers.toml.": (
        "퀴즈는 NAME.toml 파일로, 또는 폴더째 NAME/answers.toml로 제출합니다."
    ),
    "Of a quiz it says whether every answer is there and in the right form, not whether it is right.": (
        "퀴즈에서는 모든 답이 알맞은 형식으로 있는지 알려 주며, 맞는지는 알려 주지 않습니다."
    ),
    "What was graded is kept at once; after an interruption, --resume goes on. Exit code 0 when every submission has a row, "
    "whatever the scores.": (
        "채점한 결과는 곧바로 저장되며, 중단되었을 때는 --resume으로 이어서 채점합니다. 점수와 관계없이 모든 제출물에 행이 있으면 "
        "종료 코드는 0입니다."
    ),
    "Write report.html, students/*.html and scores.csv again from a results.json alone. RESULTS is that file, or its folder.": (
        "results.json 하나만으로 report.html, students/*.html, scores.csv를 다시 만듭니다. RESULTS는 그 파일이나 그 파일이 있는 폴더입니다."
    ),
    "Rank the pairs of students whose programs are alike, against what is usual in their class: a ranking to look at, never a verdict.": (
        "프로그램이 서로 비슷한 학생들의 쌍에 그 학급의 평소 유사도를 기준으로 순위를 매깁니다. 살펴볼 순서일 뿐 판정이 아닙니다."
    ),
    "Reads every SUBMISSIONS/STUDENT/NAME.py and NAME.ipynb, runs nothing, and sends nothing anywhere. Needs the extra 'similar': "
    "pip install 'gradekit[similar]'.": (
        "모든 SUBMISSIONS/STUDENT/NAME.py와 NAME.ipynb를 읽습니다. 아무것도 실행하지 않고 어디로도 보내지 않습니다. 추가 기능 similar가 "
        "필요합니다: pip install 'gradekit[similar]'."
    ),
    "Prove exercises (default: all): the stub scores 0, the solution full marks, each misconception is caught and named as itself.": (
        "과제(기본값은 전체)를 검증합니다. 뼈대 코드는 0점, 풀이는 만점이어야 하고, 각 오개념은 점수를 잃고 자기 이름으로 "
        "진단되어야 합니다."
    ),
    "Lists every problem. Exit code 0 if there is none, 1 otherwise; with --mutants also 1 where a suite catches under 95 % of them.": (
        "모든 문제를 나열합니다. 문제가 없으면 종료 코드는 0, 있으면 1입니다. --mutants를 주면 변형의 95 %보다 적게 잡아내는 "
        "테스트 모음이 있을 때도 1입니다."
    ),
    "Begin the exercise NAME: handouts, stub, public and hidden tests, solution, reference and a misconception, ready to be rewritten.": (
        "과제 NAME을 시작합니다. 안내문, 뼈대 코드, 공개 및 비공개 테스트, 풀이, 기준 구현, 오개념 예시가 생기며 이를 고쳐 쓰면 됩니다."
    ),
    "Hand out the exercises, make up a class that has worked on them, grade it and write the reports. Needs no network.": (
        "과제를 배포하고, 과제를 푼 가상의 학급을 만들어 채점한 다음 보고서를 만듭니다. 네트워크가 필요하지 않습니다."
    ),
    "Show what this machine can do: the jail and its walls, a GPU, data sets, versions, the course.": (
        "이 컴퓨터에서 할 수 있는 일을 보여 줍니다. 격리 환경과 그 차단 항목, GPU, 데이터 세트, 버전, 강의를 살펴봅니다."
    ),
    "Exit code 0 if submissions of others can be graded here, 1 if not.": (
        "다른 사람의 제출물을 이곳에서 채점할 수 있으면 종료 코드는 0, 그렇지 않으면 1입니다."
    ),
    "Bring the work in DOWNLOAD, a platform's bulk download as a zip or unpacked, into OUT/STUDENT/NAME.py, for grade to read.": (
        "학습 플랫폼에서 한꺼번에 내려받은 DOWNLOAD(zip 또는 압축을 푼 폴더)의 제출물을 OUT/STUDENT/NAME.py로 가져옵니다. "
        "grade로 채점할 수 있는 형식입니다."
    ),
    "Code cells of a notebook become a program. OUT/import.json says of every entry what became of it, and when it was handed in where "
    "the platform tells. Nothing that was handed in is run.": (
        "노트북은 코드 셀을 모아 프로그램으로 만듭니다. OUT/import.json에는 항목마다 어떻게 처리했는지와, "
        "플랫폼이 알려 주는 경우 제출 시각이 "
        "기록됩니다. 제출물은 실행하지 않습니다."
    ),
    "Of several attempts the newest counts. Nothing in OUT is overwritten but what an earlier import wrote there. Exit code 1 if no work "
    "was found.": (
        "여러 번 제출했으면 가장 최근 것을 씁니다. 앞서 가져오기로 만든 파일 외에는 OUT의 어떤 것도 덮어쓰지 "
        "않습니다. 제출물을 찾지 못하면 "
        "종료 코드는 1입니다."
    ),
    # options
    "The folder of submissions to write to.": "제출물을 저장할 폴더입니다.",
    "All of it is work on this exercise, whatever a student's only file is called.": (
        "모두 이 과제의 답입니다. 학생의 파일이 하나뿐이면 이름과 관계없이 이 과제의 답으로 봅니다."
    ),
    "Who is who: a CSV with ids, and any of names, e-mail addresses, logins.": (
        "학생 명단입니다. 학번(id) 열이 있고 이름, 이메일, 로그인 이름 열을 둘 수 있는 CSV입니다."
    ),
    "Hand out NAME.ipynb, a Jupyter notebook, in place of NAME.py.": "NAME.py 대신 주피터 노트북 NAME.ipynb를 받습니다.",
    "The language of handouts, messages and reports.": "안내문, 메시지, 보고서의 언어입니다.",
    "The course's folder (default: GRADEKIT_COURSE, or the course that came with gradekit).": (
        "강의 폴더입니다(기본값: GRADEKIT_COURSE, 없으면 gradekit에 포함된 강의)."
    ),
    "Print JSON for a program to read.": "프로그램이 읽을 수 있도록 JSON을 출력합니다.",
    "The folder to put them in (default: here).": "과제를 넣을 폴더입니다(기본값: 현재 폴더).",
    "Fetch anew over changed files; each is kept beside as FILE.bak.": (
        "고친 파일이 있어도 새로 받습니다. 고친 파일은 FILE.bak으로 남겨 둡니다."
    ),
    "Whose work it is, as the report shows it.": "보고서에 표시할 학생 이름입니다.",
    "Where PyTorch exercises run; auto takes a GPU where there is one.": (
        "PyTorch 과제를 실행할 장치입니다. auto는 GPU가 있으면 사용합니다."
    ),
    "Where the report goes (default: gradekit-report, beside your work).": (
        "보고서를 둘 폴더입니다(기본값: 답과 같은 곳의 gradekit-report)."
    ),
    "Run it without a jail. Only for work that you wrote yourself.": "격리하지 않고 실행합니다. 직접 작성한 코드에만 사용하십시오.",
    "The folder for results and reports.": "결과와 보고서를 둘 폴더입니다.",
    "Submissions judged at the same time (default: the cores).": "동시에 채점할 제출물 수입니다(기본값: 코어 수).",
    "Grade on the Dask cluster whose scheduler is at tcp://HOST:PORT or tls://HOST:PORT.": (
        "tcp://HOST:PORT 또는 tls://HOST:PORT에 스케줄러가 있는 Dask 클러스터에서 채점합니다."
    ),
    "Only this exercise; may be given again.": "이 과제만 채점합니다. 여러 번 쓸 수 있습니다.",
    "Compare only this exercise; may be given again.": "이 과제만 비교합니다. 여러 번 쓸 수 있습니다.",
    "The folder for similar.html, similar.json and pairs/.": "similar.html, similar.json, pairs/를 둘 폴더입니다.",
    "Pairs listed: on the terminal altogether, in the report for each exercise.": (
        "보여 줄 쌍의 수입니다. 터미널에서는 모두 합하여, 보고서에서는 과제마다 셉니다."
    ),
    "Go on with a grading that was interrupted, where it was.": "중단된 채점을 그 지점부터 이어서 합니다.",
    "Also change each solution in every small way, and count which changes its suite catches.": (
        "모범 답안을 한 군데씩 조금씩 바꾸어 보고, 비공개 테스트가 그중 몇 개를 잡아내는지도 셉니다."
    ),
    "All exercises of this unit; may be given again.": "이 단원의 모든 과제입니다. 여러 번 쓸 수 있습니다.",
    "Write the course's syllabus to this file, as a page.": "강의 계획을 웹 페이지로 만들어 이 파일에 저장합니다.",
    "What holds the work that is run; none needs --trust.": (
        "실행하는 코드를 가두는 격리 환경의 종류입니다. none은 --trust와 함께 써야 합니다."
    ),
    "the strongest that works": "이 컴퓨터에서 쓸 수 있는 가장 강한 것",
    "The folder for the reports.": "보고서를 둘 폴더입니다.",
    "The language of the pages (default: that of the grading).": "보고서의 언어입니다(기본값: 채점할 때의 언어).",
    "Exercises proved at the same time (default: the cores).": "동시에 검증할 과제 수입니다(기본값: 코어 수).",
    "What its submissions may use.": "제출물이 사용할 수 있는 런타임입니다.",
    "Where everything goes.": "모든 결과를 둘 폴더입니다.",
    "In the folder of an exam it checks the paper's parts, if the exam allows it.": (
        "시험 폴더에서는 시험이 허용할 때 시험지의 과제를 확인합니다."
    ),
    "In the folder of an exam it packs your work into one signed file to hand in, and gives you a receipt.": (
        "시험 폴더에서는 답안을 서명한 파일 하나로 묶고 접수증을 만듭니다."
    ),
    "Prove the exam NAME, or the exam in that folder: windows make sense, pools hold equals, every part verifies, papers can be made.": (
        "시험 NAME(또는 그 폴더의 시험)을 검증합니다. 시각이 올바른지, 풀의 과제가 대등한지, 모든 과제가 "
        "검증되는지, 시험지를 만들 수 있는지 봅니다."
    ),
    "With --roster it also says how fairly papers are drawn for these students. Exit code 0 if there is no problem, 1 otherwise.": (
        "--roster를 주면 그 학생들에게 시험지가 얼마나 공정하게 배정되는지도 보여 줍니다. 문제가 없으면 종료 코드는 0, 있으면 1입니다."
    ),
    "The students: a CSV with an id column (or 학번).": ("학생 명단입니다. 학번(또는 id) 열이 있는 CSV입니다."),
    "Make one paper for each student of the roster: parts from pools, figures and parameters drawn from the course's secret.": (
        "명단의 학생마다 시험지를 한 부씩 만듭니다. 풀의 과제, 퀴즈의 숫자, 과제의 매개변수는 강의의 비밀값에서 정해집니다."
    ),
    "The same paper is made again at any time. Where papers were handed out before and the exam has "
    "changed since, nothing is written unless exam.toml says whom the change affects.": (
        "같은 시험지를 언제든 다시 만들 수 있습니다. 배포한 뒤에 시험이 바뀌었으면, 누구에게 영향이 있는지 "
        "exam.toml에 적기 전에는 아무것도 쓰지 않습니다."
    ),
    "Where papers go (default: papers, in the exam's folder).": ("시험지를 둘 폴더입니다(기본값: 시험 폴더의 papers)."),
    "Seal the papers: asks for a passphrase, or takes GRADEKIT_PASSPHRASE.": (
        "시험지를 봉인합니다. 암호를 물어보거나 GRADEKIT_PASSPHRASE를 씁니다."
    ),
    "Open PAPER, the file that you were given, into a folder of its own. A sealed one asks for the passphrase that was announced.": (
        "받은 시험지 파일 PAPER를 열어 폴더를 만듭니다. 봉인된 시험지는 알려 준 암호를 물어봅니다."
    ),
    "Your time begins now, if the exam gives each student so many minutes. Starting again goes on with what is there.": (
        "시험에 개인별 응시 시간이 있으면 지금부터 시작됩니다. 다시 시작하면 하던 것을 이어서 합니다."
    ),
    "Where your work goes (default: here).": ("답안을 작성할 폴더가 놓일 곳입니다(기본값: 현재 폴더)."),
    "Accept the honour statement without being asked.": ("묻지 않고 서약에 동의합니다."),
    "Show how the exam in FOLDER (default: here) stands: the time left, which files are saved and changed, the attempts left.": (
        "FOLDER(기본값: 현재 폴더)의 시험 상황을 보여 줍니다. 남은 시간, 저장하고 고친 파일, 남은 제출 횟수가 나옵니다."
    ),
    "Grade every work file in SUBMISSIONS: lateness, attempts, adjustments and grades, with pages in OUT. Nothing is released by it.": (
        "SUBMISSIONS의 모든 답안 파일을 채점합니다. 지각, 제출 횟수, 조정, 성적을 계산하고 OUT에 보고서를 "
        "만듭니다. 결과를 공개하지는 않습니다."
    ),
    "May be run again at any time, after an extension or an adjustment, say: what was judged is not "
    "judged again, marks are worked out anew.": (
        "시간을 연장하거나 점수를 조정한 뒤에 언제든 다시 실행할 수 있습니다. 이미 채점한 답안은 다시 채점하지 않고 성적만 새로 계산합니다."
    ),
    "The folder for results and pages.": ("결과와 보고서를 둘 폴더입니다."),
    "Where papers were handed out (default: as for hand-out).": ("시험지를 배포한 폴더입니다(기본값: hand-out과 같음)."),
    "When files arrived: a CSV with the columns file, received.": ("파일이 도착한 시각입니다. file, received 열이 있는 CSV입니다."),
    "What people add (default: manual.csv in OUT).": ("사람이 더한 점수와 의견입니다(기본값: OUT의 manual.csv)."),
    "Write students' pages anew, with as much of their results as the exam's feedback.after allows: everybody's, or those named.": (
        "시험의 feedback.after가 허용하는 만큼 결과를 담아 학생의 보고서를 다시 만듭니다. 모두의 것이나 지정한 학생의 것만 공개합니다."
    ),
    "Until then a page says that work was received, and no page holds anything of the hidden tests. While a written part is not "
    "marked, nothing is released.": (
        "그 전까지 보고서에는 답안이 접수되었다는 것만 나오며, 비공개 테스트에 관한 내용은 어디에도 들어 있지 않습니다. 서술형 채점이 "
        "끝나지 않으면 공개하지 않습니다."
    ),
    "Also where written parts are not marked yet: as a provisional result, without a letter.": (
        "서술형 채점이 끝나지 않은 결과도 등급 없이 잠정 결과로 공개합니다."
    ),
    "The folder that the exam was graded into.": ("시험을 채점한 결과가 있는 폴더입니다."),
    "Fill the assignment's column of a gradebook that was exported from Canvas (--template), or make a new gradebook with just "
    "that column.": ("Canvas에서 내보낸 성적표(--template)의 과제 열을 채우거나, 그 열만 있는 새 성적표를 만듭니다."),
    "Students are found by ID, SIS User ID and SIS Login ID, and only then by name. Everything else in the file stays as it "
    "was, to the byte; EX stays, and read-only columns "
    "are not written to.": (
        "학생은 ID, SIS User ID, SIS Login ID로 찾고, 없을 때만 이름으로 찾습니다. 파일의 나머지는 한 바이트도 바꾸지 않습니다. EX는 "
        "그대로 두고 읽기 전용 열에는 쓰지 않습니다."
    ),
    "Fill in the grades of a grading worksheet that was downloaded from an assignment in Moodle (--template).": (
        "Moodle 과제에서 내려받은 채점 워크시트(--template)에 성적을 채웁니다."
    ),
    "Students are found by Identifier, ID number and Email address, and only then by name. A grade outside the worksheet's "
    "range is not written, and the student is named.": (
        "학생은 Identifier, ID number, Email address로 찾고, 없을 때만 이름으로 찾습니다. 워크시트의 범위를 벗어난 성적은 쓰지 않고 학생 "
        "이름을 알려 줍니다."
    ),
    "Write one student's results.json as Gradescope reads it (FILE ends in .json), or everybody's scores in the columns of its "
    "own export (.csv).": (
        "Gradescope가 읽는 형식으로 학생 한 명의 results.json을 쓰거나(FILE이 .json으로 끝날 때), Gradescope가 내보내는 것과 "
        "같은 열로 모두의 "
        "점수를 씁니다(.csv)."
    ),
    "Write every test of every result as JUnit's XML, in the form that pytest writes; points are properties.": (
        "모든 결과의 모든 테스트를 pytest가 쓰는 형식의 JUnit XML로 씁니다. 점수는 property로 들어갑니다."
    ),
    "Write one row a student and one column an exercise, with the total: for a gradebook of your own, or for a platform that "
    "takes any CSV.": (
        "학생마다 한 행, 과제마다 한 열로 점수와 총점을 씁니다. 직접 쓰는 성적표나 CSV를 자유롭게 받는 플랫폼에 알맞습니다."
    ),
    "scores.csv, which every grading writes, has a row for each student and exercise instead.": (
        "채점할 때마다 만들어지는 scores.csv에는 학생과 과제의 조합마다 행이 하나씩 있습니다."
    ),
    "Write one row a test, for pandas, Polars or DuckDB. Needs the extra 'parquet': pip install 'gradekit[parquet]'.": (
        "테스트마다 한 행을 씁니다. pandas, Polars, DuckDB로 분석할 때 씁니다. 추가 기능 parquet이 필요합니다: pip install "
        "'gradekit[parquet]'."
    ),
    "Write a report for a job's summary or a comment on a pull request. Whatever comes from a submission stands as code in it, "
    "so that it can notify nobody.": (
        "작업 요약이나 풀 리퀘스트 댓글로 쓸 보고서를 만듭니다. 제출물에서 온 글은 모두 코드로 표시하므로 누구에게도 알림이 가지 않습니다."
    ),
    "Write the points of one repository as GitHub Classroom's reporter takes them: one line of base64.": (
        "저장소 하나의 점수를 GitHub Classroom의 리포터가 받는 형식(base64 한 줄)으로 씁니다."
    ),
    "Make the zip that Gradescope builds an autograder from: setup.sh, run_autograder, gradekit, the exercises and their solutions.": (
        "Gradescope가 자동 채점기를 만드는 데 쓰는 zip을 만듭니다. setup.sh, run_autograder, gradekit, 과제와 그 풀이가 들어갑니다."
    ),
    "There it grades in the strongest jail that works in the container. Where none does it refuses to grade, and says so.": (
        "Gradescope의 컨테이너에서 쓸 수 있는 가장 강한 격리 환경으로 채점합니다. 쓸 수 있는 것이 없으면 채점을 거부하고 그렇게 알립니다."
    ),
    "The zip holds solutions and the seed of the hidden tests: give it to nobody.": (
        "zip에는 풀이와 비공개 테스트의 시드가 들어 있으므로 누구에게도 주지 마십시오."
    ),
    "The file that the platform exported, to be filled in.": "플랫폼에서 내보낸, 성적을 채울 파일입니다.",
    "The assignment, as its column is called in the template.": "채울 과제입니다. 템플릿의 열 이름으로 적습니다.",
    "What a column is called there, such as Grade=Bewertung.": "플랫폼이 쓰는 열 이름입니다. Grade=Bewertung처럼 적습니다.",
    "Convert points where the platform's maximum is another than ours.": ("플랫폼의 만점이 결과의 만점과 다르면 점수를 환산합니다."),
    "Whose result, where there are several.": "결과가 여럿일 때 누구의 것인지 정합니다.",
    "When students see the tests.": "학생이 테스트를 볼 수 있는 때입니다.",
    "Only this exercise; else the total of all.": "이 과제만 내보냅니다. 없으면 모든 과제의 총점입니다.",
    "The language of titles and messages (default: that of the results).": "제목과 메시지의 언어입니다(기본값: 결과의 언어).",
    "Replace the file if it is there.": "파일이 이미 있으면 바꿉니다.",
    "The file to write.": "결과를 쓸 파일입니다.",
    "The same for some tests, such as 'softmax::test_big*=hidden'.": (
        "일부 테스트에만 적용합니다. 'softmax::test_big*=hidden'처럼 적습니다."
    ),
    "Leave hints out of what students read.": "학생이 읽는 내용에서 힌트를 뺍니다.",
    "The language of messages; both judges twice.": "메시지의 언어입니다. both를 주면 두 번 채점합니다.",
    "gradekit's wheel (default: it is built from this checkout).": ("gradekit의 wheel 파일입니다(기본값: 이 체크아웃에서 만듭니다)."),
    "Only this student; may be given again.": ("이 학생만 공개합니다. 여러 번 쓸 수 있습니다."),
    "Keep attempts and results in the gradebook; what it has judged already is not run again.": (
        "시도와 결과를 성적부에 보관합니다. 이미 채점한 것은 다시 실행하지 않습니다."
    ),
    "The gradebook (default: GRADEKIT_GRADEBOOK, or gradebook.sqlite in the course's folder).": (
        "성적부입니다(기본값: GRADEKIT_GRADEBOOK, 없으면 강의 폴더의 gradebook.sqlite)."
    ),
    "Make an empty gradebook for the course. One that is there already is left as it is.": (
        "강의의 빈 성적부를 만듭니다. 이미 있으면 그대로 둡니다."
    ),
    "Which of a student's attempts counts; all are kept.": ("학생의 시도 가운데 무엇을 반영할지 정합니다. 모든 시도를 보관합니다."),
    "Enrol the students of ROSTER, a CSV with a column for the id (or 학번), and any of names, e-mail addresses, sections and logins.": (
        "명단(ROSTER)의 학생을 등록합니다. 명단은 학번(또는 id) 열이 있는 CSV이며 이름, 이메일, 분반, 로그인 열이 있으면 함께 읽습니다."
    ),
    "Import it again when it changes. Who is no longer in it is shown as having left; their work stays.": (
        "명단이 바뀌면 다시 가져오십시오. 명단에서 빠진 학생은 그렇게 표시하며 제출물은 그대로 둡니다."
    ),
    "Keep every SUBMISSIONS/STUDENT/NAME.py as an attempt. What is handed in again unchanged is the attempt that it was.": (
        "모든 SUBMISSIONS/STUDENT/NAME.py를 시도로 보관합니다. 같은 것을 다시 내면 새 시도로 세지 않습니다."
    ),
    "'gradekit grade --record' does this too; 'gradekit regrade' grades what was not graded yet.": (
        "'gradekit grade --record'도 같은 일을 합니다. 아직 채점하지 않은 것은 'gradekit regrade'로 채점합니다."
    ),
    "Show everybody's scores; or of STUDENT every attempt, every result it had, adjustments, and what was done when.": (
        "모두의 점수를 보여 줍니다. STUDENT를 쓰면 그 학생의 모든 시도와 결과, 조정, 언제 무엇을 했는지를 보여 줍니다."
    ),
    "Which attempt counts (default: as the gradebook was made).": ("어느 시도를 반영할지 정합니다(기본값: 성적부를 만들 때 정한 것)."),
    "Add points to STUDENT's score in EXERCISE, or with no --points a comment alone. It stays when the exercise is graded again.": (
        "STUDENT의 EXERCISE 점수에 점수를 더합니다. --points가 없으면 의견만 남깁니다. 다시 채점해도 그대로 남습니다."
    ),
    "Points to add; with a minus, to take away.": ("더할 점수입니다. 음수이면 뺍니다."),
    "Why, for whoever reads it later.": ("이유입니다. 나중에 읽을 사람을 위한 것입니다."),
    "Take back the adjustment of that number. It stays on record, as does who took it back.": (
        "그 번호의 조정을 취소합니다. 조정과 취소한 사람은 기록에 남습니다."
    ),
    "Why.": ("이유입니다."),
    "Write to OUT the results that count: results.json, for 'gradekit report', and grades.csv, with adjustments, comments and totals.": (
        "반영되는 결과를 OUT에 씁니다. results.json은 'gradekit report'가 읽고, grades.csv에는 조정과 의견과 합계가 들어 있습니다."
    ),
    "For a learning platform, 'gradekit export canvas GRADEBOOK …' and its kin read the gradebook itself, adjustments included.": (
        "학습 플랫폼에 올릴 때는 'gradekit export canvas GRADEBOOK …' 등이 조정한 점수까지 성적부에서 직접 읽습니다."
    ),
    "The folder to write to.": ("저장할 폴더입니다."),
    "Read all of the gradebook: every submission must have the hash it is filed under, every result its submission, and "
    "the log's seals must hold, which they do not if an entry was changed or removed. Exit code 1 if anything is wrong.": (
        "성적부 전체를 읽습니다. 제출물의 해시가 맞아야 하고, 결과마다 제출물이 있어야 하며, 기록의 봉인이 온전해야 합니다. "
        "기록이 바뀌거나 지워지면 봉인이 깨집니다. 문제가 있으면 종료 코드는 1입니다."
    ),
    "Bring a gradebook that an older gradekit wrote to this one's form, after a backup. Commands that write to it do the same.": (
        "이전 버전의 gradekit이 만든 성적부를 먼저 백업한 뒤 최신 형식으로 바꿉니다. 성적부에 기록하는 명령도 같은 일을 합니다."
    ),
    "A backup of a file lies beside it; of a PostgreSQL database, which pg_dump makes, in the user's cache folder.": (
        "파일의 백업은 그 옆에 두고, PostgreSQL 데이터베이스의 백업은 pg_dump로 만들어 사용자의 캐시 폴더에 둡니다."
    ),
    "Make no backup first: there is one.": ("백업이 이미 있으므로 만들지 않습니다."),
    "Judge the work on EXERCISE in the gradebook again where its suite, its reference, a library or the machine changed "
    "since, show what became of the scores and why, and keep it when you say so. What has not changed is not run.": (
        "성적부에 있는 EXERCISE 제출물을 다시 채점합니다. 그 뒤로 테스트 모음, 기준 구현, 라이브러리, 컴퓨터가 바뀐 것만 "
        "실행하고, 점수가 왜 어떻게 되는지 보여 준 뒤 확인을 받아 보관합니다. 바뀌지 않은 것은 실행하지 않습니다."
    ),
    "Earlier results stay on record. A score that would be lower is only kept with --lower. Exit code 1 if any was left out.": (
        "이전 결과도 남습니다. 낮아지는 점수는 --lower가 있어야 보관합니다. 보관하지 않은 것이 있으면 종료 코드는 1입니다."
    ),
    "Which attempts (default: those that may count), or only this student's; may be given again.": (
        "어느 시도를 채점할지(기본값: 성적에 반영될 수 있는 시도), 또는 어느 학생만 채점할지 정합니다. 여러 번 쓸 수 있습니다."
    ),
    "Show what would change, and keep nothing.": ("무엇이 바뀌는지 보여 주기만 하고 보관하지 않습니다."),
    "Keep the new results without asking.": ("묻지 않고 새 결과를 보관합니다."),
    "Keep also those that are lower than before.": ("전보다 낮아진 결과도 보관합니다."),
    "Judge also what has not changed.": ("바뀌지 않은 것도 채점합니다."),
    "Write all differences to this CSV file.": ("모든 차이를 이 CSV 파일에 씁니다."),
    "The language of messages and reports (default: that of the results so far).": (
        "메시지와 보고서의 언어입니다(기본값: 지금까지의 결과와 같은 언어)."
    ),
}


class Untranslated(Exception):
    """An English text whose Korean is not in the table above."""


def say(text: str, lang: str) -> str:
    """The English text in lang. Raises Untranslated."""
    if lang == "en":
        return text
    if text not in KOREAN:
        raise Untranslated(text)
    return KOREAN[text]


def paragraphs(command: click.Command) -> tuple[list[str], list[str]]:
    """The help's paragraphs, each in one line, and the lines of its example."""
    words: list[str] = []
    examples: list[str] = []
    for block in (command.help or "").split("\n\n"):
        lines = [line.strip() for line in block.strip().splitlines()]
        if lines and lines[0] == "\b":
            examples += [line for line in lines[1:] if not line.endswith(":")]
        else:
            words.append(" ".join(lines))
    return words, examples


def row(option: click.Option, context: click.Context, lang: str) -> str:
    """One line of the table of options."""
    record = option.get_help_record(context)
    assert record is not None
    words = say(option.help or "", lang)
    if option.required:
        words += " " + say("Required.", lang)
    if isinstance(option.show_default, str):
        words += f" {say('Default:', lang)} {say(option.show_default, lang)}."
    elif option.show_default:
        words += f" {say('Default:', lang)} `{option.default}`."
    signature = record[0].replace("|", r"\|")
    return f"| `{signature}` | {words} |"


def reference(lang: str) -> Iterator[str]:
    """The lines of the command reference."""
    for name, command in every_command(cli):
        context = click.Context(command, info_name=f"gradekit {name}", help_option_names=["-h", "--help"])
        usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
        words, examples = paragraphs(command)
        yield from (f"### gradekit {name}", "", "```text", usage, "```", "")
        for each in words:
            yield from (say(each, lang), "")
        options = [each for each in command.params if isinstance(each, click.Option)]
        if options:
            yield from (f"| {say('Option', lang)} | {say('Meaning', lang)} |", "|---|---|")
            yield from (row(each, context, lang) for each in options)
            yield ""
        yield from ("```sh", *examples, "```", "")


def fresh(text: str, lang: str) -> str:
    """text with what stands between the markers written anew. Raises ValueError where the markers are not there, once and in order."""
    if text.count(BEGIN) != 1 or text.count(END) != 1 or text.index(BEGIN) > text.index(END):
        raise ValueError(f"{BEGIN} and {END} must each stand there once, in this order")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return "\n".join((f"{head}{BEGIN}", "", *reference(lang), f"{END}{tail}"))


def main(arguments: list[str]) -> int:
    """0 if the files are fresh now; with --check, 1 if one of them is stale."""
    if arguments not in ([], ["--check"]):
        print("usage: scripts/readme.py [--check]", file=sys.stderr)
        return 2
    stale = 0
    for lang, name in READMES.items():
        path = ROOT / name
        before = path.read_text("utf-8")
        try:
            after = fresh(before, lang)
        except Untranslated as fault:
            print(f"scripts/readme.py: no Korean for {str(fault)!r}: add it to KOREAN", file=sys.stderr)
            return 1
        except ValueError as fault:
            print(f"{name}: {fault}", file=sys.stderr)
            return 1
        if before == after:
            continue
        if arguments:
            print(f"{name}: its command reference is stale; run 'make readme'", file=sys.stderr)
            stale = 1
        else:
            path.write_text(after, encoding="utf-8")
            print(f"{name}: written anew")
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
