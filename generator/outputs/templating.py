"""Jinja as every output uses it: escaped by default, strict about names, one template for each block and medium.

A block of type `OrganizationChart` is drawn by `templates/blocks/organization_chart/<medium>.html`, which gets it as
`block`. Templates print finished text; they neither compute nor format.

Paper has two media, `browser` (one HTML file that prints from a browser) and `pdf`. Both are made of the `paper`
templates and styles; a file of their own comes first where they must differ, as footnotes do. Further editions of the
PDF, `large` and `brief`, have those of `pdf` and their own before them.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.document import Block, Inlines, plain

Medium: TypeAlias = Literal["web", "paper", "browser", "pdf", "large", "brief"]

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"

_OWN_FIRST: dict[Medium, tuple[Medium, ...]] = {
    "browser": ("browser", "paper"),
    "pdf": ("pdf", "paper"),
    "large": ("large", "pdf", "paper"),
    "brief": ("brief", "pdf", "paper"),
}


@cache
def environment(medium: Medium) -> Environment:
    """Give the Jinja environment of a medium.

    Its filters are `draw` (a block; the names that the page was rendered with stay known inside), `runs` (text inside a
    line), `plain` (a line without markup) and `css_string` (text for use between double quotes in CSS).
    """
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Looking at the files' times for each of the thousands of pieces that a page is made of takes longer than some.
        auto_reload=False,
    )

    @cache
    def template_of(folder: str) -> Template:
        return made.select_template([f"blocks/{folder}/{name}.html" for name in _sources(medium)])

    @pass_context
    def draw(context: Context, block: Block) -> Markup:
        return Markup(template_of(_snake(type(block).__name__)).render({**context.get_all(), "block": block}))

    def runs(inlines: Inlines) -> Markup:
        return Markup(template_of("inline").module.runs(inlines))  # type: ignore[attr-defined]

    made.filters["draw"] = draw
    made.filters["runs"] = runs
    made.filters["plain"] = plain
    made.filters["css_string"] = css_string
    made.tests["type"] = lambda node, name: type(node).__name__ == name
    return made


@cache
def stylesheet(medium: Medium) -> str:
    """Give the whole style sheet of a medium: the shared part, then each block's own, in the order of their names."""
    paths: list[Path] = []
    for source in reversed(_sources(medium)):
        paths.append(TEMPLATES / "styles" / f"{source}.css")
        paths += sorted((TEMPLATES / "blocks").glob(f"*/{source}.css"))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def css_string(text: str) -> str:
    """Escape text for a CSS string in double quotes (CSS Syntax 3, 4.3.5); HTML escaping is still to follow."""
    return re.sub(r"""["'\\<>&\n\r\f]""", lambda found: f"\\{ord(found[0]):x} ", text)


def _sources(medium: Medium) -> tuple[Medium, ...]:
    return _OWN_FIRST.get(medium, (medium,))


@cache
def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
