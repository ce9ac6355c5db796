"""What the colours of the pages mean: sRGB, said once for the whole file (ISO 19005-3 6.2.3, ISO 32000-1 14.11.5)."""

from __future__ import annotations

from importlib.resources import files

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_IDENTIFIER = "sRGB IEC61966-2.1"


def write_output_intent(pdf: pikepdf.Pdf) -> None:
    """Put the sRGB profile of the International Color Consortium, which WeasyPrint brings with it, into the file."""
    profile = pdf.make_stream(files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes())
    profile.N = 3
    profile.Alternate = Name.DeviceRGB
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_IDENTIFIER),
        Info=String(_IDENTIFIER),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
