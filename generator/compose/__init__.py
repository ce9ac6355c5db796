"""From a report as written to the report as printed: numbers, anchors, captions and figures are settled here.

    model (YAML, validated)  ->  Document (finished text)  ->  every output

Trouble in text and figures comes back as findings beside the document; a document is given whenever the report's
skeleton could be read, so that a half-written report can be previewed.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.blocks.context import Context
from generator.compose.divisions import Desk, compose_part
from generator.compose.requirements import missing_parts, missing_topics
from generator.diagnostics import Diagnostic
from generator.document import Cover, Document
from generator.fields import words
from generator.house import House
from generator.kinds import KINDS
from generator.library import Library, LoadedReport
from generator.markup import Footnotes
from generator.model import Report
from generator.organization import Organization, house_of


@dataclass(frozen=True, slots=True)
class ComposedReport:
    """A document with what is wrong in it, and the folder that it comes from."""

    folder: str
    document: Document
    findings: tuple[Diagnostic, ...]


def compose_library(library: Library) -> tuple[ComposedReport, ...]:
    """Compose every report of which 보고서.yml, the department and at least one section could be read.

    A report with a section missing has errors and is never published; it is composed so that the mistakes in its other
    sections are found in the same run, and for the preview.
    """
    organization = library.organization
    if organization is None:
        return ()
    house = house_of(organization)
    composed = (compose_report(loaded, organization, house) for loaded in library.reports if loaded.sections)
    return tuple(report for report in composed if report is not None)


def compose_report(loaded: LoadedReport, organization: Organization, house: House) -> ComposedReport | None:
    """Compose one report; None where its 보고서.yml was not read or names an unknown department."""
    report = loaded.report
    department = organization.department(words(report.department)) if report else None
    if report is None or department is None:
        return None
    footnotes = Footnotes()
    desk = Desk(Context(house, footnotes.scope()), footnotes)
    own = KINDS[words(report.kind)]
    parts = []
    for count, loaded_section in enumerate(loaded.sections, start=1):
        section = loaded_section.section
        kind = KINDS[words(section.kind)] if section.kind else own
        desk.findings.extend(missing_topics(section, kind))
        parts.append(compose_part(section, count, kind, words(report.part_number) or own.part, desk))
    if loaded.whole:
        titles = tuple(loaded_section.section.title for loaded_section in loaded.sections)
        desk.findings.extend(missing_parts(titles, own, report.sections[0]))
    name = words(department.name)
    institution = words(department.institution or organization.institution)
    document = Document(
        year=loaded.year,
        slug=loaded.slug,
        title=words(report.title),
        kind=own.name,
        institution=institution,
        department=name,
        department_slug=words(department.id),
        basis=words(report.basis),
        file_name=f"{words(report.title)}({name})",
        cover=_cover(report, institution, name),
        parts=tuple(parts),
        origin=words(report.origin),
    )
    return ComposedReport(loaded.folder, document, tuple(desk.findings))


def _cover(report: Report, institution: str, department: str) -> Cover:
    written = report.cover
    basis = words(report.basis)
    return Cover(
        title=words(written.title if written else None) or words(report.title),
        subtitle=words(written.subtitle if written else None),
        date=words(written.date if written else None) or (f"{basis} 기준" if basis else ""),
        organization=words(written.organization if written else None) or f"{institution} {department}",
    )
