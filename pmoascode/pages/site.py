"""The site: every page that is made from the facts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from pmoascode.audience import for_readers
from pmoascode.pages.alignment import alignment
from pmoascode.pages.arranging import named, place, style
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
from pmoascode.pages.page import DataFile, Page, Site
from pmoascode.pages.people import each_person, people
from pmoascode.pages.pipeline import history, pipeline
from pmoascode.pages.portfolios import portfolios
from pmoascode.pages.priority import priority
from pmoascode.pages.programme import each_programme, programmes
from pmoascode.pages.project import each_project, projects
from pmoascode.pages.published import has_page
from pmoascode.pages.reference import reference
from pmoascode.pages.registers import registers
from pmoascode.pages.rendering import kept_back
from pmoascode.pages.responsibilities import responsibilities
from pmoascode.pages.risks import risks
from pmoascode.pages.roadmap import roadmap
from pmoascode.pages.roles import roles
from pmoascode.pages.rules import each_family, rules
from pmoascode.pages.scorecard import governance_health, scorecard
from pmoascode.pages.sharing import Share, one_by_one
from pmoascode.pages.sheets import sheets
from pmoascode.pages.standards import standards

Maker = Callable[[Facts], Iterator[Page]]
Job = Callable[[], Iterator[Page]]
Part = tuple[int, Page | DataFile]  # of the site, behind the place of its section


_MANY = 8_000  # jobs; the text of their pages would fill a gigabyte


@dataclass(frozen=True, slots=True)
class Each:
    """Makes the pages of all records of a kind, or families of rules, those of each by itself."""

    jobs: Callable[[Facts], Iterator[Job]]


# In the order of the navigation.
MAKERS: tuple[Maker | Each, ...] = (
    home,
    changes,
    decisions,
    programmes,
    Each(each_programme),
    portfolios,
    projects,
    Each(each_project),
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
    Each(each_person),
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
    Each(each_family),
    standards,
    reference,
    data,
)


def site(facts: Facts, share: Share = one_by_one) -> Site:
    """Every page, in the order of the makers; `share` may have several processes do the work."""
    facts = facts if facts.edition.is_whole else _kept_back(facts)
    verdict = for_readers(facts.verdict, facts.office)
    withheld = len(facts.verdict.findings) - len(verdict.findings)
    facts = replace(facts, verdict=verdict, withheld=withheld)
    organisation = facts.office.organisation
    facts.prepare()
    jobs = list(_jobs(facts))
    parts = partial(_parts, facts, tightly=len(jobs) > _MANY)
    done = share([partial(_files, facts), *(partial(parts, job) for job in jobs)])
    made = [part for parts_ in done for part in parts_]
    known = [page for _, page in made if isinstance(page, Page)]
    made += parts(partial(covers, facts, known))
    made.sort(key=lambda part: part[0])
    pages = tuple(page for _, page in made if isinstance(page, Page))
    files = tuple(file for _, file in made if isinstance(file, DataFile))
    own = OwnPages(partial(tables, facts), facts.office.currency, facts.today)
    name = facts.discreet(organisation.name) if organisation else ""
    return Site(pages, files, name, facts.edition.is_whole, own)


def _jobs(facts: Facts) -> Iterator[Job]:
    for maker in MAKERS:
        if isinstance(maker, Each):
            yield from maker.jobs(facts)
        else:
            yield partial(maker, facts)


def _files(facts: Facts) -> list[Part]:
    colours = style(facts.office.policy.site.colours)
    return [(0, file) for file in (*data_files(facts), colours)]


def _parts(facts: Facts, job: Job, *, tightly: bool) -> list[Part]:
    """The pages of the job as the office calls them, each with its further sheets."""
    said = facts.office.policy.site
    return [
        (place(page, said), sheet.packed(tightly=tightly))
        for page in (_published(facts, each) for each in job())
        for sheet in sheets(named(page, said))
    ]


def _published(facts: Facts, page: Page) -> Page:
    """The page, or one that says that this edition does not have what it is about."""
    return page if has_page(facts.edition, page.path) else kept_back(facts, page.path, page.title)


def _kept_back(facts: Facts) -> Facts:
    """The facts of an edition that is not whole: findings and commits tell of what is not in it."""
    verdict = replace(facts.verdict, findings=(), waived=(), skipped=(), standing=())
    return replace(
        facts, verdict=verdict, commits={}, commit=None, forge=ForgeLinks(), own_rules=(), folder=""
    )
