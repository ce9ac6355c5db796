"""What all pages are made from, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial

from generator.archive import Archive
from generator.changes.years import lineage_names
from generator.checks.engine import folder_of
from generator.checks.exclusion import Silenced
from generator.compose import ComposedReport
from generator.diagnostics import LinesOf
from generator.document import Document
from generator.editions import FURTHER, Edition
from generator.file_tree import paths_under
from generator.lifelines import LifeLine, lifelines_of
from generator.outputs.paper.pdf_result import PdfResult
from generator.outputs.web.errata import Erratum, errata_of
from generator.outputs.web.shelf import Shelf
from generator.outputs.web.shelving import Publication, publication_of, shelf_of
from generator.records import records_of
from generator.records.by_report import joined
from generator.records.kinds import Records
from generator.remembering import Memory


@dataclass(frozen=True, slots=True)
class Gathered:
    """An archive with what is read out of it. `errata` and `publications` are by the folder of a report, and so is
    `printed`, which lacks those for which there is no PDF; further editions are there by the places of their files.
    `same` gives the lineage of a programme by its id. `memory` has what was made of an earlier archive."""

    archive: Archive
    shelf: Shelf
    records: Records
    lines: tuple[LifeLine, ...]
    errata: Mapping[str, tuple[Erratum, ...]]
    publications: Mapping[str, Publication]
    printed: Mapping[str, PdfResult]
    same: Mapping[str, str]
    lines_of: LinesOf
    memory: Memory = field(default_factory=Memory)
    own_records: Mapping[str, Records] = field(default_factory=dict)

    @property
    def documents(self) -> tuple[Document, ...]:
        """All reports, the newest year first."""
        return tuple(report.document for report in self.archive.reports)

    @property
    def numbered(self) -> tuple[tuple[Document, Mapping[str, int]], ...]:
        """All reports, each with the printed pages of its divisions."""
        return tuple((report.document, self.numbers(report.folder)) for report in self.archive.reports)

    def numbers(self, folder: str) -> Mapping[str, int]:
        """Give the printed pages of a report's divisions; nothing where it was not printed."""
        return self.printed[folder].pages if folder in self.printed else {}

    def editions(self, folder: str) -> Mapping[Edition, PdfResult]:
        """Give the further editions of a report that were printed, in the order in which they are offered."""
        found = ((edition, self.printed.get(edition.place_in(folder))) for edition in FURTHER)
        return {edition: printed for edition, printed in found if printed}

    def records_of(self, folder: str) -> Records:
        """Give the records of one report."""
        return self.own_records.get(folder, Records())

    def files_of(self, folder: str) -> tuple[str, ...]:
        """Give the paths of a report's files in the content, sorted."""
        return paths_under(self.archive.library.tree, folder)


def gather(
    archive: Archive,
    printed: Mapping[str, PdfResult],
    memory: Memory | None = None,
    lines: tuple[LifeLine, ...] | None = None,
) -> Gathered:
    """Read out of an archive what its pages need. What a `memory` has of an earlier time is not read again; `lines` are
    taken for the life-lines where they are given."""
    known = memory or Memory()
    library = archive.library
    own_records = _own_records(archive, known)
    records = _joined(own_records, known)
    lines_of = cache(library.lines_of)
    silenced = _by_folder(archive.silenced)
    return Gathered(
        archive=archive,
        shelf=known.recall("shelf", (library.organization,), lambda: shelf_of(library.organization)),
        records=records,
        lines=_lines(archive, records, known) if lines is None else lines,
        errata={r.folder: _errata(r, silenced.get(r.folder, ()), lines_of, known) for r in archive.reports},
        publications={loaded.folder: publication_of(loaded.report) for loaded in library.reports},
        printed=printed,
        same=lineage_names(archive.lineages),
        lines_of=lines_of,
        memory=known,
        own_records=own_records,
    )


def _own_records(archive: Archive, memory: Memory) -> dict[str, Records]:
    library = archive.library
    loaded = {report.folder: report for report in library.reports}
    found = {}
    for report in archive.reports:
        own = loaded[report.folder]
        alone = replace(archive, reports=(report,), library=replace(library, reports=(own,)))
        given = (report, own, library.organization)
        found[report.folder] = memory.recall(("records", report.folder), given, partial(records_of, alone))
    return found


def _joined(own: Mapping[str, Records], memory: Memory) -> Records:
    parts = tuple(own.values())
    return memory.recall("records", parts, lambda: joined(parts))


def _lines(archive: Archive, records: Records, memory: Memory) -> tuple[LifeLine, ...]:
    return tuple(memory.settle(("line", line.id), line) for line in lifelines_of(archive, records, memory))


def _by_folder(silenced: Iterable[Silenced]) -> dict[str, tuple[Silenced, ...]]:
    found: dict[str, list[Silenced]] = {}
    for item in silenced:
        found.setdefault(folder_of(item.finding.diagnostic.at), []).append(item)
    return {folder: tuple(own) for folder, own in found.items()}


def _errata(
    report: ComposedReport, silenced: tuple[Silenced, ...], lines_of: LinesOf, memory: Memory
) -> tuple[Erratum, ...]:
    paths = sorted({item.finding.diagnostic.at.path for item in silenced})
    own = tuple(memory.settle(("silenced", item.finding.diagnostic.at, n), item) for n, item in enumerate(silenced))
    given = (report.document, own, tuple(tuple(lines_of(path)) for path in paths))
    return memory.recall(("errata", report.folder), given, lambda: errata_of(report.document, silenced, lines_of))


def picture_of(archive: Archive, folder: str) -> Callable[[str], bytes]:
    """Give what finds a picture of a report by its path in the report's folder; it raises FileNotFoundError where there
    is none."""

    def picture(path: str) -> bytes:
        data = archive.library.tree.read(f"{folder}/{path}")
        if data is None:
            raise FileNotFoundError(path)
        return data

    return picture
