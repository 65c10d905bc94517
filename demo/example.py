"""The example as it stands: its files as plain data, and what they say of days and people."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pmoascode.document import parse
from pmoascode.office.layout import kind_of

TODAY = "2026-11-10"  # the example's own day
FIRST_DAY = "2025-05-05"  # the day on which the office begins to keep records

Data = dict[str, Any]


@dataclass(frozen=True)
class File:
    """One file of the example."""

    path: str  # from the root of the records
    content: bytes
    data: Data
    kind: str
    owner: str  # the id of the project, programme or other scope; empty for the office's own
    id: str
    is_register: bool  # a mapping of entries by their ids


@dataclass(frozen=True)
class Example:
    """Every file of the example, by path."""

    files: Mapping[str, File]

    def of(self, owner: str, kind: str) -> Iterator[File]:
        """The files of one kind that belong to the scope, by path."""
        return (f for f in self._by_owner.get(owner, ()) if f.kind == kind)

    def one(self, owner: str, kind: str) -> Data:
        """The data of the scope's only file of the kind; empty where there is none."""
        return next((f.data for f in self.of(owner, kind)), {})

    @cached_property
    def _by_owner(self) -> dict[str, list[File]]:
        found: dict[str, list[File]] = {}
        for file in self.files.values():
            found.setdefault(file.owner, []).append(file)
        return found

    @cached_property
    def works(self) -> dict[str, File]:
        """The projects and programmes, by id."""
        return {f.id: f for f in self.files.values() if f.kind in ("project", "programme")}

    def reports(self, work: str, until: str) -> list[Data]:
        """The status reports handed in by the day, the newest at the end."""
        found = (f.data for f in self.of(work, "report"))
        return sorted((r for r in found if r["date"] <= until), key=lambda r: str(r["date"]))

    def noted(self, owner: str, fact: str) -> str:
        """The day on which a small fact was written down.

        People bring their registers up to date when they report, and boards when they meet; where
        neither comes within six weeks, the fact was written down when it happened.
        """
        latest = (dt.date.fromisoformat(fact) + dt.timedelta(days=42)).isoformat()
        return min((d for d in self._desk_days(owner) if fact <= d <= latest), default=fact)

    def _desk_days(self, owner: str) -> tuple[str, ...]:
        if owner not in self._desks:
            meetings = [f.id for f in self.of(owner, "meeting")]
            self._desks[owner] = (*meetings, *(r["date"] for r in self.reports(owner, TODAY)))
        return self._desks[owner]

    @cached_property
    def _desks(self) -> dict[str, tuple[str, ...]]:
        return {}

    def gates(self, work: str) -> dict[str, str]:
        """Gate to the day on which it was passed."""
        return {f.data["gate"]: f.data["decision"]["date"] for f in self.of(work, "approval")}

    def lifecycle(self, work: str) -> Data:
        """The lifecycle of the project or programme."""
        name = self.works[work].data.get("lifecycle", "standard")
        return self.files[f"policy/lifecycles/{name}.yaml"].data

    def holder(self, role: str, scope: str, day: str) -> str:
        """Who held the role on the day, else who held it first; empty where nobody ever did."""
        entries = self.one(scope, "assignment").get(role, [])
        for entry in entries:
            if entry["from"] <= day <= entry.get("until", "9999"):
                return str(entry["person"])
        return str(entries[0]["person"]) if entries else ""

    def is_here(self, person: str, day: str) -> bool:
        """Whether the person had joined by the day; true of nobody in particular."""
        file = self.files.get(f"people/{person}.yaml")
        return file is None or str(file.data["active_from"]) <= day

    def name(self, work: str) -> str:
        """What the project, programme or other scope is called in a sentence."""
        places = (f"portfolios/{work}.yaml", f"programmes/{work}/programme.yaml")
        for path in (*places, f"projects/{work}/project.yaml"):
            if path in self.files:
                return str(self.files[path].data["name"])
        return str(self.files["organisation.yaml"].data["units"][work]["title"])


def example_in(folder: Path) -> Example:
    """The example whose records lie in the folder."""
    files = {}
    for place in sorted(folder.rglob("*.yaml")):
        path = place.relative_to(folder).as_posix()
        found = kind_of(path)
        if found is None:
            raise ValueError(f"{path} is no place of a record")
        kind, scope, id = found
        content = place.read_bytes()
        data = parse(path, content).data
        owner = scope.partition("/")[2] or (id if kind.name in ("project", "programme") else "")
        files[path] = File(path, content, data, kind.name, owner, id, kind.shape == "register")
    return Example(files)
