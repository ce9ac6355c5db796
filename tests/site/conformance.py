"""Finds what does not conform to HTML in a file; each fault is one line that says where.

No validator from the package registry works without Java or Node and knows today's HTML, so the rules that a generated
page can break are written here, over the tables in `html_standard.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.site.documents import HtmlFile
from tests.site.html_standard import (
    ATTRIBUTES,
    CHILDREN,
    FIRST_CHILD,
    FORBIDDEN_INSIDE,
    GLOBAL_ATTRIBUTES,
    HEADINGS,
    ID_REFERENCES,
    INTERACTIVE,
    LABELABLE,
    REQUIRED,
    SECTIONING,
    TRANSPARENT,
    VALUES,
    names,
)
from tests.site.table_model import table_faults

_SVG = "{http://www.w3.org/2000/svg}"
_SVG_REFERENCE = re.compile(r"url\(\s*['\"]?#([^)'\"]+)")


def faults_of(file: HtmlFile) -> list[str]:
    """Give all faults of one file, parse errors first."""
    found = [f"{file.path}:{error}" for error in file.parse_errors]
    found += [f"{file.path}: the id {id_!r} {why}" for id_, why in _id_faults(file)]
    for element in file.elements:
        rules = (_foreign_faults,) if element.tag.startswith("{") else _RULES
        found += [f"{file.place(element)}: {fault}" for rule in rules for fault in rule(file, element)]
    return found


def _id_faults(file: HtmlFile) -> Iterator[tuple[str, str]]:
    for id_, times in Counter(e.get("id") for e in file.elements if e.get("id") is not None).items():
        if times > 1:
            yield id_, f"stands {times} times"
        if not id_ or re.search(r"\s", id_):
            yield id_, "is empty or has a space"


def _known(file: HtmlFile, element: Any) -> Iterator[str]:
    if element.tag not in CHILDREN and element.tag not in TRANSPARENT and "-" not in element.tag:
        yield "no such element in HTML"
    for name in element.attrib:
        if name.startswith("on"):
            yield f"an event handler in markup: {name}"
        elif not name.startswith(("data-", "aria-")) and name not in GLOBAL_ATTRIBUTES | ATTRIBUTES.get(
            element.tag, frozenset()
        ):
            yield f"no such attribute here: {name}"
    for name in REQUIRED.get(element.tag, ()):
        if element.get(name) is None:
            yield f"the attribute {name} is missing"


def _values(file: HtmlFile, element: Any) -> Iterator[str]:
    for name, value in element.attrib.items():
        allowed = VALUES.get((element.tag, name))
        if allowed is not None and value not in allowed:
            yield f"{name}={value!r} is none of {sorted(allowed)}"
    for name in ("colspan", "rowspan", "span"):
        value = element.get(name)
        if value is not None and not re.fullmatch(r"[1-9]\d*", value):
            yield f"{name}={value!r} is no number from 1"
    if re.fullmatch(r"[1-9]\d*", element.get("tabindex") or ""):
        yield "a tabindex above 0 breaks the order of the Tab key (WCAG 2.4.3)"


def _holder(file: HtmlFile, element: Any) -> Any:
    """The element whose content model holds here: the nearest that is not transparent."""
    return next((e for e in file.ancestors(element) if e.tag not in TRANSPARENT), None)


def _nesting(file: HtmlFile, element: Any) -> Iterator[str]:
    holder = _holder(file, element)
    if holder is None or holder.tag not in CHILDREN:
        return
    allowed = CHILDREN[holder.tag]
    if holder.tag == "div" and (outer := next(file.ancestors(holder), None)) is not None and outer.tag == "dl":
        allowed = frozenset({"dt", "dd", "script", "template"})
    if element.tag not in allowed:
        yield f"<{element.tag}> may not stand in <{holder.tag}>"
    if element.tag in FIRST_CHILD and element is not holder[0]:
        yield f"<{element.tag}> is not the first in <{holder.tag}>"
    if element.tag == "figcaption" and element not in (holder[0], holder[-1]):
        yield "<figcaption> is neither first nor last"


def _depth(file: HtmlFile, element: Any) -> Iterator[str]:
    if element.tag == "a" and element.get("href") is None:
        return
    if element.tag == "input" and element.get("type") == "hidden":
        return
    for outer in file.ancestors(element):
        if outer.tag in SECTIONING and element.tag in {"header", "footer"}:
            return  # a section's own; dt, th and address may hold no section either
        if element.tag in FORBIDDEN_INSIDE.get(outer.tag, ()):
            yield f"<{element.tag}> inside <{outer.tag}>"
        elif outer.tag in {"a", "button"} and element.get("tabindex") is not None:
            yield f"a stop of the Tab key inside <{outer.tag}>"


def _parts(file: HtmlFile, element: Any) -> Iterator[str]:
    children = [child.tag for child in element if isinstance(child.tag, str)]
    if element.tag == "details" and children.count("summary") != 1:
        yield "details without one summary"
    if element.tag == "dl":
        order = [c.tag for child in element for c in (child if child.tag == "div" else [child])]
        if order and (order[0] != "dt" or order[-1] != "dd"):
            yield "a dl does not begin with dt and end with dd"
    if element.tag in HEADINGS and not "".join(element.itertext()).strip():
        yield "an empty heading"
    if element.tag == "html" and [e.tag for e in file.named("main")] != ["main"] and file.kind != "paper":
        yield "not one main"
    if element.tag == "head" and children.count("title") != 1:
        yield "not one title"


def _references(file: HtmlFile, element: Any) -> Iterator[str]:
    for name in ID_REFERENCES & set(element.attrib):
        for id_ in (element.get(name) or "").split() or [""]:
            if id_ not in file.ids:
                yield f"{name} names {id_!r}, which is no id of the page"
    if element.tag == "label":
        inside = [e for e in element.iter() if e.tag in LABELABLE]
        named = [e for e in file.named(*LABELABLE) if e.get("id") == element.get("for")]
        if not (named if element.get("for") is not None else inside):
            yield "a label of nothing"


def _names(file: HtmlFile, element: Any) -> Iterator[str]:
    """Labels that assistive technology would not read out (ARIA 1.2, 5.2.8.6: naming prohibited)."""
    named = element.get("aria-label") is not None or element.get("aria-labelledby") is not None
    if element.get("aria-label") is not None and not element.get("aria-label").strip():
        yield "an empty aria-label"
    if named and element.get("role") is None and element.tag in _NAMELESS:
        yield f"a <{element.tag}> without a role cannot be named"
    if element.get("aria-hidden") == "true":
        for e in element.iter():
            if e.tag in INTERACTIVE - {"label"} and e.get("tabindex") != "-1":
                yield f"a hidden part holds <{e.tag}>"


_NAMELESS = names("b caption code div em i legend mark p q small span strong sub sup time")


def _foreign_faults(file: HtmlFile, element: Any) -> Iterator[str]:
    name = element.tag.rpartition("}")[2]
    for attribute, value in element.attrib.items():
        for id_ in _SVG_REFERENCE.findall(value):
            if id_ not in file.ids:
                yield f"{attribute} names {id_!r}, which is no id of the page"
        if attribute.startswith("on"):
            yield f"an event handler in markup: {attribute}"
    if name == "svg" and any(e.tag == f"{_SVG}text" for e in element.iter()):
        named = element.get("role") and (element.get("aria-label") or element.get("aria-labelledby"))
        if not named and not any(e.get("aria-hidden") == "true" for e in (element, *file.ancestors(element))):
            yield "a drawing with words that is neither named nor hidden from screen readers"
    yield from _references(file, element)


def _tables(file: HtmlFile, element: Any) -> Iterator[str]:
    if element.tag == "table":
        yield from table_faults(element)


_RULES = (_known, _values, _nesting, _depth, _parts, _references, _names, _tables)
