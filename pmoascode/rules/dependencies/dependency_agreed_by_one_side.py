"""dependency-agreed-by-one-side."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.dependency import Confirmed, Dependency
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="Dependency registers: a provider and a receiver",
    bad="""
        # projects/hermes/dependencies.yaml
        test-claims:
          title: Claims to test with
          giver: {project: apollo, milestone: pilot-end}
          receiver_milestone: service-open
          need_by: 2027-01-15
          status: agreed  # <--
          confirmed:
            receiver: {by: sam-okoro, date: 2026-10-12}
        """,
    good="""
        # projects/hermes/dependencies.yaml
        test-claims:
          title: Claims to test with
          giver: {project: apollo, milestone: pilot-end}
          receiver_milestone: service-open
          need_by: 2027-01-15
          status: agreed
          confirmed:
            giver: {by: tom-berg, date: 2026-10-13}
            receiver: {by: sam-okoro, date: 2026-10-12}
        street-list:
          title: Street list
          giver: {external: Post office, contact: Head of data}
          receiver_milestone: service-open
          status: agreed
          confirmed:
            receiver: {by: sam-okoro, date: 2026-10-12}
        """,
)
def dependency_agreed_by_one_side(dependency: Dependency, office: Office) -> Problems:
    """A dependency counts as agreed though one side has not confirmed it.

    A project that plans with what another never promised finds out on the day. Each side confirms
    for itself; somebody outside cannot sign here, so that the receiving side is enough.

    To put it right, ask the side that is missing to confirm it: they add their entry under
    `confirmed`. Until then set the status back to `proposed`.
    """
    work = office.owner(dependency)
    if work is None or work.is_ended or dependency.status != "agreed":
        return
    given = dependency.confirmed or Confirmed()
    missing = []
    if dependency.giver.project and given.giver is None:
        missing.append(f"the giver {dependency.giver.project}")
    if given.receiver is None:
        missing.append(f"the receiver {work.id}")
    if missing:
        yield (
            dependency.at("status"),
            (
                f"dependency {called(dependency.title, dependency.id)} of"
                f" {called(work.name, work.id)} counts as agreed, but {' and '.join(missing)}"
                f" {'has' if len(missing) == 1 else 'have'} not confirmed it"
            ),
        )
