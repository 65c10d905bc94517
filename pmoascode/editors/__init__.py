"""What editors need to help with records: schemas with the office's ids, snippets, settings."""

from pmoascode.editors.settings import IGNORED, SCHEMAS, editor_files

__all__ = ["IGNORED", "SCHEMAS", "editor_files"]
