"""Where pages stand in the site."""

from __future__ import annotations

from generator.document import Document

DEPARTMENTS = "departments/index.html"


def report_path(document: Document) -> str:
    """Give the place of a report's page."""
    return f"{document.year}/{document.slug}/index.html"


def year_path(year: int) -> str:
    """Give the place of a year's page."""
    return f"{year}/index.html"
