"""What a finding is about: the record, and the work that it belongs to."""

from dataclasses import dataclass

from pmoascode.finding import Finding
from pmoascode.office import Office, Work, kind_of
from pmoascode.office.naming import record_name
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Record

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
    """Finds the subject of a finding."""

    def __init__(self, office: Office) -> None:
        self._office = office
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
        return owner or self.work_of_path(path)

    def work_of_path(self, path: str) -> Work | Record | None:
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
