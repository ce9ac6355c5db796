"""Archives from case files: a `text` block is the content of one section, a `yaml` block a whole file."""

from __future__ import annotations

from dataclasses import replace

from generator.archive import Archive, check_library
from generator.diagnostics import Diagnostic, Span
from generator.library import read_library
from tests.cases import Block, Case, Expected
from tests.trees import REPORT, archive_of

FOLDER = "2030/sample"
_UNNAMED = "사례.yml"
_HEAD = "제목: 사례\n내용: |\n"
_INDENT = 2


def archive_of_case(case: Case) -> Archive:
    """Read, compose and check what a case holds; unnamed blocks are the section 일반현황, others sections of their own
    names."""
    files: dict[str, str | bytes] = {}
    for block in case.blocks:
        files[_place(block)] = _whole(block) if block.language == "text" else block.text
    sections = [name.removesuffix(".yml") for name in files if "/" not in name and name != "보고서.yml"]
    if "보고서.yml" not in files:
        files["보고서.yml"] = REPORT + "".join(f"  - {name}\n" for name in sections if name != "일반현황")
    return check_library(read_library(archive_of(files, FOLDER)))


def expected_in(case: Case) -> Case:
    """Give the case with its expectations at the places of the files that were made of it."""
    return replace(
        case, blocks=[replace(b, expected=tuple(_moved(b, item) for item in b.expected)) for b in case.blocks]
    )


def bare(finding: Diagnostic) -> Diagnostic:
    """Give a finding with the file's name as the case gave it."""
    path = finding.at.path.removeprefix(f"{FOLDER}/")
    at: Span = replace(finding.at, path=path)
    return replace(finding, at=at)


def _place(block: Block) -> str:
    return "일반현황.yml" if block.name == _UNNAMED else block.name


def _whole(block: Block) -> str:
    return _HEAD + "".join(f"{' ' * _INDENT}{line}\n" if line else "\n" for line in block.text.split("\n")[:-1])


def _moved(block: Block, item: Expected) -> Expected:
    if block.language != "text":
        return replace(item, name=_place(block))
    column = item.column + _INDENT if item.column is not None else None
    return replace(item, name=_place(block), line=item.line + _HEAD.count("\n"), column=column)
