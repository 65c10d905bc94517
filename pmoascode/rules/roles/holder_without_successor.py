"""The rule that somebody is found before the holder of a required role goes."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.amounts import Duration
from pmoascode.records.days import day_after
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_AHEAD = Duration(30, "day")
_PROJECT = ("sponsor", "project-manager", "senior-user", "senior-supplier")
_PROGRAMME = ("sponsor", "programme-manager", "business-change-manager")


@rule(
    Severity.WARNING,
    profile="full",
    source="OpenStack: terms that end; UK guidance: accountability is continuous",
    bad=(
        """
        # assignments/front-door.yaml
        sponsor:
          - person: maria-silva
            from: 2025-09-01
            until: 2028-12-31
            time: 10 %
            appointment: {date: 2025-08-25, accountable_to: chief-project-officer}
        programme-manager:
          - {person: li-wen, from: 2025-09-01, until: 2026-12-10, time: 60 %}  # <--
        business-change-manager:
          - {person: nora-lind, from: 2025-09-01, until: 2028-12-31, time: 20 %}
        """,
        """
        # assignments/front-door.yaml
        sponsor:
          - person: maria-silva
            from: 2025-09-01
            until: 2028-12-31
            time: 10 %
            appointment: {date: 2025-08-25, accountable_to: chief-project-officer}
        programme-manager:
          - {person: li-wen, from: 2025-09-01, until: 2026-11-10, time: 60 %}  # <--
          - {person: sam-okoro, from: 2026-11-12, time: 20 %}
        business-change-manager:
          - {person: nora-lind, from: 2025-09-01, until: 2028-12-31, time: 20 %}
        """,
    ),
    good=(
        """
        # assignments/front-door.yaml
        sponsor:
          - person: maria-silva
            from: 2025-09-01
            until: 2028-12-31
            time: 10 %
            appointment: {date: 2025-08-25, accountable_to: chief-project-officer}
        programme-manager:
          - {person: li-wen, from: 2025-09-01, until: 2026-12-11, time: 60 %}
        business-change-manager:
          - {person: nora-lind, from: 2025-09-01, until: 2028-12-31, time: 20 %}
        """,
        """
        # assignments/front-door.yaml
        sponsor:
          - person: maria-silva
            from: 2025-09-01
            until: 2028-12-31
            time: 10 %
            appointment: {date: 2025-08-25, accountable_to: chief-project-officer}
        programme-manager:
          - {person: li-wen, from: 2025-09-01, until: 2026-11-30, time: 60 %}
          - {person: sam-okoro, from: 2026-12-01, time: 20 %}
        business-change-manager:
          - {person: nora-lind, from: 2025-09-01, until: 2028-12-31, time: 20 %}
        """,
    ),
)
def holder_without_successor(
    work: Project | Programme, office: Office, today: dt.date, *, ahead: Duration = _AHEAD
) -> Problems:
    """A required role ends within weeks, and nobody follows by then.

    A successor who is named in time can be handed over to. One who is looked for afterwards begins
    with what was written down. OpenStack lets terms end on a known day for that reason. How far
    ahead the rule looks stands in the policy, as the limit `ahead`; once the role is empty, other
    rules speak.

    To put it right, enter who follows, or move the last day (`until`) if the holder stays. If
    nobody is found yet, say so under `vacancies`.
    """
    if not work.is_running:
        return
    for role in _PROGRAMME if isinstance(work, Programme) else _PROJECT:
        now = office.holders(role, work, today)
        last = max(now, key=lambda a: a.until or dt.date.max, default=None)
        if last is None or last.until is None or role in work.vacancies:
            continue
        following = day_after(last.until)
        is_near = last.until <= ahead.after(today)
        is_needed = work.last_day is None or following <= work.last_day
        if is_near and is_needed and not office.holders(role, work, following):
            yield (
                last.at("until"),
                (
                    f"{person_name(last.person, office)} is {role_name(role, office)} of "
                    f"{work.name} until {last.until}, and nobody follows on the next day"
                ),
            )
