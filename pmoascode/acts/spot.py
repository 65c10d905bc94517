"""Where a new record is to stand: its file, its key in a register, whose it is, its id."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from pmoascode.acts.drafting import Drafting
from pmoascode.acts.naming import named
from pmoascode.document import Keys
from pmoascode.exchange.cleaning import slug
from pmoascode.finding import CannotRun
from pmoascode.office import Office, kind_of
from pmoascode.office.layout import RESERVED
from pmoascode.records.fields import ID_PATTERN
from pmoascode.records.kinds import KINDS, Kind
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project

_WORK = (Project, Programme)
_SCOPES = (Project, Programme, Portfolio)  # kinds that share one set of ids with the units
_NAMES = ("title", "name", "do", "text")  # the field after which a record is called
_ID = re.compile(ID_PATTERN)
_LONGEST = 40  # characters of an id that is proposed


@dataclass(frozen=True)
class Spot:
    """The place of one new record."""

    kind: Kind
    path: str
    keys: Keys  # from the top of the file; none where the file is the record
    id: str
    scope: str  # as in "project/apollo"; empty for what belongs to the whole organisation

    @property
    def name(self) -> str:
        """What findings call the record, as in "risk/apollo/vendor-late"."""
        owner = self.scope.partition("/")[2]
        return "/".join(filter(None, (self.kind.name, owner, self.id)))


@dataclass(frozen=True)
class Home:
    """Where records of a kind stand that belong to the same project, or whatever they belong to."""

    kind: Kind
    pattern: str  # of their files; an "{id}" may still stand in it

    @property
    def scope(self) -> str:
        """What they belong to, as in "project/apollo"; empty for the whole organisation."""
        found = kind_of(self.pattern.replace("{id}", "x"))
        return found[1] if found else ""

    def spot(self, id: str) -> Spot:
        """The place of the record with the id.

        Raises:
            CannotRun: it cannot be an id.
        """
        path = self.pattern.replace("{id}", id)
        found = kind_of(path)
        is_register = self.kind.shape == "register"
        if found is None or (is_register and not (_ID.fullmatch(id) and len(id) <= 64)):
            raise CannotRun(
                f"`{id}` cannot be an id; one has small letters, digits and hyphens, as in"
                " `vendor-late`, at most 64 of them"
            )
        keys = (id,) if is_register else ()
        return Spot(self.kind, path, keys, id if keys else found[2], found[1])


def kinds(name: str) -> tuple[Kind, ...]:
    """The kinds of the name; of indicators there are the organisation's and a project's own."""
    return tuple(kind for kind in KINDS if kind.name == name)


def takes_scope(name: str) -> bool:
    """Whether a record of the kind can belong to something."""
    return any("{scope}" in kind.pattern for kind in kinds(name))


def needs_scope(name: str) -> bool:
    """Whether every record of the kind belongs to something."""
    return all("{scope}" in kind.pattern for kind in kinds(name))


def takes_id(name: str) -> bool:
    """Whether there can be several records of the kind in one place."""
    return any(kind.shape == "register" or "{id}" in kind.pattern for kind in kinds(name))


def home(office: Office, name: str, scope: str) -> Home:
    """Where records of the kind stand; `scope` is the id of what they belong to, or empty.

    Raises:
        CannotRun: there is no such project or programme.
    """
    kind = next(kind for kind in kinds(name) if ("{scope}" in kind.pattern) == bool(scope))
    pattern = kind.pattern.replace("{owner}", _owner(office, kind, scope))
    found = Home(kind, pattern.replace("{scope}", scope))
    found.spot("x")  # the scope of a meeting is a name of the author's own
    return found


def _owner(office: Office, kind: Kind, scope: str) -> str:
    """The folder that the scope lies in: projects or programmes; it has to be there."""
    if "{owner}" not in kind.pattern and kind.name != "review":
        return ""
    found = named(office, scope).record
    allowed = _WORK if "{owner}" in kind.pattern else _SCOPES
    if not isinstance(found, allowed):
        raise CannotRun(f"`{scope}` is a {found.kind}; name a project or a programme")
    return f"{found.kind}s"


def is_taken(office: Office, drafting: Drafting, place: Spot) -> bool:
    """Whether a record has the place, or has or had the id, already."""
    if place.keys:
        return place.id in drafting.data(place.path)
    return drafting.has(place.path) or place.id in _ids(office, place.kind)


def _ids(office: Office, kind: Kind) -> set[str]:
    """The ids that are used up: those of the kind, and of all that share one set of ids with it."""
    if "{scope}" in kind.pattern:
        return set()
    is_scope = kind.record in _SCOPES
    units = office.organisation.units if office.organisation and is_scope else ()
    records = [r for each in (_SCOPES if is_scope else (kind.record,)) for r in office.all(each)]
    former = (id for record in records for id in getattr(record, "former_ids", ()))
    return {*(record.id for record in records), *former, *units}


def proposed_id(
    office: Office, drafting: Drafting, where: Home, data: Mapping[str, Any], day: dt.date
) -> str:
    """An id made of the record's title that is still free; empty where it has no title."""
    wanted = _from(where.kind, data, day)
    for number in count(1) if wanted else ():
        id = wanted if number == 1 else f"{wanted}-{number}"
        if id not in RESERVED and not is_taken(office, drafting, where.spot(id)):
            return id
    return ""


def _from(kind: Kind, data: Mapping[str, Any], day: dt.date) -> str:
    """The id that the data suggest; meetings are called by their day."""
    if kind.name == "meeting":
        return day.isoformat()
    if kind.name == "delegation":
        return slug(f"{data.get('by', '')} to {data.get('to', '')}")
    words = slug(str(next((data[field] for field in _NAMES if data.get(field)), "")))
    return words if len(words) <= _LONGEST else words[: _LONGEST + 1].rpartition("-")[0]
