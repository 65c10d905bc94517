"""The reader of sources sees what the test of the floors relies on."""

import pytest

from tests.imports import (
    Module,
    circle,
    foreign_imports,
    is_rule,
    own_imports,
    readers,
    type_checking,
)

KNOWN = tuple(
    Module(name, "", is_package)
    for name, is_package in [
        ("pmoascode", True),
        ("pmoascode.office", False),
        ("pmoascode.views", True),
        ("pmoascode.views.health", False),
    ]
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import pmoascode.office", [(1, "pmoascode.office")]),
        ("from pmoascode.office import Office", [(1, "pmoascode.office")]),
        ("from pmoascode import office", [(1, "pmoascode.office")]),
        ("from pmoascode import __version__", [(1, "pmoascode")]),
        (
            "from pmoascode import __version__, office",
            [(1, "pmoascode"), (1, "pmoascode.office")],
        ),
        ("\ndef f():\n    from pmoascode import office", [(3, "pmoascode.office")]),
        ("from . import health", [(1, "pmoascode.views.health")]),
        ("from .health import Health", [(1, "pmoascode.views.health")]),
        ("from ..office import Office", [(1, "pmoascode.office")]),
        ("import yaml\nfrom rich.table import Table", []),
    ],
)
def test_own_imports(source: str, expected: list[tuple[int, str]]) -> None:
    module = Module("pmoascode.views.roadmap", source)
    assert own_imports(module, KNOWN) == expected


def test_a_package_imports_its_own_modules_with_one_dot() -> None:
    module = Module("pmoascode.views", "from .health import Health", is_package=True)
    assert own_imports(module, KNOWN) == [(1, "pmoascode.views.health")]


def test_foreign_imports_go_by_their_first_name() -> None:
    module = Module("pmoascode.office", "import yaml.nodes\nfrom rich.table import Table")
    assert foreign_imports(module) == [(1, "yaml"), (2, "rich")]


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ({"a": {"b"}, "b": {"c"}, "c": set()}, []),
        ({"a": {"b", "c"}, "b": {"c"}, "c": {"elsewhere"}}, []),
        ({"a": {"b"}, "b": {"c"}, "c": {"b"}}, ["b", "c", "b"]),
    ],
)
def test_circle(graph: dict[str, set[str]], expected: list[str]) -> None:
    assert circle(graph) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("@rule(ERROR)\ndef late(project): ...", True),
        ("@rule\ndef late(project): ...", True),
        ("def rule(): ...", False),
        ("@cache\ndef late(project): ...", False),
    ],
)
def test_a_rule_is_told_by_its_mark(source: str, *, expected: bool) -> None:
    assert is_rule(Module("pmoascode.rules.time.late", source)) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("today = date.today()", [(1, "date.today")]),
        ("now = datetime.datetime.now(UTC)", [(1, "datetime.now")]),
        ("home = os.environ['HOME']", [(1, "os.environ")]),
        ("with open(path) as file: ...", [(1, "open")]),
        ("text = Path(name).read_text()", [(1, "read_text")]),
        ("text = files('pmoascode').joinpath(name).read_text()", []),
        ("content = blob.read()", []),
        ("today = project.today", []),
    ],
)
def test_readers(source: str, expected: list[tuple[int, str]]) -> None:
    assert readers(Module("pmoascode.views.health", source)) == expected


def test_type_checking_is_seen() -> None:
    source = "import typing\nif typing.TYPE_CHECKING:\n    import pmoascode.office"
    assert type_checking(Module("pmoascode.views.health", source)) == [2]
