"""From the bytes of a file to a document, never raising: what is wrong becomes a finding."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from yaml import YAMLError
from yaml.events import ScalarEvent, StreamEndEvent

from pmoascode.document.blob import Blob
from pmoascode.document.characters import (
    byte_doubt,
    conflict_markers,
    decoded,
    forbidden,
    is_clean,
    not_composed,
    size_doubt,
)
from pmoascode.document.composing import Composition, compose
from pmoascode.document.defects import BY_NAME
from pmoascode.document.document import Document
from pmoascode.document.events import event_reader, span_of
from pmoascode.document.places import survey
from pmoascode.document.problem import Doubt, Problem, place_at, shown
from pmoascode.document.refusals import Unreadable
from pmoascode.document.syntax import explained, missing_space
from pmoascode.finding import Finding, order

MOST_FINDINGS = 100  # of one file; the last says that there are more


def parse_blob(path: str, blob: Blob) -> Document:
    """The document in the blob; one that is too big is not even read."""
    if doubt := size_doubt(blob.size):
        return Document(path, "", {}, (_finding(path, "", Problem(0, 1, doubt)),))
    return parse(path, blob.read())


def parse(path: str, content: bytes) -> Document:
    """The document in these bytes. The data is empty if the text cannot be read."""
    if doubt := byte_doubt(content):
        return Document(path, "", {}, (_finding(path, "", Problem(0, 1, doubt)),))
    text, undecodable = decoded(content)
    problems = [undecodable] if undecodable else _unfit(text, content)
    if problems:
        return Document(path, text, {}, _findings(path, text, problems))
    read = Composition()
    is_whole = _compose(text, read)
    if is_whole:
        read.problems += _afterthoughts(text, read)
    if not text.isascii():
        read.problems += _first(not_composed(text))
    if not read.problems:
        return Document(path, text, read.roots[0])
    is_used = is_whole and not any(problem.is_fatal for problem in read.problems)
    data = read.roots[0] if is_used else {}
    return Document(path, text, data, _findings(path, text, read.problems))


def _unfit(text: str, content: bytes) -> list[Problem]:
    found = [] if is_clean(content) else list(_first(forbidden(text)))
    return found + list(_first(conflict_markers(text)))


def _first(problems: Iterator[Problem]) -> Iterator[Problem]:
    """As many as are shown and one more: a file may hold a million odd characters."""
    return islice(problems, MOST_FINDINGS + 1)


def _compose(text: str, read: Composition) -> bool:
    """Whether the reading came to its end."""
    try:
        compose(text, read)
    except Unreadable as refused:
        read.problems.append(refused.problem)
        return False
    except YAMLError as error:
        read.problems.append(explained(error, text))
        return False
    return True


def _afterthoughts(text: str, read: Composition) -> Iterator[Problem]:
    """What shows only when all has been read: the top, equal keys, tabs."""
    if "\t" in text:
        yield from _first(_tabs(text))
    if not read.roots or read.roots == [None]:
        yield Problem(0, 1, Doubt("empty-file", "the file holds no record"), is_fatal=True)
    elif not isinstance(read.roots[0], dict):
        yield _not_a_mapping(text, read.roots[0])
    elif read.has_repeats:
        for again, first, key in survey(text).repeats:
            line = text.count("\n", 0, first[0]) + 1
            here = text.count("\n", 0, again[0]) + 1
            message = f'the key "{shown(key)}" stands on line {line} and again on line {here}'
            yield Problem(*again, Doubt("duplicate-key", message), also=first)


def _not_a_mapping(text: str, top: Any) -> Problem:
    start = len(text) - len(text.lstrip())
    what = "a list" if isinstance(top, list) else f'only "{shown(str(top))}"'
    message = f"the file holds {what}; expected keys and values"
    doubt = missing_space(text, start) if isinstance(top, str) else None
    doubt = doubt or Doubt("not-a-mapping", message)
    return Problem(start, start + 1, doubt, is_fatal=True)


def _tabs(text: str) -> Iterator[Problem]:
    """Each tab that stands in no quoted and in no block text."""
    next_event = event_reader(text)
    tab = text.find("\t")
    while tab >= 0 and not isinstance(event := next_event(), StreamEndEvent):
        if isinstance(event, ScalarEvent) and event.style:
            start, end = span_of(event)
            while 0 <= tab < start:
                yield _tab(tab)
                tab = text.find("\t", tab + 1)
            tab = text.find("\t", end) if 0 <= tab < end else tab
    while tab >= 0:
        yield _tab(tab)
        tab = text.find("\t", tab + 1)


def _tab(offset: int) -> Problem:
    return Problem(offset, offset + 1, Doubt("tab", "a tab stands here; expected spaces"))


def _findings(path: str, text: str, problems: list[Problem]) -> tuple[Finding, ...]:
    in_order = sorted(problems, key=lambda problem: problem.start)
    found = sorted((_finding(path, text, each) for each in in_order[:MOST_FINDINGS]), key=order)
    if len(problems) > len(found):
        last = found[-1]
        found[-1] = replace(last, message=f"{last.message} (and there is more in this file)")
    return tuple(found)


def _finding(path: str, text: str, problem: Problem) -> Finding:
    doubt = problem.doubt
    defect = BY_NAME[doubt.defect]
    place = place_at(path, text, problem.start, problem.end)
    also = (place_at(path, text, *problem.also),) if problem.also else ()
    remedy = doubt.remedy or defect.remedy
    return Finding(defect.name, defect.severity, place, doubt.message, remedy, also)
