"""dependency-moved-without-consent."""

from collections.abc import Iterator

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office
from pmoascode.records.dependency import Confirmed, Dependency
from pmoascode.rule import Problems, rule

_BEFORE = """
        # before: projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          agreed: 2027-02-05
          status: agreed
          confirmed:
            giver: {by: sam-okoro, date: 2026-10-12}
            receiver: {by: tom-berg, date: 2026-10-12}
"""


@rule(
    Severity.ERROR,
    profile="full",
    source="Dependency registers: both sides agree",
    bad=(
        _BEFORE
        + """
        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-05  # <--
          agreed: 2027-02-01
          status: agreed
          confirmed:
            giver: {by: sam-okoro, date: 2026-10-12}
            receiver: {by: tom-berg, date: 2026-11-09}
        """,
        _BEFORE
        + """
        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          agreed: 2027-02-08  # <--
          status: at-risk
          confirmed:
            giver: {by: sam-okoro, date: 2026-11-09}
            receiver: {by: tom-berg, date: 2026-10-12}
        """,
        _BEFORE
        + """
        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          status: agreed
          confirmed:
            giver: {by: sam-okoro, date: 2026-10-12}  # <--
            receiver: {by: tom-berg, date: 2026-10-12}
        """,
    ),
    good=(
        _BEFORE
        + """
        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-05
          agreed: 2027-02-01
          status: agreed
          confirmed:
            giver: {by: sam-okoro, date: 2026-10-13}
            receiver: {by: tom-berg, date: 2026-11-09}
        """,
        _BEFORE
        + """
        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          agreed: 2027-02-05
          forecast: 2027-02-10
          status: agreed
          confirmed:
            giver: {by: sam-okoro, date: 2026-10-12}
            receiver: {by: tom-berg, date: 2026-10-12}
        """,
        _BEFORE
        + """
        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-05
          status: proposed
          confirmed:
            receiver: {by: tom-berg, date: 2026-10-12}
        """,
        """
        # before: projects/ghost/dependencies.yaml
        lost:
          title: Nobody knows whose
          giver: {external: Post office, contact: Head of data}
          need_by: 2027-02-05
          confirmed: {receiver: {by: tom-berg, date: 2026-10-12}}

        # projects/ghost/dependencies.yaml
        lost:
          title: Nobody knows whose
          giver: {external: Post office, contact: Head of data}
          need_by: 2027-02-12
          status: agreed
          confirmed: {receiver: {by: tom-berg, date: 2026-10-12}}

        # before: projects/apollo/dependencies.yaml
        silent:
          title: No word any more
          giver: {project: hermes, milestone: service-open}
          need_by: 2027-02-12
          status: agreed
          confirmed: {receiver: {by: tom-berg, date: 2026-10-12}}
        half:
          title: One word taken back
          giver: {project: hermes, milestone: service-open}
          need_by: 2027-02-12
          status: agreed
          confirmed:
            giver: {by: sam-okoro, date: 2026-10-12}
            receiver: {by: tom-berg, date: 2026-10-12}
        street-list:
          title: Street list
          giver: {external: Post office, contact: Head of data}
          status: agreed
          confirmed: {receiver: {by: tom-berg, date: 2026-10-12}}
        login:
          title: One login
          giver: {project: hermes, milestone: service-open}
          need_by: 2027-02-12
          status: proposed

        # projects/apollo/dependencies.yaml
        silent:
          title: No word any more
          giver: {project: hermes, milestone: service-open}
          need_by: 2027-02-05
          status: at-risk
        half:
          title: One word taken back
          giver: {project: hermes, milestone: service-open}
          need_by: 2027-02-05
          status: at-risk
          confirmed: {receiver: {by: tom-berg, date: 2026-11-09}}
        new:
          title: It was not there
          giver: {project: hermes, milestone: service-open}
          need_by: 2027-02-05
          status: agreed
          confirmed: {receiver: {by: tom-berg, date: 2026-11-09}}
        street-list:
          title: Street list
          giver: {external: Post office, contact: Head of data}
          need_by: 2027-02-05
          status: agreed
          confirmed: {receiver: {by: tom-berg, date: 2026-10-12}}
        login:
          title: One login
          giver: {project: hermes, milestone: service-open}
          need_by: 2027-02-05
          status: agreed
          confirmed:
            giver: {by: sam-okoro, date: 2026-11-09}
            receiver: {by: tom-berg, date: 2026-11-09}
        """,
    ),
)
def dependency_moved_without_consent(
    dependency: Dependency, office: Office, before: Office
) -> Problems:
    """An agreed date moved and not both sides have confirmed it since.

    Each side plans with the day to which it gave its word. If one moves it alone, the other goes on
    with the old one. So once a word was given, it is given anew, on a later day, whenever `need_by`
    or `agreed` moves. A missing word is judged as dependency-agreed-by-one-side.

    To put it right, have both sides confirm the new day in `confirmed`, or set the status back to
    `proposed` until they have.
    """
    old, work = earlier(dependency, before, office), office.owner(dependency)
    if old is None or work is None or dependency.status not in ("agreed", "at-risk"):
        return
    moved = [
        field
        for field in ("need_by", "agreed")
        if getattr(old, field) not in (None, getattr(dependency, field))
    ]
    sides = list(_old_words(old.confirmed or Confirmed(), dependency.confirmed or Confirmed()))
    if moved and sides:
        said = [
            f"`{f}` from {getattr(old, f)} to {getattr(dependency, f) or 'no day'}" for f in moved
        ]
        stated = [field for field in moved if getattr(dependency, field)]
        yield (
            dependency.at(stated[0] if stated else "confirmed"),
            (
                f"dependency {called(dependency.title, dependency.id)} of"
                f" {called(work.name, work.id)} moves {listed(said)}, and the"
                f" {listed(sides)} {'has' if len(sides) == 1 else 'have'} not confirmed it since"
            ),
            tuple(dependency.at("confirmed", side, "date") for side in sides),
        )


def _old_words(old: Confirmed, new: Confirmed) -> Iterator[str]:
    """The sides whose word is no newer than it was."""
    for side in ("giver", "receiver"):
        was, now = getattr(old, side), getattr(new, side)
        if was and now and now.date <= was.date:
            yield side
