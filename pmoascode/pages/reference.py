"""The reference of the records: each kind with its fields, its place and a small file."""

import re
from collections.abc import Iterator

from pmoascode.edit.proof import plain
from pmoascode.edit.scalars import inline
from pmoascode.edit.writing import written
from pmoascode.pages.directory import Directory
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.pages.yaml_text import breakable, coded, yaml_text
from pmoascode.views.record_reference import Reference, references

LONGEST = 60  # characters of an example in a table


def reference(facts: Facts) -> Iterator[Page]:
    """The list of kinds, and a page a kind."""
    yield page(
        facts,
        "reference",
        "Record reference",
        "reference",
        summary="Every kind of record: what it is for, where its file lies, what it says.",
        nav="Reference",
        is_general=True,
        references=references(),
        links=Directory(facts, "reference"),
    )
    for each in references():
        yield _kind(facts, each)


def _kind(facts: Facts, reference: Reference) -> Page:
    path = f"reference/{reference.kind.name}"
    fields = sorted({field.name for section in reference.sections for field in section.fields})
    return page(
        facts,
        path,
        reference.kind.title,
        "kind",
        summary=f"{reference.description} {', '.join(fields)}",
        is_general=True,
        reference=reference,
        sample=yaml_text(written(reference.sample)),
        coded=coded,
        breakable=breakable,
        words=_words,
        short=_short,
        links=Directory(facts, path),
    )


def _words(name: str) -> str:
    """A part's name in words: `ChangeImpact` is `Change impact`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).capitalize()


def _short(example: object) -> str:
    """The example on one line, cut where it is long."""
    text = inline(plain({"example": example})["example"])
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
