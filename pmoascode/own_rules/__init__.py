"""Rules of the office's own: an expression in CEL and a message, without a line of Python."""

from pmoascode.own_rules.defects import DEFECTS
from pmoascode.own_rules.rules import flaws, rules
from pmoascode.own_rules.trying import failed_examples

__all__ = ["DEFECTS", "failed_examples", "flaws", "rules"]
