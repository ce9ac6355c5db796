"""Reads case files: Markdown in which an input and the findings expected in it stand side by side.

A case begins with a heading `## …` and has one or more fenced blocks. The word after the fence is the language, a
second word names the file (`yaml 추진실적.yml`); prose between the blocks is for people. A finding is expected where a
comment says so at the end of the line it is on:

    예산액: 12,00  # 오류: 6 [number] "12,00"

that is severity, column, code and a part of the message; the column and the part may be left out, and several such
comments may follow each other. They are taken out before the input is used, so they can stand in any line, even inside
a text. Every finding must be expected: a case without such a comment shows what is allowed.

Characters that an editor hides or changes are written as their pictures, see `_PICTURES`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic

_FOLDER = Path(__file__).parent / "cases"
_DEFAULT_NAME = "사례.yml"
_PICTURES = {"⇥": "\t", "␀": "\0", "␋": "\v", "⍽": "\u00a0", "␣": " ", "￼": "\u200b", "␍": "\r"}

_HEADING = re.compile(r"## +(.+)")
_FENCE = re.compile(r"(?P<fence>```+)(?P<language>\S*) *(?P<name>.*)")
_EXPECTATION = re.compile(
    r' *# (?P<severity>오류|주의|참고): *(?:(?P<column>\d+) +)?\[(?P<code>[a-z0-9-]+)\](?: +"(?P<part>[^"\n]*)")?$'
)


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding that a case expects; None and the empty text stand for anything."""

    name: str
    line: int
    severity: str
    code: str
    column: int | None = None
    part: str = ""

    def matches(self, item: Diagnostic) -> bool:
        """Tell whether a finding is this one."""
        at = item.at
        return (
            (at.path, at.line, str(item.severity), item.code) == (self.name, self.line, self.severity, self.code)
            and self.column in (None, at.column)
            and self.part in item.message
        )


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block without its expectations."""

    language: str
    name: str
    text: str
    expected: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A title and its blocks."""

    title: str
    place: str
    blocks: list[Block] = field(default_factory=list)

    @property
    def files(self) -> dict[str, str]:
        """The blocks by file name."""
        return {block.name: block.text for block in self.blocks}

    @property
    def text(self) -> str:
        """The text of the first block."""
        return self.blocks[0].text


def cases(area: str) -> list[object]:
    """Give all cases of a folder below `tests/cases`, or of one file in it, for `pytest.mark.parametrize`."""
    folder = _FOLDER / area
    paths = sorted(folder.glob("**/*.md")) if folder.is_dir() else [folder.with_suffix(".md")]
    found = [case for path in paths for case in read_cases(path.read_text("utf-8"), path.stem)]
    if not found:
        raise ValueError(f"no cases in {folder}")
    return [pytest.param(case, id=f"{case.place}: {case.title}") for case in found]


def read_cases(text: str, place: str = "") -> list[Case]:
    """Read the cases of one Markdown text."""
    found: list[Case] = []
    lines = iter(text.split("\n"))
    for line in lines:
        if heading := _HEADING.fullmatch(line):
            found.append(Case(heading[1].strip(), place))
        elif fence := _FENCE.fullmatch(line):
            body = []
            for inner in lines:
                if inner == fence["fence"]:
                    break
                body.append(inner)
            else:
                raise ValueError(f"{place}: a fence is not closed")
            if found:
                found[-1].blocks.append(_read_block(fence["language"], fence["name"] or _DEFAULT_NAME, body))
    return found


def mismatches(case: Case, findings: Iterable[Diagnostic]) -> list[str]:
    """Say which expected findings are missing and which findings were not expected; empty where all agree."""
    remaining = list(findings)
    wrong = []
    for expected in (item for block in case.blocks for item in block.expected):
        match = next((item for item in remaining if expected.matches(item)), None)
        if match is None:
            wrong.append(f"missing: {_show(expected)}")
        else:
            remaining.remove(match)
    return wrong + [f"unexpected: {_show_finding(item)}" for item in remaining]


def _read_block(language: str, name: str, body: Sequence[str]) -> Block:
    lines, expected = [], []
    for number, line in enumerate(body, 1):
        while found := _EXPECTATION.search(line):
            column = int(found["column"]) if found["column"] else None
            expected.append(Expected(name, number, found["severity"], found["code"], column, found["part"] or ""))
            line = line[: found.start()]
        lines.append("".join(_PICTURES.get(c, c) for c in line))
    return Block(language, name, "".join(f"{line}\n" for line in lines), tuple(expected))


def _show(item: Expected) -> str:
    return f'{item.name}:{item.line}:{item.column or "*"} {item.severity} [{item.code}] "{item.part}"'


def _show_finding(item: Diagnostic) -> str:
    return f'{item.at.path}:{item.at.line}:{item.at.column} {item.severity} [{item.code}] "{item.message}"'
