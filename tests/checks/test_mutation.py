"""A digit that changes in a published report is noticed: where a relation held before, it no longer does."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from generator.archive import Archive, check_library
from generator.checks import RULES
from generator.checks.relation import Comparison, Relation
from generator.checks.rule import Rule
from generator.checks.subject import Subject, subject_of
from generator.compose import compose_library
from generator.library import Library, read_library
from generator.organization import house_of
from generator.source import source_lines
from tests.trees import MemoryTree

CONTENT = Path(__file__).resolve().parents[2] / "content"
# These compare figures that one digit surely sets apart; a count beside names may be a remark.
SURE = (
    "table-sum",
    "table-formula",
    "funding-sum",
    "unit-price",
    "unit-budget",
    "table-text",
    "team-count",
    "percentage",
)
SAMPLES = 12


def _files() -> dict[str, str | bytes]:
    return {path.relative_to(CONTENT).as_posix(): path.read_bytes() for path in CONTENT.rglob("*.yml")}


def _subjects(library: Library) -> list[Subject]:
    assert library.organization is not None
    house = house_of(library.organization)
    loaded = {report.folder: report for report in library.reports}
    return [subject_of(loaded[c.folder], c, house) for c in compose_library(library)]


def _held(rules: list[Rule]) -> list[Relation]:
    found = []
    for subject in _subjects(read_library(MemoryTree(_files()))):
        for rule in rules:
            assert rule.report is not None
            found += [r for r in rule.report(subject) if isinstance(r, Relation) and r.holds]
    return [r for r in found if r.comparison is Comparison.EQUAL and not r.tolerance]


def _changed(relation: Relation) -> Archive:
    """Check the report again with the last digit of the relation's figure three higher."""
    at = relation.at
    folder = at.path.rsplit("/", 1)[0]
    files = {path: data for path, data in _files().items() if path.startswith(folder) or path == "organization.yml"}
    data = files[at.path]
    lines = list(source_lines(data if isinstance(data, bytes) else data.encode()))
    line = lines[at.line - 1]
    digits = re.compile(r"\d[\d,.]*\d|\d").search(line, at.column - 1)
    assert digits is not None
    place = digits.end() - 1
    lines[at.line - 1] = f"{line[:place]}{(int(line[place]) + 3) % 10}{line[place + 1 :]}"
    return check_library(read_library(MemoryTree({**files, at.path: "\n".join(lines)})))


@pytest.fixture(scope="module")
def sample() -> list[Relation]:
    held = _held([rule for rule in RULES if rule.code in SURE])
    assert len(held) > 100
    return random.Random(20).sample(held, SAMPLES)


@pytest.mark.parametrize("index", range(SAMPLES))
def test_a_changed_digit_is_noticed_in_its_file(sample: list[Relation], index: int) -> None:
    relation = sample[index]
    archive = _changed(relation)
    codes = {rule.code for rule in RULES}
    assert any(f.at.path == relation.at.path and f.code in codes for f in archive.findings)
