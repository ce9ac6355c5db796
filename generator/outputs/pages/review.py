"""신구대조표 on the web: two versions of a report, or two years of a department, side by side.

The form is that of amended laws (현행, 개정안, 비고): what stood on the left, what stands on the right, each change
marked in its sentence, and a remark with the difference.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.changes.headlines import PROGRAMME_WORDS, sums
from generator.changes.kinds import ArchiveChanges, ReportChanges
from generator.changes.wording import archive_text, change_sentence, counts_text
from generator.changes.years import NO_LINEAGE, PlanResult, compare_years, plans_against_results
from generator.document import Document
from generator.notation.particle import with_particle
from generator.outputs.artifacts import Page, PageHead
from generator.outputs.pages.report_views import issuer, short_title
from generator.outputs.pages.review_rows import FigureRow, figure_rows, plan_view, programme_names, review_groups
from generator.outputs.review.kinds import finding_lists
from generator.outputs.web.paths import report_path
from generator.outputs.web.rendering import render_body
from generator.outputs.web.shelf import ShelfDepartment
from generator.remembering import Memory
from generator.revisions import Findings

_NO_FINDINGS = Findings((), (), ())
_PLAN = "계획"


@dataclass(frozen=True, slots=True)
class PagePictures:
    """A PDF page whose picture changed: its name (`5`), and the addresses of both pictures from the archive's root;
    empty on the side where the report has no such page."""

    name: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ComparisonLink:
    """A comparison that a report has a part in: the page's place in the site, and what the link says."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports of a department, or of one and its predecessor, the newer beside the newest one before it."""

    old: Document
    new: Document

    @property
    def path(self) -> str:
        """The comparison's page; the report's department is followed by the year that it is compared with, so that
        two predecessors do not share a page."""
        before = f"-{self.old.year}" + (f"-{self.old.slug}" if self.old.slug != self.new.slug else "")
        return f"review/{self.new.year}-{self.new.slug}{before}/index.html"


def review_page(
    path: str,
    title: str,
    changes: ReportChanges,
    *,
    sides: tuple[str, str] = ("현행", "개정(안)"),
    eyebrow: str = "신구대조표",
    findings: Findings = _NO_FINDINGS,
    pictures: Sequence[PagePictures] = (),
    plans: Sequence[PlanResult] = (),
    listed: bool = False,
    old_page: bool = False,
) -> Page:
    """Make the page of one report's changes.

    `sides` head the two columns. `plans` are shown where two years are compared. `listed` lets search engines list the
    page: two published years yes, a proposal no. `old_page` tells that the old report has a page in this archive.
    """
    groups = review_groups(changes)
    body = render_body(
        "review",
        root="../" * path.count("/"),
        title=title,
        eyebrow=eyebrow,
        changes=changes,
        counts=changes.counts,
        summary=counts_text(changes),
        sides=sides,
        groups=groups,
        figures=_by_place(changes),
        programmes=[(word, kind, n) for kind, word in PROGRAMME_WORDS.items() if (n := programme_names(changes, kind))],
        sums=list(sums(changes)),
        findings=[(name, items) for name, items in finding_lists(findings) if items],
        pictures=pictures,
        plans=[plan_view(plan) for plan in plans if plan.lines],
        unmatched=[plan_view(plan) for plan in plans if plan.result is None],
        old_page=old_page,
        paths=(report_path(changes.old), report_path(changes.new)),
    )
    description = f"{issuer(changes.new)}: {counts_text(changes)}"
    return Page(path, "review", title, body, description, PageHead(unlisted=not listed))


def review_list_page(
    path: str, title: str, changes: ArchiveChanges, pages: Mapping[str, str], findings: Findings = _NO_FINDINGS
) -> Page:
    """Make the page of everything that changed between two archives. `pages` leads from a report's folder to the page
    of its changes, from the archive's root."""
    body = render_body(
        "review-list",
        root="../" * path.count("/"),
        title=title,
        summary=archive_text(changes),
        changes=changes,
        reports=[(r, pages.get(r.folder, ""), counts_text(r)) for r in changes.reports],
        settings=[(" › ".join(change.place.trail), change_sentence(change)) for change in changes.settings],
        findings=[(name, items) for name, items in finding_lists(findings) if items],
        issuer_of=issuer,
        title_of=short_title,
        path_of=report_path,
    )
    return Page(path, "review", title, body, archive_text(changes), PageHead(unlisted=True))


def comparisons(documents: Sequence[Document], departments: Sequence[ShelfDepartment]) -> tuple[Comparison, ...]:
    """Pair each report with the newest earlier one of its department and of each predecessor; of several in one year
    with that of the same kind. A report that has an earlier one of its own department needs no predecessor's."""
    before = {department.slug: department.predecessors for department in departments}
    made = []
    for document in sorted(documents, key=lambda d: (d.year, d.slug)):
        own = _newest_before(document, document.department_slug, documents)
        sources = (
            [own]
            if own
            else [_newest_before(document, slug, documents) for slug in before.get(document.department_slug, ())]
        )
        made += [Comparison(old, document) for old in sources if old is not None]
    return tuple(made)


def comparison_pages(
    documents: Sequence[Document],
    departments: Sequence[ShelfDepartment],
    same: Mapping[str, str] = NO_LINEAGE,
    memory: Memory | None = None,
) -> list[Page]:
    """Make the 신구대조표 of every two years that follow each other in the archive. `same` gives the lineage of a
    programme by its id. What a `memory` has of an earlier time is not made again."""
    known = memory or Memory()
    made = []
    for pair in comparisons(documents, departments):
        given = (pair.old, pair.new, _plans_for(pair, documents), tuple(same.items()))
        make = partial(_comparison_page, pair, documents, same)
        made.append(known.recall(("comparison", pair.path), given, make))
    return made


def comparison_links(
    documents: Sequence[Document], departments: Sequence[ShelfDepartment]
) -> Mapping[str, tuple[ComparisonLink, ...]]:
    """Give, for each report's folder, the links to its comparisons, the older year first."""
    links: dict[str, list[ComparisonLink]] = {}
    for pair in comparisons(documents, departments):
        for here, other in ((pair.new, pair.old), (pair.old, pair.new)):
            text = f"{other.year}년 {with_particle(other.department, '과/와')} 신구대조표"
            links.setdefault(f"{here.year}/{here.slug}", []).append(ComparisonLink(pair.path, text))
    return {folder: tuple(found) for folder, found in links.items()}


def _comparison_page(pair: Comparison, documents: Sequence[Document], same: Mapping[str, str]) -> Page:
    old, new = pair.old, pair.new
    title = f"{old.year}년 {with_particle(old.kind, '과/와')} {new.year}년 {new.kind}"
    sides = tuple(
        f"{d.year}년" if old.department == new.department else f"{d.year}년 {d.department}" for d in (old, new)
    )
    return review_page(
        pair.path,
        title,
        compare_years(old, new, same),
        sides=(sides[0], sides[1]),
        eyebrow=f"{issuer(new)} 신구대조표",
        plans=plans_against_results(_plans_for(pair, documents), (new,), same),
        listed=True,
        old_page=True,
    )


def _plans_for(pair: Comparison, documents: Sequence[Document]) -> tuple[Document, ...]:
    """Give the reports with plans for the new report's year: plans of that year, and last year's results with the
    plans that are bound with them."""
    own = (pair.new.department_slug, pair.old.department_slug)
    return tuple(
        document
        for document in documents
        if document.department_slug in own
        and (
            (document.year == pair.new.year and _PLAN in document.kind)
            or (document.year == pair.new.year - 1 and _PLAN not in document.kind)
        )
    )


def _newest_before(document: Document, department: str, documents: Sequence[Document]) -> Document | None:
    earlier = [d for d in documents if d.department_slug == department and d.year < document.year]
    return max(earlier, key=lambda d: (d.year, d.kind == document.kind, d.slug), default=None)


def _by_place(changes: ReportChanges) -> list[tuple[str, list[FigureRow]]]:
    return [(place, list(rows)) for place, rows in groupby(figure_rows(changes), key=lambda row: row.place)]
