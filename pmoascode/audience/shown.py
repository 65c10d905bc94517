"""What stands for a person: as their own record says, else as the policy does."""

import unicodedata
from dataclasses import dataclass

from pmoascode.office import Office
from pmoascode.records.person import Person
from pmoascode.records.role import Role

NOT_NAMED = "not named"
NOT_PUBLISHED = "not published"


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands for a person. Only who is named has a page: its address holds the name."""

    text: str
    is_named: bool


def shown(office: Office, person: Person) -> Shown:
    """What stands for the person: as their record says, else as the policy does."""
    match person.publish or office.policy.people.publish:
        case "full":
            return Shown(person.name, True)
        case "initials":
            return Shown(initials(person.name), False)
        case _:
            return Shown(_post(office, person), False)


def tells_personal(office: Office) -> bool:
    """Whether readers learn what people can do, how they develop and how much they work."""
    return office.policy.people.personal


def initials(name: str) -> str:
    """The first letters of the name's words, as in `T. B.`."""
    words = unicodedata.normalize("NFC", name).split()
    letters = [word[0].upper() for word in words if word[0].isalnum()]
    return " ".join(f"{letter}." for letter in letters) or NOT_NAMED


def _post(office: Office, person: Person) -> str:
    """The title of the person's position, else of the role of their career."""
    organisation = office.organisation
    position = organisation.positions.get(person.position or "") if organisation else None
    if position:
        return position.title
    role = office.find(Role, person.career_role)
    return role.title if role else NOT_NAMED
