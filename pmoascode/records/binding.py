"""From the plain data of a document to its record."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from pmoascode.records.amounts import Duration, Percent
from pmoascode.records.record import Record

R = TypeVar("R", bound=Record)
# What is written as a text and is none: every such type that a record has.
_READERS: Mapping[type, Callable[[str], Any]] = {Duration: Duration.parse, Percent: Percent.parse}


def bind(record: type[R], data: Mapping[str, Any], **identity: Any) -> R:
    """The record that the data says; `identity` is its id, path, keys and scope.

    Keys that the record does not have are passed over: the schema has judged them.

    Raises:
        msgspec.ValidationError: the data does not fit the record.
    """
    return msgspec.convert({**data, **identity}, record, dec_hook=hook)


def hook(type_: type, value: Any) -> Any:
    """The amount that a text such as `14 days` or `80 %` says.

    Raises:
        ValueError: the text is no such amount.
    """
    if isinstance(value, type_):
        return value
    return _READERS[type_](value)
