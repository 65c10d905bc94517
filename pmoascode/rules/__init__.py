"""The catalogue: every rule of the office, one file a rule, one list a family."""

from pmoascode.rule import Rule

RULES: tuple[Rule, ...] = ()
