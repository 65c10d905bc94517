"""Expressions asked of records: the values that they name, their answers, their limits."""

from collections.abc import Callable, Mapping
from typing import Any

from pmoascode.own_rules import engine
from pmoascode.own_rules.engine import CannotEvaluate
from pmoascode.own_rules.expression import Expression
from pmoascode.own_rules.message import Message
from pmoascode.own_rules.reading import Asked
from pmoascode.own_rules.values import days, shown, total
from pmoascode.own_rules.vocabulary import OFFICE

MOST_STEPS = 10_000_000  # that one rule may take for all its records; about half a minute


class Unanswered(Exception):
    """A rule that cannot be asked of a record: which expression, and why."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


class Desk:
    """Where expressions are asked; the lists of the office are handed over once."""

    def __init__(self, lists: Callable[[], Mapping[str, Any]]) -> None:
        self._lists = lists
        self._values: Mapping[str, Any] = {}
        self._trouble = ""
        functions = {"days": self._safe(days), "sum": self._safe(total)}
        self._context = engine.context(functions, self._find)
        self._given: set[str] = set()
        self._sizes: Mapping[str, int] = {}
        self._steps: dict[str, int] = {}

    def give(self, name: str, entries: Callable[[], Any]) -> None:
        """Hands a variable over to the engine, once: that is what takes time."""
        if name not in self._given:
            self._given.add(name)
            self._context.add_variable(name, entries())

    def steps(self, asked: Asked) -> int:
        """About how many steps one asking of the rule takes."""
        name = asked.record.id
        if name not in self._steps:
            asks_office = any(OFFICE in each.words.mentioned for each in asked.expressions)
            if asks_office:
                self._give_lists()
            sizes = self._sizes if asks_office else {}
            self._steps[name] = sum(each.steps(sizes) for each in asked.expressions)
        return self._steps[name]

    def is_broken(self, asked: Asked, values: Mapping[str, Any]) -> bool:
        """Whether the values break the rule.

        Raises:
            Unanswered: an expression has no answer for them.
        """
        if asked.when and not self._truth("when", asked.when, values):
            return False
        return not self._truth("must", asked.must, values)

    def said(self, message: Message, values: Mapping[str, Any]) -> str:
        """The message; what cannot be calculated is called unknown."""

        def part(expression: Expression) -> str:
            try:
                return shown(self._value(expression, values))
            except CannotEvaluate:
                return "unknown"

        return message.said(part)

    def _truth(self, field: str, expression: Expression, values: Mapping[str, Any]) -> bool:
        try:
            found = self._value(expression, values)
        except CannotEvaluate as error:
            raise Unanswered(field, str(error)) from None
        if not isinstance(found, bool):
            raise Unanswered(field, f"it gives {shown(found)!r}, and not true or false")
        return found

    def _value(self, expression: Expression, values: Mapping[str, Any]) -> Any:
        if OFFICE in expression.words.mentioned:
            self._give_lists()
        self._values, self._trouble = values, ""
        try:
            found = engine.run(expression.program, self._context)
        except CannotEvaluate as error:
            raise CannotEvaluate(self._trouble or str(error)) from None
        if self._trouble:
            raise CannotEvaluate(self._trouble)
        return found

    def _find(self, name: str) -> Any:
        return self._values.get(name)

    def _give_lists(self) -> None:
        if OFFICE not in self._given:
            lists = self._lists()
            self._sizes = {name: len(entries) for name, entries in lists.items()}
            self.give(OFFICE, lambda: lists)

    def _safe(self, function: Callable[..., float]) -> Callable[..., float]:
        """The function, its complaint kept: the engine would print it."""

        def called(*of: Any) -> float:
            try:
                return function(*of)
            except CannotEvaluate as error:
                self._trouble = self._trouble or str(error)
                return 0.0

        return called
