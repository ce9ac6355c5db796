"""The reports as machines are told of them: dates, terms and files beside the composed report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.document import Document
from generator.editions import EDITIONS
from generator.notation.date import Date
from generator.outputs.artifacts import Asset
from generator.outputs.discovery.dates import first_date
from generator.outputs.web.licence import Licence
from generator.outputs.web.shelf import Shelf
from generator.outputs.web.shelving import Publication

_WHOLE = (*(edition.file for edition in EDITIONS), "report.html", "report.json")


@dataclass(frozen=True, slots=True)
class Work:
    """A report. `published` is the date of publication that the report itself gives, `dated` that or else the basis
    date of its figures; each is as exact as it is written, None where there is none with a year. `files` gives the
    sizes in bytes of the files beside its page, by their names (`report.pdf`)."""

    document: Document
    published: Date | None
    dated: Date | None
    licence: Licence
    files: Mapping[str, int]

    @property
    def folder(self) -> str:
        """The report's folder in the site."""
        return f"{self.document.year}/{self.document.slug}"

    @property
    def page(self) -> str:
        """The place of its page."""
        return f"{self.folder}/index.html"

    @property
    def downloads(self) -> tuple[str, ...]:
        """The names of the files that hold the report or its data: those to read, then those to compute with."""
        tables = sorted(name for name in self.files if name.endswith(".csv"))
        return tuple(name for name in (*_WHOLE, *tables) if name in self.files)


def works_of(
    documents: Sequence[Document], shelf: Shelf, publications: Mapping[str, Publication], assets: Sequence[Asset]
) -> tuple[Work, ...]:
    """Give the reports, the newest first, with what their folders' `publications` and the site's files say of them."""
    files: dict[str, dict[str, int]] = {}
    for asset in assets:
        folder, _, name = asset.path.rpartition("/")
        files.setdefault(folder, {})[name] = len(asset.data)
    works = []
    for document in documents:
        folder = f"{document.year}/{document.slug}"
        publication = publications.get(folder, Publication())
        published = first_date(publication.published, _cover_date(document))
        dated = published or first_date(document.basis)
        licence = publication.licence or shelf.licence
        works.append(Work(document, published, dated, licence, files.get(folder, {})))
    return tuple(sorted(works, key=_newest_first))


def _cover_date(document: Document) -> str:
    # A cover without a date of its own shows the basis date, which says nothing of the publication.
    date = document.cover.date
    return "" if document.basis and document.basis in date else date


def _newest_first(work: Work) -> tuple[int, int, int, str]:
    date = work.dated if work.dated and work.dated.year == work.document.year else Date(work.document.year)
    return -work.document.year, -(date.month or 1), -(date.day or 1), work.document.slug
