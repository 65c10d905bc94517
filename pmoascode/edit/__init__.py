"""Changes to the text of records that keep the author's comments, order, quotes and line ends."""

from pmoascode.edit.changing import with_value
from pmoascode.edit.merging import Outcome, Setting, merged
from pmoascode.edit.proof import EditFailed
from pmoascode.edit.removing import without
from pmoascode.edit.writing import content, written

__all__ = [
    "EditFailed",
    "Outcome",
    "Setting",
    "content",
    "merged",
    "with_value",
    "without",
    "written",
]
