"""Documents against the JSON Schemas of their kinds: what is missing or malformed, and where."""

from pmoascode.schema.defects import DEFECTS
from pmoascode.schema.validating import FOLDER, is_valid, problems, schema

__all__ = ["DEFECTS", "FOLDER", "is_valid", "problems", "schema"]
