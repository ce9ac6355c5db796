"""The example report and an older one as machines are told of them."""

from __future__ import annotations

from typing import Any

from generator.document import Cover
from generator.outputs.artifacts import Asset
from generator.outputs.discovery.works import Work, works_of
from generator.outputs.web.licence import licence_of
from generator.outputs.web.shelf import Shelf
from generator.outputs.web.shelving import Publication
from tests.outputs.example import report
from tests.outputs.example import shelf as example_shelf

ADDRESS = "https://example.org/archive/"
FOLDER = "2022/jobs-economy"
FILES = [Asset(f"{FOLDER}/report.{ending}", b"12345") for ending in ("html", "json", "pdf")]


def shelf(**changes: Any) -> Shelf:
    """Give the example's texts, with terms of use."""
    return example_shelf(**{"licence": licence_of(1), **changes})


def works(*documents: Any, published: str = "", files: Any = FILES) -> tuple[Work, ...]:
    """Give the example, or other documents; `published` is the example's day of publication as written."""
    given = documents or (report(),)
    return works_of(given, shelf(), {FOLDER: Publication(published)}, files)


def undated(**changes: Any) -> Any:
    """Give a report that tells no date."""
    return report(basis="", cover=Cover("보고"), **changes)
