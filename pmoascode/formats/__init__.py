"""Formats of findings: one file an output format."""

from collections.abc import Callable, Mapping

from pmoascode.formats import github, json, markdown, text
from pmoascode.formats.result import Result

FORMATS: Mapping[str, Callable[[Result], str]] = {
    "text": text.written,
    "json": json.written,
    "github": github.written,
    "markdown": markdown.written,
}
