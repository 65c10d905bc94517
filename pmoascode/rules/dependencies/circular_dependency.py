"""circular-dependency."""

from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.office import Office, Work
from pmoascode.records.dependency import Dependency
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

Path = tuple[Dependency, ...]


@rule(
    Severity.ERROR,
    profile="standard",
    source="Network planning: no circles",
    bad="""
        # projects/apollo/dependencies.yaml
        address-service:  # <--
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          status: proposed

        # projects/hermes/dependencies.yaml
        first-claims:
          title: First real claims
          giver: {project: apollo, milestone: go-live}
          receiver_milestone: service-open
          need_by: 2027-04-30
          status: proposed
        """,
    good="""
        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          status: proposed

        # projects/hermes/dependencies.yaml
        test-claims:
          title: Claims to test with
          giver: {project: apollo, milestone: pilot-end}
          receiver_milestone: service-open
          status: proposed
        """,
)
def circular_dependency(dependency: Dependency, office: Office) -> Problems:
    """Milestones wait for each other in a circle.

    Each waits for the next, and none can ever come first. Such a plan cannot be kept, whatever its
    dates say. The circle is reported once, at its first dependency.

    To put it right, take out of the circle the dependency that is least needed, or split a
    milestone so that the part which the others need comes earlier.
    """
    circle = _circle(dependency, office)
    if not circle or min(circle, key=_order) != dependency:
        return
    names = [_receiver(each, office) for each in circle]
    yield (
        dependency.at_key(),
        f"milestones wait for each other in a circle: {' waits for '.join([*names, names[0]])}",
        tuple(each.at_key() for each in circle[1:]),
    )


def _circle(start: Dependency, office: Office) -> Path:
    """The shortest chain of needs that begins with this one and ends where it began."""
    goal = (start.scope, start.receiver_milestone)
    seen: set[tuple[str, str | None]] = set()
    paths: list[Path] = [(start,)] if start.is_open and start.receiver_milestone else []
    for path in paths:
        giver = path[-1].giver
        node = (f"project/{giver.project}", giver.milestone)
        if node == goal:
            return path if len(path) > 1 else ()
        if node not in seen:
            seen.add(node)
            paths += [(*path, each) for each in _needs(office, *node)]
    return ()


def _needs(office: Office, scope: str, milestone: str | None) -> Iterator[Dependency]:
    """What the milestone of the project waits for."""
    project = office.find(Project, scope.removeprefix("project/"))
    if project is None or milestone is None:
        return
    for each in office.within(Dependency, project):
        if each.is_open and each.receiver_milestone == milestone:
            yield each


def _order(dependency: Dependency) -> tuple[str, str]:
    return (dependency.scope, dependency.id)


def _receiver(dependency: Dependency, office: Office) -> str:
    work: Work | None = office.owner(dependency)
    milestone = work.milestones.get(dependency.receiver_milestone or "") if work else None
    title = milestone.title if milestone else dependency.receiver_milestone
    return f"{title} ({dependency.scope_id}/{dependency.receiver_milestone})"
