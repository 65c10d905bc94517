"""The responsibility matrix: of the whole method, and of one project with those who hold its roles.

RACI: who does the work (R), who answers for it (A), who is asked before (C) and told after (I);
here with S for who helps.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from pmoascode.measures.responsibility import (
    IN_EACH_ENTRY,
    STAGES,
    holders,
    passed_on,
    table,
    wanted_from,
)
from pmoascode.office import Office, Work
from pmoascode.records.assignment import Assignment
from pmoascode.records.fields import PhaseStage, Tier
from pmoascode.records.kinds import KINDS
from pmoascode.records.programme import Programme
from pmoascode.records.raci import Code, RaciRow
from pmoascode.records.role import Role
from pmoascode.records.tier_policy import BUILT_IN
from pmoascode.views.role_catalogue import FAMILIES

# Who holds a role: somebody; nobody, though its records are kept or due; nobody yet; or whoever
# the single entries name.
State = Literal["held", "vacant", "nobody yet", "in each entry"]
Wanted = tuple[tuple[Tier, PhaseStage], ...]  # the tiers that must have it, from which stage on
_TITLES = {kind.name: kind.title for kind in KINDS}
_NOBODY: Mapping[str, str] = {}
# On a programme its manager does what a project manager does on a project.
_ON_PROGRAMMES = {"project-manager": "programme-manager"}
_ON_WORK = {kind.name for kind in KINDS if "{owner}" in kind.pattern and kind.name != "kpi"} | {
    "approval",
    "meeting",
    "review",
}


@dataclass(frozen=True, slots=True)
class RaciLine:
    """One record and the parts that roles have in it."""

    row: RaciRow
    title: str
    parts: Mapping[str, Code]  # by role
    wanted: Wanted

    def with_code(self, letter: str) -> tuple[str, ...]:
        """The roles that have the part; who has AR has both."""
        return tuple(role for role, code in self.parts.items() if letter in code)


@dataclass(frozen=True, slots=True)
class RaciGroup:
    """The records that a stage begins with, or that belong to no stage."""

    title: str
    lines: tuple[RaciLine, ...]
    is_now: bool = False  # the stage in which the project is


@dataclass(frozen=True, slots=True)
class Column:
    """One role of the matrix, and on a project those who hold it."""

    role: str
    people: tuple[Assignment, ...] = ()
    state: State = "held"


@dataclass(frozen=True, slots=True)
class Matrix:
    """Records by roles."""

    groups: tuple[RaciGroup, ...]
    columns: tuple[Column, ...]
    left_out: tuple[str, ...] = ()  # roles that are only asked, told or of help, and not filled


def whole(office: Office) -> Matrix:
    """The matrix of the method, with what each tier of project must have and when."""
    lines = [_line(office, row, tuple(BUILT_IN)) for row in table(office)]
    groups = _grouped(lines, {stage: stage.capitalize() for stage in STAGES})
    return Matrix(groups, tuple(Column(role) for role in _ordered(office, lines)))


def of_work(office: Office, work: Work, today: dt.date) -> Matrix:
    """The matrix of one project or programme, with whoever holds each role on the day."""
    tier = office.tier(work)
    rows = (row for row in table(office) if row.is_for(tier) and _is_of(row, work))
    instead = _ON_PROGRAMMES if isinstance(work, Programme) else None
    lines = [_line(office, row, (tier,), instead) for row in rows]
    groups = _grouped(lines, _phases(office, work), office.stage(work) if work.is_running else "")
    acting = _acting(lines)
    needed = _acting(line for line in lines if _is_needed(line, work, office))
    columns, left_out = [], []
    for role in _ordered(office, lines):
        people = holders(role, work, office, today)
        if people or role in acting:
            columns.append(Column(role, people, _state(role, people, needed)))
        else:
            left_out.append(role)
    return Matrix(groups, tuple(columns), tuple(left_out))


def _acting(lines: Iterable[RaciLine]) -> set[str]:
    """The roles that answer for one of the records or do the work on it."""
    return {role for line in lines for letter in "AR" for role in line.with_code(letter)}


def _is_needed(line: RaciLine, work: Work, office: Office) -> bool:
    """Whether the work is to have the record by now, or has it."""
    if not work.is_running:
        return False
    stage = office.stage(work)
    reached = STAGES[: STAGES.index(stage) + 1] if stage in STAGES else ()
    if any(since in reached for _, since in line.wanted):
        return True
    return any(office.within(kind.record, work) for kind in KINDS if kind.name == line.row.id)


def _state(role: str, people: tuple[Assignment, ...], needed: set[str]) -> State:
    if people:
        return "held"
    if role in IN_EACH_ENTRY:
        return "in each entry"
    return "vacant" if role in needed else "nobody yet"


def parts_of(office: Office, role: str) -> tuple[tuple[Code, tuple[RaciLine, ...]], ...]:
    """The records in which the role has a part, the gravest part first."""
    lines = [_line(office, row, ()) for row in table(office) if role in row.roles]
    order: tuple[Code, ...] = ("AR", "A", "R", "S", "C", "I")
    found = ((code, tuple(x for x in lines if x.parts[role] == code)) for code in order)
    return tuple((code, each) for code, each in found if each)


def _line(
    office: Office, row: RaciRow, tiers: Iterable[Tier], instead: Mapping[str, str] | None = None
) -> RaciLine:
    wanted = tuple(
        (tier, stage)
        for tier in tiers
        if row.is_for(tier) and (stage := wanted_from(office.policy.rigour(tier)).get(row.id))
    )
    title = row.title or _TITLES.get(row.id, row.id)
    return RaciLine(row, title, passed_on(row.roles, instead or _NOBODY), wanted)


def _grouped(
    lines: Iterable[RaciLine], stages: Mapping[PhaseStage, str], now: str = ""
) -> tuple[RaciGroup, ...]:
    found: dict[str, list[RaciLine]] = {}
    for line in sorted(lines, key=lambda line: line.title):
        first = min(line.row.stages, key=STAGES.index, default="")
        found.setdefault(first or ("work" if line.row.id in _ON_WORK else "office"), []).append(
            line
        )
    others = {"work": "Whenever it is needed", "office": "For the whole office"}
    titles: dict[str, str] = {**dict(stages.items()), **others}
    return tuple(
        RaciGroup(title, tuple(found[key]), is_now=key == now)
        for key, title in titles.items()
        if key in found
    )


def _phases(office: Office, work: Work) -> Mapping[PhaseStage, str]:
    """The stages under the names of the phases of the work's own lifecycle."""
    lifecycle = office.lifecycle(work)
    named: dict[PhaseStage, list[str]] = {stage: [] for stage in STAGES}
    for phase in lifecycle.phases.values() if lifecycle else ():
        named[phase.stage].append(phase.title)
    return {stage: ", ".join(titles) or stage.capitalize() for stage, titles in named.items()}


def _is_of(row: RaciRow, work: Work) -> bool:
    """Whether a project or programme has records of the kind."""
    if row.id in ("project", "programme"):
        return row.id == work.kind
    return row.id in _ON_WORK and not (isinstance(work, Programme) and row.id == "mandate")


def _ordered(office: Office, lines: Iterable[RaciLine]) -> tuple[str, ...]:
    """The roles of the lines: by family, and in it those that have most to answer for first."""
    answers: dict[str, list[bool]] = {}
    for line in lines:
        for role, code in line.parts.items():
            answers.setdefault(role, []).append("A" in code)
    families = {role.id: role.family for role in office.known(Role)}

    def place(role: str) -> tuple[int, int, int, str]:
        family, its = families.get(role), answers[role]
        rank = FAMILIES.index(family) if family else len(FAMILIES)
        return rank, -sum(its), -len(its), role

    return tuple(sorted(answers, key=place))
