"""What the source of a module says of itself: its imports, and what it reads of the world."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

CLOCK_DISK_ENVIRONMENT = {
    *("datetime.now", "datetime.today", "datetime.utcnow", "date.today"),
    *("time.time", "time.time_ns", "time.monotonic", "time.localtime", "time.gmtime"),
    *("os.environ", "os.getenv", "os.getcwd", "os.listdir", "os.walk", "os.scandir"),
    *("Path.cwd", "Path.home", "io.open"),
}
DISK_METHODS = {"read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "rglob"}


@dataclass(frozen=True)
class Module:
    """One source file of the package."""

    name: str  # dotted; a package goes by its own name, without __init__
    source: str
    is_package: bool = False

    @property
    def part(self) -> str:
        """The part of the project it belongs to: `views` for `pmoascode.views.roadmap`."""
        return self.name.partition(".")[2].partition(".")[0]

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of its syntax tree."""
        return tuple(ast.walk(ast.parse(self.source)))


def modules(package: Path) -> tuple[Module, ...]:
    """Every module under a package's folder, in the order of their names."""
    found = []
    for path in package.rglob("*.py"):
        parts = path.relative_to(package.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        found.append(Module(name, path.read_text(encoding="utf-8"), is_package))
    return tuple(sorted(found, key=lambda module: module.name))


def imports(module: Module) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Each import, wherever it stands: its line, the module, the names taken from it."""
    for node in module.nodes:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = tuple(alias.name for alias in node.names)
            yield node.lineno, origin(module, node), names


def origin(module: Module, node: ast.ImportFrom) -> str:
    """The absolute name of the module that names are taken from."""
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    kept = parts[: len(parts) - node.level + module.is_package]
    return ".".join([*kept, node.module] if node.module else kept)


def own_imports(module: Module, every: tuple[Module, ...]) -> list[tuple[int, str]]:
    """The imports of the project's own modules; `from package import module` is one of module."""
    known, top = {other.name for other in every}, module.name.partition(".")[0]
    found = set()
    for line, name, taken in imports(module):
        if name.partition(".")[0] == top:
            inner = {f"{name}.{one}" for one in taken} & known
            found |= {(line, one) for one in inner}
            if len(inner) < len(taken) or not taken:
                found.add((line, name))
    return sorted(found)


def foreign_imports(module: Module) -> list[tuple[int, str]]:
    """The top-level names of everything imported from elsewhere."""
    own = module.name.partition(".")[0]
    tops = {(line, name.partition(".")[0]) for line, name, _ in imports(module)}
    return sorted((line, top) for line, top in tops if top != own)


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """The first circle of imports as a chain of names, or nothing."""
    done: set[str] = set()

    def walk(name: str, chain: list[str]) -> list[str]:
        if name in chain:
            return [*chain[chain.index(name) :], name]
        if name in done:
            return []
        for other in sorted(graph.get(name, set())):
            if other != name and (found := walk(other, [*chain, name])):
                return found
        done.add(name)
        return []

    return next((found for name in sorted(graph) if (found := walk(name, []))), [])


def is_rule(module: Module) -> bool:
    """Whether a function of the module is marked as a rule."""
    marks = (
        mark.func if isinstance(mark, ast.Call) else mark
        for node in module.nodes
        if isinstance(node, ast.FunctionDef)
        for mark in node.decorator_list
    )
    return any(isinstance(mark, ast.Name) and mark.id == "rule" for mark in marks)


def type_checking(module: Module) -> list[int]:
    """The lines that speak of TYPE_CHECKING."""
    return sorted(
        node.lineno
        for node in module.nodes
        if (isinstance(node, ast.Name) and node.id == "TYPE_CHECKING")
        or (isinstance(node, ast.Attribute) and node.attr == "TYPE_CHECKING")
    )


def readers(module: Module) -> list[tuple[int, str]]:
    """Where the module reads or writes clock, disk or environment; shipped files do not count."""
    found = set()
    for node in module.nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "open":
                found.add((node.lineno, "open"))
        elif isinstance(node, ast.Attribute):
            dotted = ".".join(ast.unparse(node).split(".")[-2:])
            if dotted in CLOCK_DISK_ENVIRONMENT:
                found.add((node.lineno, dotted))
            elif node.attr in DISK_METHODS and "files(" not in ast.unparse(node.value):
                found.add((node.lineno, node.attr))
    return sorted(found)
