"""JSON Schema of the content files, made from the model that reads them, for editors that complete and check keys."""

from __future__ import annotations

import json
from typing import Any

from generator.fields import Node
from generator.lineage import Lineages
from generator.model import Report, Section
from generator.organization import Organization

SCHEMAS: tuple[tuple[str, type[Node]], ...] = (
    ("report.schema.json", Report),
    ("section.schema.json", Section),
    ("organization.schema.json", Organization),
    ("programs.schema.json", Lineages),
)
"""File name and model of each schema."""


def render_schemas() -> dict[str, str]:
    """Give each schema's text by its file name."""
    return {name: json.dumps(_schema(model), ensure_ascii=False, indent=2) + "\n" for name, model in SCHEMAS}


def _schema(model: type[Node]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema(by_alias=True)
