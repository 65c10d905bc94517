"""The pages of roles: the catalogue, and each role with its holders and its job description."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from pmoascode.office import BUILT_IN
from pmoascode.pages.directory import Directory
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.records.role import Role
from pmoascode.views.job_description import JobDescription, job_description
from pmoascode.views.powers import powers
from pmoascode.views.role_catalogue import RoleRow
from pmoascode.views.role_catalogue import roles as rows_of
from pmoascode.views.skill_levels import LEVELS
from pmoascode.views.vacancies import ORDER, openings

STANDARDS = {  # the field of `aliases`: the standard, and the edition that the name is taken from
    "prince2": ("PRINCE2", "7th edition, 2023"),
    "msp": ("MSP", "5th edition, 2020"),
    "pm2": ("PM²", "version 3.1, 2023"),
    "uk": ("UK government", "GovS 002 and the Teal Book"),
    "p3o": ("P3O", "2013 edition"),
    "pmi": ("PMI and ISO", "PMI's standards and ISO 21502:2020"),
}
PARTS = {
    "AR": "Answers for and does",
    "A": "Answers for",
    "R": "Does the work on",
    "S": "Helps with",
    "C": "Is asked about",
    "I": "Is told of",
}


def roles(facts: Facts) -> Iterator[Page]:
    """The catalogue by family, a page a role, and its job description."""
    rows = rows_of(facts.office, facts.today)
    yield page(
        facts,
        "roles",
        "Roles",
        "roles",
        summary="Every role by family: what it is for, who holds it, where it is vacant.",
        nav="People & roles",
        families=[(name, list(found)) for name, found in groupby(rows, lambda r: r.group)],
        vacant=openings(facts.office, facts.today),
        order=ORDER,
        links=Directory(facts, "roles"),
    )
    for row in rows:
        described = job_description(facts.office, row.role)
        yield _role(facts, row, described)
        if row.role.status == "active":
            yield _described(facts, described)


def _role(facts: Facts, row: RoleRow, described: JobDescription) -> Page:
    role, path = row.role, f"roles/{row.role.id}"
    said = {key: getattr(role.aliases, key) for key in STANDARDS} if role.aliases else {}
    aliases = [(*STANDARDS[key], name) for key, name in said.items() if name]
    names = sorted({*role.also_called, *(name for _, _, name in aliases)})
    return page(
        facts,
        path,
        role.title,
        "role",
        summary=_summary(role, names),
        record=_own(role),
        row=row,
        powers=powers(facts.office, row.role.id),
        role=role,
        described=described,
        aliases=aliases,
        parts=PARTS,
        order=ORDER,
        levels=LEVELS,
        links=Directory(facts, path),
    )


def _described(facts: Facts, described: JobDescription) -> Page:
    role = described.role
    path = f"roles/{role.id}/job-description"
    name = "Terms of reference" if role.members else "Job description"
    organisation = facts.office.organisation
    return page(
        facts,
        path,
        f"{role.title}: {name.lower()}",
        "job_description",
        summary=f"{name} of the {role.title}, to be printed.",
        record=_own(role),
        contents=False,
        name=name,
        role=role,
        organisation=organisation,
        described=described,
        parts=PARTS,
        levels=LEVELS,
        links=Directory(facts, path),
    )


def _summary(role: Role, names: Iterable[str]) -> str:
    others = {name.casefold(): name for name in names if name.casefold() != role.title.casefold()}
    also = f"Also called: {', '.join(others.values())}." if others else ""
    return " ".join(filter(None, (role.purpose, also)))


def _own(role: Role) -> Role | None:
    """The role, if the office has a file for it."""
    return None if role.path.startswith(BUILT_IN) else role
