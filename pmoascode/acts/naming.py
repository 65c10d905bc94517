"""Records and fields as people name them, as in `apollo.milestones.go-live.forecast`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from pmoascode.document import Keys
from pmoascode.finding import CannotRun
from pmoascode.office import BUILT_IN, Office, Work
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Record

_BY_ID = ("project", "programme", "portfolio", "person")  # kinds whose records an id alone names


@dataclass(frozen=True)
class Named:
    """A record, and the keys of one of its fields; none where the record itself is meant."""

    record: Record
    keys: Keys = ()

    @property
    def in_file(self) -> Keys:
        """The keys from the top of the file."""
        return self.record.keys + self.keys


def named(office: Office, text: str) -> Named:
    """What the text names: a record in full, then its field with dots between the keys.

    A project, programme, portfolio or person may be named by its id alone, and so may anything
    else whose id no other record has. A number is the place in a list, 0 for the first.

    Raises:
        CannotRun: there is no such record.
    """
    name, *keys = text.split(".")
    record = _record(office, name)
    return Named(record, tuple(int(key) if key.isdecimal() else key for key in keys))


def named_work(office: Office, text: str) -> Work:
    """The project or programme that the text names.

    Raises:
        CannotRun: there is no such record, or it is something else.
    """
    found = named(office, text).record
    if isinstance(found, Project | Programme):
        return found
    raise CannotRun(f"`{text}` is a {found.kind}; name a project or a programme")


def _record(office: Office, name: str) -> Record:
    known = {_full_name(record): record for record in _own(office)}
    if name in known:
        return known[name]
    if "/" not in name:
        for kind in _BY_ID:
            if (full := f"{kind}/{name}") in known:
                return known[full]
    alike = [full for full in known if full.rpartition("/")[2] == name]
    if len(alike) == 1:
        return known[alike[0]]
    near = alike[:3] or _begun(name, known) or _near(name, known)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise CannotRun(f"there is no record `{name}`{hint}")


def _begun(name: str, known: Mapping[str, Record]) -> list[str]:
    """The names that an id alone gives, of those whose id or name begins so."""
    begun = [f"{kind}/{name.lower()}" for kind in _BY_ID]
    return [
        full
        for full, record in known.items()
        if "/" not in name and full.partition("/")[0] in _BY_ID
        if full.startswith(tuple(begun)) or record.display_name.lower().startswith(name.lower())
    ][:3]


def _near(name: str, known: Mapping[str, Record]) -> list[str]:
    """Names like it: of the kinds that an id alone names, where it is an id alone."""
    wanted = [name] if "/" in name else [f"{kind}/{name}" for kind in _BY_ID]
    return sorted({n for full in wanted for n in get_close_matches(full, known, 1, 0.8)})


def _full_name(record: Record) -> str:
    """The name in full, once where it says the owner twice; the kind of what an office has once."""
    if record.id == record.scope_id:
        return f"{record.kind}/{record.id}" if record.id else record.kind
    return record.name_in_full


def _own(office: Office) -> Iterable[Record]:
    for records in office.records.values():
        for record in records.values():
            if not record.path.startswith(BUILT_IN):
                yield record
