"""check --stats, and what the archive's own reports say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.archive import Archive, check_library, read_archive
from generator.checks import RULES
from generator.checks.rule import Group
from generator.commands.statistics import statistics_json, statistics_text, tallies
from generator.library import read_library
from tests.trees import archive_of

CONTENT = Path(__file__).resolve().parents[2] / "content"
TABLE = """\
제목: 사례
내용: |
  | 구분 | 계획 | 실적 |
  |---|---:|---:|
  | 계 | 10 | 9 |  # 검사 제외: table-sum, 원문 그대로
  | 가 | 4 | 3 |
  | 나 | 5 | 6 |

  ○ 참여: 3명(남 1명, 여 1명)
"""


@pytest.fixture(scope="module")
def archive() -> Archive:
    return check_library(read_library(archive_of({"일반현황.yml": TABLE})))


@pytest.fixture(scope="module")
def published() -> Archive:
    return read_archive(CONTENT)


def test_counts_of_each_rule(archive: Archive) -> None:
    counted = {code: (t.checked, t.held, t.broken, t.silenced) for (_, code), t in tallies(archive).items()}
    assert counted["table-sum"] == (2, 1, 1, 1)
    assert counted["count-sum"] == (1, 0, 1, 0)


def test_the_table_has_reports_rules_and_a_sum(archive: Archive) -> None:
    rows = [line.split() for line in statistics_text(archive, lambda folder: True).split("\n")]
    assert ["2030/sample", "4", "2", "2", "1"] in rows
    assert ["table-sum", "2", "1", "1", "1"] in rows
    assert rows[-1] == ["모두", "4", "2", "2", "1"]


def test_only_wanted_reports_are_counted(archive: Archive) -> None:
    assert statistics_text(archive, lambda folder: False).split("\n")[-1].split() == ["모두", "0", "0", "0", "0"]
    assert statistics_json(archive, lambda folder: False) == []


def test_data_holds_the_same_counts(archive: Archive) -> None:
    entries = statistics_json(archive, lambda folder: True)
    table = next(entry for entry in entries if entry["rule"] == "table-sum")
    assert table == {"report": "2030/sample", "rule": "table-sum", "checked": 2, "held": 1, "broken": 1, "silenced": 1}


def test_every_contradiction_of_the_published_reports_has_its_reason(published: Archive) -> None:
    codes = {rule.code for rule in RULES if rule.group is not Group.NOTATION}
    assert [f for f in published.findings if f.code in codes or f.code.startswith("exclusion-")] == []
    assert all(item.exclusion.reason.endswith(".") for item in published.silenced)


def test_every_published_report_has_relations_that_hold_and_some_that_do_not(published: Archive) -> None:
    for report in published.reports:
        own = [tally for (folder, _), tally in tallies(published).items() if folder == report.folder]
        assert sum(t.held for t in own) > 40
        assert sum(t.broken for t in own) == sum(t.silenced for t in own) > 0
