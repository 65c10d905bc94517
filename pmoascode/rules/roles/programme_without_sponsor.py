"""The rule that a running programme has a sponsor."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.programme import Programme
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="MSP: one Senior Responsible Owner",
    bad=(
        """
        # programmes/sales/programme.yaml
        name: Sales from one source
        portfolio: change
        objectives: [faster-claims]
        phase: idea
        status: active  # <--
        # assignments/sales.yaml
        programme-manager:
          - {person: sam-okoro, from: 2026-10-01, time: 40 %}
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
          sponsor:
            since: 2026-10-01  # <--
            plan: The board names one in December.
            owner: ana-keller
        # assignments/sales.yaml
        programme-manager:
          - {person: sam-okoro, from: 2026-10-01, time: 40 %}
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
        programme-manager:
          - {person: sam-okoro, from: 2026-10-01, time: 40 %}
        business-change-manager:
          - {person: nora-lind, from: 2026-10-01, time: 10 %}
        sponsor:
          - person: maria-silva
            from: 2026-10-01
            time: 10 %
            appointment: {date: 2026-10-01, accountable_to: chief-project-officer}
        """,
        """
        # programmes/sales/programme.yaml
        name: Sales from one source
        portfolio: change
        objectives: [faster-claims]
        phase: idea
        status: active
        vacancies:
          sponsor:
            since: 2026-11-02
            plan: The board names one on 20 November.
            owner: ana-keller
        # assignments/sales.yaml
        programme-manager:
          - {person: sam-okoro, from: 2026-10-01, time: 40 %}
        business-change-manager:
          - {person: nora-lind, from: 2026-10-01, time: 10 %}
        """,
    ),
)
def programme_without_sponsor(
    programme: Programme, office: Office, today: dt.date, *, vacancy_days: int = 30
) -> Problems:
    """A running programme has no sponsor.

    A programme spends for years before its benefits come. One named person must answer for both
    and be able to stop it or any of its projects; MSP calls that person the Senior Responsible
    Owner.

    To put it right, enter a sponsor in `assignments/<programme>.yaml`. While one is being found,
    say so under `vacancies`, with a plan and an owner.
    """
    cover = office.cover("sponsor", programme, today) if programme.is_running else "held"
    if cover == "vacant":
        since = programme.vacancies["sponsor"].since
        if (today - since).days > vacancy_days:
            yield (
                programme.at("vacancies", "sponsor", "since"),
                (
                    f"{programme.name} has had no sponsor since {since}, "
                    f"longer than the {vacancy_days} days that a vacancy may last"
                ),
            )
    elif cover == "missing" or (cover == "lapsed" and office.policy.profile == "starter"):
        yield programme.at("status"), f"{programme.name} is {programme.status} and has no sponsor"
