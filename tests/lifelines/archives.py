"""Artificial archives of several reports, and their life-lines as text.

A case's blocks are files by their path; a report whose 보고서.yml a case leaves out gets one that lists its sections.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.archive import Archive, check_library
from generator.library import read_library
from generator.lifelines import Figure, LifeLine, LinePoint, lifelines_of
from generator.records import records_of
from tests.trees import ORGANIZATION, MemoryTree

REPORT = "제목: {year}년 주요업무 보고\n부서: sample\n종류: 추진실적\n기준일: {year}. 10. 31.\n구성: [{sections}]\n"


def archive_of_files(files: Mapping[str, str]) -> Archive:
    """Read, compose and check an archive of these files."""
    sections: dict[str, list[str]] = {}
    for path in files:
        if path.count("/") == 2 and not path.endswith("보고서.yml"):
            folder, _, name = path.rpartition("/")
            sections.setdefault(folder, []).append(name.removesuffix(".yml"))
    made = {
        f"{folder}/보고서.yml": REPORT.format(year=folder[:4], sections=", ".join(names))
        for folder, names in sections.items()
    }
    return check_library(read_library(MemoryTree({"organization.yml": ORGANIZATION, **made, **files})))


def lines_of(files: Mapping[str, str]) -> tuple[LifeLine, ...]:
    """Give the life-lines of an archive of these files."""
    archive = archive_of_files(files)
    return lifelines_of(archive, records_of(archive))


def drawn(lines: tuple[LifeLine, ...]) -> str:
    """Draw life-lines as a case writes them."""
    return "".join(f"{line}\n" for one in lines for line in _drawn(one))


def _drawn(line: LifeLine) -> Iterator[str]:
    yield f"{line.id}: {' < '.join(line.names)}" + (" (추정)" if line.inferred else "")
    for year in line.years:
        if year.is_gap:
            yield f"  {year.year} 없음"
        for point in year.points:
            yield f"  {year.year} {point.stage.value} {_place(point)}"
            yield from (f"    {_figure(figure)}" for figure in point.figures)


def _place(point: LinePoint) -> str:
    return f"{point.title} [{point.host}]" if point.host else point.title


def _figure(figure: Figure) -> str:
    shares = ", ".join(f"{share.source} {share.value}" for share in figure.shares)
    split = f" ({shares})" if shares else ""
    mark = " 계산" if figure.computed else ""
    return f"{figure.name} {figure.value}{figure.unit}{split} = {figure.label} {figure.text} @{figure.href}{mark}"
