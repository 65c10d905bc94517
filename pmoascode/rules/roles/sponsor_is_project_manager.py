"""The rule that the sponsor and the project manager are two people."""

from itertools import product

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import person_name
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    in_starter=Severity.WARNING,
    profile="starter",
    source="PRINCE2: the Executive and the Project Manager are never combined",
    waivable=False,
    bad="""
        # assignments/hermes.yaml
        sponsor:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-11-02, until: 2027-06-30, time: 40 %}  # <--
        """,
    good=(
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: sam-okoro, from: 2026-10-01, until: 2026-10-31, time: 5 %}
          - {person: ines-roth, from: 2026-11-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-11-01, until: 2027-06-30, time: 40 %}
        """,
    ),
)
def sponsor_is_project_manager(project: Project, office: Office) -> Problems:
    """The sponsor and the project manager are the same person.

    The manager asks for money, time and changes; the sponsor grants them. In one hand nobody asks
    whether the project is still worth it. Of all combinations of roles this is the one that PRINCE2
    has forbidden in every edition. An office that begins is only warned.

    To put it right, let somebody else take one of the two roles in `assignments/<project>.yaml`.
    """
    sponsors = office.assignments(project, "sponsor")
    for sponsor, manager in product(sponsors, office.assignments(project, "project-manager")):
        days = sponsor.tenure.shared(manager.tenure)
        if days and sponsor.person == manager.person:
            yield (
                manager.at("person"),
                (
                    f"{person_name(manager.person, office)} is both sponsor and project manager of "
                    f"{project.name} {days}"
                ),
                (sponsor.at("person"),),
            )
