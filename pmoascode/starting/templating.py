"""Texts of an office that begins, from the templates beside this module.

Their signs are << >> and <% %>, since the usual ones belong to workflows.
"""

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from pmoascode.edit.scalars import inline, key_text

_MARKS = re.compile(r"([\\`*_\[\]<>|&])")


def markdown(text: str) -> str:
    """The text as Markdown that says the same: nothing in it is a mark."""
    return _MARKS.sub(r"\\\1", text)


# What is made are YAML and Markdown for the forge: each value is written by one of the filters.
_ENVIRONMENT = Environment(  # noqa: S701 -- no HTML is made here
    loader=PackageLoader("pmoascode.starting"),
    block_start_string="<%",
    block_end_string="%>",
    variable_start_string="<<",
    variable_end_string=">>",
    comment_start_string="<#",
    comment_end_string="#>",
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    auto_reload=False,
)
_ENVIRONMENT.filters |= {
    "markdown": markdown,
    "yaml": inline,
    "key": key_text,
    "entry": lambda value: inline(value, in_flow=True),
}


def text(template: str, **values: object) -> str:
    """The text that the template makes of the values."""
    return _template(template).render(values)


@cache
def _template(name: str) -> Template:
    return _ENVIRONMENT.get_template(f"{name}.jinja")
