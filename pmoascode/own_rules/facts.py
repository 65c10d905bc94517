"""What expressions are asked of: the records of one office on one day, as values."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from pmoascode.measures.cost import money
from pmoascode.measures.health import health
from pmoascode.measures.schedule import worst_open_slip, worst_slip
from pmoascode.office import Office
from pmoascode.own_rules.values import amounts, value
from pmoascode.own_rules.vocabulary import EVERYWHERE, PERSON, WORK, fields, flags, lists
from pmoascode.records.person import Person
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Record

_WORK = (Project, Programme)


class Facts:
    """The records of an office as values, each made when it is first asked for.

    Only what the expressions of the office mention is made: the engine copies an entry for each
    step of a loop, so that small records make fast rules.
    """

    def __init__(self, office: Office, today: dt.date, mentioned: frozenset[str]) -> None:
        self.office = office
        self.today = today
        self._mentioned = mentioned
        self._made: dict[int, Mapping[str, Any]] = {}
        self._asked: dict[type[Record], tuple[tuple[str, str], ...]] = {}
        self._rows: dict[type[Record], dict[tuple[str, str], int]] = {}

    def of(self, record: Record) -> Mapping[str, Any]:
        """The record as a value."""
        found = self._made.get(id(record))  # the office keeps every record alive
        if found is None:
            found = self._made[id(record)] = self._record(record)
        return found

    def lists(self) -> Mapping[str, list[Mapping[str, Any]]]:
        """The lists of the office that the expressions mention."""
        return {name: self.table(kind) for name, kind in lists().items() if name in self._mentioned}

    def table(self, kind: type[Record]) -> list[Mapping[str, Any]]:
        """Every record of the kind that the office keeps itself, as values."""
        return [self.of(record) for record in self.office.all(kind)]

    def row(self, record: Record) -> int:
        """The number of the record in the table of its kind, from 0."""
        return self.rows(type(record))[record.scope, record.id]

    def rows(self, kind: type[Record]) -> Mapping[tuple[str, str], int]:
        """The number of each record in the table of its kind, by scope and id."""
        if kind not in self._rows:
            every = self.office.all(kind)
            self._rows[kind] = {(r.scope, r.id): number for number, r in enumerate(every)}
        return self._rows[kind]

    def _record(self, record: Record) -> Mapping[str, Any]:
        made: dict[str, Any] = {}
        for name, written in self._fields(type(record)):
            entry = getattr(record, name)
            if entry is not None:
                made.update(amounts(written, entry))
        made.update(self._extra(record))
        for name in filter(self._is_asked, self._derived(record)):
            found = self._derive(name, record)
            if found is not None:
                made[name] = value(found)
        return made

    def _fields(self, kind: type[Record]) -> tuple[tuple[str, str], ...]:
        """The fields of the kind that the expressions mention: their names, here and in files."""
        if kind not in self._asked:
            names = zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True)
            self._asked[kind] = tuple(
                (name, written)
                for name, written in names
                if written in fields(kind) and self._is_asked(written)
            )
        return self._asked[kind]

    def _is_asked(self, name: str) -> bool:
        return not self._mentioned.isdisjoint({name, f"{name}_days", f"{name}_percent"})

    def _extra(self, record: Record) -> Mapping[str, Any]:
        """The office's own fields, which only the file itself has."""
        data = self.office.data(record)
        own = data.items() if isinstance(data, Mapping) else ()
        return {name: value(entry) for name, entry in own if name.startswith("x_")}

    def _derived(self, record: Record) -> tuple[str, ...]:
        further = (
            WORK if isinstance(record, _WORK) else PERSON if isinstance(record, Person) else ()
        )
        return (*EVERYWHERE, *flags(type(record)), *further)

    def _derive(self, name: str, record: Record) -> Any:
        if isinstance(record, _WORK) and name in WORK:
            return _OF_WORK[name](self, record)
        if name == "manages" and isinstance(record, Person):
            return self._managed(record)
        return self._of_any(name, record)

    def _of_any(self, name: str, record: Record) -> Any:
        if name == "name":
            return record.display_name
        if name == "of":
            return record.scope_id
        if name == "tier":
            return self.office.tier(record)
        if name == "is_current":
            return record.holds_on(self.today)  # type: ignore[attr-defined]
        return getattr(record, name)

    def _managed(self, person: Person) -> list[str]:
        """The running projects that the person manages today."""
        held = self.office.assignments_of(person)
        mine = {a.scope_id for a in held if a.role == _MANAGERS[0] and a.holds_on(self.today)}
        projects = (self.office.find(Project, id) for id in mine)
        running = [project for project in projects if project and project.is_running]
        return [project.id for project in sorted(running, key=self.row)]

    def holders(self, work: Any) -> dict[str, list[str]]:
        """Who holds which role today."""
        found: dict[str, list[str]] = {}
        for assignment in self.office.assignments(work):
            if assignment.holds_on(self.today):
                found.setdefault(assignment.role, []).append(assignment.person)
        return {role: sorted(set(people)) for role, people in sorted(found.items())}


_MANAGERS = ("project-manager", "programme-manager")


def _held(*roles: str) -> Callable[[Facts, Any], Any]:
    return lambda facts, work: [p for role in roles for p in facts.holders(work).get(role, [])]


def _money(name: str) -> Callable[[Facts, Any], Any]:
    def figure(facts: Facts, work: Any) -> Any:
        found = money(facts.office, work)
        return getattr(found, name) if found else None

    return figure


def _slip_days(facts: Facts, work: Any) -> Any:
    found = worst_open_slip(work, facts.today) or worst_slip(work, facts.today)
    return found.days if found else None


def _serves(facts: Facts, work: Any) -> Any:
    programme = facts.office.find(Programme, getattr(work, "programme", None))
    return sorted({*work.objectives, *(programme.objectives if programme else ())})


def _phase(facts: Facts, work: Any) -> Any:
    lifecycle = facts.office.lifecycle(work)
    return work.phase or (next(iter(lifecycle.phases), None) if lifecycle else None)


_OF_WORK: Mapping[str, Callable[[Facts, Any], Any]] = {
    "calculated": lambda f, work: health(f.office, work, f.today).overall.calculated,
    "cost_actual": _money("actual"),
    "cost_baseline": _money("baseline"),
    "cost_forecast": _money("forecast"),
    "cost_variance_percent": _money("variance_percent"),
    "health": lambda f, work: health(f.office, work, f.today).shown,
    "holders": lambda f, work: f.holders(work),
    "is_late_reporting": lambda f, work: health(f.office, work, f.today).is_silent,
    "is_must_win": lambda _, work: bool(getattr(work, "priority", None) and work.priority.must_win),
    "last_report_age": lambda f, work: health(f.office, work, f.today).freshness.age,
    "lifecycle": lambda f, work: work.lifecycle or f.office.policy.defaults.lifecycle,
    "managers": _held(*_MANAGERS),
    "phase": _phase,
    "serves": _serves,
    "slip_days": _slip_days,
    "sponsors": _held("sponsor"),
    "stage": lambda f, work: f.office.stage(work),
    "stated": lambda f, work: health(f.office, work, f.today).overall.stated,
}
