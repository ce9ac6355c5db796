"""A finished PDF as the rules look at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}


@dataclass(frozen=True)
class Element:
    """A structure element with the ones around it, the nearest last."""

    role: str
    node: Any
    above: tuple[Element, ...]

    @property
    def kids(self) -> list[Any]:
        kids = self.node.get("/K", Array())
        return list(kids) if isinstance(kids, Array) else [kids]

    @property
    def below(self) -> list[Element]:
        return [
            Element(str(kid.S)[1:], kid, (*self.above, self))
            for kid in self.kids
            if isinstance(kid, Dictionary) and "/S" in kid
        ]

    @property
    def attributes(self) -> dict[str, Any]:
        return dict(self.node.get("/A", Dictionary()).items())

    def all(self) -> Iterator[Element]:
        yield self
        for kid in self.below:
            yield from kid.all()


class Opened:
    """The file, its structure elements in reading order, its XMP."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.root = pdf.Root

    @cached_property
    def elements(self) -> list[Element]:
        top = self.root.StructTreeRoot.K
        first = top[0] if isinstance(top, Array) else top
        return list(Element(str(first.S)[1:], first, ()).all())

    def of(self, *roles: str) -> list[Element]:
        return [element for element in self.elements if element.role in roles]

    @cached_property
    def xmp(self) -> ElementTree.Element:
        return ElementTree.fromstring(self.root.Metadata.read_bytes())

    def said(self, name: str) -> str:
        found = self.xmp.find(f".//{name}", NAMESPACES)
        return "" if found is None else "".join(found.itertext()).strip()

    @property
    def links(self) -> list[Any]:
        return [it for page in self.pdf.pages for it in page.obj.get("/Annots", Array()) if it.Subtype == "/Link"]

    def marks(self, page: pikepdf.Page) -> tuple[set[int], list[str]]:
        """Give the numbers of the marked pieces of a page, and what is drawn outside of any."""
        numbers, loose, depth = set(), [], 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BMC", "BDC"):
                depth += 1
                if name == "BDC" and "/MCID" in operands[1]:
                    numbers.add(int(operands[1].MCID))
            elif name == "EMC":
                depth -= 1
            elif name in ("Tj", "TJ", "'", '"', "Do", "f", "f*", "S", "s", "B", "B*", "b", "b*", "sh") and not depth:
                loose.append(name)
        return numbers, loose
