"""From a template and a view to a finished page; every value is escaped unless it is markup."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from html import unescape

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from pmoascode.audience import Discretion, Edition
from pmoascode.measures import cost
from pmoascode.pages import cells, wording
from pmoascode.pages.columns import filled
from pmoascode.pages.discreet import in_html
from pmoascode.pages.facts import Facts, anchor
from pmoascode.pages.here import Here
from pmoascode.pages.own_templates import ENDING, is_touched, rendered
from pmoascode.pages.page import Alternate, Found, Heading, Page
from pmoascode.pages.prose import brief, prose
from pmoascode.pages.search_words import words
from pmoascode.pages.template_code import DirectCode
from pmoascode.pages.yaml_text import coded
from pmoascode.records.record import Record

_HEADING = re.compile(r'<h([23]) id="([^"]+)">([^<]+)</h\1>')
_KEPT = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.DOTALL)

_ENVIRONMENT = Environment(
    loader=PackageLoader("pmoascode.pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
    optimized=False,
)
_ENVIRONMENT.code_generator_class = DirectCode
_ENVIRONMENT.globals |= {"cells": cells, "MONEY": cost.KEPT_IN}
_ENVIRONMENT.filters |= {
    "anchor": anchor,
    "brief": brief,
    "capitalise": wording.capitalised,
    "coded": coded,
    "counted": wording.counted,
    "day": wording.day,
    "days": wording.days,
    "figure": wording.figure,
    "filled": filled,
    "iso_day": wording.iso_day,
    "month": wording.month,
    "month_day": wording.month_day,
    "percent": wording.percent,
    "period": wording.period,
    "period_name": wording.period_name,
    "plain": wording.plain,
    "prose": prose,
    "titled": wording.titled,
}


def keep_code(kept: BytecodeCache) -> None:
    """Let the code of templates be looked for, and kept, where it says."""
    _ENVIRONMENT.bytecode_cache = kept


def page(  # noqa: PLR0913 -- a page has this many properties, named by the caller
    facts: Facts,
    path: str,
    title: str,
    template: str,
    *,
    summary: str = "",
    record: Record | None = None,
    nav: str = "",
    contents: bool = True,
    is_general: bool = False,
    also_found: Iterable[Found] = (),
    offers: Iterable[tuple[str, str]] = (),
    **view: object,
) -> Page:
    """The page that the template makes of the view; its contents list is read from its headings.

    `record` is what the page's edit link leads to; without `contents` there is no such list, and
    the page is as wide as the window. What `is_general` says the same of every office, in which
    nobody of this one is meant. A search finds the summary, and the parts that are `also_found`.
    Feeds and calendars that it `offers`, each a file of the site and a title, stand in its head.
    """
    here = Here(facts, path)
    given = view | {"here": here, "facts": facts, "title": title}
    html = _compact(_rendered(facts, template, given))
    html = html if is_general else _of_office(facts, html)
    discreet = Discretion() if is_general else facts.discreet
    html = in_html(html, discreet)
    headings = _headings(html) if contents else ()
    source = facts.repository_path(record.path) if record and facts.edition.is_whole else ""
    source = "" if discreet.tells(source) else source
    path = discreet.address(path)
    parts = tuple(
        Found(discreet.address(each.id), discreet(each.title), discreet(each.text))
        for each in also_found
    )
    alternates = tuple(Alternate(here.file(file), said) for file, said in offers)
    title, summary = discreet(title), discreet(summary)
    told = title, html, headings, summary, source, nav, parts, alternates
    return Page(path, *told, words=words(path, title))


def _of_office(facts: Facts, html: str) -> str:
    """The page with what says whose it is: the edition below its title, the foot of its sheets."""
    if facts.edition.audience:
        html = html.replace("</h1>", f"</h1>\n{_edition(facts.edition)}", 1)
    return html.replace("<h1>", Markup('<h1 data-sheet="{}">').format(_sheet(facts)), 1)


def _headings(html: str) -> tuple[Heading, ...]:
    found = _HEADING.findall(html)
    return tuple(Heading(id, unescape(text), int(level)) for level, id, text in found)


def kept_back(facts: Facts, path: str, title: str) -> Page:
    """The page in an edition that does not have what it shows, for who knows its address."""
    said = "Not published in this edition."
    made = page(facts, path, title, "kept_back", summary=said, said=said)
    return replace(made, is_found=False)


def _sheet(facts: Facts) -> str:
    """What the foot of each printed sheet says: whose page it is, of which day and revision."""
    name = facts.office.organisation.name if facts.office.organisation else ""
    revision = f"commit {facts.commit.id[:7]}" if facts.commit else ""
    return " · ".join(filter(None, (name, f"as of {wording.day(facts.today)}", revision)))


def _edition(edition: Edition) -> str:
    """For whom the page is, and what it does not show: what is missing must not look like none."""
    return _template("edition").render(edition=edition)


def part(here: Here, template: str, **view: object) -> Markup:
    """A part of a page, to be handed to the template of the whole."""
    html = _rendered(here.facts, template, view | {"here": here, "facts": here.facts})
    return Markup(html)  # noqa: S704 -- rendered with every value escaped


def _rendered(its: Facts, name: str, given: Mapping[str, object]) -> str:
    """What the template makes; the office's own where it has one, or one that it uses."""
    own, file = its.templates, f"{name}{ENDING}"
    if own and is_touched(file, own, _ENVIRONMENT):
        return rendered(file, own, _ENVIRONMENT, given)
    return _template(name).render(given)


@cache
def _template(name: str) -> Template:
    return _ENVIRONMENT.get_template(name + ENDING)


def _compact(html: str) -> str:
    """The same without indentation: a page is sent a thousand times and read by a browser."""
    if "<pre" not in html and "<textarea" not in html:
        return _close(html).strip()
    parts = _KEPT.split(html)
    return "".join(
        part if index % 3 == 1 else "" if index % 3 == 2 else _close(part)
        for index, part in enumerate(parts)
    ).strip()


def _close(html: str) -> str:
    """The lines without white space around them, and without empty ones."""
    first, *rest = html.split("\n")
    if not rest:
        return html
    kept = [line for line in map(str.strip, rest[:-1]) if line]
    return "\n".join([first.rstrip(), *kept, rest[-1].lstrip()])
