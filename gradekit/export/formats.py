"""The table of forms that results are exported in. A new one is a module with a writer, and an entry here."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Final

from gradekit.errors import WouldOverwrite
from gradekit.export.order import Exported, Order, Writer
from gradekit.printable import printable
from gradekit.results import atomic_file

__all__ = ["FORMATS", "Format", "export"]


@dataclass(frozen=True, slots=True)
class Format:
    """One form. writer: the module and the function in it, imported when it is used; line: what 'gradekit export --help' shows.

    help: what the command's own help says, a paragraph each; options: those it takes beside the ones that all have; example: a command.
    """

    writer: tuple[str, str]
    line: str
    help: tuple[str, ...]
    example: str
    options: tuple[str, ...] = ()

    def load(self) -> Writer:
        module, name = self.writer
        writer: Writer = getattr(importlib.import_module(module), name)
        return writer


FORMATS: Final[dict[str, Format]] = {
    "canvas": Format(
        ("gradekit.export.canvas", "export_canvas"),
        "A gradebook for Canvas.",
        (
            "Fill the assignment's column of a gradebook that was exported from Canvas (--template), or make a new gradebook with just "
            "that column.",
            "Students are found by ID, SIS User ID and SIS Login ID, and only then by name. Everything else in the file stays as it was, "
            "to the byte; EX stays, and read-only columns are not written to.",
        ),
        "gradekit export canvas graded --template canvas.csv --column Softmax --out upload.csv",
        ("template", "column", "scale", "roster", "exercise"),
    ),
    "moodle": Format(
        ("gradekit.export.moodle", "export_moodle"),
        "A grading worksheet for Moodle.",
        (
            "Fill in the grades of a grading worksheet that was downloaded from an assignment in Moodle (--template).",
            "Students are found by Identifier, ID number and Email address, and only then by name. A grade outside the worksheet's range "
            "is not written, and the student is named.",
        ),
        "gradekit export moodle graded --template worksheet.csv --out upload.csv",
        ("template", "header", "scale", "roster", "exercise"),
    ),
    "gradescope": Format(
        ("gradekit.export.gradescope", "export_gradescope"),
        "Results or scores for Gradescope.",
        (
            "Write one student's results.json as Gradescope reads it (FILE ends in .json), or everybody's scores in the columns of its "
            "own export (.csv).",
        ),
        "gradekit export gradescope graded --student mina --out results.json",
        ("student", "visibility", "roster", "exercise"),
    ),
    "junit": Format(
        ("gradekit.export.junit", "export_junit"),
        "A test report in JUnit's XML.",
        ("Write every test of every result as JUnit's XML, in the form that pytest writes; points are properties.",),
        "gradekit export junit graded --out report.xml",
        ("exercise",),
    ),
    "csv": Format(
        ("gradekit.export.wide", "export_csv"),
        "A table: a row a student, a column an exercise.",
        (
            "Write one row a student and one column an exercise, with the total: for a gradebook of your own, or for a platform that "
            "takes any CSV.",
            "scores.csv, which every grading writes, has a row for each student and exercise instead.",
        ),
        "gradekit export csv graded --roster roster.csv --out class.csv",
        ("roster", "exercise"),
    ),
    "parquet": Format(
        ("gradekit.export.parquet", "export_parquet"),
        "A table with a row a test, for analysis.",
        ("Write one row a test, for pandas, Polars or DuckDB. Needs the extra 'parquet': pip install 'gradekit[parquet]'.",),
        "gradekit export parquet graded --out tests.parquet",
        ("exercise",),
    ),
    "markdown": Format(
        ("gradekit.export.markdown", "export_markdown"),
        "A report in GitHub's Markdown.",
        (
            "Write a report for a job's summary or a comment on a pull request. Whatever comes from a submission stands as code in it, so "
            "that it can notify nobody.",
        ),
        "gradekit export markdown check.json --out comment.md",
        ("exercise",),
    ),
    "classroom": Format(
        ("gradekit.export.classroom", "export_classroom"),
        "Points for GitHub Classroom's reporter.",
        ("Write the points of one repository as GitHub Classroom's reporter takes them: one line of base64.",),
        "gradekit export classroom check.json --out result.txt",
        ("student", "exercise"),
    ),
}


def export(name: str, order: Order, *, force: bool = False) -> Exported:
    """Write order.out in that form, whole or not at all. Where no grade could be written there is no file.

    Raises WouldOverwrite where something is there and force is not given, and what the writer raises.
    """
    if not force and order.out.exists():
        raise WouldOverwrite(f"{printable(str(order.out))}: is there already; add --force to replace it, or choose another --out")
    made = FORMATS[name].load()(order)
    if made.written:
        with atomic_file(order.out) as file:
            made.write_to(file)
    return made
