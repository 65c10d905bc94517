"""The rule that records are closed, not removed."""

import datetime as dt
from collections import Counter

from pmoascode.change import changes
from pmoascode.finding import Severity
from pmoascode.measures.renaming import likely_renames
from pmoascode.office import Office
from pmoascode.office.naming import record_name, role_name, scope_name
from pmoascode.records.assignment import Assignment
from pmoascode.records.delegation import Delegation
from pmoascode.records.lifecycle import Lifecycle
from pmoascode.records.own_rule import OwnRule
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.raci import RaciRow
from pmoascode.records.record import At, Record
from pmoascode.records.role import Role
from pmoascode.records.skill import Skill
from pmoascode.records.stakeholder import Stakeholder
from pmoascode.records.standard import Standard
from pmoascode.records.waiver import Waiver
from pmoascode.rule import Problems, rule

# Rules of the office are withdrawn by those who own them; people may ask to be forgotten.
_MAY_GO = (Assignment, Lifecycle, OwnRule, RaciRow, Role, Skill, Stakeholder, Standard, Waiver)


@rule(
    Severity.ERROR,
    profile="starter",
    source="measured on Kubernetes proposals and World Bank projects: records vanish",
    waivable=False,
    bad=(
        """
        # before: projects/hermes/risks.yaml
        no-streets:
          title: The list of streets comes late
          owner: sam-okoro
          response: reduce
          probability: 2
          impact: 2
          review: 2026-12-01
        no-server:
          title: The server comes late
          owner: sam-okoro
          response: reduce
          probability: 2
          impact: 2
          review: 2026-12-01
        # projects/hermes/risks.yaml
        no-streets:  # <--
          title: The list of streets comes late
          owner: sam-okoro
          response: reduce
          probability: 2
          impact: 2
          review: 2026-12-01
        """,
        """
        # before: assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        project-support:
          - {person: lena-novak, from: 2026-10-01, until: 2026-10-31, time: 5 %}
          - {person: nora-lind, from: 2026-11-10, until: 2026-12-31, time: 5 %}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        project-support:
          - {person: lena-novak, from: 2026-10-01, until: 2026-10-31, time: 5 %}  # <--
        """,
    ),
    good=(
        """
        # before: assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-support:
          - {person: nora-lind, from: 2026-11-11, until: 2026-12-31, time: 5 %}
        # assignments/hermes.yaml
        sponsor:
          - {person: maria-silva, from: 2026-01-01, until: 2026-09-30, time: 5 %}
          - {person: ines-roth, from: 2026-10-02, until: 2027-06-30, time: 5 %}
        """,
        """
        # before: policy/delegations.yaml
        while-away:
          by: ines-roth
          to: paul-weber
          powers: [approve]
          from: 2026-11-11
          until: 2026-11-30
        # policy/delegations.yaml
        on-holiday:
          by: ines-roth
          to: paul-weber
          powers: [approve]
          from: 2026-12-14
          until: 2026-12-31
        """,
        """
        # before: projects/apollo/stakeholders.yaml
        branch-lead: {name: Leader of the pilot branch}
        # projects/apollo/stakeholders.yaml
        claims-staff: {name: Claims staff}
        """,
    ),
)
def record_removed(office: Office, before: Office, today: dt.date) -> Problems:
    """A record or an entry was removed.

    A risk that is deleted was never closed, a project that is deleted never ended: the figures
    look better and nobody can ask why. Proposals vanish like this from Kubernetes, and projects
    from the lists of the World Bank. Rules of the office, stakeholders, and what has not begun
    yet may go.

    To put it right, bring the record back and give it the status in which it ended, such as
    `closed`, `withdrawn` or `dropped`; let an assignment or a delegation end by `until`.
    """
    found = changes(before, office)
    gone = [change for change in found if change.after is None]
    renamed = {change.name for change, _ in likely_renames(found)}
    owners = {change.record.id for change in gone if isinstance(change.record, Project | Programme)}
    for change in gone:
        record = change.record
        if change.name in renamed or record.scope_id in owners:
            continue  # said of the renaming, or of the project
        if _had_to_stay(record, office, today):
            yield (
                At(record.path, record.keys),
                (
                    f"{record_name(record, before)} ({change.name}) was removed; "
                    "records are closed, not removed"
                ),
            )
    yield from _lost_assignments(before, office, today)


def _had_to_stay(record: Record, office: Office, today: dt.date) -> bool:
    if isinstance(record, Delegation):
        return record.from_ <= today
    if isinstance(record, _MAY_GO):
        return False
    return not office.is_unreadable(record.kind, record.id, record.scope)


def _lost_assignments(before: Office, office: Office, today: dt.date) -> Problems:
    """Roles with fewer assignments than had begun; who holds them now is another question."""
    kept = Counter((a.scope, a.role) for a in office.all(Assignment))
    for was in before.all(Assignment):
        if was.from_ > today or _is_unknown(was, before, office):
            continue
        kept[was.scope, was.role] -= 1
        if kept[was.scope, was.role] < 0:
            yield (
                At(was.path, (was.role,)),
                (
                    f"an assignment of a {role_name(was.role, before)} of "
                    f"{scope_name(was.scope_id, before)} was removed though it had begun"
                ),
            )


def _is_unknown(was: Assignment, before: Office, office: Office) -> bool:
    """Whether its file cannot be read, or its project is gone too, which is said of that."""
    if office.is_unreadable("assignment", "", was.scope):
        return True
    owner = before.owner(was)
    return owner is not None and office.find(type(owner), owner.id) is None
