"""From the plain data of a document to its record."""

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from pmoascode.records.amounts import Duration, Percent
from pmoascode.records.record import Record

R = TypeVar("R", bound=Record)


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
    if type_ is Duration:
        return Duration.parse(value)
    if type_ is Percent:
        return Percent.parse(value)
    raise NotImplementedError(f"no reader for {type_.__name__}")
