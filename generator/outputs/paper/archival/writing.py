"""Writing a structure tree into a PDF in the place of the one that it has (ISO 32000-1 14.7)."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from generator.outputs.paper.archival.nodes import Mark, Node, Place


def write_tree(pdf: pikepdf.Pdf, root: Node) -> None:
    """Put the tree into the file, with what leads from pages, annotations and names to its elements."""
    writer = _Writer(pdf)
    top = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    top.K = Array([writer.write(root, top)])
    top.ParentTree = writer.parent_tree()
    top.ParentTreeNextKey = len(pdf.pages) + len(writer.annotations)
    if writer.names:
        top.IDTree = writer.name_tree()
    pdf.Root.StructTreeRoot = top
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class _Writer:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.pages = [page.obj for page in pdf.pages]
        self.marks: defaultdict[int, dict[int, Any]] = defaultdict(dict)
        self.annotations: list[tuple[Any, Any]] = []
        self.names: dict[str, Any] = {}

    def write(self, node: Node, parent: Any) -> Any:
        element = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.role}"), P=parent))
        page = next((kid.page for kid in node.kids if isinstance(kid, Mark)), None)
        if page is not None:
            element.Pg = self.pages[page]
        if node.alternative:
            element.Alt = String(node.alternative)
        if node.title:
            element.T = String(node.title)
        if node.name:
            element.ID = String(node.name)
            self.names[node.name] = element
        if node.owner:
            element.A = _attributes(node)
        element.K = Array([self.kid(kid, element, page) for kid in node.kids])
        return element

    def kid(self, kid: Node | Mark | Place, element: Any, page: int | None) -> Any:
        if isinstance(kid, Node):
            return self.write(kid, element)
        if isinstance(kid, Place):
            return self.link(kid, element)
        self.marks[kid.page][kid.number] = element
        if kid.page == page:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=self.pages[kid.page], MCID=kid.number)

    def link(self, place: Place, element: Any) -> Any:
        annotation = self.pages[place.page].Annots[place.number]
        annotation.StructParent = len(self.pages) + len(self.annotations)
        self.annotations.append((annotation, element))
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self.pages[place.page])

    def parent_tree(self) -> Any:
        numbers = Array()
        for index, page in enumerate(self.pages):
            page.StructParents = index
            marks = self.marks[index]
            numbers.append(index)
            own = Array([marks.get(number) for number in range(max(marks, default=-1) + 1)])
            numbers.append(self.pdf.make_indirect(own))
        for number, (_, element) in enumerate(self.annotations, start=len(self.pages)):
            numbers.append(number)
            numbers.append(element)
        return self.pdf.make_indirect(Dictionary(Nums=numbers))

    def name_tree(self) -> Any:
        names = Array()
        for name, element in sorted(self.names.items()):
            names.append(String(name))
            names.append(element)
        return self.pdf.make_indirect(Dictionary(Names=names))


def _attributes(node: Node) -> Any:
    written = Dictionary(O=Name(f"/{node.owner}"))
    for key, value in node.attributes.items():
        written[f"/{key}"] = _value(value)
    return written


def _value(value: str | int | list[str] | list[float]) -> Any:
    if isinstance(value, str):
        return Name(f"/{value}")
    if isinstance(value, list):
        return Array([String(item) if isinstance(item, str) else item for item in value])
    return value
