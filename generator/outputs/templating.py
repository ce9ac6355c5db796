"""Jinja as every output uses it: escaped by default, strict about names, one template for each block and medium.

A block of type `OrganizationChart` is drawn by `templates/blocks/organization_chart/<medium>.html`, which gets it as
`block`. Templates print finished text; they neither compute nor format.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.document import Block, Inlines

Medium: TypeAlias = Literal["paper", "web"]

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@cache
def environment(medium: Medium) -> Environment:
    """Give the Jinja environment of a medium, with the filters `draw` (a block) and `runs` (text inside a line)."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def draw(block: Block) -> Markup:
        return Markup(made.get_template(f"blocks/{_snake(block)}/{medium}.html").render(block=block))

    def runs(inlines: Inlines) -> Markup:
        macro = made.get_template(f"blocks/inline/{medium}.html").module.runs  # type: ignore[attr-defined]
        return Markup(macro(inlines))

    made.filters["draw"] = draw
    made.filters["runs"] = runs
    made.tests["type"] = lambda node, name: type(node).__name__ == name
    return made


@cache
def stylesheet(medium: Medium) -> str:
    """Give the whole style sheet of a medium: the shared part, then each block's own, in the order of their names."""
    shared = TEMPLATES / "styles" / f"{medium}.css"
    own = sorted((TEMPLATES / "blocks").glob(f"*/{medium}.css"))
    return "\n".join(path.read_text(encoding="utf-8") for path in (shared, *own))


def _snake(block: Block) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(block).__name__).lower()
