"""The pages of a review: what changed in each report, with pictures of the printed pages that look different."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.archive import Archive
from generator.changes.kinds import ReportChanges, folder_of
from generator.diagnostics import Diagnostic
from generator.outputs.artifacts import Asset, Page
from generator.outputs.errors import PdfUnavailable
from generator.outputs.pages.review import PagePictures, review_list_page, review_page
from generator.outputs.paper.page_pictures import PagePair, changed_pages
from generator.outputs.paper.pdf_result import PdfResult
from generator.press import Press, job_of
from generator.reviewing import Compared
from generator.revisions import Findings
from generator.site.gathered import picture_of

FOLDER = "review"
TITLE = "무엇이 바뀌었나"


def review_site(compared: Compared, press: Press) -> tuple[list[Page], list[Asset]]:
    """Make the page of everything that changed, a page for each report that did, and the pictures in it."""
    review = compared.review
    pages: list[Page] = []
    assets: list[Asset] = []
    reports = review.changes.reports
    before = _printed(compared.old, {folder_of(changes.old) for changes in reports}, press)
    after = _printed(compared.new, {folder_of(changes.new) for changes in reports}, press)
    for changes in reports:
        pair = before.get(folder_of(changes.old)), after.get(changes.folder)
        pictures, files = _pictures(changes, *pair)
        assets += files
        found = _findings_of(changes.folder, review.findings)
        title = f"{changes.new.title}에서 바뀐 것"
        pages.append(review_page(_path(changes), title, changes, findings=found, pictures=pictures))
    paths = {changes.folder: _path(changes) for changes in reports}
    pages.append(review_list_page(f"{FOLDER}/index.html", TITLE, review.changes, paths, review.findings))
    return pages, assets


def _findings_of(folder: str, found: Findings) -> Findings:
    def own(findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        return tuple(finding for finding in findings if finding.at.path.startswith(f"{folder}/"))

    return Findings(own(found.new), own(found.fixed), own(found.remaining), own(found.silenced))


def _printed(archive: Archive, folders: Collection[str], press: Press) -> Mapping[str, PdfResult]:
    wanted = (report for report in archive.reports if report.folder in folders)
    jobs = [job_of(r.folder, r.document, picture_of(archive, r.folder)) for r in wanted]
    try:
        return press.print(jobs)
    except PdfUnavailable:  # the build says so
        return {}


def _pictures(
    changes: ReportChanges, before: PdfResult | None, after: PdfResult | None
) -> tuple[list[PagePictures], list[Asset]]:
    if before is None or after is None:
        return [], []
    shown: list[PagePictures] = []
    files: list[Asset] = []
    for pair in changed_pages(before.data, after.data):
        old, new = (
            _kept(files, f"{FOLDER}/{changes.new.year}-{changes.new.slug}/{side}-{number}.png", data)
            for side, number, data in (("old", pair.old_number, pair.old), ("new", pair.new_number, pair.new))
        )
        shown.append(PagePictures(str(_printed_number(pair)), old, new))
    return shown, files


def _printed_number(pair: PagePair) -> int:
    return pair.new_number or pair.old_number


def _kept(files: list[Asset], path: str, data: bytes) -> str:
    if not data:
        return ""
    files.append(Asset(path, data))
    return path


def _path(changes: ReportChanges) -> str:
    return f"{FOLDER}/{changes.new.year}-{changes.new.slug}/index.html"
