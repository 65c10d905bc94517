"""The program's templates escape as MarkupSafe does, and mean what they mean to Jinja."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, Template, UndefinedError
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from pmoascode.pages.escaping import escaped, marked
from pmoascode.pages.template_code import DirectCode

HOSTILE = "<b a='1' c=\"2\">&amp;</b>"


class Word(str):
    """A text of a kind of its own."""

    __slots__ = ()


class Colour(StrEnum):
    RED = "<red>"


class Drawing:
    """What says for itself how it is written."""

    def __html__(self) -> str:
        return "<svg>&amp;</svg>"

    def __str__(self) -> str:
        return "<wrong>"


class Spoken:
    """What has a text and no HTML."""

    def __str__(self) -> str:
        return HOSTILE


class Drawn(str):
    """A text that says for itself how it is written."""

    __slots__ = ()

    def __html__(self) -> str:
        return f"<i>{len(self)}</i>"


VALUES: Mapping[str, Any] = {
    "text": HOSTILE,
    "markup": Markup("<b>&amp;</b>"),
    "kind of text": Word(HOSTILE),
    "text with html": Drawn("<x>"),
    "member": Colour.RED,
    "html": Drawing(),
    "object": Spoken(),
    "whole": -7,
    "truth": True,
    "fraction": 0.1,
    "decimal": Decimal("1.50"),
    "none": None,
    "day": dt.date(2026, 11, 10),
    "list": [HOSTILE],
    "empty": "",
}
each_value = pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)


@each_value
def test_a_value_is_escaped_as_markupsafe_does(value: Any) -> None:
    assert str(escaped(value)) == str(escape(value))


@given(st.text())
def test_any_text_is_escaped_as_markupsafe_does(text: str) -> None:
    assert escaped(text) == str(escape(text))
    assert escaped(Word(text)) == str(escape(text))
    assert escaped(Markup(text)) == text  # noqa: S704 -- not written anywhere


def test_only_what_was_markup_stays_as_it_is_when_escaped_again() -> None:
    assert escaped(escaped(Markup("&amp;"))) == "&amp;"
    assert escaped(escaped("&")) == "&amp;amp;"
    assert escaped(marked(escaped("&"))) == "&amp;"


def test_nothing_undefined_is_written() -> None:
    with pytest.raises(UndefinedError, match="'owner' is undefined"):
        escaped(StrictUndefined(name="owner"))


MACROS = """\
{% macro chip(text, kind="plain") %}<i class="{{ kind }}">{{ text }}</i>{% endmacro %}
{% macro head() %}{% for each in varargs %}<th>{{ each }}</th>{% endfor %}{% endmacro %}
{% macro box(title, wide=false) %}
<h2{{ " wide" if wide }}>{{ title }}</h2>{{ caller() }}
{% endmacro %}
{% macro rows(found) %}
{% for each in found %}{{ caller(each, loop.index) }}{% endfor %}
{% endmacro %}
{% macro maybe(text) %}{{ text }}{% if caller is defined %}: {{ caller() }}{% endif %}{% endmacro %}
{% macro sized(text, by=text | length) %}{{ text }} {{ by }}{% endmacro %}
"""
TEMPLATES: Mapping[str, str] = {
    "value": "{{ value }}",
    "in an attribute": '<a title="{{ value }}">',
    "constant": "{{ '<b>' }}{{ '<i>' | upper }}",
    "joined": "{{ '<b>' ~ value ~ row.title }}",
    "chosen": "{{ row.title if value else '' }}{{ value or '<none>' }}",
    "filters": "{{ row.title | upper | replace('<', '(') }}{{ found | join('<br>') }}",
    "attributes": "{{ row.title.upper() }}{{ row.inner.title }}",
    "items": "{{ by_name['<key>'] }}{{ found[0] }}{{ by_name.get('none', '<no>') }}",
    "loop": "{% for each in found %}{{ loop.index }}{{ each }}{{ loop.last }}{% endfor %}",
    "set": "{% set x = row.title %}{{ x }}{% set y %}<b>{{ x }}</b>{% endset %}{{ y }}{{ y ~ x }}",
    "namespace": "{% set n = namespace(x=[]) %}{% set n.x = n.x + [value] %}{{ n.x | length }}",
    "macro": "{{ ui.chip(value) }}{{ ui.chip(row.title, '<k>') }}{{ ui.chip(kind=1, text=value) }}",
    "macro of macro": "{{ ui.chip(ui.chip(value)) }}{{ ui.chip(value) ~ '<' }}",
    "several": "{{ ui.head('<a>', value) }}{{ ui.head(*found) }}{{ ui.head() }}",
    "named": "{{ ui.chip(**{'text': value, 'kind': row.title}) }}",
    "call": "{% call ui.box(row.title, wide=true) %}<p>{{ value }}</p>{% endcall %}",
    "call with rows": "{% call(each, n) ui.rows(found) %}{{ n }}{{ each }}{% endcall %}",
    "call or not": "{{ ui.maybe(value) }}{% call ui.maybe('<x>') %}{{ value }}{% endcall %}",
    "default of another": "{{ ui.sized('abc') }}{{ ui.sized('abc', value) }}",
    "own macro": "{% macro x(a) %}{% macro y(b) %}{{ b }}{{ a }}{% endmacro %}{{ y('<') }}"
    "{% endmacro %}{% macro z() %}{{ x(value) }}{% endmacro %}{{ x('<') }}{{ z() }}",
    "function": "{{ linked('<a>') }}{{ linked(text=value) }}",
    "recursive": "{% for each in [[1, [2]]] recursive %}"
    "{{ each if each is number else loop(each) }}{% endfor %}",
}


def linked(text: Any) -> Markup:
    return Markup("<a>{}</a>").format(text)


GIVEN: Mapping[str, Any] = {
    "row": SimpleNamespace(title=HOSTILE, inner=SimpleNamespace(title="<in>")),
    "found": ["<1>", Markup("<2>"), 3],
    "by_name": {"<key>": "<item>"},
    "linked": linked,
}


def template(text: str, code: type[CodeGenerator] = DirectCode) -> Template:
    """The template with the macros above, as the code of this kind."""
    templates = {"macros": MACROS, "page": '{% import "macros" as ui %}' + text}
    made = Environment(
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        optimized=code is CodeGenerator,
    )
    made.code_generator_class = code
    return made.get_template("page")


@each_value
@pytest.mark.parametrize("text", TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_makes_what_it_makes_in_jinja(text: str, value: Any) -> None:
    made, expected = (
        template(text, code).render(GIVEN, value=value) for code in (DirectCode, CodeGenerator)
    )
    assert made == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{{ nothing.title }}", "'nothing' is undefined"),
        ("{{ nothing() }}", "'nothing' is undefined"),
        ("{{ ui.chip() }}", "parameter 'text' was not provided"),
        ("{{ ui.box(1) }}", "'caller' is undefined"),
        ("{{ by_name['nothing'] }}", "has no attribute 'nothing'"),
        ("{% if nothing %}{% endif %}", "'nothing' is undefined"),
    ],
)
def test_what_is_undefined_is_never_written(text: str, said: str) -> None:
    with pytest.raises(UndefinedError, match=said):
        template(text).render(GIVEN)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{{ row.nothing }}", AttributeError),
        ("{{ by_name.title }}", AttributeError),  # an item is read by its key
        ("{{ ui.nothing() }}", AttributeError),
        ("{{ ui.chip(1, 2, 3) }}", TypeError),
        ("{{ ui.chip(1, colour=2) }}", TypeError),
        ("{% call ui.chip(1) %}{% endcall %}", TypeError),
    ],
)
def test_what_a_template_does_wrong_is_not_passed_over(text: str, wrong: type[Exception]) -> None:
    with pytest.raises(wrong):
        template(text).render(GIVEN)


def test_an_error_is_told_at_the_line_of_the_template() -> None:
    with pytest.raises(AttributeError) as found:
        template("\n\n{{ row.nothing }}").render(GIVEN)
    assert found.traceback[-1].lineno == 2  # counted from 0
