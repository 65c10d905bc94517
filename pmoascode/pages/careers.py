"""The page of careers: the lattice, where to begin, and what each step asks for."""

from collections.abc import Iterator

from pmoascode.pages import drawings
from pmoascode.pages.directory import Directory
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.published import has_page
from pmoascode.pages.rendering import page
from pmoascode.records.skill import Skill
from pmoascode.records.standard import Standard
from pmoascode.views.career_paths import STAGES, career_paths

MOST = 60  # roles in the drawing; beyond it, the table alone


def careers(facts: Facts) -> Iterator[Page]:
    """The one page."""
    paths = career_paths(facts.office, facts.today)
    is_small = 0 < len(paths.roles) <= MOST
    yield page(
        facts,
        "careers",
        "Careers",
        "careers",
        summary="Careers: where one can begin, where each role leads, what the next step asks for. "
        + ", ".join(role.title for role in paths.roles),
        nav="People & roles",
        paths=paths,
        stages=[stage for stage in STAGES if paths.at(stage)],
        drawn=drawings.career_lattice(Here(facts, "careers"), paths) if is_small else "",
        skills={skill.id: skill.title for skill in facts.office.known(Skill)},
        guides=_guides(facts) if has_page(facts.edition, "standards") else (),
        links=Directory(facts, "careers"),
    )


def _guides(facts: Facts) -> tuple[Standard, ...]:
    return tuple(each for each in facts.office.known(Standard) if each.type_ == "guide")
