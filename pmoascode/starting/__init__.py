"""An office that begins: from what somebody says of it to the files of its repository."""

from pmoascode.starting.answers import REASONS, Answers, Around, Someone, Superior
from pmoascode.starting.naming import tidy
from pmoascode.starting.office import EXAMPLE_DAY, Shipped, as_blob, begun, example
from pmoascode.starting.program import Program, program

__all__ = [
    "EXAMPLE_DAY",
    "REASONS",
    "Answers",
    "Around",
    "Program",
    "Shipped",
    "Someone",
    "Superior",
    "as_blob",
    "begun",
    "example",
    "program",
    "tidy",
]
