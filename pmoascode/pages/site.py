"""The site: every page that is made from the facts."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from pmoascode.audience import for_readers
from pmoascode.pages.alignment import alignment
from pmoascode.pages.arranging import arranged, style
from pmoascode.pages.benefits import benefits
from pmoascode.pages.calendar import calendar, meetings
from pmoascode.pages.capability import capability
from pmoascode.pages.capacity import capacity
from pmoascode.pages.careers import careers
from pmoascode.pages.changes import changes
from pmoascode.pages.coverage import covers
from pmoascode.pages.data import data, data_files, tables
from pmoascode.pages.decisions import decisions
from pmoascode.pages.dependencies import dependencies
from pmoascode.pages.facts import Facts
from pmoascode.pages.findings import findings
from pmoascode.pages.forge_links import ForgeLinks
from pmoascode.pages.home import home
from pmoascode.pages.milestones import milestones
from pmoascode.pages.money import money
from pmoascode.pages.organisation import organisation
from pmoascode.pages.own_pages import OwnPages
from pmoascode.pages.page import Page, Site
from pmoascode.pages.people import people
from pmoascode.pages.pipeline import history, pipeline
from pmoascode.pages.portfolios import portfolios
from pmoascode.pages.priority import priority
from pmoascode.pages.programme import programmes
from pmoascode.pages.project import projects
from pmoascode.pages.reference import reference
from pmoascode.pages.registers import KIND_OF, registers
from pmoascode.pages.rendering import kept_back
from pmoascode.pages.responsibilities import responsibilities
from pmoascode.pages.risks import risks
from pmoascode.pages.roadmap import roadmap
from pmoascode.pages.roles import roles
from pmoascode.pages.rules import rules
from pmoascode.pages.scorecard import governance_health, scorecard
from pmoascode.pages.sheets import sheets
from pmoascode.pages.standards import standards

Maker = Callable[[Facts], Iterator[Page]]

# In the order of the navigation.
MAKERS: tuple[Maker, ...] = (
    home,
    changes,
    decisions,
    programmes,
    portfolios,
    projects,
    pipeline,
    history,
    roadmap,
    milestones,
    money,
    benefits,
    alignment,
    priority,
    risks,
    dependencies,
    registers,
    people,
    capability,
    roles,
    responsibilities,
    careers,
    capacity,
    organisation,
    calendar,
    meetings,
    scorecard,
    governance_health,
    findings,
    rules,
    standards,
    reference,
    data,
)


# What a page is about as a whole: without it there is nothing to say, not even that there is none.
SUBJECTS = {
    "risks": "risk",
    "benefits": "benefit",
    "dependencies": "dependency",
    "alignment": "objective",
    "standards": "standard",
    "meetings": "meeting",
    **{f"registers/{name}": kind for name, kind in KIND_OF.items()},
}


def site(facts: Facts) -> Site:
    """Every page, in the order of the makers."""
    facts = facts if facts.edition.is_whole else _kept_back(facts)
    verdict = for_readers(facts.verdict, facts.office)
    withheld = len(facts.verdict.findings) - len(verdict.findings)
    facts = replace(facts, verdict=verdict, withheld=withheld)
    organisation = facts.office.organisation
    made = tuple(_published(facts, page) for maker in MAKERS for page in maker(facts))
    said = facts.office.policy.site
    named = arranged((*made, *covers(facts, made)), said)
    pages = tuple(sheet for page in named for sheet in sheets(page))
    own = OwnPages(partial(tables, facts), facts.office.currency, facts.today)
    files = (*data_files(facts), style(said.colours))
    name = organisation.name if organisation else ""
    return Site(pages, files, name, facts.edition.is_whole, own)


def _published(facts: Facts, page: Page) -> Page:
    """The page, or one that says that this edition does not have what it is about."""
    subject = SUBJECTS.get(page.path)
    if subject is None or not facts.edition.lacks(subject):
        return page
    return kept_back(facts, page.path, page.title, page.nav)


def _kept_back(facts: Facts) -> Facts:
    """The facts of an edition that is not whole: findings and commits tell of what is not in it."""
    verdict = replace(facts.verdict, findings=(), waived=(), skipped=(), standing=())
    return replace(
        facts, verdict=verdict, commits={}, commit=None, forge=ForgeLinks(), own_rules=(), folder=""
    )
