"""A report's drawn pages bound to the file of an edition, which says what it is and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document import Document
from generator.editions import Edition
from generator.outputs.paper.archival.binding import bind
from generator.outputs.paper.archival.drawn import Drawn
from generator.outputs.paper.archival.metadata import About
from generator.outputs.paper.printer import printer_name
from generator.outputs.paper.printing import author_of, description_of, keywords_of
from generator.outputs.paper.provenance import Provenance


def bind_report(
    document: Document,
    edition: Edition,
    origin: Provenance | None,
    drawn: Sequence[Drawn],
    closing: Drawn | None,
    *,
    unnumbered: int,
) -> tuple[bytes, tuple[str, ...]]:
    """Give the file, and the warnings of all its pages, each once. `closing` is laid over the last page; `unnumbered`
    pages come before the first numbered one."""
    sources = origin.sources if origin else {}
    data = bind(drawn, closing, _about(document, edition, origin), unnumbered=unnumbered, sources=sources)
    warnings = (warning for one in (*drawn, closing) if one for warning in one.warnings)
    return data, tuple(dict.fromkeys(warnings))


def _about(document: Document, edition: Edition, origin: Provenance | None) -> About:
    origin = origin or Provenance("", "", "", "")
    return About(
        title=edition.title_of(document.title),
        author=author_of(document),
        publisher=document.institution,
        description=description_of(document),
        keywords=keywords_of(document),
        name=f"{document.year}/{document.slug}",
        producer=printer_name(),
        dated=origin.dated,
        revision=origin.revision,
        address=origin.address,
        licence=origin.licence,
        terms=origin.terms,
    )
