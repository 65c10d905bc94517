"""YAML files as plain data with places: a strict reader that turns all that is wrong to findings.

The package imports yaml, and nothing else of the project does.
"""

from pmoascode.document.blob import Blob, Files, blob_id
from pmoascode.document.characters import LARGEST
from pmoascode.document.defects import DEFECTS
from pmoascode.document.document import Document
from pmoascode.document.parsing import parse, parse_blob
from pmoascode.document.places import Keys, Span

__all__ = [
    "DEFECTS",
    "LARGEST",
    "Blob",
    "Document",
    "Files",
    "Keys",
    "Span",
    "blob_id",
    "parse",
    "parse_blob",
]
