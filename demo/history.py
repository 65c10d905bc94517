"""The history of the example: every change of every file, day by day, put into commits."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from demo.births import born, drafted, entry_born
from demo.earlier import as_of
from demo.example import FIRST_DAY, TODAY, Data, Example, File
from demo.later import days_in
from demo.words import LEAST, Told, told, weight
from pmoascode.edit import written


@dataclass(frozen=True)
class Commit:
    """What one person wrote down at one time."""

    day: str
    author: str  # the id of a person
    message: str
    files: tuple[tuple[str, bytes], ...]  # path from the root of the records, and new content


@dataclass(frozen=True)
class _Change:
    file: File
    content: bytes
    told: Told


def commits(example: Example) -> Iterator[Commit]:
    """The whole history, oldest first."""
    by_day: dict[str, list[_Change]] = defaultdict(list)
    for file in example.files.values():
        for day, change in _changes(file, example):
            by_day[day].append(change)
    for day in sorted(by_day):
        changes = by_day[day]
        if day == FIRST_DAY:
            opening = [c for c in changes if not c.file.owner]
            yield _opening(day, opening, example)
            changes = [c for c in changes if c.file.owner]
        yield from _grouped(day, changes)


def _changes(file: File, example: Example) -> Iterator[tuple[str, _Change]]:
    before: Data | None = None
    for day in sorted(_moments(file, example)):
        after = as_of(file, day, example)
        if after is None or after == before:
            continue
        content = file.content if after == file.data else written(after).encode()
        yield day, _Change(file, content, told(file, before, after, day, example))
        before = after


def _moments(file: File, example: Example) -> set[str]:
    """The days on which the file may have changed."""
    days = days_in(file.data) | {born(file, example), TODAY}
    if file.is_register:
        days |= {entry_born(file, id, example) for id in file.data}
    works = {file.owner} if file.owner else set()
    works |= {w.id for w in example.works.values() if w.data.get("programme") == file.owner}
    if file.kind == "dependency":
        works |= {entry["giver"].get("project", file.owner) for entry in file.data.values()}
    for work in works:
        days |= _days_of_work(work, example)
    return {day for day in days if FIRST_DAY <= day <= TODAY}


def _days_of_work(work: str, example: Example) -> set[str]:
    """The days on which something was reported, decided or first written down."""
    days = {report["date"] for report in example.reports(work, TODAY)}
    days.add(drafted(work, example))
    days |= set(example.gates(work).values())
    for kind in ("risk", "issue", "change-request", "exception", "decision"):
        for file in example.of(work, kind):
            days |= {entry_born(file, id, example) for id in file.data}
            days |= {e["decision"]["date"] for e in file.data.values() if "decision" in e}
    return days


def _opening(day: str, changes: list[_Change], example: Example) -> Commit:
    """The first commit: the organisation, its people and its policy."""
    author = example.holder("pmo-director", "pmo", day)
    return Commit(day, author, "Portfolio office: records begin\n", _files(changes))


def _grouped(day: str, changes: list[_Change]) -> Iterator[Commit]:
    """A commit for each person and project, and one of its own for a gate or a date that moves."""
    groups: dict[tuple[int, str, str, bool], list[_Change]] = defaultdict(list)
    for change in changes:
        told = change.told
        groups[told.topic, change.file.owner, told.author, change.file.kind != "approval"].append(
            change
        )
    for key, group in sorted(groups.items(), key=lambda item: item[0]):
        yield Commit(day, key[2], _message([c.told.words for c in group]), _files(group))


def _message(words: list[str]) -> str:
    """The subject, and below it whatever else was written down at the same time."""
    first, *rest = sorted(dict.fromkeys(words), key=weight)
    lines = [word.partition(": ")[2] for word in rest if weight(word) < LEAST]
    body = "".join(f"- {line[:1].upper()}{line[1:]}\n" for line in lines)
    return f"{first}\n\n{body}" if body else f"{first}\n"


def _files(changes: list[_Change]) -> tuple[tuple[str, bytes], ...]:
    return tuple((change.file.path, change.content) for change in changes)
