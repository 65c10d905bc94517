"""The rule that beginners have somebody to ask."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.person import Person
from pmoascode.records.role import Role
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="full",
    source="APM and UK government practice: mentors outside the line",
    is_personal=True,
    bad=(
        """
        # people/lee-park.yaml
        name: Lee Park
        unit: pmo
        career_role: pmo-coordinator  # <--
        active_from: 2026-01-01
        """,
        """
        # people/lee-park.yaml
        name: Lee Park
        unit: pmo
        career_role: pmo-coordinator
        active_from: 2026-01-01
        mentor: kim-lund  # <--
        # people/kim-lund.yaml
        name: Kim Lund
        career_role: junior-project-manager
        active_from: 2025-01-01
        mentor: li-wen
        """,
        """
        # people/lee-park.yaml
        name: Lee Park
        unit: it
        career_role: junior-project-manager
        active_from: 2026-01-01
        mentor: ines-roth  # <--
        """,
    ),
    good=(
        """
        # people/lee-park.yaml
        name: Lee Park
        unit: pmo
        career_role: pmo-coordinator
        active_from: 2026-01-01
        mentor: li-wen
        """,
        """
        # people/lee-park.yaml
        name: Lee Park
        career_role: pmo-analyst
        active_from: 2026-01-01
        """,
        """
        # people/lee-park.yaml
        name: Lee Park
        career_role: pmo-coordinator
        active_from: 2026-01-01
        active_until: 2026-11-09
        """,
    ),
)
def beginner_without_mentor(person: Person, office: Office, today: dt.date) -> Problems:
    """Somebody at the first stage of a career has no mentor, or one who cannot be it.

    Beginners learn from somebody who has gone the way before them, and ask more freely where the
    answer is no judgement. So the mentor stands on a higher stage and does not lead the person's
    own unit.

    To put it right, name a mentor in the person's record, with both people's consent.
    """
    role = office.find(Role, person.career_role)
    if role is None or role.career_stage != "entry" or not person.is_active_on(today):
        return
    mentor = office.person(person.mentor)
    if mentor is None or not mentor.is_active_on(today):
        place = person.at("mentor" if person.mentor else "career_role")
        yield place, f"{person.name}, a {role_name(role.id, office)}, has no mentor"
        return
    theirs = office.find(Role, mentor.career_role)
    if theirs and theirs.career_stage and theirs.rank <= role.rank:
        said = f"is at the stage {theirs.career_stage} too"
        yield person.at("mentor"), f"{mentor.name}, the mentor of {person.name}, {said}"
    elif mentor.id == _line_manager(person, office):
        said = f"the mentor of {person.name}, is their line manager"
        yield person.at("mentor"), f"{mentor.name}, {said}"


def _line_manager(person: Person, office: Office) -> str | None:
    """Who fills the position above the person's own, else who leads the unit."""
    organisation = office.organisation
    if organisation is None:
        return None
    own = organisation.positions.get(person.position or "")
    unit = organisation.units.get(person.unit or "")
    above = own.reports_to if own else unit.head if unit else None
    post = organisation.positions.get(above or "")
    return post.holder if post else None
