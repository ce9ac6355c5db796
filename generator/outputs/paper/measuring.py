"""Where things stand in a report that WeasyPrint has laid out: on which page, how far down, cut at which rows.

Its boxes have no public face. All that we read of them is read here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.outputs.paper.continued import Breaks
from generator.outputs.paper.tightness import Extent, Run


def page_indexes(laid_out: Any) -> tuple[dict[str, int], dict[str, int]]:
    """Give the first and the last page of every division; a box that goes on over pages has an anchor on each."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for index, page in enumerate(laid_out.pages):
        for name in page.anchors:
            first.setdefault(name, index)
            last[name] = index
    return first, last


def extent_of(run: Run, laid_out: Any) -> Extent:
    """Give what a run takes up."""
    first, last = page_indexes(laid_out)
    return Extent(tuple(_fill(laid_out.pages[index]) for index in range(first[run[0]], last[run[-1]] + 1)))


def table_breaks(laid_out: Any) -> Breaks:
    """Give the rows that begin a page, for each table that goes on over pages."""
    breaks: dict[int, list[int]] = {}
    places: dict[Any, int] = {}
    seen: set[Any] = set()
    for page in laid_out.pages:
        root = page._page_box.children[0]
        if not places:
            places = {table: count for count, table in enumerate(root.element.iter("table"))}
        for table in _boxes(root, "TableBox"):
            if table.element in seen:
                first = next(row.element for row in _boxes(table, "TableRowBox") if not _is_head(row, table))
                breaks.setdefault(places[table.element], []).append(list(table.element.iter("tr")).index(first))
            seen.add(table.element)
    return {table: tuple(rows) for table, rows in breaks.items()}


def calls_again(laid_out: Any) -> frozenset[int]:
    """Give the footnote calls, counted from 0, whose note was called before on the same page."""
    if not laid_out.pages:
        return frozenset()
    spans = laid_out.pages[0]._page_box.children[0].element.iter("span")
    calls = [span for span in spans if span.get("class") in ("footnote", "call")]
    page_of: dict[Any, int] = {}
    for index, page in enumerate(laid_out.pages):
        for box in page._page_box.children[0].descendants():
            if box.element_tag in ("span", "span::footnote-call"):
                page_of.setdefault(box.element, index)
    seen: set[tuple[int | None, str]] = set()
    again = set()
    for count, call in enumerate(calls):
        place = page_of.get(call), call.get("data-number") or call.text.rstrip(")")
        again |= {count} if place in seen else set()
        seen.add(place)
    return frozenset(again)


def _fill(page: Any) -> float:
    """Give the share of a page's height down to its lowest line; margins and footnotes are not counted."""
    box = page._page_box
    lines = _boxes(box.children[0], "LineBox")
    lowest = max((line.position_y + line.height for line in lines), default=box.content_box_y())
    return float((lowest - box.content_box_y()) / box.height)


def _boxes(root: Any, kind: str) -> Iterator[Any]:
    return (box for box in root.descendants() if type(box).__name__ == kind)


def _is_head(row: Any, table: Any) -> bool:
    return any(row.element in list(group) for group in table.element if group.tag == "thead")
