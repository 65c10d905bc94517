"""The office: every record of one revision, read from its files, with the look-ups."""

from pmoascode.office.layout import DEFECTS, kind_of
from pmoascode.office.loading import in_turn, load
from pmoascode.office.office import BUILT_IN, Office, Work

__all__ = ["BUILT_IN", "DEFECTS", "Office", "Work", "in_turn", "kind_of", "load"]
