"""Which structure type an element of the paper HTML has (ISO 32000-1 14.8.4); none for what groups or decorates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_BY_TAG = {
    "article": "Art",
    "section": "Sect",
    "p": "P",
    "ul": "L",
    "ol": "L",
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "figure": "Div",
    "img": "Figure",
    "svg": "Figure",
    "a": "Link",
    "blockquote": "BlockQuote",
} | {f"h{level}": f"H{level}" for level in range(1, 7)}
# A contents table is a table of contents: its rows are entries, its head says nothing that the roles do not.
_IN_CONTENTS = {"table": "TOC", "caption": "Caption", "tr": "TOCI", "a": "Link"}
_INLINE = frozenset({"a", "b", "br", "code", "em", "i", "small", "span", "strong", "sub", "sup", "u"})
SVG = "{http://www.w3.org/2000/svg}"


def tag_of(element: Any) -> str:
    """Give an element's name without the namespace of SVG; empty for a comment."""
    return element.tag.removeprefix(SVG) if isinstance(element.tag, str) else ""


def classes(element: Any) -> frozenset[str]:
    """Give the classes of an element."""
    return frozenset(element.get("class", "").split())


def role_of(element: Any, above: Iterable[Any]) -> str:
    """Give the structure type of an element, empty for none. `above` are the elements around it, the nearest first."""
    tag, named = tag_of(element), classes(element)
    if any("contents" in classes(it) for it in (element, *above) if tag_of(it) == "table"):
        return "Lbl" if "place" in named and tag == "td" else _IN_CONTENTS.get(tag, "")
    if "footnote" in named:
        return "Note"
    if "call" in named:
        return "Reference"
    if tag == "section" and "part" in named:
        return "Part"
    if tag == "header" and "cover" in named:
        return "Sect"
    if tag == "figcaption":
        return "Caption" if any(tag_of(it) == "img" for around in above for it in around) else "P"
    if tag == "div":
        return "Div" if element.get("role") == "group" else "P" if _has_text(element) else ""
    return _BY_TAG.get(tag, "")


def is_decoration(element: Any) -> bool:
    """Tell whether an element is hidden from readers of the tags."""
    return str(element.get("aria-hidden")) == "true"


def _has_text(element: Any) -> bool:
    """Tell whether a block holds text of its own, so that it is a paragraph and no box around others."""
    own = [element.text, *(kid.tail for kid in element)]
    return any(text and text.strip() for text in own) or any(tag_of(kid) in _INLINE for kid in element)
