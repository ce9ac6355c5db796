"""Pictures that a report shows and its folder does not have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose import ComposedReport
from generator.diagnostics import Diagnostic, Severity, Span
from generator.document import figures
from generator.fields import nearest
from generator.library import Library, LoadedReport

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")


def missing_pictures(library: Library, reports: tuple[ComposedReport, ...]) -> Iterator[Diagnostic]:
    """Find pictures without their file: page and PDF would go without them and say nothing."""
    present = frozenset(library.tree.paths)
    loaded = {report.folder: report for report in library.reports}
    for report in reports:
        shown = dict.fromkeys(figure.source for figure in figures(report.document) if figure.source)
        for source in (s for s in shown if f"{report.folder}/{s}" not in present):
            yield _missing(source, loaded[report.folder], library, present)


def _missing(source: str, loaded: LoadedReport, library: Library, present: frozenset[str]) -> Diagnostic:
    start = f"{loaded.folder}/"
    others = (path.removeprefix(start) for path in sorted(present) if path.startswith(start))
    near = nearest(source, [path for path in others if path.lower().endswith(_PICTURES)])
    meant = f"파일 이름이 '{near}'입니까? " if near else ""
    hint = f"{meant}그림 파일을 '{loaded.folder}' 폴더에 넣고, 이름을 글자까지 똑같이 적으세요."
    message = f"'{source}' 파일이 없어 그림이 실리지 않습니다."
    return Diagnostic("picture-missing", Severity.ERROR, message, _place(source, loaded, library), hint)


def _place(source: str, loaded: LoadedReport, library: Library) -> Span:
    for section in loaded.sections:
        for number, line in enumerate(library.lines_of(section.path), start=1):
            if (column := line.find(f"({source}") + 2) > 1:
                return Span(section.path, number, column, number, column + len(source))
    return Span(loaded.sections[0].path)
