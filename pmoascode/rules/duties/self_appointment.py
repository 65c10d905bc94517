"""The rule that nobody appoints themselves."""

import datetime as dt
from collections.abc import Iterator

from pmoascode.change import FieldChange, differences, earlier
from pmoascode.finding import Severity
from pmoascode.forge import PullRequest
from pmoascode.measures.appointment import gained_role
from pmoascode.measures.authority import (
    governors,
    hands,
    is_backed,
    not_backed,
    policy_owners,
)
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name, scope_name
from pmoascode.records.amounts import Percent
from pmoascode.records.assignment import Assignment
from pmoascode.records.organisation import Organisation
from pmoascode.records.person import Person
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.record import At, Keys
from pmoascode.rule import Problems, rule

_MERITS = ("capacity", "career_role", "certifications", "experience", "level", "skills")


@rule(
    Severity.ERROR,
    profile="starter",
    source="Audit practice: nobody appoints themselves",
    is_personal=True,
    waivable=False,
    in_starter=Severity.WARNING,
    bad=(
        """
        # author: lena-novak
        # approved by: tom-berg
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        senior-user:
          - {person: paul-weber, from: 2026-10-01, until: 2027-06-30}
        senior-supplier:
          - {person: nora-lind, from: 2026-10-01, until: 2027-06-30}
        team-manager:
          - {person: lena-novak, from: 2026-11-10, until: 2027-06-30, time: 5 %}  # <--
        """,
        """
        # author: sam-okoro
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 45 %}  # <--
        senior-user:
          - {person: paul-weber, from: 2026-10-01, until: 2027-06-30}
        senior-supplier:
          - {person: nora-lind, from: 2026-10-01, until: 2027-06-30}
        """,
        """
        # author: maria-silva
        # commits by: maria-silva, paul-weber
        # people/paul-weber.yaml
        name: Paul Weber
        email: paul.weber@harbour.example
        identities: {github: {login: paul-weber, id: 108}}
        unit: claims
        position: head-of-claims
        level: 7  # <--
        active_from: 2012-01-01
        """,
    ),
    good=(
        """
        # author: tom-berg
        # approved by: maria-silva
        # assignments/hermes.yaml
        project-manager:
          - {person: tom-berg, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        """,
        """
        # author: ines-roth
        # assignments/hermes.yaml
        sponsor:
          - {person: maria-silva, from: 2026-01-01, until: 2026-09-30, time: 5 %}
          - person: ines-roth
            from: 2026-10-01
            until: 2026-11-30
            time: 4 %
            change_reason: leave
        project-manager:
          - {person: tom-berg, from: 2026-11-10, until: 2027-06-30, time: 40 %}
        """,
        """
        # author: paul-weber
        # approved by: ana-keller
        # people/paul-weber.yaml
        name: Paul Weber
        email: paul.weber@harbour.example
        identities: {github: {login: paul-weber, id: 108}}
        level: 7
        """,
        """
        # author: tom-berg
        # approved by: li-wen
        # people/tom-berg.yaml
        name: Tom H. Berg
        email: tom.berg@harbour.example
        identities: {github: {login: tom-berg, id: 110}}
        level: 5
        mentor: li-wen
        """,
        """
        # author: paul-weber
        # people/paul-weber.yaml
        name: Paul Weber
        email: paul.weber@harbour.example
        identities: {github: {login: paul-weber, id: 108}}
        capacity: 80 %
        """,
    ),
)
def self_appointment(
    record: Assignment | Organisation | Person | Portfolio,
    office: Office,
    before: Office,
    pull_request: PullRequest,
    authority: Office,
    today: dt.date,
) -> Problems:
    """Someone gave themselves a role, a level, a certificate or more time.

    A role is given by those who answer for the work, and a level by those who know it. A position
    of the organisation and a seat on a portfolio's board are roles too. To end a role, or to give
    less time, needs nobody else.

    To put it right, ask somebody above to approve this pull request, or to open it themselves: the
    sponsor, the programme or portfolio manager, or the PMO director; for a person's merits also the
    mentor.
    """
    if isinstance(record, Organisation | Portfolio):
        for at, person in _taken(record, before, office):
            may = policy_owners(authority, today) - {person}
            taken = person in hands(pull_request, authority)
            if taken and not is_backed(may, pull_request, authority):
                what = f"`{at.keys[-1]}` of {record.name}"
                yield at, _said(person, what, office, pull_request)
        return
    person = record.person if isinstance(record, Assignment) else record.id
    if person not in hands(pull_request, authority):
        return
    if isinstance(record, Assignment):
        gain = gained_role(record, before, office)
        may = governors(record.scope_id, office, authority, today)
    else:
        gain, may = _gained_merit(record, before, office), _judges(record, authority, today)
    if gain and not is_backed(may - {person}, pull_request, authority):
        what = (
            f"the role of {role_name(record.role, office)} of {scope_name(record.scope_id, office)}"
            if isinstance(record, Assignment)
            else f"a new `{gain.keys[-1] if len(gain.keys) == 1 else gain.keys[0]}`"
        )
        yield gain, _said(person, what, office, pull_request)


def _said(person: str, what: str, office: Office, pull_request: PullRequest) -> str:
    return f"{person_name(person, office)} gave themselves {what}; {not_backed(pull_request)}"


def _taken(
    record: Organisation | Portfolio, before: Office, office: Office
) -> Iterator[tuple[At, str]]:
    """Each post that somebody else, or nobody, had before, and who has it now."""
    was = earlier(record, before, office)
    known = {(post, person) for post, _, person in _posts(was)} if was else set()
    for post, keys, person in _posts(record):
        if person and (post, person) not in known:
            yield record.at(*keys), person


def _posts(record: Organisation | Portfolio) -> Iterator[tuple[str, Keys, str | None]]:
    """Each post: what it is called, where it stands, and who has it, if somebody does."""
    if isinstance(record, Organisation):
        for id, position in record.positions.items():
            yield id, ("positions", id, "holder"), position.holder
        return
    yield "manager", ("manager",), record.manager
    if record.board:
        yield "chair", ("board", "chair"), record.board.chair
        for number, member in enumerate(record.board.members):
            yield "member", ("board", "members", number), member


def _gained_merit(person: Person, before: Office, office: Office) -> At | None:
    """The place of the first merit that is more than before."""
    was = earlier(person, before, office)
    for change in differences(was, person) if was else ():
        if change.keys[0] in _MERITS and not _is_less(change):
            return person.at(*change.keys)
    return None


def _is_less(change: FieldChange) -> bool:
    if isinstance(change.old, Percent) and isinstance(change.new, Percent):
        return change.new.number < change.old.number
    return change.new is None


def _judges(person: Person, authority: Office, today: dt.date) -> frozenset[str]:
    """Who may speak for the person's merits, as known before."""
    known = authority.person(person.id)
    mentor = {known.mentor} if known and known.mentor else set()
    return policy_owners(authority, today) | mentor
