"""Texts, numbers and words as they are written: in quotes only where they need them."""

import re

from pmoascode.edit.form.parts import Single
from pmoascode.edit.scalars import inline, quoted
from pmoascode.edit.writing import value_lines

_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")


def single_lines(single: Single, indent: int) -> list[str]:
    """What follows the colon or the dash: the rest of its line, then more lines.

    A block text keeps its sign and its lines. A text that goes on over several lines without one
    gets one, if it does not fit on its line.
    """
    if single.is_block and str(single.value).strip("\n"):
        return _block(single, indent)
    if isinstance(single.value, str) and "\n" in single.text:
        return value_lines(single.value, indent)
    return [on_one_line(single)]


def on_one_line(single: Single, *, in_flow: bool = False) -> str:
    """The value without a line break."""
    value, text = single.value, single.text
    if not isinstance(value, str):
        return text or ("null" if in_flow else "")
    if "\n" in text or single.is_block:
        return inline(value, in_flow=in_flow)
    if not text.startswith(("'", '"')) or (text.startswith('"') and "\\" in text):
        return text  # an escape may stand for what nobody can see
    if _DATE.match(value):
        return quoted(value)  # to other programs it is a date only without quotes
    return inline(value, in_flow=in_flow)


def is_kept(single: Single) -> bool:
    """Whether the blank lines below the text are a part of it."""
    return single.is_block and str(single.value).endswith("\n\n")


def _block(single: Single, indent: int) -> list[str]:
    sign, value = single.text[0], str(single.value)
    lines = value.removesuffix("\n").split("\n") if sign == "|" else _folded(single)
    first = next(line for line in lines if line)
    marks = "2" if first.startswith(" ") else ""
    if not value.endswith("\n"):
        marks += "-"
    elif is_kept(single):
        marks += "+"
    pad = " " * (indent + 2)
    return [sign + marks, *(pad + line if line else "" for line in lines)]


def _folded(single: Single) -> list[str]:
    """The lines as the author broke them, without their indent."""
    value = str(single.value)
    _, *lines = single.text.replace("\r\n", "\n").split("\n")
    first = next(line for line in lines if line.strip())
    inner = len(value.lstrip("\n")) - len(value.lstrip("\n "))
    cut = len(first) - len(first.lstrip(" ")) - inner
    kept = value[len(value.rstrip("\n")) + 1 :].split("\n")[1:]
    return [line[cut:] for line in lines] + kept
