"""What printing a report gives, and how it is kept in a store."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A finished PDF. `pages` are printed page numbers by division id; `page_count` counts the cover too; `tightness`
    is how each programme was set, for an HTML that should break pages alike; `paper` is that HTML, empty where it was
    not made as well."""

    data: bytes
    pages: Mapping[str, int]
    page_count: int
    warnings: tuple[str, ...]
    tightness: Mapping[str, int]
    paper: bytes = b""


def pack(result: PdfResult) -> bytes:
    """Give a result as bytes: a line of JSON, the HTML, the PDF."""
    head = {
        "pages": dict(result.pages),
        "page_count": result.page_count,
        "warnings": list(result.warnings),
        "tightness": dict(result.tightness),
        "paper": len(result.paper),
    }
    return json.dumps(head, ensure_ascii=False).encode() + b"\n" + result.paper + result.data


def unpack(data: bytes) -> PdfResult:
    """Give back what `pack` made; raises ValueError for anything else."""
    head, _, files = data.partition(b"\n")
    read = json.loads(head)
    paper, pdf = files[: read["paper"]], files[read["paper"] :]
    return PdfResult(pdf, read["pages"], read["page_count"], tuple(read["warnings"]), read["tightness"], paper)
