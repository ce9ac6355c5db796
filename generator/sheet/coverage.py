"""What a total covers: rows between it and the next one of its rank, columns beside it.

Ranks are the custom of Korean budget tables: 총계 over 합계 and 계, those over 소계 and the heads of merged groups, and
those over plain rows. Totals stand above what they cover or below it; the table's first row shows which.
"""

from __future__ import annotations

from generator.document import Row, RowRole, Table, cell_text
from generator.document.geometry import bare_name, head_paths
from generator.markup import row_role

ABOVE, BELOW, LEFT, RIGHT = "위", "아래", "왼쪽", "오른쪽"

_PLAIN_RANK = 3
_NOT_SUMMED = ("률", "율", "비율", "비중", "평균", "단가", "%")


def covered_rows(table: Table, index: int, side: str = "") -> tuple[int, ...]:
    """Give the rows that a total in this row adds up: those of the next lower rank, each of which may cover others.

    `side` is `위` or `아래`; without it the table shows where its totals stand.
    """
    ranks = [_rank(row) for row in table.body]
    own = ranks[index] if ranks[index] is not None else _PLAIN_RANK
    if own == _PLAIN_RANK:
        if not side:
            return tuple(i for i, rank in enumerate(ranks) if rank == _PLAIN_RANK and i != index)
        ranks[index] = own = _PLAIN_RANK - 1
    extents = {i: _extent(ranks, i) for i, rank in enumerate(ranks) if rank is not None and rank < _PLAIN_RANK}
    reach = _run(ranks, index, -1 if side == ABOVE else 1) if side else extents[index]
    inner = {below for i in reach if i in extents and i != index for below in extents[i]}
    return tuple(sorted(i for i in reach if i not in inner and ranks[i] is not None))


def covered_columns(table: Table, index: int, side: str = "") -> tuple[int, ...]:
    """Give the columns that a total in this column adds up: all plain columns of figures, for 소계 those under the same
    head; with `side` those to the `왼쪽` or `오른쪽`. Rates, averages and unit prices are never added."""
    paths = head_paths(table)
    siblings = row_role(paths[index][-1]) is RowRole.SUBTOTAL if paths[index] else False
    found = (i for i, column in enumerate(table.columns) if column.numeric and i != index and is_summed(table, i))
    plain = [i for i in found if not paths[i] or row_role(paths[i][-1]) is RowRole.PLAIN]
    if side:
        return tuple(i for i in plain if (i < index) == (side == LEFT))
    return tuple(i for i in plain if not siblings or paths[i][:-1] == paths[index][:-1])


def is_summed(table: Table, column: int) -> bool:
    """Tell whether the figures of a column may be added up."""
    path = head_paths(table)[column]
    return not any(bare_name(text).endswith(_NOT_SUMMED) or is_rate_name(text) for text in path)


def is_rate_name(text: str) -> bool:
    """Tell whether a row or column of this name holds percentages."""
    return bare_name(text).endswith(("률", "율", "비중")) or "%" in text or "％" in text


def _rank(row: Row) -> int | None:
    match row.role:
        case RowRole.TOTAL:
            name = bare_name(cell_text(row.cells[0])) if row.cells else ""
            return 0 if name.endswith(("총계", "총합계")) else 1
        case RowRole.SUBTOTAL:
            return 2
        case RowRole.DIFFERENCE:
            return None
        case RowRole.PLAIN:
            return _PLAIN_RANK


def _extent(ranks: list[int | None], index: int) -> tuple[int, ...]:
    own = ranks[index]
    first = next((rank for rank in ranks if rank is not None and own is not None and rank >= own), own)
    return _run(ranks, index, 1 if first == own else -1)


def _run(ranks: list[int | None], index: int, step: int) -> tuple[int, ...]:
    """Give the rows from a total to the next one of its rank or a higher one."""
    own = ranks[index]
    found = []
    place = index + step
    while 0 <= place < len(ranks):
        rank = ranks[place]
        if rank is not None and own is not None and rank <= own:
            break
        found.append(place)
        place += step
    return tuple(found)
