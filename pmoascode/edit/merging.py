"""Values brought into a record that is there, or into a new one: what changes, and the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pmoascode.document import Document, Keys
from pmoascode.edit.changing import with_value
from pmoascode.edit.copying import MISSING, found, with_part
from pmoascode.edit.proof import is_same, parsed, plain
from pmoascode.edit.writing import written


@dataclass(frozen=True)
class Setting:
    """A value that a record is to have."""

    keys: Keys
    value: Any
    only_new: bool = False  # kept back where the record has a value already
    is_added: bool = False  # the value is one entry of the list under the keys


@dataclass(frozen=True)
class Outcome:
    """A field that changed; `old` is nothing where it is new."""

    keys: Keys
    old: Any
    new: Any


def merged(
    document: Document | None, settings: Sequence[Setting], order: Sequence[str] = ()
) -> tuple[str, tuple[Outcome, ...]]:
    """The text of the record with the settings, and the fields that differ from before.

    Raises:
        EditFailed: a value cannot be brought in.
    """
    data: Any = document.data if document else {}
    changes = []
    for setting in settings:
        keys, value = _target(data, setting)
        old = found(data, keys)
        is_kept = setting.only_new and old not in (MISSING, None)
        if is_kept or is_same(old, value):
            continue
        data = with_part(data, keys, value)
        changes.append(Outcome(keys, None if old is MISSING else old, value))
        if document:
            depth = order if len(keys) == 1 or found(document.data, keys[:1]) is MISSING else ()
            document = parsed(document, with_value(document, keys, value, depth))
    return (document.text if document else written(data, order)), tuple(changes)


def _target(data: Any, setting: Setting) -> tuple[Keys, Any]:
    """The keys to set; for an entry of a list its own index, or that of the one equal to it."""
    value = plain(setting.value)
    if not setting.is_added:
        return setting.keys, value
    entries = found(data, setting.keys)
    entries = entries if isinstance(entries, list) else []
    index = next((i for i, entry in enumerate(entries) if is_same(entry, value)), len(entries))
    return (*setting.keys, index), value
