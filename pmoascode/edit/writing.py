"""New YAML text in the canonical layout: one field a line, two spaces a level."""

from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from typing import Any

from pmoascode.document import parse
from pmoascode.edit.proof import EditFailed, is_same, plain
from pmoascode.edit.scalars import block_texts, inline, key_text


def written(data: Mapping[str, Any], order: Sequence[str] = ()) -> str:
    """The record as text; fields named in `order` come first and in that order.

    Raises:
        EditFailed: the strict reader takes no text for a value, such as one with a control code.
    """
    meant = in_order(plain(data), order)
    text = "\n".join(entries(meant, 0)) + "\n" if meant else "{}\n"
    document = parse("", text.encode("utf-8", "replace"))
    if document.findings or not is_same(document.data, meant):
        why = document.findings[0].message if document.findings else "it reads otherwise"
        raise EditFailed(f"the record cannot be written: {why}")
    return text


def content(text: str, before: bytes = b"") -> bytes:
    """The text as bytes; the byte order mark stays where the file began with one."""
    return (BOM_UTF8 if before.startswith(BOM_UTF8) else b"") + text.encode("utf-8")


def in_order(data: dict[str, Any], order: Sequence[str]) -> dict[str, Any]:
    """The mapping with the named keys first."""
    first = {key: data[key] for key in order if key in data}
    return first | data


def entries(data: dict[str, Any], indent: int) -> list[str]:
    """The lines of a block mapping."""
    lines = []
    for key, value in data.items():
        head, *rest = value_lines(value, indent)
        lines += [" " * indent + f"{key_text(key)}:{' ' if head else ''}{head}", *rest]
    return lines


def items(values: list[Any], indent: int) -> list[str]:
    """The lines of a block list."""
    return [line for value in values for line in item(value, indent)]


def item(value: Any, indent: int) -> list[str]:
    """The lines of one entry of a block list."""
    lead = " " * indent + "- "
    if isinstance(value, dict) and value:
        first, *rest = entries(value, indent + 2)
        return [lead + first.lstrip(" "), *rest]
    if isinstance(value, list) and value:
        return [lead + inline(value)]
    head, *rest = value_lines(value, indent)
    return [lead + head, *rest]


def value_lines(value: Any, indent: int) -> list[str]:
    """What follows the colon of a key at this indent: the rest of its line, then more lines."""
    below = indent + 2
    if isinstance(value, dict) and value:
        return ["", *entries(value, below)]
    if isinstance(value, list) and value:
        return ["", *items(value, below)]
    if isinstance(value, str):
        for sign, lines in block_texts(value):
            body = [" " * below + line if line else "" for line in lines]
            text = "\n".join([f"k: {sign}", *(line[indent:] for line in body)]) + "\n"
            document = parse("", text.encode("utf-8", "replace"))
            if not document.findings and is_same(document.data, {"k": value}):
                return [sign, *body]
    return [inline(value)]
