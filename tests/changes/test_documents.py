"""Two versions of a report: what is told, and that nothing else is."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter

import pytest

from generator.changes.documents import compare_archives, compare_documents
from generator.changes.kinds import ChangeKind, ReportChanges, folder_of
from generator.changes.wording import change_sentence
from generator.changes.words import RunKind
from generator.document import Document
from tests.cases import Case, cases
from tests.changes.reading import document_of, documents_of, real_documents, real_files

RESULTS = "2022/jobs-economy/추진실적.yml"
GENERAL = "2022/jobs-economy/일반현황.yml"


def sentences(changes: ReportChanges) -> list[str]:
    return [f"({change.kind}) {change_sentence(change)}" for change in changes.changes]


@pytest.mark.parametrize("case", cases("changes/documents"))
def test_changes(case: Case) -> None:
    changes = compare_documents(document_of(case.files["old"]), document_of(case.files["new"]))
    assert sentences(changes) == [line for line in case.files["expected"].split("\n") if line]


@pytest.mark.parametrize("case", cases("changes/documents"))
def test_runs_lead_from_the_old_text_to_the_new_one(case: Case) -> None:
    changes = compare_documents(document_of(case.files["old"]), document_of(case.files["new"]))
    for change in (c for c in changes.changes if c.runs):
        assert "".join(run.text for run in change.runs if run.kind is not RunKind.INS) == change.old
        assert "".join(run.text for run in change.runs if run.kind is not RunKind.DEL) == change.new


MIRRORED = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}


@pytest.mark.parametrize("case", cases("changes/documents"))
def test_back_and_forth_are_mirrored(case: Case) -> None:
    old, new = document_of(case.files["old"]), document_of(case.files["new"])
    there, back = compare_documents(old, new), compare_documents(new, old)
    assert Counter(MIRRORED.get(c.kind, c.kind) for c in there.changes) == Counter(c.kind for c in back.changes)


@pytest.mark.parametrize("document", real_documents(), ids=folder_of)
def test_a_report_does_not_differ_from_itself(document: Document) -> None:
    assert compare_documents(document, document).changes == ()
    # Compared piece by piece too, when something else differs.
    other = dataclasses.replace(document, origin="다른 출처")
    assert [change.name for change in compare_documents(document, other).changes] == ["출처"]


def mutated(path: str, old: str, new: str) -> list[str]:
    text = real_files()[path].decode()
    assert text.count(old) == 1, "the report was changed: choose another place"
    changed = documents_of({**real_files(), path: text.replace(old, new).encode()})
    archive = compare_archives(real_documents(), changed)
    assert not archive.added and not archive.removed and not archive.moved
    assert [report.folder for report in archive.changed] in ([], ["2022/jobs-economy"])
    return [sentence for report in archive.changed for sentence in sentences(report)]


def test_a_figure_of_a_real_report_with_what_follows_from_it() -> None:
    assert mutated(GENERAL, "28,694,804", "28,794,804") == [
        "(수치) ‘계 › 예산액’이 36,118,055천원에서 36,218,055천원으로 100,000천원 늘었습니다(+0.3%). 계산한 값입니다.",
        "(수치) ‘계 › 집행률(%) (8.31.기준)’이 73.0%에서 72.8%로 0.2%p 줄었습니다. 계산한 값입니다.",
        "(수치) ‘기업하기 좋은 도시 영등포 구현 › 예산액’이 28,694,804천원에서 28,794,804천원으로 100,000천원 "
        "늘었습니다(+0.3%).",
        "(수치) ‘기업하기 좋은 도시 영등포 구현 › 집행률(%) (8.31.기준)’이 76.1%에서 75.9%로 0.2%p 줄었습니다. "
        "계산한 값입니다.",
    ]


def test_figures_in_a_sentence_of_a_real_report() -> None:
    assert mutated(RESULTS, "10회 개최, 72명 채용", "12회 개최, 82명 채용") == [
        "(수치) ‘찾아가는 일자리 연계 ‘JOB포유’ 운영’이 10회에서 12회로 2회 늘었습니다(+20.0%). "
        "72명에서 82명으로 10명 늘었습니다(+13.9%)."
    ]


def test_rows_of_a_real_report_in_another_order() -> None:
    lines = real_files()[GENERAL].decode().split("\n")
    place = next(i for i, line in enumerate(lines) if "생활경제안정 및 도시농업" in line)
    one, other = lines[place], lines[place + 1]
    assert mutated(GENERAL, f"{one}\n{other}", f"{other}\n{one}") == []


@pytest.mark.parametrize("path", [RESULTS, GENERAL])
def test_a_real_report_written_otherwise(path: str) -> None:
    text = real_files()[path].decode()
    # Twice the indentation, and keys that keep their column behind the dash of a list.
    wide = re.sub(
        r"^( *)", r"\1\1", re.sub(r"^( *)- (?=(?:사업명|이름|명칭):)", r"\1-  ", text, flags=re.M), flags=re.M
    )
    wide = re.sub(r"^( *-)  (?=(?:사업명|이름|명칭):)", r"\1   ", wide, flags=re.M)
    assert wide != text
    changed = documents_of({**real_files(), path: wide.encode()})
    assert compare_archives(real_documents(), changed).is_empty


def test_reports_come_go_and_get_another_folder() -> None:
    first, *others = real_documents()
    renamed = dataclasses.replace(first, slug="renamed")
    assert [r.folder for r in compare_archives([first], [renamed]).moved] == [f"{first.year}/renamed"]
    archive = compare_archives([first, others[0]], [first, others[1]])
    assert (archive.removed, archive.added, archive.changed) == ((others[0],), (others[1],), ())


def test_every_change_has_its_place() -> None:
    text = real_files()[RESULTS].decode().replace("72명 채용", "73명 채용")
    changed = documents_of({**real_files(), RESULTS: text.encode()})
    (report,) = compare_archives(real_documents(), changed).changed
    (change,) = report.changes
    assert change.at is not None and change.at.path == RESULTS
    assert "73명 채용" in text.split("\n")[change.at.line - 1]
    assert (change.place.programme, change.place.cited) == ("stable-jobs", "Ⅱ-1")
    assert change.place.new_anchor == change.place.old_anchor == "stable-jobs-주요-추진실적"
