"""Where a value stands in a file of records: the kind's fields in their order, entries by id."""

from typing import Any

from pmoascode.document import Keys
from pmoascode.edit.copying import found
from pmoascode.finding import CannotRun
from pmoascode.office import kind_of
from pmoascode.office.fields import names_at
from pmoascode.records.kinds import Kind


def kind_at(path: str) -> Kind:
    """The kind of record that files of the path hold.

    Raises:
        CannotRun: no kind has its files there.
    """
    found = kind_of(path)
    if found is None:
        raise CannotRun(f"{path} is no place of a record")
    return found[0]


def order_in(kind: Kind, data: Any, keys: Keys) -> tuple[str, ...]:
    """The order of the fields beside the one that the keys lead to.

    That of the schema where the schema names them; by id where the keys are ids.
    """
    holder = keys[:-1]
    named = names_at(kind, holder)
    part: Any = found(data, holder)
    ids = sorted({*part, str(keys[-1])}) if isinstance(part, dict) else ()
    return named or tuple(ids)


def in_order(kind: Kind, keys: Keys, value: Any) -> Any:
    """The value with its fields in the order of the schema."""
    if isinstance(value, list | tuple):
        return [in_order(kind, (*keys, index), part) for index, part in enumerate(value)]
    if not isinstance(value, dict):
        return value
    named = names_at(kind, keys)
    first = {name: value[name] for name in named if name in value}
    return {key: in_order(kind, (*keys, key), part) for key, part in (first | value).items()}


def nested(keys: Keys, value: Any) -> Any:
    """The value inside of mappings and lists of one entry each, as the keys lead to it."""
    for key in reversed(keys):
        value = {key: value} if isinstance(key, str) else [value]
    return value
