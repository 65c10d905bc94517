"""dependency-on-stopped-project."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.dependency import Dependency
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="Dependency registers: no orphans",
    bad=(
        """
        # projects/hermes/dependencies.yaml
        old-book:
          title: The address book, exported
          giver:
            project: mercury  # <--
            milestone: book-open
          receiver_milestone: service-open
          need_by: 2027-01-15
          status: proposed
          owner: sam-okoro
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        summary: One service that knows every address.
        programme: front-door
        unit: it
        phase: idea
        status: on-hold
        hold: {reason: Waits for the tariff law., review: 2026-12-15, since: 2026-11-02}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open:
            title: Address service open
            baseline: 2027-01-29
            forecast: 2027-01-29
            owner: sam-okoro

        # projects/hermes/reports/2026-10.yaml
        date: 2026-11-03
        by: sam-okoro
        rating: {overall: green}

        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}  # <--
          receiver_milestone: go-live
          need_by: 2027-02-12
          status: agreed
          confirmed:
            giver: {by: sam-okoro, date: 2026-10-12}
            receiver: {by: tom-berg, date: 2026-10-12}
          owner: tom-berg
          fallback: Addresses typed by hand.
        """,
    ),
    good=(
        """
        # projects/hermes/dependencies.yaml
        old-book:
          title: The address book, exported
          giver: {project: mercury, milestone: book-open}
          receiver_milestone: service-open
          status: delivered
          delivered: 2026-01-28
        street-list:
          title: Street list
          giver: {external: Post office, contact: Head of data}
          receiver_milestone: service-open
        test-claims:
          title: Claims to test with
          giver: {project: apollo, milestone: pilot-end}
          receiver_milestone: service-open
        """,
        """
        # projects/ghost/dependencies.yaml
        lost:
          title: Nobody knows whose
          giver: {project: mercury, milestone: book-open}

        # projects/mercury/dependencies.yaml
        own-list:
          title: The list of the first book
          giver: {project: mercury, milestone: book-open}
          receiver_milestone: book-open
          status: proposed
        """,
    ),
)
def dependency_on_stopped_project(dependency: Dependency, office: Office) -> Problems:
    """An open dependency waits for a project that is closed, cancelled or on hold.

    Nobody works on what the project waits for, and its plan still counts on it. Somebody has to
    find another giver, or the plan has to do without.

    To put it right, set the status to `delivered` if it came, name another giver, or set it to
    `withdrawn` and plan without it. While the giver rests, agree with its sponsor who delivers.
    """
    work, giver = office.owner(dependency), office.find(Project, dependency.giver.project)
    if work is None or work.is_ended or not dependency.is_open or giver is None:
        return
    if giver.is_ended or giver.status == "on-hold":
        yield (
            dependency.at("giver", "project"),
            (
                f"dependency {called(dependency.title, dependency.id)} of"
                f" {called(work.name, work.id)} is {dependency.status}, but"
                f" {called(giver.name, giver.id)}, which gives it, is {giver.status}"
            ),
            (giver.at("status"),),
        )
