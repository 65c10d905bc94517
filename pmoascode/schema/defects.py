"""What can be wrong with a value under its schema, for the pages of these findings."""

from pmoascode.finding import Defect

DEFECTS = (
    Defect(
        "missing-field",
        "A field that every record of the kind needs is missing.",
        "Without it the record says nothing that others can use.",
        "Add the field.",
    ),
    Defect(
        "unknown-field",
        "A field is not one that records of the kind have.",
        "A misspelt field would be read by nobody: what it says would be lost in silence.",
        "Correct the spelling; a field of your own starts with `x_`.",
    ),
    Defect(
        "value-not-allowed",
        "A value is not on the list of values that the field takes.",
        "Reports count and colour by these values, so a new spelling would be left out.",
        "Use one of the values of the list.",
    ),
    Defect(
        "wrong-type",
        "A value is of another type than the field takes.",
        "A number in words cannot be added up, and a single value where a list belongs is "
        "read as something else.",
        "Write the value as the field's example shows.",
    ),
    Defect(
        "malformed-value",
        "A date, duration, percentage, id or link is not written as such.",
        "What cannot be read cannot be checked, sorted or drawn.",
        "Write the value as the field's example shows.",
    ),
    Defect(
        "out-of-range",
        "A number, text or list is smaller or larger than the field takes.",
        "Scales and limits are what makes records comparable.",
        "Bring the value into the range.",
    ),
)
