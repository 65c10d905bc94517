"""dependency-without-two-ends."""

from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office, Work
from pmoascode.records.dependency import Dependency
from pmoascode.records.project import Project
from pmoascode.rule import Problem, Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="Dependency registers: a provider and a receiver",
    bad=(
        """
        # projects/hermes/dependencies.yaml
        test-claims:
          title: Claims to test with
          giver: {project: apollo}  # <--
          need_by: 2027-01-15
          status: proposed  # <--
        """,
        """
        # projects/hermes/dependencies.yaml
        street-list:
          title: Street list
          giver: {contact: Head of data}  # <--
          receiver_milestone: service-open
        """,
        """
        # projects/hermes/dependencies.yaml
        own-list:
          title: Street list
          giver:
            project: hermes  # <--
            milestone: service-open
          receiver_milestone: service-open
        """,
    ),
    good="""
        # projects/hermes/dependencies.yaml
        test-claims:
          title: Claims to test with
          giver: {project: apollo, milestone: pilot-end}
          receiver_milestone: service-open
          need_by: 2027-01-15
          status: proposed
        street-list:
          title: Street list
          giver: {external: Post office, contact: Head of data}
          receiver_milestone: service-open
        same-login:
          title: One login with Apollo
          giver: {project: apollo}
          status: identified
        """,
)
def dependency_without_two_ends(dependency: Dependency, office: Office) -> Problems:
    """A dependency lacks its giving or receiving milestone, or joins a project to itself.

    A need is kept only between two dates that somebody owns. While it is merely identified, the
    one who gives is enough; once it is proposed, a milestone stands at either end. Somebody
    outside gives without a milestone.

    To put it right, name in `giver` the project and its milestone, or who gives from outside, and
    in `receiver_milestone` the milestone of this project that waits for it. What the project needs
    from itself belongs into its own plan.
    """
    work = office.owner(dependency)
    if work and not work.is_ended and dependency.is_open:
        name = (
            f"dependency {called(dependency.title, dependency.id)} of {called(work.name, work.id)}"
        )
        yield from _giver(dependency, work, name)
        if not dependency.receiver_milestone and dependency.status != "identified":
            yield dependency.at("status"), f"{name} does not name the milestone that waits for it"


def _giver(dependency: Dependency, work: Work, name: str) -> Iterator[Problem]:
    giver = dependency.giver
    if giver.project == work.id and isinstance(work, Project):
        yield dependency.at("giver", "project"), f"{name} is given by the same project"
    elif not giver.project and not giver.external:
        yield (
            dependency.at("giver"),
            f"{name} names neither a project nor somebody outside who gives it",
        )
    elif not giver.milestone and not giver.external and dependency.status != "identified":
        yield (
            dependency.at("giver"),
            f"{name} does not name the milestone of {giver.project} that gives it",
        )
