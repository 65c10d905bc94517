"""The records of an office that begins, as texts by their path below the records' folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pmoascode.starting.answers import Answers, Someone, same
from pmoascode.starting.naming import id_of
from pmoascode.starting.posts import UNITS, Posts
from pmoascode.starting.team import Team, team
from pmoascode.starting.templating import text

Kind = Literal["programme", "project"]

PLAN = "A sponsor is found before the work begins: somebody who has the money and wants the result."


def records(answers: Answers) -> Mapping[str, str]:
    """Every record, sorted by path."""
    return dict(sorted(_Begun(answers).files()))


@dataclass(frozen=True)
class _Begun:
    """The office of the answers; nobody is sponsor and manager of one project."""

    answers: Answers

    def files(self) -> Iterator[tuple[str, str]]:
        """Each path with its text."""
        yield "organisation.yaml", self._organisation()
        yield "policy/policy.yaml", text("policy.yaml")
        for id, someone in self.team.people.items():
            yield f"people/{id}.yaml", self._person(id, someone)
        yield "assignments/pmo.yaml", self._assignments({"pmo-director": self.head})
        yield f"portfolios/{self.portfolio}.yaml", self._portfolio()
        roles = {"portfolio-manager": self.head}
        yield f"assignments/{self.portfolio}.yaml", self._assignments(roles)
        if self.programme:
            yield f"programmes/{self.programme}/programme.yaml", self._work("programme")
            roles = {"sponsor": self._sponsor("programme"), "programme-manager": self.head}
            yield f"assignments/{self.programme}.yaml", self._assignments(roles)
        yield f"projects/{self.project}/project.yaml", self._work("project")
        manager = self.team.id(self.answers.manager)
        roles = {"sponsor": self._sponsor("project"), "project-manager": manager}
        yield f"assignments/{self.project}.yaml", self._assignments(roles)

    # -- ids

    @cached_property
    def team(self) -> Team:
        said = self.answers
        return team((said.head, said.superior, said.executive, said.sponsor, said.manager))

    @cached_property
    def posts(self) -> Posts:
        return Posts(self.answers)

    @cached_property
    def head(self) -> str:
        return self.team.id(self.answers.head)

    @cached_property
    def portfolio(self) -> str:
        return id_of(self.answers.portfolio, "portfolio", (*UNITS, self.posts.department_id))

    @cached_property
    def programme(self) -> str:
        taken = (*UNITS, self.posts.department_id, self.portfolio)
        return id_of(self.answers.programme, "programme", taken) if self.answers.programme else ""

    @cached_property
    def project(self) -> str:
        taken = (*UNITS, self.posts.department_id, self.portfolio, self.programme)
        return id_of(self.answers.project, "project", taken)

    # -- texts

    def _organisation(self) -> str:
        said, posts = self.answers, self.posts
        return text(
            "organisation.yaml",
            name=said.organisation,
            currency=said.currency,
            fiscal_year_start=said.fiscal_year_start,
            department=said.department,
            department_id=posts.department_id,
            top=posts.top,
            above=posts.above,
            rationale=said.rationale,
            positions={
                id: {
                    "title": post.title,
                    "level": post.level,
                    "unit": post.unit,
                    **({"reports_to": post.reports_to} if post.reports_to else {}),
                    **({"holder": self.team.id(post.holder)} if post.holder else {}),
                }
                for id, post in posts.all.items()
            },
        )

    def _person(self, id: str, someone: Someone) -> str:
        held = [
            (position, post.unit)
            for position, post in self.posts.all.items()
            if self.team.id(post.holder) == id
        ]
        position, unit = held[-1] if held else ("", "")
        return text(
            "person.yaml",
            name=someone.name,
            email=someone.email,
            account=someone.account,
            forge=self.answers.around.forge or "github",
            unit=unit,
            position=position,
        )

    def _assignments(self, roles: Mapping[str, str]) -> str:
        held = {role: person for role, person in roles.items() if person}
        return text("assignments.yaml", roles=held, day=self.answers.day)

    def _portfolio(self) -> str:
        chair = self.team.id(self.answers.superior or self.answers.sponsor)
        name = self.answers.portfolio
        return text("portfolio.yaml", name=name, manager=self.head, chair=chair)

    def _sponsor(self, kind: Kind) -> str:
        """The id of the work's sponsor; empty where there is none beside who manages it."""
        said = self.answers
        doer = said.head if kind == "programme" else said.manager
        return "" if said.sponsor and same(said.sponsor, doer) else self.team.id(said.sponsor)

    def _work(self, kind: Kind) -> str:
        """A programme or a project, which runs as soon as it has a sponsor."""
        said, sponsor = self.answers, self._sponsor(kind)
        return text(
            f"{kind}.yaml",
            name=said.programme if kind == "programme" else said.project,
            portfolio=self.portfolio,
            programme=self.programme,
            status="active" if sponsor else "proposed",
            sponsor=sponsor,
            start=(said.start or said.day) if sponsor else said.start,
            finish=said.finish,
            budget=said.budget,
            day=said.day,
            plan=PLAN,
            owner=self.head,
        )
