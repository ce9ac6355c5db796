"""The house rules that a machine can hold: layers, sizes, docstrings, names."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))

LAYERS = (
    ("diagnostics", "notation", "cache", "program", "remembering", "standing"),
    ("document", "source", "expression"),
    ("markup", "fields", "sheet"),
    ("house",),
    ("blocks",),
    ("content", "kinds", "editions"),
    ("model", "organization", "lineage"),
    ("file_tree", "git_tree", "library", "carry", "narrowing"),
    ("compose", "schema", "guide"),
    ("checks",),
    ("pictures", "archive", "fixing", "revisions"),
    ("records",),
    ("lifelines", "changes"),
    ("outputs",),
    ("press", "background"),
    ("publish", "reviewing"),
    ("site",),
    ("mkdocs_plugin",),
    ("commands",),
    ("cli",),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
ALONE = "bootstrap"


def _names(path: Path) -> list[str]:
    return list(path.relative_to(PACKAGE).with_suffix("").parts)


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {_module(node.module, alias.name) for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def _module(package: str, name: str) -> str:
    """`from a.b import c` imports the module a.b.c where there is one, and a.b otherwise."""
    inner = f"{package}.{name}"
    place = ROOT / inner.replace(".", "/")
    return inner if place.with_suffix(".py").is_file() or (place / "__init__.py").is_file() else package


def _own(imports: set[str]) -> set[str]:
    return {name.split(".")[1] for name in imports if name.startswith("generator.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_go_down_only(path: Path) -> None:
    member = _names(path)[0]
    own = _own(_imports(path))
    if member in {ALONE, "__init__"}:
        assert own <= {ALONE}, "the bootstrap and the package itself import nothing of ours"
        return
    assert member in LEVEL, f"{member} has no layer: give it one in LAYERS"
    above = {other for other in own - {member} if LEVEL[other] >= LEVEL[member] and not _same_floor(member, other)}
    assert not above, f"{member} imports {above}, which do not lie below it"


def _same_floor(member: str, other: str) -> bool:
    # Members of one layer may lean on each other in the order in which LAYERS names them.
    layer = LAYERS[LEVEL[member]]
    return LEVEL[member] == LEVEL[other] and layer.index(other) < layer.index(member)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_modules_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300, "a module of more than 300 lines holds two things"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            size = (node.end_lineno or node.lineno) - node.lineno + 1
            assert size <= 50, f"{node.name} has {size} lines"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_public_names_are_documented(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "no module docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


def test_no_import_cycles() -> None:
    known = {".".join(("generator", *_names(path))).removesuffix(".__init__"): path for path in MODULES}
    graph = {
        name: {other for other in _imports(path) if other in known and other != name} for name, path in known.items()
    }
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, f"import cycle: {' -> '.join((*trail, name))}"
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())


def test_only_the_adapters_import_their_hosts() -> None:
    users = {host: set() for host in ("mkdocs", "weasyprint", "markdown_it", "yaml")}
    for path in MODULES:
        for name in _imports(path):
            if (host := name.split(".")[0]) in users:
                users[host].add(_names(path)[0])
    assert users == {
        "mkdocs": {"mkdocs_plugin"},
        "weasyprint": {"outputs"},
        "markdown_it": {"markup"},
        "yaml": {"source"},
    }


def test_one_korean_key_has_one_english_name() -> None:
    pairs: dict[str, set[str]] = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Call):
                for keyword in node.value.keywords:
                    if keyword.arg == "alias" and isinstance(keyword.value, ast.Constant):
                        pairs.setdefault(str(keyword.value.value), set()).add(ast.unparse(node.target))
    assert len(pairs) > 20
    assert not {key: names for key, names in pairs.items() if len(names) > 1}


def test_no_forbidden_words() -> None:
    words = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError")
    found = [path.name for path in MODULES if words.search(path.read_text(encoding="utf-8"))]
    assert not found
    assert not [p for p in MODULES if p.stem in {"utils", "helpers", "manager"}]
