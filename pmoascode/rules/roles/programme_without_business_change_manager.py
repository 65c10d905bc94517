"""The rule that a running programme has a business change manager."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.programme import Programme
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="MSP: the board has a Business Change Manager",
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
          business-change-manager:
            since: 2026-10-10  # <--
            plan: The sales department names one.
            owner: ana-keller
        # assignments/sales.yaml
        sponsor:
          - person: maria-silva
            from: 2026-10-01
            time: 10 %
            appointment: {date: 2026-10-01, accountable_to: chief-project-officer}
        programme-manager:
          - {person: sam-okoro, from: 2026-10-01, time: 40 %}
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
        vacancies:
          business-change-manager:
            since: 2026-10-11
            plan: The sales department names one.
            owner: ana-keller
        # assignments/sales.yaml
        programme-manager:
          - {person: sam-okoro, from: 2026-10-01, time: 40 %}
        """,
        """
        # programmes/sales/programme.yaml
        name: Sales from one source
        portfolio: change
        phase: idea
        status: active
        # assignments/sales.yaml
        business-change-manager:
          - {person: nora-lind, from: 2026-10-01, time: 10 %}
        """,
        """
        # programmes/sales/programme.yaml
        name: Sales from one source
        portfolio: change
        phase: idea
        status: active
        # assignments/sales.yaml
        business-change-manager:
          - {person: nora-lind, from: 2026-10-01, until: 2026-10-31}
        """,
        """
        # programmes/sales/programme.yaml
        name: Sales from one source
        portfolio: change
        phase: idea
        status: proposed
        """,
    ),
)
def programme_without_business_change_manager(
    programme: Programme, office: Office, today: dt.date, *, vacancy_days: int = 30
) -> Problems:
    """A running programme has no business change manager.

    Projects hand over results; benefits come only when people in the business work differently.
    Somebody from there must prepare them and answer for the gain. MSP puts that person on the board
    of each programme. Where the last one's time has run out, another rule says so.

    To put it right, enter a `business-change-manager` in `assignments/<programme>.yaml`. While one
    is being found, say so under `vacancies`, with a plan and an owner.
    """
    role = "business-change-manager"
    cover = office.cover(role, programme, today) if programme.is_running else "held"
    if cover == "missing":
        message = f"{programme.name} is {programme.status} and has no business change manager"
        yield programme.at("status"), message
    if cover == "vacant":
        since = programme.vacancies[role].since
        if (today - since).days > vacancy_days:
            yield (
                programme.at("vacancies", role, "since"),
                (
                    f"{programme.name} has had no business change manager since {since}, "
                    f"longer than the {vacancy_days} days that a vacancy may last"
                ),
            )
