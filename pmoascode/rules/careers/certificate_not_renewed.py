"""The rule that a certificate that a role asks for does not run out unnoticed."""

import datetime as dt
from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.amounts import Duration
from pmoascode.records.person import Certificate, Person
from pmoascode.records.role import Role
from pmoascode.rule import Problems, rule

_MONTH = Duration(30, "day")


@rule(
    Severity.WARNING,
    profile="full",
    source="UK project delivery capability framework: accreditation",
    is_personal=True,
    bad=(
        """
        # people/li-wen.yaml
        name: Li Wen
        identities: {github: {login: li-wen, id: 104}}
        unit: pmo
        career_role: programme-manager
        level: 5
        active_from: 2020-02-01
        certifications:
          - {name: MSP Practitioner, expires: 2026-11-09}  # <--
        """,
        """
        # people/sam-okoro.yaml
        name: Sam Okoro
        identities: {github: {login: sam-okoro, id: 109}}
        level: 4
        active_from: 2022-01-01
        certifications:
          - {name: PRINCE2 Practitioner, expires: 2026-12-10}  # <--
        """,
    ),
    good=(
        """
        # people/li-wen.yaml
        name: Li Wen
        career_role: programme-manager
        level: 5
        active_from: 2020-02-01
        certifications:
          - {name: MSP Practitioner, expires: 2026-12-11}
          - {name: Sailing certificate, expires: 2026-11-01}
        """,
        """
        # people/li-wen.yaml
        name: Li Wen
        career_role: programme-manager
        level: 5
        active_from: 2020-02-01
        certifications:
          - {name: MSP Practitioner, expires: 2026-11-09}
          - {name: MSP Practitioner, awarded: 2026-11-09, expires: 2031-11-08}
        """,
        """
        # people/li-wen.yaml
        name: Li Wen
        active_from: 2020-02-01
        active_until: 2026-11-09
        career_role: programme-manager
        certifications: [{name: MSP Practitioner, expires: 2026-11-09}]
        # assignments/front-door.yaml
        programme-manager:
          - {person: sam-okoro, from: 2026-01-01, time: 10 %}
        """,
    ),
)
def certificate_not_renewed(
    person: Person, office: Office, today: dt.date, *, ahead: Duration = _MONTH
) -> Problems:
    """A certificate that the person's role asks for has expired, or expires within 30 days.

    Examinations have dates and courses fill up; who notices on the last day holds the role without
    the certificate for months. Asked for are the certificates that the role of the career or a role
    held on the day names as usual.

    To put it right, have the certificate renewed and enter the new one beside the old one.
    """
    if not person.is_active_on(today):
        return
    asked = {
        name: role.id for role in _roles(person, office, today) for name in role.certifications
    }
    for index, each in enumerate(person.certifications):
        if each.name not in asked or each.expires is None or each.expires > ahead.after(today):
            continue
        if not any(_goes_on(other, each) for other in person.certifications):
            when = "expired" if each.expires < today else "expires"
            name = role_name(asked[each.name], office)
            yield (
                person.at("certifications", index, "expires"),
                f"{person.name}'s {each.name} {when} on {each.expires}; a {name} is asked for it",
            )


def _roles(person: Person, office: Office, today: dt.date) -> Iterator[Role]:
    """The role of the career, and the roles held on the day."""
    held = (a.role for a in office.assignments_of(person) if a.holds_on(today))
    for id in (*held, person.career_role):
        role = office.find(Role, id)
        if role:
            yield role


def _goes_on(other: Certificate, one: Certificate) -> bool:
    """Whether the other is the same, renewed."""
    is_later = other.expires is None or (one.expires is not None and other.expires > one.expires)
    return other.name == one.name and is_later
