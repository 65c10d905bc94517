"""The rule that a junior project manager is guided by the project's manager."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import person_name, scope_name
from pmoascode.records.assignment import Assignment
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="Role description of the junior project manager",
    bad=(
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        junior-project-manager:
          - {person: lena-novak, from: 2026-10-01, until: 2027-06-30, time: 20 %}  # <--
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-02-28, time: 40 %}
        junior-project-manager:
          - person: lena-novak
            from: 2026-10-01
            until: 2027-06-30
            supervisor: sam-okoro  # <--
        """,
    ),
    good=(
        """
        # assignments/hermes.yaml
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        junior-project-manager:
          - {person: lena-novak, from: 2026-10-01, until: 2027-06-30, supervisor: sam-okoro}
        """,
        """
        # assignments/hermes.yaml
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        junior-project-manager:
          - {person: lena-novak, from: 2026-10-01, until: 2027-06-30, supervisor: li-wen}
        """,
    ),
)
def junior_without_supervisor(assignment: Assignment, office: Office) -> Problems:
    """A junior project manager has no supervisor who manages the project for the whole time.

    A junior learns by leading a part of the work beside somebody who answers for the whole. Alone,
    the junior carries what the role is not meant for. The manager of the programme may be that
    somebody too.

    To put it right, name the project's manager under `supervisor`, for each stretch of time an
    entry of its own if the manager changes.
    """
    if assignment.role != "junior-project-manager":
        return
    junior = f"{person_name(assignment.person, office)}, junior project manager of "
    junior += scope_name(assignment.scope_id, office)
    if assignment.supervisor is None:
        yield assignment.at("person"), f"{junior}, has no supervisor"
        return
    alone = assignment.tenure.uncovered(a.tenure for a in _managing(assignment, office))
    if alone:
        supervisor = person_name(assignment.supervisor, office)
        yield (
            assignment.at("supervisor"),
            f"{junior}, has {supervisor} as supervisor, who does not manage the project {alone}",
        )


def _managing(junior: Assignment, office: Office) -> tuple[Assignment, ...]:
    """The assignments by which the supervisor manages the project or its programme."""
    work = office.owner(junior)
    managed = {("project-manager", junior.scope_id), ("programme-manager", junior.scope_id)}
    if isinstance(work, Project) and work.programme:
        managed.add(("programme-manager", work.programme))
    held = office.assignments_of(junior.supervisor or "")
    return tuple(a for a in held if (a.role, a.scope_id) in managed)
