"""What all pages are made from, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from generator.archive import Archive
from generator.changes.years import lineage_names
from generator.diagnostics import LinesOf
from generator.document import Document
from generator.lifelines import LifeLine, lifelines_of
from generator.outputs.errata import Erratum, errata_of
from generator.outputs.pdf_result import PdfResult
from generator.outputs.shelf import Shelf
from generator.outputs.shelving import Publication, publication_of, shelf_of
from generator.records import records_of
from generator.records.kinds import Records


@dataclass(frozen=True, slots=True)
class Gathered:
    """An archive with what is read out of it. `errata`, `publications` and `printed` are by the folder of a report;
    `printed` lacks those for which there is no PDF. `same` gives the lineage of a programme by its id."""

    archive: Archive
    shelf: Shelf
    records: Records
    lines: tuple[LifeLine, ...]
    errata: Mapping[str, tuple[Erratum, ...]]
    publications: Mapping[str, Publication]
    printed: Mapping[str, PdfResult]
    same: Mapping[str, str]
    lines_of: LinesOf

    @property
    def documents(self) -> tuple[Document, ...]:
        """All reports, the newest year first."""
        return tuple(report.document for report in self.archive.reports)

    def numbers(self, folder: str) -> Mapping[str, int]:
        """Give the printed pages of a report's divisions; nothing where it was not printed."""
        return self.printed[folder].pages if folder in self.printed else {}


def gather(archive: Archive, printed: Mapping[str, PdfResult]) -> Gathered:
    """Read out of an archive what its pages need."""
    library = archive.library
    records = records_of(archive)
    lines_of = cache(library.lines_of)
    return Gathered(
        archive=archive,
        shelf=shelf_of(library.organization),
        records=records,
        lines=lifelines_of(archive, records),
        errata={r.folder: errata_of(r.document, archive.silenced, lines_of) for r in archive.reports},
        publications={loaded.folder: publication_of(loaded.report) for loaded in library.reports},
        printed=printed,
        same=lineage_names(archive.lineages),
        lines_of=lines_of,
    )


def picture_of(archive: Archive, folder: str) -> Callable[[str], bytes]:
    """Give what finds a picture of a report by its path in the report's folder; it raises FileNotFoundError where there
    is none."""

    def picture(path: str) -> bytes:
        data = archive.library.tree.read(f"{folder}/{path}")
        if data is None:
            raise FileNotFoundError(path)
        return data

    return picture
