"""The page of standards: what binds everybody who runs projects, and what helps them."""

from collections.abc import Iterator

from pmoascode.pages.directory import Directory
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.records.standard import Standard

KINDS = {  # type of the record: heading, and what it means
    "standard": ("Standards", "They bind."),
    "process": ("Processes", "They bind, and say who does what in which order."),
    "guide": ("Guides", "They help, and nobody is bound."),
    "template": ("Templates", "To begin with."),
}


def standards(facts: Facts) -> Iterator[Page]:
    """The one page."""
    found = sorted(facts.office.known(Standard), key=lambda each: (each.title, each.id))
    yield page(
        facts,
        "standards",
        "Standards",
        "standards",
        summary="Standards, processes, guides and templates: "
        + ", ".join(each.title for each in found),
        nav="Governance",
        groups=[
            (type_, *KINDS[type_], listed)
            for type_ in KINDS
            if (listed := [each for each in found if each.type_ == type_])
        ],
        links=Directory(facts, "standards"),
    )
