"""The organisation page: who reports to whom, the units, and where the PMO stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pmoascode.charts import organisation as chart
from pmoascode.charts.hanging import Kind, Member
from pmoascode.pages.directory import Directory
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.records.objective import Objective
from pmoascode.views.organisation_chart import reporting_line, units
from pmoascode.views.pmo_staff import pmo_staff
from pmoascode.views.reporting_tree import Post, reporting_tree

DRAWN = 150  # posts in the chart; beyond it, nobody could read it, and the list says the same


@dataclass(frozen=True, slots=True)
class ListedPost:
    """A post in the nested list, with what opens before it and closes behind it."""

    post: Post
    opens: bool  # a list below the post before
    closes: int  # lists behind it; -1 where its own list follows


def organisation(facts: Facts) -> Iterator[Page]:
    """The page, if the organisation's file can be read."""
    found = facts.office.organisation
    if found is None:
        return
    posts = reporting_tree(found)
    yield page(
        facts,
        "organisation",
        "Organisation",
        "organisation",
        summary=" ".join([found.name, *(unit.title for unit in found.units.values())]),
        record=found,
        nav="People & roles",
        contents=False,
        organisation=found,
        rows=units(found),
        posts=nested(posts),
        drawn=_drawn(Here(facts, "organisation"), posts) if 1 < len(posts) <= DRAWN else "",
        offices=[
            (
                id,
                unit,
                reporting_line(found, unit),
                pmo_staff(facts.office, id, unit, facts.today),
            )
            for id, unit in sorted(found.units.items())
            if unit.type_ == "pmo"
        ],
        objectives={o.id: o.title for o in facts.office.all(Objective)},
        links=Directory(facts, "organisation"),
    )


def nested(posts: Sequence[Post]) -> tuple[ListedPost, ...]:
    """The posts of the tree as a list of lists."""
    depths = [post.depth for post in posts]
    around = zip(posts, [0, *depths][:-1], [*depths, 0][1:], strict=True)
    return tuple(
        ListedPost(post, post.depth > before, max(post.depth - after, -1))
        for post, before, after in around
    )


def _drawn(here: Here, posts: Sequence[Post]) -> Markup:
    """The chart; each post leads to its entry in the list."""
    return chart.organisation([_member(here, post) for post in posts], "organisation")


def _member(here: Here, post: Post) -> Member:
    kind: Kind = "unit" if post.kind == "unit" else "vacant" if post.is_vacant else "post"
    said = here.facts.people.get(post.holder)
    holder = (said.text if said else post.holder) if post.holder else ""
    if holder == post.title:  # readers learn the post alone
        holder = "filled"
    note = f"{post.unit} (PMO)" if post.is_pmo and post.unit else post.unit
    return Member(
        post.title,
        holder or ("vacant" if kind == "vacant" else ""),
        note,
        post.depth,
        here.url("organisation", f"{post.kind}-{post.id}"),
        kind,
        post.is_pmo,
        post.is_on_line,
        post.speaks_for_pmo,
    )
