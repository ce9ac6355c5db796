"""A review as data, for other programs."""

from __future__ import annotations

import json

from generator.changes.kinds import Change, FigureChange, ReportChanges
from generator.diagnostics import to_json
from generator.document import Document
from generator.outputs.review.kinds import Review

FORMAT = 2
"""Version of the shape; it grows when a key changes its meaning or goes away."""


def render_review_json(review: Review) -> str:
    """Give the review as JSON text; figures are strings of plain digits."""
    found = review.changes
    made = {
        "format": FORMAT,
        "base": review.base,
        "head": review.head,
        "added": [_document(document) for document in found.added],
        "removed": [_document(document) for document in found.removed],
        "settings": [_change(change) for change in found.settings],
        "reports": [_report(report) for report in found.reports],
        "findings": {
            "new": [to_json(finding) for finding in review.findings.new],
            "silenced": [to_json(finding) for finding in review.findings.silenced],
            "fixed": [to_json(finding) for finding in review.findings.fixed],
            "remaining": [to_json(finding) for finding in review.findings.remaining],
        },
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _document(document: Document) -> dict[str, object]:
    return {"folder": f"{document.year}/{document.slug}", "title": document.title, "department": document.department}


def _report(report: ReportChanges) -> dict[str, object]:
    return {
        **_document(report.new),
        "previous_folder": f"{report.old.year}/{report.old.slug}",
        "changes": [_change(change) for change in report.changes],
    }


def _change(change: Change) -> dict[str, object]:
    made: dict[str, object] = {
        "kind": change.kind.name.lower(),
        "subject": change.subject.name.lower(),
        "place": list(change.place.trail),
        "programme": change.place.programme,
        "anchor": change.place.new_anchor or change.place.old_anchor,
        "name": change.name,
        "old": change.old,
        "new": change.new,
        "derived": change.derived,
        "figures": [_figure(figure) for figure in change.figures],
        "runs": [{"kind": run.kind.value, "text": run.text} for run in change.runs],
    }
    if change.at:
        made["at"] = {"path": change.at.path, "line": change.at.line, "column": change.at.column}
    return made


def _figure(figure: FigureChange) -> dict[str, object]:
    return {
        "label": figure.label,
        "unit": figure.unit,
        "old": format(figure.old, "f"),
        "new": format(figure.new, "f"),
        "difference": figure.difference,
        "percent": figure.percent,
        "derived": figure.derived,
    }
