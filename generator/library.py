"""All reports of a content folder: the only module that walks `content/`.

A report is a folder `<year>/<slug>/` with 보고서.yml and the section files that it lists. Reading never stops at the
first trouble: what can be read is read, and every finding is kept with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias, TypeVar

from generator.diagnostics import Diagnostic, Severity, Span
from generator.fields import Node, is_slug, nearest, read_model, words
from generator.file_tree import FileTree
from generator.lineage import Lineages
from generator.model import Report, Section
from generator.notation.particle import with_particle
from generator.organization import Organization
from generator.remembering import Memory
from generator.source import Mapping as YamlMapping
from generator.source import Scalar, read_tolerantly, source_lines

REPORT_FILE = "보고서.yml"
ORGANIZATION_FILE = "organization.yml"
LINEAGES_FILE = "programs.yml"
TO_WRITE = "(작성 필요)"
"""What stands where a report carried into a new year must be written anew."""

_OF_ABSENCE = frozenset({"missing-key", "empty-value"})
_YEAR = re.compile(r"(19|20)\d{2}")

M = TypeVar("M", bound=Node)
_Files: TypeAlias = Mapping[str, bytes | None]


@dataclass(frozen=True, slots=True)
class LoadedSection:
    """A section with the file that it stands in."""

    path: str
    section: Section


@dataclass(frozen=True, slots=True)
class LoadedReport:
    """A report as far as it could be read. `report` is None where 보고서.yml is broken; `whole` tells whether every
    listed section was read."""

    year: int
    slug: str
    report: Report | None
    sections: tuple[LoadedSection, ...]
    whole: bool

    @property
    def folder(self) -> str:
        """The report's folder, relative to the content folder."""
        return f"{self.year}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that was read, with what is wrong in it. `organization` is None where it could not be read, `lineages`
    where there is no programs.yml or it could not be read."""

    organization: Organization | None
    reports: tuple[LoadedReport, ...]
    findings: tuple[Diagnostic, ...]
    tree: FileTree
    lineages: Lineages | None = None

    def lines_of(self, path: str) -> tuple[str, ...]:
        """Give the lines of a source file, for showing findings; empty where it cannot be read."""
        data = self.tree.read(path)
        return source_lines(data) if data is not None else ()


def read_library(tree: FileTree, memory: Memory | None = None) -> Library:
    """Read all reports of a content folder, newest year first, then by slug. What a `memory` has of an earlier reading
    is not read again."""
    memory = memory or Memory()
    files = {path: tree.read(path) for path in (ORGANIZATION_FILE, LINEAGES_FILE)}
    organization, found = _recalled(Organization, ORGANIZATION_FILE, files, memory)
    findings: list[Diagnostic] = [*tree.findings, *found]
    if organization is None and not any(f.at.path == ORGANIZATION_FILE for f in findings):
        findings.append(
            _missing_file(ORGANIZATION_FILE, "기관과 부서, 재원을 적는 파일입니다. 작성 안내의 보기를 옮겨 적으세요.")
        )
    folders = _report_folders(tree, findings)
    readings = [memory.recall(("report", f.year, f.slug), f.given, partial(_read_report, f)) for f in folders]
    reports = tuple(loaded for loaded, _ in readings)
    findings.extend(finding for _, own in readings for finding in own)
    if organization is not None:
        findings.extend(_unknown_departments(reports, organization))
    lineages, found = _recalled(Lineages, LINEAGES_FILE, files, memory)
    return Library(organization, reports, (*findings, *found), tree, lineages)


def _recalled(model: type[M], path: str, files: _Files, memory: Memory) -> tuple[M | None, tuple[Diagnostic, ...]]:
    def read() -> tuple[M | None, tuple[Diagnostic, ...]]:
        findings: list[Diagnostic] = []
        return _read(model, path, files, findings), tuple(findings)

    return memory.recall(("settings", path), (files[path],), read)


@dataclass(frozen=True, slots=True)
class _Folder:
    """A report's folder: the paths of all files right in it, and what the YAML files among them hold."""

    year: int
    slug: str
    paths: tuple[str, ...]
    files: _Files

    @property
    def name(self) -> str:
        """The folder, relative to the content folder."""
        return f"{self.year}/{self.slug}"

    @property
    def given(self) -> tuple[object, ...]:
        """All that reading the report depends on."""
        return (self.paths, tuple(self.files.items()))


def _report_folders(tree: FileTree, findings: list[Diagnostic]) -> list[_Folder]:
    present: dict[tuple[int, str], list[str]] = {}
    reports: set[tuple[int, str]] = set()
    for path in tree.paths:
        parts = path.split("/")
        if not _YEAR.fullmatch(parts[0]):
            continue
        if len(parts) == 3:
            present.setdefault((int(parts[0]), parts[1]), []).append(path)
        if not path.endswith((".yml", ".yaml")):
            continue
        if len(parts) != 3 or not is_slug(parts[1]):
            findings.append(_misplaced(path, parts))
        else:
            reports.add((int(parts[0]), parts[1]))
    ordered = sorted(reports, key=lambda folder: (-folder[0], folder[1]))
    return [_folder(year, slug, present[year, slug], tree) for year, slug in ordered]


def _folder(year: int, slug: str, paths: list[str], tree: FileTree) -> _Folder:
    written = {path: tree.read(path) for path in paths if path.endswith((".yml", ".yaml"))}
    return _Folder(year, slug, tuple(paths), written)


def _misplaced(path: str, parts: list[str]) -> Diagnostic:
    if len(parts) == 3:
        message = f"폴더 이름 '{parts[1]}'은(는) 쓸 수 없습니다."
        hint = "폴더 이름은 누리집 주소가 됩니다. 영어 소문자와 숫자를 붙임표로 이어 적으세요. 보기: jobs-economy"
    else:
        message = "보고서 파일이 있을 자리가 아닙니다."
        hint = "보고서 파일은 '연도/부서 이름/' 폴더 바로 아래에 둡니다. 보기: 2022/jobs-economy/추진실적.yml"
    return Diagnostic("folder-name", Severity.ERROR, message, Span(path), hint)


def _read_report(folder: _Folder) -> tuple[LoadedReport, tuple[Diagnostic, ...]]:
    findings: list[Diagnostic] = []
    return _loaded(folder, findings), tuple(findings)


def _loaded(folder: _Folder, findings: list[Diagnostic]) -> LoadedReport:
    path = f"{folder.name}/{REPORT_FILE}"
    if folder.files.get(path) is None:
        hint = f"'{folder.name}' 폴더에 '{REPORT_FILE}' 파일을 만들고 제목, 부서, 종류, 구성을 적으세요."
        findings.append(
            Diagnostic("report-missing", Severity.ERROR, f"'{REPORT_FILE}' 파일이 없습니다.", Span(path), hint)
        )
        return LoadedReport(folder.year, folder.slug, None, (), whole=False)
    report = _read(Report, path, folder.files, findings)
    if report is None:
        return LoadedReport(folder.year, folder.slug, None, (), whole=False)
    present = {p.split("/")[2]: p for p in folder.paths}
    names = [_section_file(name) for name in report.sections]
    findings.extend(_unlisted(report, folder.name, present, names))
    sections = []
    for name, file_name in zip(report.sections, names, strict=True):
        if file_name not in present or file_name == REPORT_FILE:
            findings.append(_section_missing(name, file_name, present, names))
        elif (section := _read(Section, present[file_name], folder.files, findings)) is not None:
            sections.append(LoadedSection(present[file_name], section))
    return LoadedReport(folder.year, folder.slug, report, tuple(sections), whole=len(sections) == len(names))


def _section_file(name: Scalar) -> str:
    return f"{name.text.strip().removesuffix('.yml')}.yml"


def _section_missing(name: Scalar, file_name: str, present: dict[str, str], listed: list[str]) -> Diagnostic:
    near = nearest(file_name, (other for other in present if other != REPORT_FILE and other not in listed))
    if near and near.startswith(file_name.removesuffix("yml")):
        hint = f"'{near}' 파일이 있습니다. 파일 이름의 끝을 '.yml'로 바꾸세요."
    elif near:
        hint = f"파일 이름이 '{near}'입니까? 구성의 이름과 파일 이름을 똑같이 적으세요."
    else:
        hint = f"같은 폴더에 '{file_name}' 파일을 만들거나, 구성에서 이 줄을 지우세요."
    message = f"구성에 적은 '{name.text.strip()}'의 파일 '{file_name}'이 없습니다."
    return Diagnostic("section-missing", Severity.ERROR, message, name.at, hint)


def _unlisted(report: Report, folder: str, present: dict[str, str], names: list[str]) -> list[Diagnostic]:
    found = []
    for file_name, path in sorted(present.items()):
        if file_name == REPORT_FILE or file_name in names or not file_name.endswith((".yml", ".yaml")):
            continue
        name = file_name.rsplit(".", 1)[0]
        if f"{name}.yml" in names and f"{name}.yml" not in present:
            continue  # its missing part is told already
        hint = f"'{folder}/{REPORT_FILE}'의 구성에 '- {name}' 줄을 넣거나, 쓰지 않는 파일이면 지우세요."
        message = f"'{file_name}' 파일이 구성에 없어 보고서에 실리지 않습니다."
        found.append(Diagnostic("section-unlisted", Severity.ERROR, message, Span(path), hint))
    return found


def _unknown_departments(reports: tuple[LoadedReport, ...], organization: Organization) -> list[Diagnostic]:
    known = {department.id.text.strip(): department for department in organization.departments}
    named = {words(department.name): slug for slug, department in known.items()}
    found = []
    for loaded in reports:
        if loaded.report is None or (name := loaded.report.department.text.strip()) in known:
            continue
        near = named.get(name) or nearest(name, known)
        hint = f"{with_particle(near, '을/를', quote=True)} 쓰려던 것입니까? " if near else ""
        listed = ", ".join(f"{slug}({words(d.name)})" for slug, d in sorted(known.items()))
        hint += f"부서의 이름이 아니라 id를 적으세요. '{ORGANIZATION_FILE}'에 있는 부서: {listed}"
        message = f"id가 '{name}'인 부서가 '{ORGANIZATION_FILE}'에 없습니다."
        found.append(Diagnostic("unknown-department", Severity.ERROR, message, loaded.report.department.at, hint))
    return found


def _missing_file(path: str, hint: str) -> Diagnostic:
    return Diagnostic("file-missing", Severity.ERROR, f"'{path}' 파일이 없습니다.", Span(path), hint)


def _read(model: type[M], path: str, files: _Files, findings: list[Diagnostic]) -> M | None:
    data = files.get(path)
    if data is None:
        return None
    reading = read_tolerantly(path, data)
    findings.extend(reading.findings)
    findings.extend(_unwritten(path, source_lines(data)))
    if reading.tree is None:
        return None
    if not isinstance(reading.tree, YamlMapping) and any(item.code == "encoding" for item in reading.findings):
        return None
    made, trouble = read_model(model, reading.tree)
    if not reading.mended:
        findings.extend(trouble)
        return made
    # What was set aside may be the very key that is missing now; only what stands there can be judged.
    broken = {item.at.line for item in reading.findings}
    findings.extend(t for t in trouble if t.code not in _OF_ABSENCE and t.at.line not in broken)
    return None


def _unwritten(path: str, lines: tuple[str, ...]) -> Iterator[Diagnostic]:
    for number, line in enumerate(lines, start=1):
        if (column := line.find(TO_WRITE) + 1) > 0:
            at = Span(path, number, column, number, column + len(TO_WRITE))
            hint = f"이 자리를 채우고 '{TO_WRITE}'를 지우세요."
            yield Diagnostic("to-write", Severity.WARNING, "아직 쓰지 않은 곳입니다.", at, hint)
