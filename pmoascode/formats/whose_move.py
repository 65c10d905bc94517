"""Whose move a finding is: the record it is about, and who does the work on such a record."""

import datetime as dt
from dataclasses import dataclass

from pmoascode.audience import NOT_NAMED, shown
from pmoascode.finding import Finding
from pmoascode.office import Office, Work, kind_of
from pmoascode.office.naming import record_name, role_name
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.raci import RaciRow
from pmoascode.records.record import Record

OFFICE = "the PMO"  # whose move it is where no project, programme or portfolio is concerned
_USUAL: tuple[tuple[type[Record], tuple[str, ...]], ...] = (
    (Project, ("project-manager", "sponsor")),
    (Programme, ("programme-manager", "sponsor")),
    (Portfolio, ("portfolio-manager",)),
)
_FOLDERS: tuple[tuple[str, type[Record]], ...] = (
    ("project/", Project),
    ("programme/", Programme),
    ("portfolio/", Portfolio),
)


@dataclass(frozen=True)
class Subject:
    """What a finding is about."""

    title: str  # as people call it
    name: str  # kind and id, or the path of the file
    record: Record | None = None
    work: Record | None = None  # the project, programme or portfolio that it belongs to
    kind: str = ""


class Subjects:
    """Finds the subject of a finding, and whose move it is."""

    def __init__(self, office: Office, today: dt.date) -> None:
        self._office = office
        self._today = today
        self._records: dict[str, Record] = {}
        self._by_path: dict[str, list[Record]] = {}
        for group in office.records.values():
            for record in group.values():
                self._records[record.name_in_full] = record
                self._by_path.setdefault(record.path, []).append(record)

    def of(self, finding: Finding) -> Subject:
        """The record that the finding names, else the one record of its file, else the file."""
        path = finding.place.path
        record = self._records.get(finding.record)
        if record is None and len(alone := self._by_path.get(path, [])) == 1:
            record = alone[0]
        kind = record.kind if record else finding.record.partition("/")[0]
        work = self._work(record, path)
        if record:
            return Subject(self._title(record, work), record.name_in_full, record, work, kind)
        return Subject(finding.record or path, finding.record or path, None, work, kind)

    def whose_move(self, subject: Subject) -> str:
        """Who puts it right, by name as far as they are named, and in which role."""
        work = subject.work
        if work is None:
            return OFFICE
        roles = self._roles(subject, work)
        for role in roles:
            for held in self._office.holders(role, work, self._today):
                person = self._office.person(held.person)
                said = shown(self._office, person).text if person else NOT_NAMED
                title = role_name(role, self._office)
                known = said != NOT_NAMED and said.casefold() != title.casefold()
                return f"{said}, {title}" if known else f"the {title}"
        first = role_name(roles[0], self._office)
        return f"the {first} (nobody holds the role)"

    def _roles(self, subject: Subject, work: Record) -> tuple[str, ...]:
        """Who does the work on such a record by the responsibility matrix, then the usual."""
        row = self._office.find(RaciRow, subject.kind)
        usual = next((roles for kind, roles in _USUAL if isinstance(work, kind)), ("sponsor",))
        return (*(row.responsible if row else ()), *usual)

    def _title(self, record: Record, work: Record | None) -> str:
        title = record_name(record, self._office)
        title = title[:1].upper() + title[1:]
        if work is None or work is record or work.display_name in title:
            return title
        return f"{title} ({work.display_name})"

    def _work(self, record: Record | None, path: str) -> Record | None:
        if isinstance(record, Project | Programme | Portfolio):
            return record
        owner = self._office.owner(record) if record else None
        return owner or self._of_path(path)

    def _of_path(self, path: str) -> Work | Record | None:
        """The project, programme or portfolio in whose folder or by whose name the file lies."""
        found = kind_of(path)
        if found is None:
            return None
        kind, scope, id = found
        for prefix, record in _FOLDERS:
            if scope.startswith(prefix) or f"{kind.name}/" == prefix:
                return self._office.find(record, scope.partition("/")[2] or id)
        if not scope.startswith("scope/"):
            return None
        candidates = (self._office.find(each, scope[6:]) for _, each in _FOLDERS)
        return next((each for each in candidates if each), None)
