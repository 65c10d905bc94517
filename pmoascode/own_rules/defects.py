"""What can be wrong with a rule of the office's own before it judges anything."""

from pmoascode.finding import Defect

MALFORMED = Defect(
    "own-rule-malformed",
    "A rule of the office's own cannot be understood.",
    "As long as it is so, nobody is asked what the rule should ask.",
    "Correct the expression at the mark; the guide on own rules lists what an expression can name.",
    sees=("record",),
)
EXAMPLE = Defect(
    "own-rule-example-fails",
    "A rule of the office's own judges one of its examples otherwise than it says.",
    "Either the rule or the example says what nobody meant.",
    "Correct the expression, or move the example between `good` and `bad`.",
    sees=("record",),
)
DEFECTS = (MALFORMED, EXAMPLE)
