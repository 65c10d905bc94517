"""What projects need from each other and from outside, and what comes too late."""

from dataclasses import dataclass

from pmoascode.office import Office, Work
from pmoascode.records.dependency import Dependency
from pmoascode.views.dependency_row import DependencyRow, dependency_row


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One open dependency of work that is not over."""

    need: DependencyRow
    work: Work  # that needs it
    giver: str  # name of the project, or of who gives from outside

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The sides that have not given their word."""
        said = self.need.dependency.confirmed
        sides = (("giver", said and said.giver), ("receiver", said and said.receiver))
        return tuple(side for side, word in sides if not word)


def open_needs(office: Office) -> tuple[NeedRow, ...]:
    """Every open dependency, the latest first, then those at risk, then by the day needed."""
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    rows = [
        _row(office, work, dependency)
        for work in works
        if not work.is_ended
        for dependency in office.within(Dependency, work)
        if dependency.is_open
    ]
    return tuple(sorted(rows, key=_order))


def _row(office: Office, work: Work, dependency: Dependency) -> NeedRow:
    need, giver = dependency_row(office, dependency), dependency.giver
    name = need.giver.name if need.giver else giver.external or giver.project or "Nobody named"
    return NeedRow(need, work, name)


def _order(row: NeedRow) -> tuple[int, bool, str, str, str]:
    needed = row.need.dependency.need_by
    late = max(row.need.days_late or 0, 0)
    day = needed.isoformat() if needed else "9999"
    return (-late, not row.need.is_at_risk, day, row.work.name_in_full, row.need.dependency.id)
