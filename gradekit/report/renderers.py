"""The table of report formats. A new one is a module with a renderer, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from gradekit.errors import UsageError
from gradekit.results import ResultSet, clear_half_written, write_atomically

__all__ = ["RENDERERS", "Renderer", "render_all"]

# Results → pages: each a path below the output folder, with "/" between its parts, and what stands there.
Renderer = Callable[[ResultSet], Iterator[tuple[str, str | bytes]]]


def _html(results: ResultSet) -> Iterator[tuple[str, str | bytes]]:
    from gradekit.report.html import render_html

    return render_html(results)


def _csv(results: ResultSet) -> Iterator[tuple[str, str | bytes]]:
    from gradekit.report.scores import render_csv

    return render_csv(results)


RENDERERS: Final[dict[str, Renderer]] = {"html": _html, "csv": _csv}


def render_all(results: ResultSet, out_dir: Path, formats: Iterable[str] | None = None) -> list[Path]:
    """Write the reports of results into out_dir, made where it is absent; returns the paths written, in order.

    formats: names out of RENDERERS; all of them by default. Raises UsageError for an unknown format and for an out_dir from
    which a symbolic link leads a page elsewhere, and OSError where writing fails; a page is then whole or as it was.
    """
    names = list(RENDERERS) if formats is None else list(formats)
    for name in names:
        if name not in RENDERERS:
            raise UsageError(f"no report format is called {name!r}; there are: {', '.join(RENDERERS)}")
    out_dir.mkdir(parents=True, exist_ok=True)
    home = out_dir.resolve()
    written: list[Path] = []
    ready: set[Path] = set()
    for name in names:
        for page, content in RENDERERS[name](results):
            path = out_dir.joinpath(*page.split("/"))
            if path.parent not in ready:
                path.parent.mkdir(parents=True, exist_ok=True)
                if not path.parent.resolve().is_relative_to(home):
                    raise UsageError(f"{path.parent}: leads out of {out_dir}; reports are not written through a link, remove it first")
                clear_half_written(path.parent)
                ready.add(path.parent)
            write_atomically(path, content)
            written.append(path)
    return written
