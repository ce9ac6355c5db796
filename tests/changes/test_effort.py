"""Work grows with what is compared, not with its square."""

from __future__ import annotations

from generator.changes.documents import compare_documents
from tests.changes.reading import document_of
from tests.effort import calls_of


def wide_table(rows: int, changed: bool) -> str:
    lines = (f"      | 사업{n} | {n + 1000 + (n % 7 == 0 and changed)} | {n} |" for n in range(rows))
    return "제목: 일반현황\n본문:\n  예산: |\n      | 구분 | 예산액 | 집행액 |\n      |---|---:|---:|\n" + "\n".join(
        lines
    )


def many_programmes(count: int, changed: bool) -> str:
    programmes = (
        f"  - {{사업명: 사업 {n}, id: p-{n}, 목적: 도움, 본문: {{사업개요: '○ 참여인원: {n + 10 + changed}명'}}}}"
        for n in range(count)
    )
    return "제목: 일반현황\n사업:\n" + "\n".join(programmes)


def test_a_table() -> None:
    def work(rows: int) -> int:
        old, new = (document_of(wide_table(rows, changed)) for changed in (False, True))
        assert len(compare_documents(old, new).changes) == -(-rows // 7)
        return calls_of(lambda: compare_documents(old, new))

    assert work(400) < 6 * work(100)


def test_programmes() -> None:
    def work(count: int) -> int:
        old, new = (document_of(many_programmes(count, changed)) for changed in (False, True))
        assert len(compare_documents(old, new).changes) == count
        return calls_of(lambda: compare_documents(old, new))

    assert work(80) < 6 * work(20)


def test_what_is_equal_is_skipped() -> None:
    one, other = document_of(many_programmes(60, False)), document_of(many_programmes(60, False))
    assert one is not other
    assert calls_of(lambda: compare_documents(one, other)) < 3_000
