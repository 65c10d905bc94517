"""From the record of a rule to what can be asked: its expressions, or what is wrong with them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from pmoascode.own_rules.checking import Known
from pmoascode.own_rules.expression import Expression, parsed
from pmoascode.own_rules.flaw import Flaw, Flawed
from pmoascode.own_rules.message import Message, message
from pmoascode.own_rules.vocabulary import OFFICE, kinds, members, variable
from pmoascode.records.own_rule import OwnRule
from pmoascode.records.record import Keys, Record

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """A rule that can be asked."""

    record: OwnRule
    kind: type[Record] | None  # None where it judges the office as a whole
    when: Expression | None
    must: Expression
    message: Message

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """Every expression of the rule."""
        return (*([self.when] if self.when else []), self.must, *self.message.expressions)

    @property
    def asks_before(self) -> bool:
        """Whether the rule judges a change."""
        return any(each.asks_before for each in self.expressions)


Trouble = tuple[Keys, Flaw]  # where in the rule's file, and what


def read(rule: OwnRule, taken: Collection[str]) -> tuple[Asked | None, tuple[Trouble, ...]]:
    """The rule as it can be asked; else all that is wrong with it."""
    reader = _Reader()
    if rule.id in taken:
        reader.say((), f"`{rule.id}` is the name of a rule that comes with pmo; rename the file")
    if rule.judges != OFFICE and rule.judges not in kinds():
        near = get_close_matches(rule.judges, (*kinds(), OFFICE), n=2)
        hint = f"; did you mean `{'` or `'.join(near)}`?" if near else ""
        reader.say(("judges",), f"there is no kind of record `{rule.judges}`{hint}")
        return None, tuple(reader.troubles)
    kind = kinds().get(rule.judges)
    known = _known(rule, kind)
    when = reader.part(("when",), parsed, rule.when, known) if rule.when else None
    must = reader.part(("must",), parsed, rule.must, known)
    said = reader.part(("message",), message, rule.message, known)
    if rule.at_field:
        reader.pointer(rule.at_field, kind)
    if reader.troubles or must is None or said is None:
        return None, tuple(reader.troubles)
    return Asked(rule, kind, when, must, said), ()


def _known(rule: OwnRule, kind: type[Record] | None) -> Known:
    always: dict[str, type[Record] | None] = {"today": None, OFFICE: None}
    return always if kind is None else always | {variable(rule.judges): kind, "before": kind}


class _Reader:
    def __init__(self) -> None:
        self.troubles: list[Trouble] = []

    def say(self, keys: Keys, message: str) -> None:
        self.troubles.append((keys, Flaw(0, 0, message)))

    def part(
        self, keys: Keys, read: Callable[[str, Known], T], text: str, known: Known
    ) -> T | None:
        try:
            return read(text, known)
        except Flawed as error:
            self.troubles.append((keys, error.flaw))
            return None

    def pointer(self, field: str, kind: type[Record] | None) -> None:
        first = field.partition(".")[0]
        if kind is None:
            self.say(("at",), "a rule about the office has no record to point at; leave `at` out")
        elif first not in members(kind):
            self.say(("at",), f"a {kind.kind} has no `{first}`")
