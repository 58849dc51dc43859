"""What only the source text says: the sentences under assignments and columns, and codes given to a call."""

import ast
import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType

import octavo

PACKAGE = Path(octavo.__file__).parent


def every_module() -> Iterator[ModuleType]:
    """Import and yield every module of Octavo but those that do something when they are imported."""
    for found in pkgutil.walk_packages([str(PACKAGE)], "octavo."):
        if not (found.name.endswith("__main__") or ".migrations" in found.name):
            yield import_module(found.name)


def sentences_under(module: ModuleType) -> Mapping[str, Mapping[str, str]]:
    """Return, by class and attribute, the text that stands under each attribute of the classes of *module*."""
    found = {}
    for node in _tree(Path(str(module.__file__))).body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = dict(_texts(node))
    return found


def codes_of(call: str) -> Iterator[tuple[str, str]]:
    """Yield (code, sentence) of each `call("code", "sentence")` in the package that is written with both as texts."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == call:
                texts = [_spelled(part) for part in node.args[:2]]
                if len(texts) == 2 and all(texts):
                    yield texts[0], texts[1]


def _texts(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for statement, after in zip(node.body, node.body[1:], strict=False):
        target = getattr(statement, "target", None) or next(iter(getattr(statement, "targets", [])), None)
        if isinstance(target, ast.Name) and isinstance(after, ast.Expr):
            yield target.id, _spelled(after.value)


def _spelled(node: ast.expr) -> str:
    """Return a text that is written out; what an f-string fills in is left as dots."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(p.value) if isinstance(p, ast.Constant) else "..." for p in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())
