"""The pages of what the PMO covers: the list of all items, and a page a group with its homes."""

from collections.abc import Iterator, Sequence

from pmoascode.pages.facts import Facts
from pmoascode.pages.homes_shown import Desk
from pmoascode.pages.page import Page
from pmoascode.pages.published import has_page
from pmoascode.pages.rendering import page
from pmoascode.views.coverage import Group, coverage

PATH = "covers"
PERFORMANCE = ("scorecard", "governance-health", "findings")  # how well it is done


def covers(facts: Facts, pages: Sequence[Page]) -> Iterator[Page]:
    """The list of all items, and a page a group; `pages` are all others of the site."""
    desk = Desk(facts, {e.path: e for e in pages if has_page(facts.edition, e.path)})
    known = coverage()
    total = sum(1 for _ in known.items)
    yield page(
        facts,
        PATH,
        "What the PMO covers",
        "covers",
        summary=f"What a project office covers: {total} items, each with its record, rule or page.",
        nav="Reference",
        groups=known.groups,
        total=total,
        there=[path for path in PERFORMANCE if has_page(facts.edition, path)],
    )
    for group in known.groups:
        yield _group(facts, group, desk)


def _group(facts: Facts, group: Group, desk: Desk) -> Page:
    path = f"{PATH}/{group.id}"
    return page(
        facts,
        path,
        group.title,
        "covers_group",
        summary=" ".join(item.text for item in group.items),
        group=group,
        homes={
            item.number: [desk.shown(path, home) for home in item.homes] for item in group.items
        },
    )
