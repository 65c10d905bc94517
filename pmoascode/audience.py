"""What readers of the site learn of a person: a name, initials or a role."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pmoascode.office import Office
from pmoascode.records.person import Person
from pmoascode.records.role import Role

NOT_NAMED = "not named"
_WORD = re.compile(r"\w[\w-]*")


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


def initials(name: str) -> str:
    """The first letters of the name's words, as in `T. B.`."""
    words = unicodedata.normalize("NFC", name).split()
    letters = [word[0].upper() for word in words if word[0].isalnum()]
    return " ".join(f"{letter}." for letter in letters) or NOT_NAMED


def discretion(office: Office) -> Callable[[str], str]:
    """Puts what is shown of them in the place of the ids and names of people who are not named."""
    hidden: dict[str, str] = {}
    for person in office.all(Person):
        found = shown(office, person)
        if not found.is_named:
            hidden |= {person.id: found.text, person.name.strip(): found.text}
    by_first_word: dict[str, list[str]] = {}
    for text in sorted(hidden, key=lambda text: (-len(text), text)):
        first = _WORD.search(text)
        if first and first.start() == 0:
            by_first_word.setdefault(first[0], []).append(text)
    return lambda text: _without(text, hidden, by_first_word)


def _without(text: str, hidden: Mapping[str, str], by_first_word: Mapping[str, list[str]]) -> str:
    parts, done = [], 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < done:
            continue
        for candidate in by_first_word.get(word[0], ()):
            end = start + len(candidate)
            if text.startswith(candidate, start) and not _WORD.match(text, end):
                parts += [text[done:start], hidden[candidate]]
                done = end
                break
    return "".join([*parts, text[done:]])


def _post(office: Office, person: Person) -> str:
    """The title of the person's position, else of the role of their career."""
    organisation = office.organisation
    position = organisation.positions.get(person.position or "") if organisation else None
    if position:
        return position.title
    role = office.find(Role, person.career_role)
    return role.title if role else NOT_NAMED
