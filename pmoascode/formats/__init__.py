"""Formats of findings: one file an output format."""

from collections.abc import Callable, Mapping

from pmoascode.formats import github, gitlab, json, junit, markdown, sarif, text
from pmoascode.formats.result import Result

FORMATS: Mapping[str, Callable[[Result], str]] = {
    "text": text.written,
    "json": json.written,
    "github": github.written,
    "markdown": markdown.written,
    "sarif": sarif.written,
    "gitlab": gitlab.written,
    "junit": junit.written,
}
