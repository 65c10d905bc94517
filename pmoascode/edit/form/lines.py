"""The lines of a file in the canonical form, from its parts."""

from pmoascode.edit.form.parts import Comment, Entry, Group, Sheet, Single
from pmoascode.edit.form.singles import is_kept, on_one_line, single_lines
from pmoascode.edit.scalars import key_text

WIDEST = 120  # characters of a line in braces or brackets, without the comment behind it


def lines(sheet: Sheet) -> list[str]:
    """The lines of the whole file."""
    record = _group_lines(sheet.record, 0)
    if not sheet.header:
        return record
    gap = [""] if sheet.record.entries[0].is_first_apart else []
    return [*_comment_lines(sheet.header, "", is_first=True), *gap, *record]


def _group_lines(group: Group, indent: int) -> list[str]:
    made: list[str] = []
    pad = " " * indent
    before: Entry | None = None
    for entry in group.entries:
        is_first = before is None or _ends_in_blank_lines(before)
        made += _comment_lines(entry.above, pad, is_first=is_first)
        if entry.is_apart and (entry.above or not is_first):
            made.append("")
        made += _field(entry, indent) if group.is_mapping else _item(entry, indent)
        before = entry
    is_first = before is None or _ends_in_blank_lines(before)
    return made + _comment_lines(group.tail, pad, is_first=is_first)


def _comment_lines(comments: list[Comment], pad: str, *, is_first: bool) -> list[str]:
    """The comments with the blank lines between them; none above the first of all."""
    made = []
    for number, comment in enumerate(comments):
        if comment.is_apart and (number or not is_first):
            made.append("")
        made.append(pad + comment.text)
    return made


def _field(entry: Entry, indent: int) -> list[str]:
    lead = " " * indent + f"{key_text(str(entry.key))}:"
    first, *rest = _value(entry, indent, len(lead) + 1)
    return [" ".join(filter(None, (lead, first, *entry.behind))), *rest]


def _item(entry: Entry, indent: int) -> list[str]:
    lead = " " * indent + "-"
    first, *rest = _value(entry, indent, len(lead) + 1)
    if first or entry.behind or not rest:
        return [" ".join(filter(None, (lead, first, *entry.behind))), *rest]
    # The first line moves up to the dash; a comment above it, above the dash.
    number = next(n for n, line in enumerate(rest) if line and not line.lstrip().startswith("#"))
    above = [" " * indent + line.strip() if line else "" for line in rest[:number]]
    return [*above, f"{lead} {rest[number].lstrip()}", *rest[number + 1 :]]


def _value(entry: Entry, indent: int, used: int) -> list[str]:
    """What follows the colon or the dash: the rest of its line, then more lines."""
    value = entry.value
    if isinstance(value, Single):
        return single_lines(value, indent)
    flow = _in_flow(value) if value.is_flow else None
    if flow is not None and used + len(flow) <= WIDEST:
        return [flow]
    return ["", *_group_lines(value, indent + 2)]


def _in_flow(group: Group) -> str | None:
    """The group in braces or brackets on one line; nothing if a comment stands inside."""
    parts = []
    for entry in group.entries:
        text = _entry_in_flow(entry)
        if text is None:
            return None
        parts.append(text)
    if group.tail:
        return None
    return ", ".join(parts).join("{}" if group.is_mapping else "[]")


def _entry_in_flow(entry: Entry) -> str | None:
    value = entry.value
    text = _in_flow(value) if isinstance(value, Group) else on_one_line(value, in_flow=True)
    if text is None or entry.above or entry.behind:
        return None
    return f"{key_text(str(entry.key))}: {text}" if isinstance(entry.key, str) else text


def _ends_in_blank_lines(entry: Entry) -> bool:
    """Whether the entry ends in a text whose blank lines below count."""
    while isinstance(entry.value, Group) and entry.value.entries and not entry.value.tail:
        entry = entry.value.entries[-1]
    return isinstance(entry.value, Single) and is_kept(entry.value)
