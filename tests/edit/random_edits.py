"""Edits made at random, each from its number, and what must hold of every one of them.

By hand: `python -m tests.edit.random_edits FIRST LAST` makes those of the numbers, and says which
of them fail and why.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile
from typing import Any

import yaml

from pmoascode.document import Document, Keys, parse
from pmoascode.edit import EditFailed, content, with_value, without
from pmoascode.edit.copying import MISSING, found
from pmoascode.edit.layout import is_inside_flow, line_end
from pmoascode.edit.proof import is_same, plain
from tests.edit.strange import STRANGE, corpus, dressed

MARK = b"\xef\xbb\xbf"
SCALARS: tuple[Any, ...] = (
    *("plain", "two words", "NO", "12:30", "010", "~", "", " a", "a: b", "- x", "#x", "{a", "a, b"),
    *("2027-03-12", "one\ntwo", "one\n\n  two\n", "q'\"q", "\\", "tab\there", "é—“東”", "=", "---"),
    *(" ".join(["a long text"] * 20), "x" * 300, 0, -7, 1250000, Decimal("9.50"), True, None),
)


@dataclass(frozen=True)
class Edit:
    """What is done to which value of a file."""

    file: str
    before: bytes
    what: str
    keys: Keys
    value: Any = None

    def made(self) -> bytes:
        """The bytes after the edit."""
        document = parse(self.file, self.before)
        if self.what == "remove":
            text = without(document, self.keys)
        else:
            order = sorted({*document.data, str(self.keys[0])}) if self.what == "enter" else []
            text = with_value(document, self.keys, self.value, order)
        return content(text, self.before)

    def meant(self) -> Any:
        """What the file must say after the edit, worked out on plain data."""
        data: Any = deepcopy(parse(self.file, self.before).data)
        holder = data
        for key in self.keys[:-1]:
            holder = holder[key]
        key, value = self.keys[-1], plain(self.value)
        if self.what == "remove":
            del holder[key]
        elif isinstance(holder, list) and key == len(holder):
            holder.append(value)
        else:
            holder[key] = value
        return data


def random_edit(number: int) -> Edit:
    """The edit of the number; the same whenever it is asked for."""
    chance, strange = random.Random(number), list(STRANGE.items())
    name, text = chance.choice(strange if chance.random() < 0.3 else corpus())
    before = dressed(text, chance)
    data = parse(name, before).data
    ways = [(keys, part) for keys, part in _ways(data) if keys]
    holders = [(keys, part) for keys, part in _ways(data) if isinstance(part, dict | list)]
    what = chance.choice(("set", "replace", "remove", "add", "add", "enter")) if ways else "add"
    match what:
        case "set":
            leaves = [keys for keys, part in ways if not isinstance(part, dict | list)]
            return Edit(name, before, what, chance.choice(leaves or [ways[0][0]]), _scalar(chance))
        case "replace":
            return Edit(name, before, what, chance.choice(ways)[0], _value(chance))
        case "remove":
            return Edit(name, before, what, chance.choice(ways)[0])
        case "enter":
            entry = {"title": _scalar(chance), "owner": "tom-berg", "actions": _value(chance)}
            return Edit(name, before, what, (f"e{chance.randrange(10)}-new",), entry)
    keys, holder = chance.choice(holders)
    key = len(holder) if isinstance(holder, list) else f"new_{chance.randrange(10)}"
    return Edit(name, before, what, (*keys, key), _value(chance))


def _ways(part: Any, keys: Keys = ()) -> list[tuple[Keys, Any]]:
    pairs: Any = ()
    if isinstance(part, dict | list):
        pairs = part.items() if isinstance(part, dict) else enumerate(part)
    return [(keys, part), *(way for key, each in pairs for way in _ways(each, (*keys, key)))]


def _scalar(chance: random.Random) -> Any:
    return chance.choice(SCALARS)


def _value(chance: random.Random) -> Any:
    match chance.randrange(5):
        case 0:
            return [_scalar(chance) for _ in range(chance.randrange(4))]
        case 1:
            return {f"f{n}": _scalar(chance) for n in range(chance.randrange(4))}
        case 2:
            return [{"do": _scalar(chance), "due": "2027-01-15"} for _ in range(2)]
    return _scalar(chance)


def faults(edit: Edit) -> list[str]:
    """What does not hold of the edit."""
    after = edit.made()
    if after.startswith(MARK) != edit.before.startswith(MARK):
        return ["the byte order mark has come or gone"]
    old, new = parse(edit.file, edit.before), parse(edit.file, after)
    if not is_same(new.data, edit.meant()):
        return ["it does not say what was meant"]
    if is_same(new.data, old.data):
        return [] if after == edit.before else ["it changes bytes and no meaning"]
    found = _beyond(edit, old, new)
    if "\r" in old.text and "\n" in new.text.replace("\r\n", ""):
        found.append("a line end of another sort")
    return found


def _beyond(edit: Edit, old: Document, new: Document) -> list[str]:
    """What has changed beyond the value, its key and its line."""
    text = old.text
    first, last = _bounds(edit, old, new)
    is_kept = new.text.startswith(text[:first]) and new.text.endswith(text[last:])
    if not is_kept or len(new.text) < first + len(text) - last:
        return [f"something else than {text[first:last]!r} has changed"]
    lost = _comments(old) - Counter(_gone(edit, old)) - _comments(new)
    return [f"comments have gone: {sorted(lost)}"] if lost else []


def _bounds(edit: Edit, old: Document, new: Document) -> tuple[int, int]:
    """The part of the text to which the edit is bound; where a value is added it is empty."""
    keys, holder = edit.keys, edit.keys[:-1]
    if not old.data:
        return 0, len(old.text)
    if found(old.data, keys) is not MISSING and edit.what != "remove":
        return _of_value(old, keys)
    if len(found(old.data, holder) or ()) < (2 if edit.what == "remove" else 1):
        return _of_value(old, holder)
    if edit.what == "remove":
        return _of_entry(old, keys)
    same = (one == other for one, other in zip(old.text, new.text, strict=False))
    here = len(list(takewhile(bool, same)))
    return here, here


def _of_value(old: Document, keys: Keys) -> tuple[int, int]:
    """From behind the key to the end of the line; in braces, the value alone."""
    if not keys:
        return 0, len(old.text)
    start, end = old.span(keys)
    if is_inside_flow(old, keys):
        return start, end
    return min(old.span(keys, of_key=True)[1], start), line_end(old, end)


def _of_entry(old: Document, keys: Keys) -> tuple[int, int]:
    """From the end of the line above to the next line's first word; in braces, to a neighbour."""
    text = old.text
    start, end = old.span(keys, of_key=True)[0], old.span(keys)[1]
    if is_inside_flow(old, keys):
        around = [way for way, _ in _ways(found(old.data, keys[:-1]), keys[:-1]) if way]
        around = [way for way in around if len(way) == len(keys)]
        before, behind = around[: around.index(keys)], around[around.index(keys) + 1 :]
        if behind:
            return start, old.span(behind[0], of_key=True)[0]
        comma = re.match(r"\s*,?", text[end:])
        return old.span(before[-1])[1], end + (comma.end() if comma else 0)
    above = len(text[:start].rstrip(" -?").removesuffix("\n").removesuffix("\r"))
    end = line_end(old, end)
    return above, end + len(text[end:]) - len(text[end:].lstrip("\r\n -"))


def _comments(document: Document) -> Counter[str]:
    return Counter(comment for _, comment in each_comment(document))


def _gone(edit: Edit, old: Document) -> Iterator[str]:
    """The comments that go with what is replaced or taken out."""
    if not old.data or found(old.data, edit.keys) is MISSING:
        return
    start, end = old.span(edit.keys)
    if edit.what == "remove":
        start = old.span(edit.keys, of_key=True)[0]
    if edit.what == "remove" or isinstance(found(old.data, edit.keys), dict | list):
        end = line_end(old, end)
    if edit.what == "remove" and is_inside_flow(old, edit.keys):
        end = old.text.find("\n", end)
    yield from (comment for place, comment in each_comment(old) if start <= place < end)


def each_comment(document: Document) -> Iterator[tuple[int, str]]:
    """Each comment and its place: what follows a # outside of keys and values."""
    text = list(document.text)
    for event in yaml.parse(document.text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
            start, end = event.start_mark.index, event.end_mark.index
            if event.style in ("|", ">"):  # a comment may stand behind the sign
                start = document.text.index("\n", start) + 1
            text[start:end] = "x" * (end - start)
    for match in re.finditer("#[^\r\n]*", "".join(text)):
        yield match.start(), match[0].rstrip()


def main(first: int, last: int) -> None:
    """Prints each of the edits that fails, and what of it."""
    failed = 0
    for number in range(first, last):
        edit = random_edit(number)
        try:
            wrong = faults(edit)
        except EditFailed as failure:
            wrong = [str(failure)]
        if wrong:
            failed += 1
            print(f"{number}: {edit.file}, {edit.what} {edit.keys}: {wrong}")
    print(f"{last - first} edits, {failed} failed")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
