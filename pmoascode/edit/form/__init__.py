"""The canonical form of a file of records: another layout, the same meaning."""

from pmoascode.edit.form.forming import formed, is_formed, kept_in_form

__all__ = ["formed", "is_formed", "kept_in_form"]
