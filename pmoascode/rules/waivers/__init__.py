"""Rules on waivers: complete, short, and gone when they have expired."""

from pmoascode.rule import Rule

RULES: tuple[Rule, ...] = ()
