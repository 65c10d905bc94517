"""The people of an office that begins: each once, whatever they do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pmoascode.starting.answers import Someone, same
from pmoascode.starting.naming import id_of


@dataclass(frozen=True)
class Team:
    """Everybody who was named, by their id."""

    people: Mapping[str, Someone]

    def id(self, someone: Someone | None) -> str:
        """The id of whoever is meant; empty where nobody is."""
        return next((id for id, one in self.people.items() if someone and same(one, someone)), "")


def team(named: Iterable[Someone | None]) -> Team:
    """The people, in the order in which they are named; who is named twice is one person."""
    people: dict[str, Someone] = {}
    for someone in named:
        if someone is None:
            continue
        id = Team(people).id(someone)
        if id:
            known = people[id]
            people[id] = replace(
                known,
                email=known.email or someone.email,
                account=known.account or someone.account,
            )
        else:
            people[id_of(someone.name, "person", people)] = someone
    return Team(people)
