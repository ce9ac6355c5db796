"""Content folders in memory, for tests."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic

ORGANIZATION = """\
기관: 가상시 보기구
누리집:
  이름: 보기 아카이브
  표제: 무엇을 했는지 찾아봅니다
  소개: 시험에 쓰는 꾸며 낸 기관입니다.
부서 목록:
  - id: sample
    이름: 보기과
"""

REPORT = """\
제목: 2030년 주요업무 보고
부서: sample
종류: 추진실적
구성:
  - 일반현황
"""


@dataclass(frozen=True)
class MemoryTree:
    """A content folder whose files are texts; names are composed as on disk."""

    files: Mapping[str, str | bytes]
    findings: tuple[Diagnostic, ...] = field(default=())

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(unicodedata.normalize("NFC", path) for path in self.files))

    def read(self, path: str) -> bytes | None:
        for name, text in self.files.items():
            if unicodedata.normalize("NFC", name) == path:
                return text if isinstance(text, bytes) else text.encode()
        return None


def archive_of(files: Mapping[str, str | bytes], folder: str = "2030/sample") -> MemoryTree:
    """A whole content folder: files of one report given by their bare names, the rest filled with samples."""
    placed = {name if "/" in name or name == "organization.yml" else f"{folder}/{name}": t for name, t in files.items()}
    defaults: dict[str, str | bytes] = {"organization.yml": ORGANIZATION, f"{folder}/보고서.yml": REPORT}
    return MemoryTree({**defaults, **placed})
