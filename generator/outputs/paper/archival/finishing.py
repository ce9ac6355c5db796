"""Finishing a printed report: from what WeasyPrint writes to the file that is published."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pikepdf

from generator.outputs.paper.archival.attachments import attach_sources
from generator.outputs.paper.archival.colour import write_output_intent
from generator.outputs.paper.archival.links import settle_links
from generator.outputs.paper.archival.metadata import About, write_metadata
from generator.outputs.paper.archival.page_labels import write_page_labels
from generator.outputs.paper.archival.pictures import settle_pictures
from generator.outputs.paper.archival.recording import Recording
from generator.outputs.paper.archival.tree import Tagged, build_tree
from generator.outputs.paper.archival.writing import write_tree


def write_archival(
    laid_out: Any, about: About, *, unnumbered: int, sources: Mapping[str, bytes], scale: float = 1.0
) -> bytes:
    """Give the PDF/A-3a and PDF/UA-1 file of a document that WeasyPrint has laid out.

    `unnumbered` is the number of pages before the first numbered one, `sources` are attached; everything is drawn
    `scale` times as large as it is laid out. The same document gives the same bytes.
    """
    recording = Recording(laid_out, scale)
    tagged: list[Tagged] = []

    def finish(_laid_out: Any, _pdf: Any) -> None:
        tagged.append(build_tree(recording.root, list(recording.pieces()), recording.links()))
        recording.decorate(tagged[0].artefacts)
        recording.spell()

    # The identifier is made of the finished file below; WeasyPrint's would be random.
    printed = laid_out.write_pdf(
        zoom=scale, finisher=finish, pdf_tags=True, pdf_version="1.7", pdf_identifier=b"0" * 16
    )
    with pikepdf.open(BytesIO(printed)) as pdf:
        settle_links(pdf, tagged[0].root)
        write_tree(pdf, tagged[0].root)
        settle_pictures(pdf)
        write_output_intent(pdf)
        write_metadata(pdf, about)
        write_page_labels(pdf, unnumbered)
        attach_sources(pdf, sources)
        finished = BytesIO()
        pdf.save(finished, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return finished.getvalue()
