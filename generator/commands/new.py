"""new: make a report to begin with, or carry last year's report into a new year."""

from __future__ import annotations

import argparse
import re
import string
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from generator.carry import Carried, carry_file
from generator.fields import is_slug, read_model, words
from generator.file_tree import FolderTree
from generator.kinds import KINDS
from generator.library import ORGANIZATION_FILE, REPORT_FILE, TO_WRITE
from generator.model import Report
from generator.notation.particle import with_particle
from generator.source import Edit, Sequence, apply_edits, read_yaml, source_lines
from generator.source import Mapping as Tree

_NEW_NAME = "새 부서"
TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "new"
_PLACE = re.compile(r"(?P<year>(?:19|20)\d{2})/(?P<slug>[^/]+)")


class Refused(Exception):
    """The report cannot be made; the text says in Korean why and what to do."""


def run(options: argparse.Namespace) -> int:
    """Write the new report's files; 2 where that is not possible, and then nothing is written."""
    try:
        year, slug = _place(options.place)
        folder = options.content / str(year) / slug
        if folder.exists():
            raise Refused(f"'{folder}' 폴더가 이미 있습니다. 다른 이름을 쓰거나 그 폴더를 고치세요.")
        if options.source:
            _carry(options.content, options.source, year, folder)
        else:
            _begin(options.content, year, slug, folder)
    except Refused as reason:
        print(reason)
        return 2
    return 0


def _place(written: str) -> tuple[int, str]:
    found = _PLACE.fullmatch(unicodedata.normalize("NFC", written).strip("/").removeprefix("content/"))
    if found is None:
        raise Refused(
            f"알아들을 수 없는 이름입니다: '{written}'. '연도/부서' 모양으로 적으세요. 보기: 2023/jobs-economy"
        )
    if not is_slug(found["slug"]):
        named = with_particle(found["slug"], "은/는", quote=True)
        raise Refused(f"{named} 쓸 수 없는 이름입니다. 영어 소문자와 숫자를 붙임표로 이어 적으세요.")
    return int(found["year"]), found["slug"]


def _begin(content: Path, year: int, slug: str, folder: Path) -> None:
    added = _with_department(content, slug, _NEW_NAME)
    values = {"year": str(year), "slug": slug, "name": _NEW_NAME}
    files = {p.name: string.Template(p.read_text("utf-8")).substitute(values) for p in sorted(TEMPLATES.glob("*.yml"))}
    _write(folder, files)
    print(f"'{folder}'에 보기 보고서를 만들었습니다.")
    _tell_department(content, slug, added)
    print("다음 할 일: 파일을 열어 고치고, 'python3 build.py check'로 검사하세요.")


def _tell_department(content: Path, slug: str, added: str) -> None:
    """Write organization.yml where a department was added to it, and say so."""
    if added:
        (content / ORGANIZATION_FILE).write_text(added, encoding="utf-8")
        named = with_particle(slug, "을/를", quote=True)
        print(f"'{content / ORGANIZATION_FILE}'의 부서 목록에 {named} 넣었습니다. 이름 '{_NEW_NAME}'를 고치세요.")


def _with_department(content: Path, slug: str, name: str) -> str:
    """Give organization.yml with the department added at the end of its list; empty where it is there already."""
    path = content / ORGANIZATION_FILE
    if not path.is_file():
        raise Refused(f"'{path}' 파일이 없습니다. 작성 안내의 보기를 옮겨 적으세요.")
    data = path.read_bytes()
    tree, _ = read_yaml(ORGANIZATION_FILE, data)
    departments = tree.get("부서 목록") if isinstance(tree, Tree) else None
    if not isinstance(departments, Sequence) or not departments.items:
        raise Refused(
            f"'{path}'에서 '부서 목록'을 찾을 수 없습니다. 'python3 build.py check'로 그 파일부터 검사하세요."
        )
    for item in departments.items:
        known = item.get("id") if isinstance(item, Tree) else None
        if known is not None and getattr(known, "text", "").strip() == slug:
            return ""
    lines = list(source_lines(data))
    dash = " " * (departments.at.column - 1)
    last = departments.items[-1].at.end_line
    lines[last:last] = [f"{dash}- id: {slug}", f"{dash}  이름: {name}"]
    return "\n".join(lines)


def _carry(content: Path, source: str, year: int, folder: Path) -> None:
    old_year, old_slug = _place(source)
    old = content / str(old_year) / old_slug
    if not (old / REPORT_FILE).is_file():
        raise Refused(
            f"'{old}'에 '{REPORT_FILE}'이 없습니다. 옮겨 올 보고서를 '--from 2022/jobs-economy'처럼 적으세요."
        )
    if year <= old_year:
        raise Refused(f"{year}년은 {old_year}년보다 뒤가 아닙니다. 앞선 해의 보고서에서 옮겨 오세요.")
    tree = FolderTree(old)
    carried = Carried()
    report = _report_of(tree)
    kind = KINDS[words(report.kind)]
    listed = [f"{words(name).removesuffix('.yml')}.yml" for name in report.sections]
    order = {name: place for place, name in enumerate([REPORT_FILE, *listed])}
    for name in sorted(tree.paths, key=lambda name: (order.get(name, len(order)), name)):
        data = tree.read(name)
        if name.endswith((".yml", ".yaml")) and data is not None:
            carry_file(name, data, old_year, year, kind, carried)
    added = ""
    if folder.name != old_slug:
        added = _with_department(content, folder.name, _NEW_NAME)
        carried.files[REPORT_FILE] = _with_slug(carried.files[REPORT_FILE], folder.name)
    _write(folder, carried.files)
    _copy_pictures(tree, carried, folder)
    _tell(carried, old, folder)
    _tell_department(content, folder.name, added)


def _report_of(tree: FolderTree) -> Report:
    data = tree.read(REPORT_FILE) or b""
    node, _ = read_yaml(REPORT_FILE, data)
    report = read_model(Report, node)[0] if node is not None else None
    if report is None:
        raise Refused(
            f"옮겨 올 보고서의 '{REPORT_FILE}'에 틀린 곳이 있습니다. 'python3 build.py check'로 먼저 고치세요."
        )
    return report


def _with_slug(text: str, slug: str) -> str:
    node, _ = read_yaml(REPORT_FILE, text.encode())
    department = node.get("부서") if isinstance(node, Tree) else None
    edits = [Edit(department.at, slug)] if department is not None else []
    return apply_edits(source_lines(text.encode()), edits)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _copy_pictures(tree: FolderTree, carried: Carried, folder: Path) -> None:
    """Copy the pictures that the carried texts still show."""
    for name in tree.paths:
        data = None if name.endswith((".yml", ".yaml")) else tree.read(name)
        if data is not None and any(f"({name}" in text for text in carried.files.values()):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)


def _tell(carried: Carried, old: Path, folder: Path) -> None:
    print(f"'{old}' 보고서를 바탕으로 '{folder}' 폴더를 만들었습니다. 지난해 보고서는 그대로 있습니다.")
    print(f"\n옮겨 적은 것: 파일 {len(carried.files)}개, 사업 {len(carried.programmes)}개(id 그대로)")
    for name in carried.programmes:
        print(f"  {name}")
    print(f"\n새로 쓸 곳({len(carried.to_fill)}군데, 파일에는 '{TO_WRITE}'로 표시):")
    for place, what in carried.to_fill:
        print(f"  {folder / place}: {what}")
    if carried.to_check:
        print("\n그대로 옮겼으니 새해에도 맞는지 확인할 곳:")
        for place, what in carried.to_check:
            print(f"  {folder / place}: {what}")
    print("\n인력, 시설, 조직은 그대로 옮겼습니다. 달라진 것이 있으면 고치세요.")
    print("다 채웠는지는 'python3 build.py check'가 봅니다.")
