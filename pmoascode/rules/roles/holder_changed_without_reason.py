"""The rule that a change of those who answer has a reason."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.assignment import Assignment
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_ROLES = ("sponsor", "project-manager", "programme-manager")


@rule(
    Severity.ERROR,
    profile="standard",
    source="UK GMPP return: reason for each change",
    bad=(
        """
        # before: assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2026-11-30, change_reason: leave}
          - {person: li-wen, from: 2026-12-01, until: 2027-06-30, time: 20 %}  # <--
        """,
        """
        # before: assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-05-31, time: 5 %}  # <--
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, time: 40 %}  # <--
        """,
        """
        # before: assignments/hermes.yaml
        sponsor:
          - person: ines-roth
            from: 2026-10-01
            until: 2027-06-30
            appointment:
              date: 2026-10-01
              accountable_to: chief-project-officer
              tenure_until: 2027-06-30
        # assignments/hermes.yaml
        sponsor:
          - person: ines-roth
            from: 2026-10-01
            until: 2027-06-30
            appointment:
              date: 2026-10-01
              accountable_to: chief-project-officer
              tenure_until: 2027-03-31  # <--
        """,
        """
        # assignments/front-door.yaml
        sponsor:
          - person: maria-silva
            from: 2025-09-01
            until: 2028-12-31
            time: 10 %
            appointment:
              date: 2025-08-25
              letter: https://files.example/letters/front-door.pdf
              accountable_to: chief-project-officer
              tenure_until: 2028-12-31
        programme-manager:
          - {person: li-wen, from: 2025-09-01, until: 2028-06-30, time: 60 %}  # <--
        business-change-manager:
          - {person: nora-lind, from: 2025-09-01, until: 2028-06-30, time: 20 %}
        """,
    ),
    good=(
        """
        # before: assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2026-11-30, change_reason: leave}
          - {person: li-wen, from: 2026-12-01, until: 2027-06-30, time: 20 %, change_reason: leave}
        """,
        """
        # before: assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, time: 5 %}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        """,
        """
        # before: assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
          - {person: sam-okoro, from: 2027-07-01, until: 2027-12-31}
        """,
        """
        # before: assignments/hermes.yaml
        senior-user:
          - {person: paul-weber, from: 2026-12-01, until: 2027-06-30}
        # assignments/hermes.yaml
        senior-user:
          - {person: nora-lind, from: 2026-12-01, until: 2027-05-31}
        """,
        """
        # before: assignments/hermes.yaml
        sponsor:
          - person: ines-roth
            from: 2026-10-01
            until: 2027-06-30
            appointment:
              date: 2026-10-01
              accountable_to: chief-project-officer
              tenure_until: 2027-06-30
        # assignments/hermes.yaml
        sponsor:
          - person: ines-roth
            from: 2026-10-01
            until: 2027-06-30
            appointment:
              date: 2026-10-01
              accountable_to: chief-project-officer
              tenure_until: 2027-03-31
            change_reason: end-of-phase
        """,
        """
        # before: assignments/hermes.yaml
        sponsor:
          - person: ines-roth
            from: 2026-10-01
            until: 2027-06-30
            appointment:
              date: 2026-10-01
              accountable_to: chief-project-officer
        # assignments/hermes.yaml
        sponsor:
          - person: ines-roth
            from: 2026-10-01
            until: 2027-06-30
            appointment:
              date: 2026-10-01
              accountable_to: chief-project-officer
              tenure_until: 2027-06-30
        """,
    ),
)
def holder_changed_without_reason(
    work: Project | Programme, office: Office, before: Office
) -> Problems:
    """The sponsor or the manager changed, or the tenure moved, without a reason.

    Work that changes hands often is work in trouble, and only the reasons tell a promotion from a
    flight. The UK returns on major projects ask for the reason of each change, from a list. The
    first holder, and an end that is agreed for the first time, are no change.

    To put it right, say why the holder changes, in `change_reason` of the assignment that is new or
    that moved.
    """
    for role in _ROLES:
        earlier = before.assignments(work, role)
        held_by = {a.person for a in earlier}
        for now in office.assignments(work, role):
            if now.change_reason is not None:
                continue
            name, title = person_name(now.person, office), role_name(role, office)
            if held_by and now.person not in held_by:
                yield (
                    now.at("person"),
                    f"{name} is the new {title} of {work.name}, and no reason is given",
                )
            for keys, old, new in _moved(now, earlier):
                yield (
                    now.at(*keys),
                    (
                        f"{name} was to be {title} of {work.name} until {old}, and is now "
                        f"{f'until {new}' if new else 'without an end'}; no reason is given"
                    ),
                )


def _moved(
    now: Assignment, earlier: tuple[Assignment, ...]
) -> list[tuple[tuple[str, ...], object, object]]:
    """The ends of the tenure that moved: where each stands, what it was, what it is."""
    was = next((a for a in earlier if (a.person, a.from_) == (now.person, now.from_)), None)
    if was is None:
        return []
    ends: list[tuple[tuple[str, ...], object, object]] = [(("until",), was.until, now.until)]
    if was.appointment and now.appointment:
        old, new = was.appointment.tenure_until, now.appointment.tenure_until
        ends.append((("appointment", "tenure_until"), old, new))
    return [(keys, old, new) for keys, old, new in ends if old is not None and old != new]
