"""The rules of the office's own as rules of the engine, and what is wrong with the others."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pmoascode.finding import Finding, Severity
from pmoascode.office import BUILT_IN, Office
from pmoascode.office.naming import record_name
from pmoascode.own_rules.asking import MOST_STEPS, Desk, Unanswered
from pmoascode.own_rules.defects import MALFORMED
from pmoascode.own_rules.expression import row, table
from pmoascode.own_rules.facts import Facts
from pmoascode.own_rules.places import place
from pmoascode.own_rules.reading import Asked, read
from pmoascode.own_rules.vocabulary import variable
from pmoascode.records.own_rule import OwnRule
from pmoascode.records.record import At, Record
from pmoascode.rule import Judge, Problems, Rule

FAMILY = "own"
KEPT = 3  # offices whose values are kept: of a change, the base and the head


def rules(office: Office, taken: Collection[str] = ()) -> tuple[Rule, ...]:
    """Every rule of the office's own that can be asked; `taken` are the names of other rules."""
    asked = [found for own in office.all(OwnRule) if (found := read(own, taken)[0])]
    words = (each.words.mentioned for one in asked for each in one.expressions)
    desks = _Desks(frozenset[str]().union(*words))
    return tuple(_rule(one, desks) for one in asked)


def flaws(office: Office, taken: Collection[str] = ()) -> Iterator[Finding]:
    """What is wrong with the rules of the office's own that cannot be asked."""
    for own in office.all(OwnRule):
        for keys, flaw in read(own, taken)[1]:
            yield Finding(
                MALFORMED.name,
                MALFORMED.severity,
                place(office.documents[own.path], keys, flaw),
                f"rule {own.id}: {flaw.message}",
                MALFORMED.remedy,
                record=own.name_in_full,
                keys=keys,
            )


@dataclass
class _Desks:
    """The desk and the facts of each office that is judged, kept while it is."""

    mentioned: frozenset[str]
    _kept: list[tuple[Office, dt.date, Facts, Desk]] = field(default_factory=list)

    def of(self, office: Office, today: dt.date) -> tuple[Facts, Desk]:
        """The facts of the office on the day, and where they are asked for."""
        for known, day, facts, desk in self._kept:
            if known is office and day == today:
                return facts, desk
        facts = Facts(office, today, self.mentioned)
        desk = Desk(facts.lists)
        self._kept = [*self._kept[-KEPT + 1 :], (office, today, facts, desk)]
        return facts, desk


def _rule(asked: Asked, desks: _Desks) -> Rule:
    own = asked.record
    inputs = ("office", "today", *(("before",) if asked.asks_before else ()))
    return Rule(
        name=own.id,
        family=FAMILY,
        title=own.title,
        why=own.why or "",
        remedy=own.remedy or "",
        severity=Severity[own.severity.upper()],
        in_starter=None,
        profile="starter",
        source=f"the office's own, {own.path}",
        since="",
        subjects=(asked.kind,) if asked.kind else (),
        inputs=inputs if asked.kind else ("today",),
        settings={},
        judge=_of_records(asked, desks) if asked.kind else _of_office(asked, desks),
        waivable=True,
        bad=(),
        good=(),
    )


def _of_records(asked: Asked, desks: _Desks) -> Judge:
    own, name = asked.record, variable(asked.record.judges)

    def judge(
        record: Record, office: Office, today: dt.date, before: Office | None = None
    ) -> Problems:
        facts, desk = desks.of(office, today)
        kind, number = type(record), facts.row(record)
        if steps := _too_many(desk.steps(asked), len(facts.rows(kind))):
            if number == 0:  # once is enough
                yield own.at("must"), _costly(own, steps)
            return
        values: dict[str, Any] = {row(name): number, "today": today.isoformat()}
        desk.give(table(name, kind), lambda: facts.table(kind))
        if before:
            old = before.find(kind, record.id, record.scope)
            if old is None or old.path.startswith(BUILT_IN):
                return
            past, _ = desks.of(before, today)
            values[row("before")] = past.row(old)
            desk.give(table("before", kind), lambda: past.table(kind))
        where = record.at(*_keys(own.at_field))
        yield from _judged(asked, desk, values, where, record_name(record, office), record.at())

    return judge


def _of_office(asked: Asked, desks: _Desks) -> Judge:
    own = asked.record

    def judge(office: Office, today: dt.date) -> Problems:
        _, desk = desks.of(office, today)
        if steps := _too_many(desk.steps(asked), 1):
            yield own.at("must"), _costly(own, steps)
            return
        values = {"today": today.isoformat()}
        yield from _judged(asked, desk, values, own.at("title"), "the office")

    return judge


def _judged(
    asked: Asked,
    desk: Desk,
    values: Mapping[str, Any],
    where: At,
    whose: str,
    *also: At,
) -> Problems:
    try:
        if desk.is_broken(asked, values):
            yield where, desk.said(asked.message, values)
    except Unanswered as error:
        said = f"rule {asked.record.id} cannot be asked of {whose}: {error}"
        yield asked.record.at(error.field), said, also


def _too_many(steps: int, times: int) -> int:
    return steps * times if steps * times > MOST_STEPS else 0


def _costly(own: OwnRule, steps: int) -> str:
    return (
        f"rule {own.id} is not asked: it would take about {steps:,} steps, and {MOST_STEPS:,} are "
        "allowed; go through fewer lists inside one another"
    )


def _keys(path: str | None) -> tuple[str | int, ...]:
    return tuple(
        int(part) if part.isdecimal() else part for part in (path or "").split(".") if part
    )
