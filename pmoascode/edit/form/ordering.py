"""The order of entries: fields as their kind declares them, the entries of a register by id."""

from collections.abc import Callable

from pmoascode.document import Keys
from pmoascode.edit.form.parts import Entry, Group, Sheet
from pmoascode.office.fields import names_at
from pmoascode.records.kinds import Kind


def put_in_order(sheet: Sheet, kind: Kind) -> None:
    """Sorts the fields of a record of the kind; whatever has ids of its author's stays in order.

    The header stays on top: where another field comes below it, a blank line tells them apart.
    """
    record = sheet.record
    first, gap = record.entries[0], record.entries[0].is_first_apart
    if kind.shape == "register":
        _sort(record, _by_id)
    _order(record, kind, ())
    if sheet.header:
        record.entries[0].is_first_apart = gap or record.entries[0] is not first


def _order(group: Group, kind: Kind, keys: Keys) -> None:
    names = names_at(kind, keys) if group.is_mapping else ()
    rank = {name: number for number, name in enumerate(names)}
    if names and group.entries:
        _sort(group, lambda entry: (rank.get(str(entry.key), len(rank)), ""))
    for entry in group.entries:
        if isinstance(entry.value, Group):
            _order(entry.value, kind, (*keys, entry.key))


def _by_id(entry: Entry) -> tuple[int, str]:
    key = str(entry.key)
    return int(key.startswith("x_")), key


def _sort(group: Group, rank: Callable[[Entry], tuple[int, str]]) -> None:
    """Sorts the entries; the blank line above the new first one goes above the old first one."""
    before = group.entries[0]
    group.entries.sort(key=rank)
    first = group.entries[0]
    if first is not before:
        before.is_first_apart = first.is_first_apart
