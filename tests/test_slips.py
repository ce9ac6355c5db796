"""Slips that staff make in a real report: one fault gives one message, at its line, and nothing seems wrong for it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

import pytest

from generator.archive import check_library
from generator.library import read_library
from tests.changes.reading import real_files
from tests.trees import MemoryTree

RESULTS = "2022/jobs-economy/추진실적.yml"
GENERAL = "2022/jobs-economy/일반현황.yml"
NEW = "2022/jobs-economy/신규중점사업.yml"
HEAD = "2022/jobs-economy/보고서.yml"
SETTINGS = "organization.yml"
TWIN, CENTRE, FUND = "  - id: fair-economy\n    이름: 다른과\n", "  - id: seoul-center\n", "  - 이름: 기금\n"
BUDGET = "예산액: 728,991 (시 325,000, 구 403,991)"
TEAM = "    담당팀: 일자리창출팀"
ITEM = "        ○ 선발인원: 560명"
KEY = "    예산현황:\n      단위: 천원\n      예산액: 728"
PASTED = "        구분\t예산\n        안심\t100"
CONFLICT = f"<<<<<<< HEAD\n      {BUDGET}\n=======\n      예산액: 738,991 (구 738,991)\n>>>>>>> mine\n"

SLIPS: Mapping[str, tuple[str, str, str, str]] = {
    "text indented with tabs": (RESULTS, ITEM, "\t\t○ 선발인원: 560명", "50 tab-indent"),
    "key indented with a tab": (RESULTS, TEAM, "\t담당팀: 일자리창출팀", "5 tab-indent"),
    "ideographic spaces": (RESULTS, TEAM, "　　담당팀: 일자리창출팀", "5 odd-space"),
    "full-width colon": (RESULTS, TEAM, "    담당팀：일자리창출팀", "5 missing-space"),
    "no blank after a colon": (RESULTS, TEAM, "    담당팀:일자리창출팀", "5 missing-space"),
    "open quote": (RESULTS, "사업명: 희망이", '사업명: "희망이', "3 unclosed-quote"),
    "colon in a value": (RESULTS, "사업명: 희망이", "사업명: 희망: 이", "3 quote-needed"),
    "bracket at the start": (RESULTS, "사업명: 희망이", "사업명: [신규] 희망이", "3 text-after-value"),
    "item outside its text": (RESULTS, f"{ITEM}\n", f"{ITEM[4:]}\n", "50 bad-indent"),
    "no dash before an item": (RESULTS, "  - 사업명: 취업취약", "    사업명: 취업취약", "40 duplicate-key"),
    "a key twice": (RESULTS, TEAM, f"{TEAM}\n{TEAM}", "6 duplicate-key"),
    "misspelt key": (RESULTS, KEY, KEY.replace("현황", "헌황"), "35 unknown-key"),
    "conflict left by Git": (RESULTS, f"      {BUDGET}\n", CONFLICT, "37 merge-conflict"),
    "blank in an amount": (RESULTS, "728,991 (시", "728, 991 (시", "37 money"),
    "open bracket": (RESULTS, "구 403,991)", "구 403,991", "37 money"),
    "missing amount": (RESULTS, "집행액: 465,903 (시 325,000, 구 140,903)", "집행액:", "38 empty-value"),
    "cell missing in a head": (RESULTS, "| ^      | ^        | 취업자(명)", "| ^      | 취업자(명)", "18 table-ragged"),
    "table pasted from a spreadsheet": (RESULTS, ITEM, f"{ITEM}\n{PASTED}", "51 pasted-table"),
    "unknown team": (RESULTS, "담당팀: 일자리창출팀", "담당팀: 일자리창줄팀", "5 team-name"),
    "id of another programme": (RESULTS, "id: public-jobs", "id: stable-jobs", "41 programme-id"),
    "id in Korean": (RESULTS, "id: public-jobs", "id: 공공일자리", "41 programme-id"),
    "total that is off": (GENERAL, "| 정원   |    |", "| 정원   | 25 |", "48 table-sum"),
    "picture that is not there": (NEW, '음성장치]( "음', '음성장치](없음.png "음', "28 picture-missing"),
    "impossible basis date": (HEAD, "2022. 8. 31.\n", "2022. 9. 31.\n", "4 impossible-date"),
    "name of a department for its id": (HEAD, "부서: jobs-economy", "부서: 일자리경제과", "2 unknown-department"),
    "blank in a kind": (HEAD, "종류: 추진실적", "종류: 추진 실적", "3 wrong-value"),
    "section left out": (HEAD, "  - 추진실적\n", "", "1 section-unlisted"),
    "id of another department": (SETTINGS, CENTRE, TWIN + CENTRE, "48 settings-twice"),
    "team listed twice": (SETTINGS, "이름: 시장지원팀", "이름: 생활경제팀", "42 settings-twice"),
    "short name of another source": (SETTINGS, FUND, f"  - 이름: 광역\n    약칭: 시\n{FUND}", "58 settings-twice"),
    "section without a file": (HEAD, "  - 추진실적\n", "  - 추진실적\n  - 추진계획\n", "9 section-missing"),
}  # fmt: skip


def findings(files: Mapping[str, str | bytes]) -> list[str]:
    archive = check_library(read_library(MemoryTree(files)))
    return [f"{finding.at.line} {finding.code}" for finding in archive.findings]


@pytest.mark.parametrize("slip", SLIPS)
def test_one_fault_gives_one_message(slip: str) -> None:
    path, old, new, expected = SLIPS[slip]
    text = real_files()[path].decode()
    assert old in text, "the report was changed: choose another place"
    assert findings({**real_files(), path: text.replace(old, new, 1)}) == [expected]


def renamed(suffix: str) -> Callable[[], Mapping[str, bytes]]:
    return lambda: {p.replace(".yml", suffix) if p == RESULTS else p: data for p, data in real_files().items()}


def rewritten(write: Callable[[bytes], bytes]) -> Callable[[], Mapping[str, bytes]]:
    return lambda: {**real_files(), RESULTS: write(real_files()[RESULTS])}


def decomposed() -> Mapping[str, bytes]:
    return {unicodedata.normalize("NFD", path): data for path, data in real_files().items()}


FILES: Mapping[str, tuple[Callable[[], Mapping[str, bytes]], list[str]]] = {
    "CP949": (rewritten(lambda data: data.decode().encode("cp949", "replace")), ["1 encoding"]),
    "UTF-16": (rewritten(lambda data: data.decode().encode("utf-16")), ["1 encoding"]),
    "an HWP file": (rewritten(lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900)), ["1 encoding"]),
    "an empty file": (rewritten(lambda _: b""), ["1 empty-file"]),
    ".yaml": (renamed(".yaml"), ["8 section-missing"]),
    ".yml.txt": (renamed(".yml.txt"), ["8 section-missing"]),
    "a byte order mark": (rewritten(lambda data: b"\xef\xbb\xbf" + data), []),
    "line ends of Windows": (rewritten(lambda data: data.replace(b"\n", b"\r\n")), []),
    "names of macOS": (decomposed, []),
}


@pytest.mark.parametrize("name", FILES)
def test_files_that_are_saved_otherwise(name: str) -> None:
    files, expected = FILES[name]
    assert findings(files()) == expected


def test_hints_say_what_to_do() -> None:
    hints = {
        "conflict left by Git": "'=======' 위와 아래의 내용을 견주어",
        "no dash before an item": "'- 사업명: …'처럼 '- '로 시작",
        "name of a department for its id": "'jobs-economy'를 쓰려던 것입니까?",
        "blank in a kind": "'추진실적'을 쓰려던 것입니까?",
        "blank in an amount": "쉼표 뒤의 빈칸을 지우세요",
        "table pasted from a spreadsheet": "| 구분 | 예산 |, 그 아래에 |---|---|",
        "section without a file": "'추진계획.yml' 파일을 만들거나",
    }
    for slip, hint in hints.items():
        path, old, new, _ = SLIPS[slip]
        text = real_files()[path].decode().replace(old, new, 1)
        (found,) = check_library(read_library(MemoryTree({**real_files(), path: text}))).findings
        assert hint in found.hint
