"""What a YAML field may hold, and how a located tree becomes a model.

Every scalar stays the text that staff wrote, with its place, until a block asks for a figure or for prose. So models
hold `Scalar`s, and pydantic decides structure only: which keys there are, which must be there, what shape each has.
Its errors become findings at the very place, in Korean, with the nearest known key or an example as the hint.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue, SkipJsonSchema
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError

from generator.diagnostics import Diagnostic, Severity, Span
from generator.notation.particle import with_particle
from generator.source import Mapping, Scalar, Sequence
from generator.source import Node as Tree

_AT = "@"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Key(str):
    """A mapping's key as pydantic needs it, a string, that still knows its place."""

    scalar: Scalar

    def __new__(cls, scalar: Scalar) -> Key:
        made = super().__new__(cls, scalar.text)
        made.scalar = scalar
        return made


def _scalar(value: object) -> Scalar:
    if isinstance(value, Key):
        return value.scalar
    if isinstance(value, Scalar):
        return value
    raise PydanticCustomError("text_expected", "글이 와야 할 자리에 {found} 있습니다.", {"found": _shape(value)})


def _filled(value: object) -> Scalar:
    scalar = _scalar(value)
    if not scalar.text.strip():
        raise PydanticCustomError("empty", "값이 비어 있습니다.")
    return scalar


def _line(value: object) -> Scalar:
    scalar = _filled(value)
    if "\n" in scalar.text.strip():
        raise PydanticCustomError("one_line", "한 줄이어야 하는데 여러 줄입니다.")
    return scalar


def _items(value: object) -> object:
    return value if isinstance(value, list) else [value]


Line = Annotated[Scalar, BeforeValidator(_line), WithJsonSchema({"type": "string"})]
"""Text on one line."""
Prose = Annotated[Scalar, BeforeValidator(_filled), WithJsonSchema({"type": "string"})]
"""Text of any number of lines."""
Slug = Annotated[Line, WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})]
"""A name for addresses: small Latin letters, digits and single hyphens; the reader of the field checks it."""


def _named_values(value: object) -> object:
    return {key: item for key, item in value.items() if key != _AT} if isinstance(value, dict) else value


class _OneOrMore:
    """Tells the JSON Schema of a list that one value may stand for it."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        listed = handler.resolve_ref_schema(handler(schema))
        return {"anyOf": [listed["items"], listed]}


T = TypeVar("T")
Named = Annotated[dict[Line, T], BeforeValidator(_named_values)]
"""A mapping whose keys are the author's own words, in the order written."""
Several = Annotated[tuple[T, ...], BeforeValidator(_items), _OneOrMore()]
"""One value or a list of them."""


class Node(BaseModel):
    """A mapping in a content file. Fields have Korean aliases; `at` is the mapping's place."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    at: SkipJsonSchema[Span] = Field(alias=_AT, exclude=True, repr=False)

    def __eq__(self, other: object) -> bool:
        """Compare what was written, not where."""
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in type(self).model_fields if name != "at")

    __hash__ = None  # type: ignore[assignment]

    @model_validator(mode="before")
    @classmethod
    def _remember_class(cls, data: object, info: Any) -> object:
        # Pydantic's errors name a place in the data, not the model there; hints need the model.
        if isinstance(data, dict) and isinstance(info.context, dict):
            info.context["classes"].setdefault(id(data), cls)
        return data


N = TypeVar("N", bound=Node)


def read_model(model: type[N], tree: Tree) -> tuple[N | None, tuple[Diagnostic, ...]]:
    """Read a located tree as a model.

    Gives the model, or None where the tree does not fit it, and a finding for every field that does not.
    """
    data = _plain(tree)
    classes: dict[int, type[Node]] = {}
    try:
        return model.model_validate(data, context={"classes": classes}), ()
    except ValidationError as error:
        found = (_finding(item, data, tree, classes) for item in error.errors(include_url=False))
        return None, tuple(dict.fromkeys(found))


def example_of(field: FieldInfo) -> str:
    """Give a field's example as it would be written in YAML, or an empty string."""
    return str(field.examples[0]) if field.examples else ""


def known_keys(model: type[Node]) -> dict[str, FieldInfo]:
    """Give the keys that a mapping of this model may have, in the order of the model."""
    return {str(field.alias): field for field in model.model_fields.values() if field.alias != _AT}


def words(scalar: Scalar | None) -> str:
    """Give a field's text on one line, white space folded; nothing for a field that was left out."""
    return " ".join(scalar.text.split()) if scalar else ""


def is_slug(word: str) -> bool:
    """Tell whether a word may stand in an address: small Latin letters and digits, joined by single hyphens."""
    return bool(_SLUG.fullmatch(word))


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that is spelled most like this one, or an empty string where none is near."""
    bare = {_bare(candidate): candidate for candidate in known}
    found = difflib.get_close_matches(_bare(word), bare, n=1, cutoff=0.5)
    return bare[found[0]] if found else ""


def _bare(word: str) -> str:
    return "".join(word.split())


def _plain(tree: Tree) -> Any:
    match tree:
        case Scalar():
            return tree
        case Sequence(items):
            return [_plain(item) for item in items]
        case Mapping(entries, at):
            data: dict[str, Any] = {Key(entry.key): _plain(entry.value) for entry in entries}
            data[_AT] = at
            return data


def _finding(error: ErrorDetails, data: Any, tree: Tree, classes: dict[int, type[Node]]) -> Diagnostic:
    key = next((str(step) for step in reversed(error["loc"]) if _is_written(step)), "")
    # An unknown key is found in the data, so its path is followed only up to the mapping that holds it.
    loc = error["loc"][:-1] if error["type"] == "extra_forbidden" else error["loc"]
    here, place, owner = _resolve(loc, data, tree)
    model = classes.get(id(owner))
    match error["type"]:
        case "missing":
            return _error("missing-key", f"'{key}' 항목이 없습니다.", place, _missing_hint(key, model))
        case "extra_forbidden":
            at = _key_span(here, key) or place
            return _error("unknown-key", f"'{key}' 항목은 여기에 쓸 수 없습니다.", at, _unknown_hint(key, model))
        case "model_type" | "dict_type" | "model_attributes_type" | "list_type" | "tuple_type":
            wanted = "목록이" if error["type"] in {"list_type", "tuple_type"} else "'이름: 값' 묶음이"
            message = f"{wanted} 와야 할 자리에 {_shape(error['input'])} 있습니다."
            return _error("wrong-shape", message, place, _shape_hint(key, model))
        case "empty":
            return _error("empty-value", _named(key, error["msg"]), place, _missing_hint(key, model))
        case "text_expected" | "one_line":
            return _error("wrong-shape", _named(key, error["msg"]), place, _shape_hint(key, model))
        case _:
            hint = str(error.get("ctx", {}).get("hint", "")) or _shape_hint(key, model)
            return _error("wrong-value", _named(key, error["msg"]), place, hint)


def _error(code: str, message: str, at: Span, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, at, hint)


def _named(key: str, message: str) -> str:
    return f"'{key}': {message}" if key else message


def _is_written(step: int | str) -> bool:
    """Tell whether a step of an error's path is a key; pydantic adds positions and names of alternatives."""
    return isinstance(step, str) and not step.startswith(("@", "["))


def _resolve(loc: tuple[int | str, ...], data: Any, tree: Tree) -> tuple[Tree, Span, Any]:
    """Follow an error's path as far as it goes: the tree node, its place, and the data that holds the last step.

    Steps that the tree lacks are names that pydantic gives to alternatives, or the missing key itself.
    """
    owner = data
    for step in loc:
        if isinstance(tree, Mapping) and isinstance(step, str) and (child := tree.get(step)) is not None:
            owner, data, tree = data, data[step], child
        elif isinstance(tree, Sequence) and isinstance(step, int) and step < len(tree.items):
            owner, data, tree = data, data[step], tree.items[step]
    if isinstance(data, dict):
        owner = data
    return tree, _first_line(tree), owner


def _first_line(tree: Tree) -> Span:
    """The place to point at: a whole block of lines would underline nothing in particular."""
    return tree.entries[0].key.at if isinstance(tree, Mapping) and tree.entries else tree.at


def _key_span(tree: Tree, key: str) -> Span | None:
    if isinstance(tree, Mapping):
        return next((entry.key.at for entry in tree.entries if entry.key.text == key), None)
    return None


def _missing_hint(key: str, model: type[Node] | None) -> str:
    field = known_keys(model).get(key) if model else None
    if field is None:
        return f"'{key}: …' 줄을 적으세요."
    example = example_of(field)
    shown = (
        f"'{key}: {example}'처럼 적으세요." if example and "\n" not in example else f"'{key}:'를 적고 내용을 채우세요."
    )
    return f"{shown} {field.description or ''}".strip()


def _unknown_hint(key: str, model: type[Node] | None) -> str:
    if model is None:
        return "이 항목을 지우거나 이름을 확인하세요."
    known = known_keys(model)
    near = nearest(key, known)
    listed = ", ".join(known)
    meant = f"{with_particle(near, '을/를', quote=True)} 쓰려던 것입니까? " if near else ""
    return f"{meant}쓸 수 있는 항목: {listed}"


def _shape_hint(key: str, model: type[Node] | None) -> str:
    field = known_keys(model).get(key) if model else None
    if field is None:
        return "작성 안내의 보기와 같은 모양으로 고치세요."
    example = f" 보기: {key}: {example_of(field)}" if example_of(field) else ""
    return f"{field.description or ''}{example}".strip()


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "'이름: 값' 묶음이"
    if isinstance(value, list):
        return "'-'로 시작하는 목록이"
    if isinstance(value, Scalar) and value.text.strip():
        return "글이"
    return "빈 값이"
