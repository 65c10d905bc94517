"""A record under another id, and every reference to it."""

from collections.abc import Iterator

from pmoascode.acts.draft import Draft
from pmoascode.acts.drafting import Drafting
from pmoascode.document import Files
from pmoascode.edit.copying import found
from pmoascode.finding import CannotRun
from pmoascode.measures.renaming import with_former_ids
from pmoascode.office import BUILT_IN, Office
from pmoascode.office.layout import is_id
from pmoascode.office.references import Reference, references
from pmoascode.records.action import ActionItem
from pmoascode.records.record import Keys, Record
from pmoascode.records.waiver import Waiver

_FOLDERS = {"project": "projects", "programme": "programmes"}
_FILES = {"portfolio": "portfolios", "person": "people"}
_SCOPED = ("approvals", "assurance")  # folders of a scope's own
KINDS = (*_FOLDERS, *_FILES)


def renamed(office: Office, files: Files, record: Record, id: str) -> Draft:
    """The record under the new id, which names the old one among its former ids.

    Raises:
        CannotRun: records of the kind keep their id, or the new one is taken, was another's, or is
            none.
    """
    _refuse(office, record, id)
    drafting = Drafting(files)
    for path in sorted(files):
        to = _moved(record, path, id)
        if to != path:
            drafting.move(path, to)
    own = _moved(record, record.path, id)
    drafting.add(own, ("former_ids",), record.id)
    count = 0
    for reference in _references(office, record):
        _follow(drafting, reference, _moved(record, reference.record.path, id), id)
        count += 1
    count += _follow_names(drafting, office, record, id)
    drafting.say(
        f"{record.display_name} is `{id}` instead of `{record.id}`;"
        f" {count} reference{'' if count == 1 else 's'} followed."
    )
    return drafting.draft


def claimed(head: Office, base: Office) -> Iterator[tuple[Record, str]]:
    """Each record of the base that the head has under another id, and says so; with that id.

    An id that either still gives to something else is nobody's former one.
    """
    for record in with_former_ids(head):
        kind = type(record)
        if base.find(kind, record.id) is None:
            olds = (base.find(kind, id) for id in record.former_ids if not head.find(kind, id))
            yield from ((was, record.id) for was in list(filter(None, olds))[-1:])


def _refuse(office: Office, record: Record, id: str) -> None:
    if record.kind not in KINDS:
        raise CannotRun(
            f"a {record.kind.replace('-', ' ')} keeps its id, since others name it by that;"
            " change its name or title with `pmo set`"
        )
    if not is_id(id):
        raise CannotRun(f"`{id}` cannot be an id: small letters, digits and hyphens, at most 64")
    for other in _of_kinds(office):
        if id == other.id or id in getattr(other, "former_ids", ()):
            said = "is" if id == other.id else "was once"
            raise CannotRun(f"`{id}` {said} the id of {other.display_name}; choose one never used")


def _of_kinds(office: Office) -> Iterator[Record]:
    """Every record that has an id of its own among projects, programmes, portfolios and people."""
    for records in office.records.values():
        for record in records.values():
            if record.kind in KINDS:
                yield record


def _moved(record: Record, path: str, id: str) -> str:
    """Where the file is afterwards."""
    steps = path.split("/")
    if record.kind in _FILES:
        return f"{_FILES[record.kind]}/{id}.yaml" if path == record.path else path
    is_own = steps[:2] == [_FOLDERS[record.kind], record.id]
    is_of_scope = len(steps) > 2 and steps[0] in _SCOPED and steps[1] == record.id
    if is_own or is_of_scope:
        steps[1] = id
    elif steps == ["assignments", f"{record.id}.yaml"]:
        steps[1] = f"{id}.yaml"
    return "/".join(steps)


def _references(office: Office, record: Record) -> Iterator[Reference]:
    """Every reference to the record."""
    for records in office.records.values():
        for other in records.values():
            if not other.path.startswith(BUILT_IN):
                for reference in references(other, office):
                    if reference.id == record.id and record.kind in reference.kinds:
                        yield reference


def _follow(drafting: Drafting, reference: Reference, path: str, id: str) -> None:
    keys: Keys = (*reference.record.keys, *reference.keys)
    if not reference.is_key:
        drafting.set(path, keys, id)
        return
    value = found(drafting.data(path), keys)
    drafting.remove(path, keys)
    drafting.set(path, (*keys[:-1], id), value)


def _follow_names(drafting: Drafting, office: Office, record: Record, id: str) -> int:
    """The full names in waivers and in the sources of actions follow too; how many did."""
    count = 0
    for kind, field in ((Waiver, "record"), (ActionItem, "source")):
        for other in office.all(kind):
            name = getattr(other, field) or ""
            now = _name_after(record, name, id)
            if now != name:
                drafting.set(_moved(record, other.path, id), (*other.keys, field), now)
                count += 1
    return count


def _name_after(record: Record, name: str, id: str) -> str:
    """A full name, such as risk/apollo/vendor-late, as it is afterwards."""
    kind, *ids = name.split("/")
    is_own = kind == record.kind and ids == [record.id]
    is_within = record.kind in _FOLDERS and len(ids) > 1 and ids[0] == record.id
    if not (is_own or is_within):
        return name
    rest = [id] if ids[1:] == [record.id] else ids[1:]  # what a project has once is named so
    return "/".join((kind, id, *rest))
