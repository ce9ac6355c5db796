"""The key reference and the schemas say what the model accepts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.fields import Node, known_keys, read_model
from generator.guide import _MODELS, example_yaml, key_groups
from generator.schema import SCHEMAS, render_schemas
from generator.source import read_yaml

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(("title", "model"), _MODELS, ids=[title for title, _ in _MODELS])
def test_examples_are_accepted_by_the_model(title: str, model: type[Node]) -> None:
    tree, trouble = read_yaml("보기.yml", example_yaml(model).encode())
    assert not trouble and tree is not None
    made, findings = read_model(model, tree)
    assert not findings
    assert made is not None


@pytest.mark.parametrize(("title", "model"), _MODELS, ids=[title for title, _ in _MODELS])
def test_every_key_is_explained(title: str, model: type[Node]) -> None:
    group = next(group for group in key_groups() if group.title == title)
    assert {entry.key for entry in group.entries} == set(known_keys(model))
    assert group.summary and all(entry.description for entry in group.entries)


def test_checked_in_schemas_are_fresh() -> None:
    for name, text in render_schemas().items():
        assert (ROOT / "content" / "schema" / name).read_text(encoding="utf-8") == text, "python3 build.py schema"


def test_schemas_know_the_keys_of_the_model() -> None:
    rendered = render_schemas()
    for name, model in SCHEMAS:
        schema = json.loads(rendered[name])
        assert set(schema["properties"]) == set(known_keys(model))
        assert schema["additionalProperties"] is False


def test_editor_maps_every_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert {Path(name).name for name in settings["yaml.schemas"]} == {name for name, _ in SCHEMAS}
