"""What a project office covers: each item with its homes, read from the file beside this one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pmoascode.document import parse

Kind = Literal["field", "rule", "entry", "command", "page"]
_KINDS: Mapping[str, Kind] = {  # in the order in which a reader wants them
    "fields": "field",
    "entries": "entry",
    "rules": "rule",
    "pages": "page",
    "commands": "command",
}


@dataclass(frozen=True, slots=True)
class Home:
    """Where an item lives."""

    kind: Kind
    name: str  # as the file has it


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that an office covers."""

    number: int
    text: str
    homes: tuple[Home, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together."""

    id: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Everything that an office covers."""

    groups: tuple[Group, ...]

    @property
    def items(self) -> Iterator[Item]:
        """Every item, in the order of their numbers."""
        for group in self.groups:
            yield from group.items


@cache
def coverage() -> Coverage:
    """What the file says."""
    name = "coverage.yaml"
    content = files("pmoascode.views").joinpath(name).read_bytes()
    said: dict[str, Any] = parse(name, content).data
    groups = (
        Group(id, its["title"], tuple(_items(its["items"]))) for id, its in said["groups"].items()
    )
    return Coverage(tuple(groups))


def _items(said: Mapping[str, Any]) -> Iterator[Item]:
    for number, its in said.items():
        homes = (Home(kind, each) for key, kind in _KINDS.items() for each in its.get(key, ()))
        yield Item(int(number), its["text"], tuple(homes))
