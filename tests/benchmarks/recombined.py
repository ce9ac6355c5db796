"""Content folders of any size for benchmarks: reports recombined from the lines of the project's own reports.

Every line stands in a real report; what stands beside it does not. Programmes take their name, purpose, outlines,
tables and budget each from another place, parts such as the organization chart come whole. A department keeps most of
its programmes from year to year, so that there is something to follow. What is invented is the skeleton, and looks it:
departments are called 가상1과, 가상2과, …

The vocabulary is that of a few reports. In a thousand of them a word stands in many more places than it would among a
thousand real ones, which makes finding harder and compressing easier than it is.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.diagnostics import Diagnostic

CONTENT = Path(__file__).resolve().parents[2] / "content"
LAST_YEAR = 2025
FEWEST, MOST = 5, 15
"""How many programmes a report has."""
KEPT = 0.8
"""How many of its programmes a department carries into the next year, on average."""

_OVERVIEW, _DIRECTION, _DEEDS, _PLANS, _NEXT, _TIMES = (
    "사업개요", "추진방향", "추진실적", "추진계획", "향후계획", "추진일정",
)  # fmt: skip
_TOPICS = (_OVERVIEW, _DIRECTION, _DEEDS, _PLANS, _NEXT, _TIMES)
_COSTS = ("예산현황", "소요예산")
_RESULTS = ((_OVERVIEW, 2, 5), (_DEEDS, 4, 9), (_NEXT, 1, 3))
_PLAN = ((_DIRECTION, 1, 3), (_OVERVIEW, 2, 4), (_PLANS, 3, 7), (_TIMES, 1, 4))
_TABLE_CHANCE = 0.15
_NAME = re.compile(r"○ (?P<name>[가-힣A-Za-z0-9·․ ]{8,24})\n")
# What holds only where it stands: a call of a note, a picture, a weekday of a date without its year, staff counted.
_BOUND = re.compile(r"\[\^|!\[|\((?:월|화|수|목|금|토|일)\)|정원")
_PROGRAMME = '"사업명": "'.encode()
_EXCLUSION = re.compile(r"^(?P<line>.*?) +# 검사 제외:.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RecombinedTree:
    """A content folder in memory, a `FileTree`; paths are composed Hangul."""

    files: Mapping[str, bytes]
    findings: tuple[Diagnostic, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """All paths, sorted."""
        return tuple(sorted(self.files))

    def read(self, path: str) -> bytes | None:
        """Give a file's content, or None where there is no such file."""
        return self.files.get(path)

    def write_to(self, folder: Path) -> None:
        """Write all files below a folder, which is made where it is missing."""
        for path, data in self.files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)


@dataclass(frozen=True, slots=True)
class Stock:
    """What reports are put together from: outline items by topic, whole tables with their unit lines, and the rest as
    the YAML has it. `costs` are pairs of key and value; `parts` are the topics of the 일반현황, by name."""

    names: tuple[str, ...]
    purposes: tuple[str, ...]
    items: Mapping[str, tuple[str, ...]]
    tables: tuple[str, ...]
    costs: tuple[tuple[str, Any], ...]
    parts: Mapping[str, tuple[Any, ...]]


def recombined(count: int, seed: int = 0, years: int = 10) -> RecombinedTree:
    """Give a content folder of `count` reports over so many years, the same for the same seed and the same content.

    Each department reports once a year, so there are about `count / years` of them."""
    stock = read_stock(CONTENT)
    departments = -(-count // years)
    files = {"organization.yml": _file(_organization(CONTENT, departments))}
    for number in range(1, departments + 1):
        chance = random.Random(f"{seed}/{number}")
        made = min(years, count - (number - 1) * years)
        for path, data in _department(number, chance, stock, range(LAST_YEAR - made + 1, LAST_YEAR + 1)):
            files[path] = _file(data)
    return RecombinedTree(files)


def renamed(tree: RecombinedTree) -> RecombinedTree:
    """Give a content folder in which one programme of one report has another name."""
    path = next(path for path in tree.paths if _PROGRAMME in tree.files[path])
    edited = tree.files[path].replace(_PROGRAMME, _PROGRAMME + "고친 ".encode(), 1)
    return RecombinedTree({**tree.files, path: edited})


def read_stock(content: Path) -> Stock:
    """Take the reports of a content folder apart. Lines that are known to be wrong in the originals stay out."""
    written = [path.read_text(encoding="utf-8") for path in sorted(content.glob("[0-9]*/*/*.yml"))]
    wrong = frozenset(text for source in written for text in _excluded(source))
    sections = [yaml.load(_EXCLUSION.sub(r"\g<line>", source), yaml.CBaseLoader) for source in written]
    programmes = [p for section in sections for p in section.get("사업", ())]
    items: dict[str, list[str]] = {topic: [] for topic in _TOPICS}
    tables: list[str] = []
    for topic, text in _texts(sections, programmes):
        items[topic] += (item for item in _items(text) if _is_sound(item, wrong))
        tables += (table for table in _tables(text) if _is_sound(table, wrong))
    heads = (found["name"].strip() for item in items[_PLANS] if (found := _NAME.match(item)))
    standing = [s["본문"] for s in sections if s.get("제목") == "일반현황" and "조직" in s.get("본문", {})]
    costs = [(key, p[key]) for p in programmes for key in _COSTS if key in p]
    return Stock(
        names=_once([*(p["사업명"] for p in programmes if not _BOUND.search(p["사업명"])), *heads]),
        purposes=_once(p["목적"] for p in programmes if "목적" in p),
        items={topic: _once(found) for topic, found in items.items()},
        tables=_once(tables),
        costs=tuple((key, cost) for key, cost in costs if _is_sound(_yaml(cost), wrong)),
        parts={
            topic: tuple(own[topic] for own in standing if topic in own and _is_sound(_yaml(own[topic]), wrong))
            for topic in standing[0]
        },
    )


def _excluded(source: str) -> Iterator[str]:
    for found in _EXCLUSION.finditer(source):
        line = found["line"].strip()
        yield line
        if ": " in line:
            yield line.partition(": ")[2]


def _is_sound(text: str, wrong: frozenset[str]) -> bool:
    """Tell whether no line of an outline, a table or written data is among the `wrong` ones."""
    values = (line.partition(": ")[2].strip('"') for line in text.splitlines())
    return wrong.isdisjoint({line.strip() for line in text.splitlines()} | {value for value in values if value})


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _texts(sections: Sequence[Mapping[str, Any]], programmes: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """Give every outline with the topic that its items go under."""
    for programme in programmes:
        for name, text in programme.get("본문", {}).items():
            topic = next((topic for topic in (_DEEDS, _PLANS) if name.replace(" ", "").endswith(topic)), name)
            if isinstance(text, str) and topic in _TOPICS:
                yield topic, text
    for section in sections:
        if "사업" not in section:
            for key, text in _leaves(section):
                # A list of its own goes below its heading.
                below = "".join(f"\n  {line}" for line in text.splitlines())
                yield _DEEDS, text if text.startswith("○") else f"○ {_flat(key)}{below}"


def _leaves(data: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for name, below in data.items():
            yield from _leaves(below, name)
    elif isinstance(data, list):
        for below in data:
            yield from _leaves(below, key)
    elif data.startswith(("○ ", "- ")):
        yield key, data


def _flat(heading: str) -> str:
    return re.sub(r"<br>|[\u2460-\u2473]|[|\[\]*]", " ", heading).strip() or "기타"


def _items(text: str) -> Iterator[str]:
    """Give the outline's items, each with what is below it, without tables and notes on them."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith(("|", "("))]
    for item in re.split(r"^(?=○ )", "\n".join(lines), flags=re.MULTILINE):
        whole = "\n".join(line for line in item.splitlines() if line.strip())
        if whole.startswith("○ ") and not _BOUND.search(whole):
            yield whole + "\n"


def _tables(text: str) -> Iterator[str]:
    for found in re.finditer(r"^(?:\(단위.*\)\n)?(?:\|.*\n?)+", text, flags=re.MULTILINE):
        if not _BOUND.search(found[0]):
            yield found[0].rstrip("\n") + "\n"


def _organization(content: Path, departments: int) -> dict[str, Any]:
    own = yaml.load((content / "organization.yml").read_bytes(), yaml.CBaseLoader)
    return {
        "기관": "가상시 가상구",
        "누리집": {
            "이름": "꾸민 아카이브",
            "표제": "실제 보고서의 줄을 섞었습니다",
            "소개": "시험에 쓰는 꾸며 낸 기관입니다.",
        },
        "부서 목록": [{"id": f"virtual-{number}", "이름": f"가상{number}과"} for number in range(1, departments + 1)],
        "재원": own["재원"],
    }


def _department(number: int, chance: random.Random, stock: Stock, years: range) -> Iterator[tuple[str, Any]]:
    """Give the files of a department's reports as data, oldest year first."""
    ids = iter(range(1, 1000 * len(years)))
    own: dict[str, str] = {}
    for year in years:
        kept = {name: id for name, id in own.items() if chance.random() < KEPT}
        new = [name for name in stock.names if name not in own]
        wanted = min(max(chance.randint(FEWEST, MOST) - len(kept), 0), len(new))
        own = kept | {name: f"work-{number}-{next(ids)}" for name in chance.sample(new, wanted)}
        folder = f"{year}/virtual-{number}"
        is_plan = chance.random() < 0.4
        kind = "추진계획" if is_plan else "추진실적"
        standing = {topic: chance.choice(found) for topic, found in stock.parts.items()}
        teams = list(_teams(standing))
        programmes = [_programme(name, id, chance, stock, teams, is_plan) for name, id in own.items()]
        yield f"{folder}/일반현황.yml", {"제목": "일반현황", "본문": standing}
        yield f"{folder}/{kind}.yml", {"제목": f"주요업무 {kind}", "사업": programmes}
        yield (
            f"{folder}/보고서.yml",
            {
                "제목": f"{year}년 주요업무 {kind}",
                "부서": f"virtual-{number}",
                "종류": kind,
                "구성": ["일반현황", kind],
                "표기 검사": "하지 않음",
            },
        )


def _teams(standing: Any) -> Iterator[str]:
    for unit in standing["조직"]["조직도"].get("하위", ()):
        if "이름" in unit:
            yield unit["이름"]


def _programme(
    name: str, id: str, chance: random.Random, stock: Stock, teams: Sequence[str], is_plan: bool
) -> dict[str, Any]:
    topics = {}
    for topic, fewest, most in _PLAN if is_plan else _RESULTS:
        text = "".join(chance.sample(stock.items[topic], min(chance.randint(fewest, most), len(stock.items[topic]))))
        if topic in (_DEEDS, _PLANS, _OVERVIEW) and chance.random() < _TABLE_CHANCE:
            text += f"\n{chance.choice(stock.tables)}"
        topics[topic] = text
    key, cost = chance.choice(stock.costs)
    return {
        "사업명": name,
        "id": id,
        "담당팀": chance.choice(teams),
        "목적": chance.choice(stock.purposes),
        "본문": topics,
        key: cost,
    }


def _file(data: Any) -> bytes:
    return f"{_yaml(data)[1:]}\n".encode()


def _yaml(data: Any, indent: str = "") -> str:
    """Write data as YAML, texts of several lines as blocks. PyYAML's own writer would take minutes."""
    if isinstance(data, dict):
        pairs = ((json.dumps(key, ensure_ascii=False), _yaml(value, indent + "  ")) for key, value in data.items())
        return "".join(f"\n{indent}{key}:{value}" for key, value in pairs)
    if isinstance(data, list):
        return "".join(f"\n{indent}-{_yaml(value, indent + '  ')}" for value in data)
    if "\n" not in data.rstrip("\n"):
        return f" {json.dumps(data, ensure_ascii=False)}"
    lines = (f"\n{indent}{line}" if line else "\n" for line in data.rstrip("\n").split("\n"))
    return f" |2{''.join(lines)}"
