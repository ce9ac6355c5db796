"""Binding a report: from its drawn stretches to the file that is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from io import BytesIO
from itertools import accumulate

import pikepdf

from generator.outputs.paper.archival.attachments import attach_sources
from generator.outputs.paper.archival.colour import write_output_intent
from generator.outputs.paper.archival.drawn import Bookmark, Drawn, Spot
from generator.outputs.paper.archival.embedding import embed_faces
from generator.outputs.paper.archival.joining import join_trees
from generator.outputs.paper.archival.metadata import About, write_metadata
from generator.outputs.paper.archival.nodes import Mark, Node
from generator.outputs.paper.archival.outline import write_outline, write_places
from generator.outputs.paper.archival.overlaying import lay_over, moved_over
from generator.outputs.paper.archival.page_labels import write_page_labels
from generator.outputs.paper.archival.writing import write_tree

_VERSION = "1.7"


def bind(
    stretches: Sequence[Drawn], closing: Drawn | None, about: About, *, unnumbered: int, sources: Mapping[str, bytes]
) -> bytes:
    """Give the PDF/A-3a and PDF/UA-1 file of a report.

    `closing` is laid over the last page, `unnumbered` is the number of pages before the first numbered one, `sources`
    are attached. The same stretches give the same bytes, drawn just now or kept from another time.
    """
    with ExitStack() as opened:
        pdf = opened.enter_context(pikepdf.new())
        drawn = [*stretches, *([closing] if closing else [])]
        for one in drawn:  # each stays open until the file is written: its streams are read only then
            pdf.add_pages_from(opened.enter_context(pikepdf.open(BytesIO(one.data))))
        _give_faces(pdf, drawn)
        before = [0, *accumulate(one.page_count for one in stretches)]
        trees = [(one.tree, first) for one, first in zip(stretches, before, strict=False)]
        if closing:
            marks = _marks_of(stretches[-1], before[-1] - 1 - before[-2])
            trees.append((_close(pdf, closing.tree, before[-1] - 1, marks), 0))
        write_outline(pdf, _moved_bookmarks(stretches, before))
        write_places(pdf, _moved_places(stretches, before))
        write_tree(pdf, join_trees(trees))
        write_output_intent(pdf)
        write_metadata(pdf, about)
        write_page_labels(pdf, unnumbered)
        attach_sources(pdf, sources)
        finished = BytesIO()
        pdf.save(
            finished,
            min_version=_VERSION,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return finished.getvalue()


def _give_faces(pdf: pikepdf.Pdf, drawn: Sequence[Drawn]) -> None:
    """Put our faces into the file and where pages look for them: all pages of a stretch look in one place."""
    faces = embed_faces(pdf, (use for one in drawn for use in one.fonts))
    first = 0
    for one in drawn:
        known = pdf.pages[first].obj.Resources.Font
        for use in one.fonts:
            known[f"/{use.name}"] = faces[use.name]
        first += one.page_count


def _close(pdf: pikepdf.Pdf, tree: Node, last: int, marks: int) -> Node:
    """Lay the last page of the file over the one numbered `last`, which has so many marks; give its tree there."""
    under, above = pdf.pages[last], pdf.pages[-1]
    annotations = lay_over(pdf, under, above, marks)
    for name, font in above.obj.Resources.Font.items():
        under.obj.Resources.Font[name] = font
    del pdf.pages[-1]
    return moved_over(tree, last, marks, annotations)


def _marks_of(drawn: Drawn, page: int) -> int:
    """Give a number above those of all marks of a page."""
    numbers = (
        kid.number for node in drawn.tree.nodes() for kid in node.kids if isinstance(kid, Mark) and kid.page == page
    )
    return max(numbers, default=-1) + 1


def _moved_bookmarks(stretches: Sequence[Drawn], before: Sequence[int]) -> Iterator[Bookmark]:
    for one, first in zip(stretches, before, strict=False):
        for bookmark in one.bookmarks:
            yield replace(bookmark, spot=replace(bookmark.spot, page=bookmark.spot.page + first))


def _moved_places(stretches: Sequence[Drawn], before: Sequence[int]) -> dict[str, Spot]:
    return {
        name: replace(spot, page=spot.page + first)
        for one, first in zip(stretches, before, strict=False)
        for name, spot in one.places.items()
    }
