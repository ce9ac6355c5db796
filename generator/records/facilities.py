"""Facilities and equipment, from facilities tables (시설표) and other tables under a heading that promises them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.document import Block, Cell, Item, Note, Outline, Table, block_text, cell_text, plain
from generator.document.geometry import bare_name, grid, head_paths
from generator.records.kinds import FacilityRecord
from generator.records.place import Place, tables_in

_HEADING = re.compile(r"(?:주요)?(?:시설|장비|시설및장비|시설물|시설장비)(?:현황|및장비현황)?")
_STYLES = frozenset({"", "narrative"})
_ROLES = {
    "group": re.compile(r"구분|종류|분류|유형"),
    "name": re.compile(r"명칭|(?:시설|장비|기관|건물|센터)명?|시설물|품명"),
    "place": re.compile(r"위치|소재지|주소|장소"),
    "remark": re.compile(r"비고|(?:담당|관리|운영)(?:팀|부서|주체|기관)?"),
}
_PLACE_LABEL = re.compile(r"위치|소재지|주소")


def facilities_of(place: Place) -> Iterator[FacilityRecord]:
    """Give the facilities of the tables that stand right in a division, in printed order."""
    for table in tables_in(place.division.blocks):
        if _counts(table, place):
            yield from _rows(table, place)


def _counts(table: Table, place: Place) -> bool:
    if table.style == "facilities":
        return True
    headings = (bare_name(table.caption), bare_name(plain(place.division.title)))
    return table.style in _STYLES and any(_HEADING.fullmatch(heading) for heading in headings)


def _rows(table: Table, place: Place) -> Iterator[FacilityRecord]:
    document = place.document
    roles = _roles(table)
    for row in grid(table.body, len(table.columns)):
        by_role: dict[str, list[Cell]] = {}
        for role, cell in zip(roles, row, strict=True):
            if cell is not None and not any(cell is known for known in by_role.get(role, ())):
                by_role.setdefault(role, []).append(cell)
        name, aside = _name("name" in by_role and by_role["name"][0])
        if not name:
            continue
        state = by_role.get("state", [])
        where = " ".join(cell_text(cell) for cell in by_role.get("place", ())) or _bracketed(aside) or _told(state)
        lines = [*(line for line in aside if not _is_bracketed(line)), *(s for c in state for s in _lines(c.blocks))]
        yield FacilityRecord(
            source=place.source,
            year=place.fiscal_year,
            department=document.department_slug,
            department_name=document.department,
            institution=document.institution,
            group=" ".join(cell_text(cell) for cell in by_role.get("group", ())),
            name=name,
            place=where,
            state="\n".join(lines),
            remark="\n".join(s for cell in by_role.get("remark", ()) for s in _lines(cell.blocks)),
        )


def _roles(table: Table) -> list[str]:
    """What each column tells. Where none is headed as a name, the first one names."""
    heads = [bare_name(path[-1]) if path else "" for path in head_paths(table)]
    roles = [next((role for role, shape in _ROLES.items() if shape.fullmatch(head)), "state") for head in heads]
    if "name" not in roles and roles:
        roles[0] = "name"
    return roles


def _name(cell: Cell | bool) -> tuple[str, list[str]]:
    """Part a name from the lines below it: an address in brackets, or a remark."""
    lines = _lines(cell.blocks) if isinstance(cell, Cell) else []
    return (lines[0], lines[1:]) if lines else ("", [])


def _is_bracketed(line: str) -> bool:
    return line.startswith("(") and line.endswith(")")


def _bracketed(lines: list[str]) -> str:
    return next((line[1:-1].strip() for line in lines if _is_bracketed(line)), "")


def _told(cells: list[Cell]) -> str:
    """The address that a line tells: `○ 위치: 은평구 통일로 684`."""
    items = (item for cell in cells for item in _items(cell.blocks))
    return next((plain(item.value).strip() for item in items if _PLACE_LABEL.fullmatch(bare_name(item.label))), "")


def _items(blocks: tuple[Block, ...]) -> Iterator[Item]:
    for block in blocks:
        if isinstance(block, Outline):
            for item in block.items:
                yield item
                yield from _items(item.children)


def _lines(blocks: tuple[Block, ...]) -> list[str]:
    """Give blocks as lines of plain text, marked lines with their marks."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Outline):
            for item in block.items:
                lines += [f"{item.mark} {plain(item.content)}".strip(), *_lines(item.children)]
        elif isinstance(block, Note):
            lines.append(f"{block.mark} {plain(block.content)}")
        elif text := block_text(block):
            lines.append(text)
    return lines
