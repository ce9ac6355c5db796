"""A page laid over another: the line that says where a report comes from, over its last page.

It is drawn for itself, since it changes with every word of the report, and the last page does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, Operator

from generator.outputs.paper.archival.nodes import Mark, Node, Place

_NAMED_BY = {"gs": "ExtGState", "Do": "XObject", "sh": "Shading", "scn": "Pattern", "SCN": "Pattern"}
"""Which resource an operator names (ISO 32000-1 7.8.3); fonts have the same names everywhere in a report."""


def lay_over(pdf: pikepdf.Pdf, page: pikepdf.Page, above: pikepdf.Page, marks: int) -> int:
    """Draw the page `above` over one of the same file whose marks are numbered below `marks`; give how many annotations
    that page had. Those of `above` come after them, its marks are numbered from `marks` on."""
    renamed = _resources(page, above)
    drawing = pikepdf.unparse_content_stream(
        [_moved(instruction, renamed, marks) for instruction in pikepdf.parse_content_stream(above)]
    )
    own = page.obj.Contents
    # What was drawn last may have left the page turned or scaled.
    pieces = [pdf.make_stream(b"q\n"), own, pdf.make_stream(b"\nQ\n"), pdf.make_stream(drawing)]
    page.obj.Contents = Array(pieces)
    annotations = list(page.obj.get("/Annots", Array()))
    added = list(above.obj.get("/Annots", Array()))
    if added:
        page.obj.Annots = Array([*annotations, *added])
    return len(annotations)


def moved_over(node: Node, page: int, marks: int, annotations: int) -> Node:
    """Give the tree of a page that was laid over the one with this number, which had so many marks and annotations."""

    def kid_over(kid: Node | Mark | Place) -> Node | Mark | Place:
        if isinstance(kid, Node):
            return moved_over(kid, page, marks, annotations)
        return replace(kid, page=page, number=kid.number + (marks if isinstance(kid, Mark) else annotations))

    return replace(node, kids=[kid_over(kid) for kid in node.kids])


def _resources(page: pikepdf.Page, above: pikepdf.Page) -> Mapping[tuple[str, str], Name]:
    """Put the resources of a page among those of another, under names that are free there."""
    renamed = {}
    for kind in sorted(set(_NAMED_BY.values())):
        if f"/{kind}" not in page.obj.Resources:
            page.obj.Resources[f"/{kind}"] = Dictionary()
        there = page.obj.Resources[f"/{kind}"]
        for name, resource in above.obj.Resources.get(f"/{kind}", Dictionary()).items():
            free = f"{name}-over"
            there[free] = resource
            renamed[kind, name] = Name(free)
    return renamed


_Instruction: TypeAlias = ContentStreamInstruction | ContentStreamInlineImage


def _moved(instruction: _Instruction, renamed: Mapping[tuple[str, str], Name], marks: int) -> _Instruction:
    if isinstance(instruction, ContentStreamInlineImage):
        return instruction
    operands, operator = list(instruction.operands), str(instruction.operator)
    if operator == "BDC" and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]:
        operands[1].MCID = int(operands[1].MCID) + marks
    elif operator in _NAMED_BY and operands:
        operands[-1] = renamed.get((_NAMED_BY[operator], str(operands[-1])), operands[-1])
    return ContentStreamInstruction(operands, Operator(operator))
