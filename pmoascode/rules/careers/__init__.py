"""Rules on the career paths that the roles make, and on the profiles of the roles."""

from pmoascode.rule import Rule

RULES: tuple[Rule, ...] = ()
