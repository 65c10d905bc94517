"""dependency-confirmed-for-other-side."""

from collections.abc import Iterator
from typing import NamedTuple

from pmoascode.change import as_known, earlier
from pmoascode.finding import Severity
from pmoascode.forge import PullRequest, signs
from pmoascode.measures.wording import called
from pmoascode.office import Office, Work
from pmoascode.office.naming import person_name
from pmoascode.records.delegation import Delegation
from pmoascode.records.dependency import Confirmation, Confirmed, Dependency
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_BEFORE = """
        # before: projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          status: proposed
"""


@rule(
    Severity.ERROR,
    profile="full",
    source="Dependency registers: both sides agree",
    bad=(
        """
        # author: tom-berg
        """
        + _BEFORE
        + """
        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          status: agreed
          confirmed:
            giver:
              by: sam-okoro  # <--
              date: 2026-11-09
            receiver: {by: tom-berg, date: 2026-11-09}
        """,
        """
        # author: tom-berg
        """
        + _BEFORE
        + """
        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          status: agreed
          confirmed:
            giver:
              by: tom-berg  # <--
              date: 2026-11-09
            receiver: {by: tom-berg, date: 2026-11-09}
        """,
        """
        # author: sam-okoro
        """
        + _BEFORE
        + """
        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          status: agreed
          confirmed:
            giver: {by: sam-okoro, date: 2026-11-09}
            receiver:
              by: sam-okoro  # <--
              date: 2026-11-09
        """,
        """
        # author: lena-novak
        # before: policy/delegations.yaml
        while-away:
          by: sam-okoro
          to: omar-haddad
          powers: [approve]
          within: hermes
          from: 2026-11-01
          until: 2026-11-30

        # before: projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          status: proposed
          confirmed:
            receiver: {by: tom-berg, date: 2026-10-12}

        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          status: agreed
          confirmed:
            giver:
              by: lena-novak  # <--
              date: 2026-11-09
            receiver: {by: tom-berg, date: 2026-10-12}
        """,
        """
        # author: sam-okoro
        # before: projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          status: proposed
          confirmed:
            receiver: {by: tom-berg, date: 2026-10-12}

        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          status: agreed
          confirmed:
            giver:
              by: sam-okoro  # <--
              date: 2026-09-30
            receiver: {by: tom-berg, date: 2026-10-12}
        """,
    ),
    good=(
        """
        # author: tom-berg
        # approved by: sam-okoro
        """
        + _BEFORE
        + """
        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          status: agreed
          confirmed:
            giver: {by: sam-okoro, date: 2026-11-09}
            receiver: {by: tom-berg, date: 2026-11-09}
        """,
        """
        # author: li-wen
        """
        + _BEFORE
        + """
        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          status: agreed
          confirmed:
            giver: {by: li-wen, date: 2026-11-09}
            receiver: {by: li-wen, date: 2026-11-09}
        """,
        """
        # author: lena-novak
        # projects/apollo/dependencies.yaml
        address-service:
          title: Address service
          giver: {project: hermes, milestone: service-open}
          receiver_milestone: go-live
          need_by: 2027-02-12
          status: at-risk
          confirmed:
            giver: {by: sam-okoro, date: 2026-10-12}
            receiver: {by: tom-berg, date: 2026-10-12}
        """,
    ),
)
def dependency_confirmed_for_other_side(
    dependency: Dependency,
    office: Office,
    before: Office,
    authority: Office,
    pull_request: PullRequest,
) -> Problems:
    """Someone confirmed a dependency for the other side.

    A word that somebody else gives binds nobody, and both plans rest on it. Each side confirms for
    itself: by a person who holds a role on its project, or on the programme or portfolio above it,
    and who opened the pull request or approved it. Somebody outside cannot sign here. Judged are
    the words that are new or changed.

    To put it right, have the person named approve the pull request, name somebody of that side, or
    take the word out until it is given.
    """
    old = earlier(dependency, before, office)
    given = old.confirmed if old and old.confirmed else Confirmed()
    for side in _sides(dependency, office):
        if side.word == getattr(given, side.name):
            continue
        by = side.word.by
        said = (
            f"dependency {called(dependency.title, dependency.id)} is confirmed for its {side.name}"
            f" {called(side.work.name, side.work.id)} by {called(person_name(by, office), by)}, who"
        )
        at = dependency.at("confirmed", side.name, "by")
        known = side._replace(work=as_known(side.work, authority, office))
        if not _speaks_for(known, authority):
            yield at, f"{said} has no role on it or above it"
        elif not signs(pull_request, authority, by):
            yield at, f"{said} has neither written nor approved that"


class _Side(NamedTuple):
    name: str  # "giver" or "receiver"
    work: Work
    word: Confirmation


def _sides(dependency: Dependency, office: Office) -> Iterator[_Side]:
    """The sides that are known here and have given their word."""
    given = dependency.confirmed or Confirmed()
    giver, receiver = office.find(Project, dependency.giver.project), office.owner(dependency)
    if giver and given.giver:
        yield _Side("giver", giver, given.giver)
    if receiver and given.receiver:
        yield _Side("receiver", receiver, given.receiver)


def _speaks_for(side: _Side, authority: Office) -> bool:
    """Whether the one who confirmed has a part in that side, or acts for somebody who has."""
    by, day = side.word.by, side.word.date
    lent = [
        each.by
        for each in authority.all(Delegation)
        if each.to == by and "approve" in each.powers and each.holds_on(day)
        if each.within in (None, side.work.id)
    ]
    portfolio = authority.portfolio_of(side.work)
    scopes = {side.work.id, getattr(side.work, "programme", None), portfolio and portfolio.id}
    return any(
        held.scope_id in scopes and held.holds_on(day)
        for person in (by, *lent)
        for held in authority.assignments_of(person)
    )
