"""The office: every record of one revision, with the look-ups that its readers need."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, TypeVar

from msgspec import structs

from pmoascode.document import Document
from pmoascode.finding import Finding, Place
from pmoascode.records.approval import Approval
from pmoascode.records.assignment import Assignment
from pmoascode.records.fields import Tier
from pmoascode.records.lifecycle import Lifecycle, Phase
from pmoascode.records.organisation import Organisation
from pmoascode.records.person import Person
from pmoascode.records.policy import Policy
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project, Tolerance
from pmoascode.records.record import At, Record
from pmoascode.records.report import Report
from pmoascode.records.review import Review
from pmoascode.records.tier_policy import Rigour

R = TypeVar("R", bound=Record)
Work = Project | Programme

Cover = Literal["held", "vacant", "lapsed", "missing"]

BUILT_IN = "built-in/"  # the path of a record that comes with the package starts so


@dataclass(frozen=True)
class Office:
    """Every record of one revision. Records that cannot be read are known by name only."""

    records: Mapping[type[Record], Mapping[tuple[str, str], Record]]  # class -> (scope, id)
    documents: Mapping[str, Document]  # by path
    findings: tuple[Finding, ...]  # what reading found
    unreadable: frozenset[tuple[str, str, str]] = field(default=frozenset())  # kind, scope, id
    law: "Office | None" = None  # of a change: the office whose policy and lifecycles judge it

    def under(self, base: "Office") -> "Office":
        """The same records, judged by the policy, lifecycles and waivers of the base.

        A base without a policy has none of its own yet: the policy that comes with the package
        judges then, and lifecycles may come with the first records.
        """
        if base.all(Policy):
            return replace(self, law=base)
        records = dict(base.records)
        records[Lifecycle] = self.records.get(Lifecycle, {})
        return replace(self, law=replace(base, records=records))

    # -- by kind and id

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of the kind that the office keeps itself, sorted by scope and id."""
        return self._own.get(kind, ())  # type: ignore[return-value]

    def known(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of the kind, those that come with the package included."""
        return tuple(self._of(kind).values())

    def find(self, kind: type[R], id: str | None, scope: str = "") -> R | None:
        """The record of the kind with the id; scope as in "project/apollo" for register entries."""
        return self._of(kind).get((scope, id or ""))

    def ids(self, kind: type[Record], scopes: Iterable[str] = ("",)) -> tuple[str, ...]:
        """The ids of the records of the kind in the scopes."""
        wanted = tuple(scopes)
        return tuple(id for scope, id in self.records.get(kind, {}) if scope in wanted)

    def within(self, kind: type[R], owner: Record) -> tuple[R, ...]:
        """The records of the kind that belong to the project, programme or other owner."""
        scope = f"{owner.kind}/{owner.id}"
        return tuple(self._by_scope.get((kind, scope), ()))  # type: ignore[arg-type]

    def one(self, kind: type[R], owner: Record) -> R | None:
        """The owner's record of a kind of which it has one, such as its PID."""
        found = self.within(kind, owner)
        return found[0] if found else None

    def owner(self, record: Record) -> Project | Programme | None:
        """The project or programme that a record belongs to."""
        kind, _, id = record.scope.partition("/")
        project = self.find(Project, id) if kind in ("project", "scope") else None
        if project or kind not in ("programme", "scope"):
            return project
        return self.find(Programme, id)

    def _of(self, kind: type[R]) -> Mapping[tuple[str, str], R]:
        return self.records.get(kind, {})  # type: ignore[return-value]

    @cached_property
    def _own(self) -> Mapping[type[Record], tuple[Record, ...]]:
        return {
            kind: tuple(r for r in records.values() if not r.path.startswith(BUILT_IN))
            for kind, records in self.records.items()
        }

    @cached_property
    def _by_scope(self) -> Mapping[tuple[type[Record], str], list[Record]]:
        found: dict[tuple[type[Record], str], list[Record]] = {}
        for kind, records in self.records.items():
            for record in records.values():
                if record.scope:
                    found.setdefault((kind, record.scope), []).append(record)
        return found

    # -- the single records

    @cached_property
    def organisation(self) -> Organisation | None:
        """The organisation, if its file can be read."""
        return next(iter(self._of(Organisation).values()), None)

    @cached_property
    def policy(self) -> Policy:
        """The policy; the one that comes with the package where the office has none."""
        found = list((self.law or self).known(Policy))
        return found[0] if found else Policy(schema=1)

    @cached_property
    def currency(self) -> str:
        """The ISO 4217 code of the organisation's currency, empty where it is unknown."""
        return self.organisation.currency if self.organisation else ""

    # -- work

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """Every project, sorted by id."""
        return self.all(Project)

    @cached_property
    def programmes(self) -> tuple[Programme, ...]:
        """Every programme, sorted by id."""
        return self.all(Programme)

    def projects_of(self, programme: Programme) -> tuple[Project, ...]:
        """The projects of the programme, sorted by id."""
        return tuple(p for p in self.projects if p.programme == programme.id)

    def portfolio_of(self, work: Work) -> Portfolio | None:
        """The portfolio of the work: its own, or that of its programme."""
        programme = self.find(Programme, getattr(work, "programme", None))
        return self.find(Portfolio, work.portfolio or (programme.portfolio if programme else None))

    def tier(self, record: Record | None) -> Tier:
        """The tier of a project or programme, or of the one that the record belongs to."""
        work = record if isinstance(record, Project | Programme) else record and self.owner(record)
        own = work.tier if isinstance(work, Project | Programme) else None
        return own or self.policy.defaults.tier

    def rigour(self, record: Record | None) -> Rigour:
        """What the policy asks of work of this tier."""
        return self.policy.rigour(self.tier(record))

    def tolerance(self, work: Work) -> Tolerance:
        """The tolerance of the work: its own where it states one, else its tier's."""
        usual = self.rigour(work).tolerance
        own = work.tolerances or Tolerance()
        said = {name: value for name, value in structs.asdict(own).items() if value is not None}
        return structs.replace(usual, **said)

    def lifecycle(self, work: Work) -> Lifecycle | None:
        """The lifecycle of the work: its own, else the policy's default."""
        name = work.lifecycle or self.policy.defaults.lifecycle
        return (self.law and self.law.find(Lifecycle, name)) or self.find(Lifecycle, name)

    def phase(self, work: Work) -> Phase | None:
        """The phase that the work is in: as stated, else the first of its lifecycle."""
        lifecycle = self.lifecycle(work)
        if lifecycle is None:
            return None
        name = work.phase or next(iter(lifecycle.phases), "")
        return lifecycle.phases.get(name)

    def stage(self, work: Work) -> str:
        """The stage of the phase: start-up, initiation, delivery, closing or after; else empty."""
        phase = self.phase(work)
        return phase.stage if phase else ""

    def reports(self, owner: Record) -> tuple[Report, ...]:
        """The status reports of the work, oldest first by their date."""
        return self._reports.get(f"{owner.kind}/{owner.id}", ())

    def last_report(self, owner: Record, on: dt.date | None = None) -> Report | None:
        """The newest status report of the work, of those dated on or before the day if given."""
        newest_first = reversed(self.reports(owner))
        return next((r for r in newest_first if on is None or r.date <= on), None)

    @cached_property
    def _reports(self) -> Mapping[str, tuple[Report, ...]]:
        found: dict[str, list[Report]] = {}
        for report in self._of(Report).values():
            found.setdefault(report.scope, []).append(report)
        return {
            scope: tuple(sorted(reports, key=lambda r: (r.date, r.id)))
            for scope, reports in found.items()
        }

    # -- people

    def assignments(self, scope: Record | str, role: str | None = None) -> tuple[Assignment, ...]:
        """Every assignment on the project, programme, portfolio or unit, past ones included."""
        held = self._by_scope_id.get(scope if isinstance(scope, str) else scope.id, ())
        return tuple(a for a in held if role is None or a.role == role)

    def holders(self, role: str, scope: Record, on: dt.date) -> tuple[Assignment, ...]:
        """The assignments to the role that hold on the day."""
        return tuple(a for a in self.assignments(scope, role) if a.holds_on(on))

    def assignments_of(self, person: Person | str) -> tuple[Assignment, ...]:
        """Every assignment of the person, past ones included, sorted by scope."""
        id = person if isinstance(person, str) else person.id
        return tuple(self._by_person.get(id, ()))

    def person(self, id: str | None) -> Person | None:
        """The person with the id."""
        return self.find(Person, id)

    def approvals(self, work: Work) -> tuple[Approval, ...]:
        """The decisions at the gates of the work, sorted by id."""
        return tuple(self._by_scope.get((Approval, f"scope/{work.id}"), ()))  # type: ignore[arg-type]

    def reviews(self, work: Work) -> tuple[Review, ...]:
        """The independent reviews of the work, oldest first."""
        found: list[Review] = self._by_scope.get((Review, f"scope/{work.id}"), [])  # type: ignore[assignment]
        return tuple(sorted(found, key=lambda r: (r.date, r.id)))

    def cover(self, role: str, scope: Record, on: dt.date) -> Cover:
        """How a role that must be filled is covered on the day.

        Nobody holds it where it is `vacant` (the record says so itself), `lapsed` (whoever held it
        has reached the end) or `missing` (nobody ever did, or the next one is still to come).
        """
        held = self.assignments(scope, role)
        if any(a.holds_on(on) for a in held):
            return "held"
        if role in getattr(scope, "vacancies", ()):
            return "vacant"
        return "lapsed" if held and all(a.until and a.until < on for a in held) else "missing"

    @cached_property
    def _by_scope_id(self) -> Mapping[str, tuple[Assignment, ...]]:
        return _grouped(self.all(Assignment), lambda a: a.scope_id)

    @cached_property
    def _by_person(self) -> Mapping[str, tuple[Assignment, ...]]:
        return _grouped(self.all(Assignment), lambda a: a.person)

    # -- files and places

    def data(self, record: Record) -> Any:
        """What the file says of the record, as it stands there."""
        document = self.documents.get(record.path)
        found: Any = document.data if document else {}
        for key in record.keys:
            found = found[key]
        return found

    def is_unreadable(self, kind: str, id: str, scope: str = "") -> bool:
        """Whether there is such a record, or a file that may hold it, that cannot be read."""
        owner = scope.partition("/")[2]
        return not self.unreadable.isdisjoint({(kind, scope, id), (kind, scope, owner)})

    def has_unreadable(self, kind: str, owner: Record) -> bool:
        """Whether a record of the kind that belongs to the owner cannot be read."""
        scope = f"{owner.kind}/{owner.id}"
        return any((kind, scope) == (name, of) for name, of, _ in self.unreadable)

    @cached_property
    def own_files(self) -> tuple[str, ...]:
        """The paths of the files that were read as records, sorted."""
        return tuple(sorted(p for p in self.documents if not p.startswith(BUILT_IN)))

    def place(self, at: At) -> Place:
        """The line and column of a value."""
        document = self.documents.get(at.path)
        if document is None:
            return Place(at.path)
        return document.place(at.keys, of_key=at.of_key)


def _grouped(
    assignments: Iterable[Assignment], key: Callable[[Assignment], str]
) -> Mapping[str, tuple[Assignment, ...]]:
    groups: dict[str, list[Assignment]] = {}
    for assignment in assignments:
        groups.setdefault(key(assignment), []).append(assignment)
    return {name: tuple(group) for name, group in groups.items()}
