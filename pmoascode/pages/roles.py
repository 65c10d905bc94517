"""The pages of roles: the catalogue, and each role as a job description with its holders."""

from collections.abc import Iterator
from itertools import groupby

from pmoascode.pages.directory import Directory
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.records.skill import Skill
from pmoascode.views.role_catalogue import RoleRow, incompatible
from pmoascode.views.role_catalogue import roles as rows_of

STANDARDS = {  # the field of `aliases` and the name of the standard
    "prince2": "PRINCE2",
    "msp": "MSP",
    "pm2": "PM²",
    "uk": "UK government",
    "pmi": "PMI",
}


def roles(facts: Facts) -> Iterator[Page]:
    """The catalogue by family, and a page a role."""
    rows = rows_of(facts.office, facts.today)
    yield page(
        facts,
        "roles",
        "Roles",
        "roles",
        summary="Every role by family: what it is for, who holds it, where it is vacant.",
        nav="People & roles",
        families=[(name, list(found)) for name, found in groupby(rows, lambda r: r.role.family)],
        vacant=[vacancy for row in rows for vacancy in row.vacancies],
        links=Directory(facts, "roles"),
    )
    for row in rows:
        yield _role(facts, row)


def _role(facts: Facts, row: RoleRow) -> Page:
    role, path = row.role, f"roles/{row.role.id}"
    said = {key: getattr(role.aliases, key) for key in STANDARDS} if role.aliases else {}
    aliases = {STANDARDS[key]: name for key, name in said.items() if name}
    return page(
        facts,
        path,
        role.title,
        "role",
        summary=" ".join([role.title, role.purpose or "", *sorted(set(aliases.values()))]),
        record=None if role.path.startswith("built-in/") else role,
        row=row,
        role=role,
        aliases=aliases,
        skills={skill.id: skill.title for skill in facts.office.known(Skill)},
        incompatible=incompatible(facts.office, role),
        links=Directory(facts, path),
    )
