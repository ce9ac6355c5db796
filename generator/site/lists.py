"""The pages over all reports: front page, years, departments, programmes, finance, errata, data, comparisons."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.outputs.artifacts import Page
from generator.outputs.pages.data import data_page
from generator.outputs.pages.department import department_pages
from generator.outputs.pages.finance import finance_page
from generator.outputs.pages.lifeline import lifeline_page, programmes_page
from generator.outputs.pages.overview import errata_page, front_page
from generator.outputs.pages.review import comparison_pages
from generator.outputs.pages.year import year_pages
from generator.outputs.web.downloads import PdfLink
from generator.site.gathered import Gathered


def list_pages(gathered: Gathered) -> Iterator[Page]:
    """Give all pages that tell of more than one report."""
    documents, shelf, records = gathered.documents, gathered.shelf, gathered.records
    recall = gathered.memory.recall
    published = {folder: one.published for folder, one in gathered.publications.items() if one.published}
    count = sum(map(len, gathered.errata.values()))
    yield front_page(documents, shelf, errata=count, records=records, published=published, lines=gathered.lines)
    yield from year_pages(documents, shelf, records=records)
    yield from department_pages(documents, shelf, records=records)
    yield programmes_page(gathered.lines, records)
    yield from (recall(("line-page", line.id), (line,), partial(lifeline_page, line)) for line in gathered.lines)
    yield recall("finance", (records, shelf), lambda: finance_page(records, shelf))
    yield from comparison_pages(documents, shelf.departments, gathered.same, gathered.memory)
    yield errata_page(documents, gathered.errata)
    pdfs = {folder: PdfLink(one.page_count, len(one.data)) for folder, one in gathered.printed.items()}
    yield data_page(gathered.archive, records, shelf, pdfs=pdfs, memory=gathered.memory)
