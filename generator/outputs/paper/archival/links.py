"""Links as readers of the tags meet them: every one with a name, and a contents row as one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from generator.outputs.paper.archival.nodes import Mark, Node, Place
from generator.outputs.paper.printing import PLACE


def settle_links(pdf: pikepdf.Pdf, root: Node) -> None:
    """Name the link annotations by the words that they lead from (ISO 14289-1 7.18.5), let those that lead to a place
    of the report do so, and make the places of one link on one page a single annotation where it is a row of the
    contents."""
    for entry in (node for node in root.nodes() if node.role == "TOCI"):
        for link in (node for node in entry.nodes() if node.role == "Link"):
            _unite(pdf, link)
    for link in (node for node in root.nodes() if node.role == "Link"):
        for place in _places(link):
            annotation = pdf.get_object(place.number, 0)
            annotation.Contents = String(link.text or _target(annotation))
            annotation.F = 4  # printed: ISO 19005-3 6.3.2
            if _target(annotation).startswith(PLACE):
                annotation.Dest = String(unquote(_target(annotation).removeprefix(PLACE)))
                del annotation.A


def number_places(pdf: pikepdf.Pdf, node: Node) -> None:
    """Let the places of links name their annotations by where they stand among those of their page. Objects get other
    numbers when a page goes into another file; their order on the page stays."""
    node.kids = [_numbered(pdf, kid) for kid in node.kids]


def _numbered(pdf: pikepdf.Pdf, kid: Node | Mark | Place) -> Node | Mark | Place:
    if isinstance(kid, Node):
        number_places(pdf, kid)
    if not isinstance(kid, Place):
        return kid
    there = [annotation.objgen[0] for annotation in pdf.pages[kid.page].obj.Annots]
    return replace(kid, number=there.index(kid.number))


def _places(link: Node) -> list[Place]:
    return [kid for kid in link.kids if isinstance(kid, Place)]


def _unite(pdf: pikepdf.Pdf, link: Node) -> None:
    by_page: defaultdict[int, list[Place]] = defaultdict(list)
    for place in _places(link):
        by_page[place.page].append(place)
    for page, (kept, *others) in by_page.items():
        if not others:
            continue
        annotation = pdf.get_object(kept.number, 0)
        rects = [[float(value) for value in pdf.get_object(place.number, 0).Rect] for place in (kept, *others)]
        low, high = ((min(a, b), max(a, b)) for a, b in _spans(rects))
        annotation.Rect = Array([low[0], high[0], low[1], high[1]])
        numbers = {place.number for place in others}
        left = [it for it in pdf.pages[page].obj.Annots if it.objgen[0] not in numbers]
        pdf.pages[page].obj.Annots = Array(left)
        link.kids = [kid for kid in link.kids if kid not in others]


def _spans(rects: list[list[float]]) -> tuple[tuple[float, float], tuple[float, float]]:
    across = [value for rect in rects for value in (rect[0], rect[2])]
    along = [value for rect in rects for value in (rect[1], rect[3])]
    return (min(across), max(across)), (min(along), max(along))


def _target(annotation: pikepdf.Object) -> str:
    action = annotation.get("/A", Dictionary())
    return str(action.get("/URI", annotation.get("/Dest", Name("/"))))
