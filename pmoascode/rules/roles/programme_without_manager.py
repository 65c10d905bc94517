"""The rule that a running programme has a programme manager."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.programme import Programme
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="MSP: one Programme Manager",
    bad=(
        """
        # programmes/sales/programme.yaml
        name: Sales from one source
        portfolio: change
        objectives: [faster-claims]
        phase: idea
        status: active  # <--
        # assignments/sales.yaml
        sponsor:
          - person: maria-silva
            from: 2026-10-01
            time: 10 %
            appointment: {date: 2026-10-01, accountable_to: chief-project-officer}
        business-change-manager:
          - {person: nora-lind, from: 2026-10-01, time: 10 %}
        """,
        """
        # programmes/sales/programme.yaml
        name: Sales from one source
        portfolio: change
        objectives: [faster-claims]
        phase: idea
        status: active
        vacancies:
          programme-manager:
            since: 2026-10-01  # <--
            plan: Interviews in week 49.
            owner: ana-keller
        # assignments/sales.yaml
        sponsor:
          - person: maria-silva
            from: 2026-10-01
            time: 10 %
            appointment: {date: 2026-10-01, accountable_to: chief-project-officer}
        business-change-manager:
          - {person: nora-lind, from: 2026-10-01, time: 10 %}
        """,
    ),
    good=(
        """
        # programmes/sales/programme.yaml
        name: Sales from one source
        portfolio: change
        objectives: [faster-claims]
        phase: idea
        status: active
        # assignments/sales.yaml
        sponsor:
          - person: maria-silva
            from: 2026-10-01
            time: 10 %
            appointment: {date: 2026-10-01, accountable_to: chief-project-officer}
        business-change-manager:
          - {person: nora-lind, from: 2026-10-01, time: 10 %}
        programme-manager:
          - {person: sam-okoro, from: 2026-10-01, time: 40 %}
        """,
        """
        # programmes/sales/programme.yaml
        name: Sales from one source
        portfolio: change
        objectives: [faster-claims]
        phase: idea
        status: active
        vacancies:
          programme-manager:
            since: 2026-11-02
            plan: Interviews in week 47.
            owner: ana-keller
        # assignments/sales.yaml
        sponsor:
          - person: maria-silva
            from: 2026-10-01
            time: 10 %
            appointment: {date: 2026-10-01, accountable_to: chief-project-officer}
        business-change-manager:
          - {person: nora-lind, from: 2026-10-01, time: 10 %}
        """,
    ),
)
def programme_without_manager(
    programme: Programme, office: Office, today: dt.date, *, vacancy_days: int = 30
) -> Problems:
    """A running programme has no programme manager.

    Between the projects of a programme lie dates, people and money that no project manager sees.
    Somebody has to keep them together from day to day and tell the sponsor how the whole stands.

    To put it right, enter a programme manager in `assignments/<programme>.yaml`. While one is being
    found, say so under `vacancies`, with a plan and an owner.
    """
    cover = office.cover("programme-manager", programme, today) if programme.is_running else "held"
    if cover == "vacant":
        since = programme.vacancies["programme-manager"].since
        if (today - since).days > vacancy_days:
            yield (
                programme.at("vacancies", "programme-manager", "since"),
                (
                    f"{programme.name} has had no programme manager since {since}, "
                    f"longer than the {vacancy_days} days that a vacancy may last"
                ),
            )
    elif cover == "missing" or (cover == "lapsed" and office.policy.profile == "starter"):
        yield (
            programme.at("status"),
            f"{programme.name} is {programme.status} and has no programme manager",
        )
