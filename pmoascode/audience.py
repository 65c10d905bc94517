"""What readers of the site learn of a person: a name, initials or a role."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import escape

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
    """Puts what is shown of people who are not named in the place of whatever tells of them.

    These are ids, names, e-mail addresses and logins; escaped for HTML, and broken over lines too.
    """
    hidden: dict[str, str] = {}
    for person in office.all(Person):
        found = shown(office, person)
        if not found.is_named:
            hidden |= dict.fromkeys(_marks(person), found.text)
    hidden |= {str(escape(text)): str(escape(said)) for text, said in hidden.items()}
    by_first_word: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for text in sorted(hidden, key=lambda text: (-len(text), text)):
        first = _WORD.search(text)
        if first and first.start() == 0:
            spaced = r"\s+".join(re.escape(part) for part in text.split())
            known = by_first_word.setdefault(first[0], [])
            known.append((re.compile(spaced + r"(?![\w-])"), hidden[text]))
    return (lambda text: _without(text, by_first_word)) if hidden else (lambda text: text)


def _marks(person: Person) -> Iterator[str]:
    """Everything that tells who the person is."""
    yield from (person.id, person.name.strip())
    known = person.identities
    if known:
        yield from known.emails
        yield from (account.login for account in (known.github, known.gitlab) if account)


def _without(text: str, hidden: Mapping[str, list[tuple[re.Pattern[str], str]]]) -> str:
    parts, done = [], 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < done or word[0] not in hidden:
            continue
        for pattern, said in hidden[word[0]]:
            found = pattern.match(text, start)
            if found:
                parts += [text[done:start], said]
                done = found.end()
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
