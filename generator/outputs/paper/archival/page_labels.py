"""Page labels: what a viewer calls a page is what is printed on it (ISO 32000-1 12.4.2)."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, String

COVER = "표지"


def write_page_labels(pdf: pikepdf.Pdf, unnumbered: int) -> None:
    """Label the pages: the first `unnumbered` ones are the cover, the one after them is 1."""
    labels = {0: Dictionary(P=String(COVER)), unnumbered: Dictionary(S=Name.D, St=1)}
    numbers = Array()
    for start, label in labels.items():  # without a cover, 1 stands first
        if start < len(pdf.pages):
            numbers.append(start)
            numbers.append(label)
    pdf.Root.PageLabels = Dictionary(Nums=numbers)
