"""The floors of the package: who may import whom, and who may read clock, disk and environment.

A module imports only from the floors below its own. To see the whole order, read `FLOORS`.
"""

from pathlib import Path

import pytest

from tests.imports import (
    Module,
    circle,
    foreign_imports,
    is_rule,
    modules,
    own_imports,
    readers,
    type_checking,
)

PACKAGE = Path(__file__).resolve().parent.parent / "pmoascode"

FLOORS = (
    "finding",
    "document commit",
    "records schema",
    "office",
    "change repository cache forge fingerprint",
    "rule measures",
    "rules own_rules",
    "verdict history",
    "views charts exchange edit audience",
    "editors",
    "pages formats acts starting condition",
    "worktree whereabouts",
    "workspace",
    "revision",
    "publication",
    "mkdocs_plugin",
    "zensical_site",
    "cli",
)
FLOOR = {part: number for number, parts in enumerate(FLOORS) for part in parts.split()}
FLOOR |= {"": -1, "__main__": len(FLOORS)}  # the package itself imports nothing of its own

SOLE_IMPORTER = {
    "yaml": "document",
    "jsonschema": "schema",
    "jsonschema_rs": "schema",
    "referencing": "schema",
    "git": "repository",
    "gitdb": "repository",
    "mkdocs": "mkdocs_plugin",
}

# repository and cache are handed their folder; schema reads the files that the wheel ships.
MAY_READ = {"repository", "cache", "schema"}
# Run by hand to write the schemas, never by the program.
WORKSHOP = {"pmoascode.records.json_schema"}

ALL = modules(PACKAGE)
each_module = pytest.mark.parametrize("module", ALL, ids=lambda module: module.name)


def test_the_package_is_found() -> None:
    assert {"pmoascode", "pmoascode.finding"} <= {module.name for module in ALL}


@each_module
def test_every_module_has_a_floor(module: Module) -> None:
    advice = f"{module.part} stands on no floor: give it one in {Path(__file__).name}"
    assert module.part in FLOOR, advice


@each_module
def test_imports_only_from_floors_below(module: Module) -> None:
    own = FLOOR.get(module.part, len(FLOORS))
    wrong = [
        f"{module.name}:{line} imports {name}"
        for line, name in own_imports(module, ALL)
        if (part := name.partition(".")[2].partition(".")[0])
        and part != module.part
        and FLOOR.get(part, len(FLOORS)) >= own
    ]
    assert wrong == []


@pytest.mark.parametrize("part", sorted({module.part for module in ALL}))
def test_no_circle_inside_a_package(part: str) -> None:
    graph = {
        module.name: {name for _, name in own_imports(module, ALL)}
        for module in ALL
        if module.part == part
    }
    assert circle(graph) == []


@each_module
def test_no_rule_imports_a_rule(module: Module) -> None:
    rules = {other.name for other in ALL if is_rule(other)}
    if module.name in rules:
        assert [name for _, name in own_imports(module, ALL) if name in rules] == []


@each_module
def test_a_library_has_one_importer(module: Module) -> None:
    wrong = [
        f"{module.name}:{line} imports {name}, which only {SOLE_IMPORTER[name]} may"
        for line, name in foreign_imports(module)
        if SOLE_IMPORTER.get(name, module.part) != module.part
    ]
    assert wrong == []


@each_module
def test_no_import_for_types_alone(module: Module) -> None:
    assert type_checking(module) == []


@each_module
def test_reads_no_clock_disk_or_environment_below_the_worktree(module: Module) -> None:
    below = FLOOR.get(module.part, len(FLOORS)) < FLOOR["worktree"]
    if below and module.part not in MAY_READ and module.name not in WORKSHOP:
        assert readers(module) == []
