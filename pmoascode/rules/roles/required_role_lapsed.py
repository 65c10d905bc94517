"""The rule that somebody follows when a required role's holder reaches the end."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_BOARD = ("sponsor", "project-manager", "senior-user", "senior-supplier")
_PROGRAMME = ("sponsor", "programme-manager", "business-change-manager")


@rule(
    Severity.ERROR,
    profile="standard",
    source="OpenStack: terms that end; UK GMPP tenure dates",
    bad="""
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml
        sponsor:
          - {person: paul-weber, from: 2026-09-01, until: 2026-09-30, time: 5 %}
          - {person: ines-roth, from: 2026-10-01, until: 2026-10-31, time: 5 %}  # <--
        """,
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml
        sponsor:
          - {person: paul-weber, from: 2026-09-01, until: 2026-09-30, time: 5 %}
          - {person: ines-roth, from: 2026-10-01, until: 2026-11-10, time: 5 %}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        vacancies:
          sponsor: {since: 2026-11-01, plan: The board decides in November., owner: ana-keller}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2026-10-31, time: 5 %}
        """,
    ),
)
def required_role_lapsed(
    work: Project | Programme | Portfolio, office: Office, today: dt.date
) -> Problems:
    """Every holder of a required role has reached the end of the assignment.

    A term that runs out unseen leaves a role that everybody believes to be filled. OpenStack lets
    every term end on a set day so that somebody has to look; the UK returns on major projects ask
    for the last day of each tenure.

    To put it right, move the last day (`until`) if the holder stays, or enter who follows. If
    nobody does yet, say so under `vacancies`.
    """
    for role in _required(work, office):
        if office.cover(role, work, today) == "lapsed":
            last = max(office.assignments(work, role), key=lambda a: a.until or a.from_)
            name, title = person_name(last.person, office), role_name(role, office)
            yield (
                last.at("until"),
                f"{name} was {title} of {work.name} until {last.until}, and nobody has followed",
            )


def _required(work: Project | Programme | Portfolio, office: Office) -> tuple[str, ...]:
    """The roles that somebody must hold today."""
    if isinstance(work, Portfolio):
        return ("portfolio-manager",)
    if not work.is_running:
        return ()
    if isinstance(work, Programme):
        return _PROGRAMME
    return _BOARD[:1] if office.stage(work) in ("", "start-up") else _BOARD
