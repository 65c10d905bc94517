"""Rules on who may sign off what."""

from pmoascode.rule import Rule

RULES: tuple[Rule, ...] = ()
