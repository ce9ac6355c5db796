"""The line at the foot of the last page: revision, date and address of the report, and the address as a QR code."""

from __future__ import annotations

import io
from dataclasses import dataclass

import segno

from generator.outputs.paper.provenance import Provenance
from generator.outputs.templating import environment

QUIET_ZONE = 4
"""Empty modules around a QR code (ISO/IEC 18004 5.3.8)."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code as a drawing: `size` modules a side with the quiet zone, `path` the dark ones as an SVG path."""

    size: int
    path: str


def qr_code(text: str) -> QrCode:
    """Draw a text as a QR code, in the least size that holds it. A damaged print is still read (level M, 15 %)."""
    code = segno.make_qr(text, error="m", boost_error=False)
    return QrCode(len(code.matrix) + 2 * QUIET_ZONE, _path(code))


def provenance_html(origin: Provenance | None) -> str:
    """Give the line as the HTML of a page; nothing where nothing is known."""
    if origin is None or not (origin.revision or origin.address):
        return ""
    template = environment("pdf").get_template("report/provenance.html")
    code = qr_code(origin.address) if origin.address else None
    return template.render(origin=origin, dated=_printed_date(origin.dated), code=code)


def _printed_date(iso: str) -> str:
    """Print a date as reports do: `2022-08-31` is `2022. 8. 31.`"""
    return " ".join(f"{int(part)}." for part in iso.split("-")) if iso else ""


def _path(code: segno.QRCode) -> str:
    """Join the dark modules of each row into bars, one path for all."""
    bars = io.StringIO()
    for y, row in enumerate(code.matrix, start=QUIET_ZONE):
        start = None
        for x, dark in enumerate((*row, 0), start=QUIET_ZONE):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                bars.write(f"M{start} {y}h{x - start}v1H{start}z")
                start = None
    return bars.getvalue()
