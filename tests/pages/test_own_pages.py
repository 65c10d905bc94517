"""A hand-written page gets the data that it asks for, and nothing else."""

import datetime as dt
import time
from decimal import Decimal

import pytest
from markdown import markdown  # type: ignore[import-untyped]  # no types are published

from pmoascode.exchange.table import Column, Table
from pmoascode.pages.own_pages import OwnPages
from pmoascode.pages.sandbox import Refused

EVIL = "Apollo *x* <b> {onclick=1} | [a](javascript:b) `c`"
PROJECTS = Table(
    "projects",
    "Projects",
    "Every project.",
    (
        Column("id", "text", "The id."),
        Column("name", "text", "The name."),
        Column("overall_stated", "text", "The rating."),
        Column("cost.forecast", "money", "The cost."),
        Column("finish", "date", "The end."),
    ),
    (
        ("apollo", EVIL, "red", Decimal(1250000), dt.date(2026, 12, 2)),
        ("beta", "Beta", "green", None, None),
    ),
)
ASKS = "---\ntitle: Ours\npmo: true\n---\n"
TODAY = dt.date(2026, 11, 10)


def page(text: str, front: str = ASKS) -> str:
    """The page as it is filled, without its front matter."""
    filled = OwnPages(lambda: (PROJECTS,), "EUR", TODAY)("board/ours.md", front + text)
    return filled.removeprefix(front)


@pytest.mark.parametrize(
    "front", ["", "---\ntitle: Ours\n---\n", "---\npmo: false\n---\n", "---\npmo: trueish\n---\n"]
)
def test_a_page_that_does_not_ask_stays_as_it_is(front: str) -> None:
    text = "{{ pmo.count('projects') }} {% if %} {# x #}\n"
    assert page(text, front) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ pmo.count('projects') }}", "2"),
        ("{{ pmo.count('projects', overall_stated=['red', 'amber']) }}", "1"),
        ("{{ pmo.rows('projects', id='beta')[0].name }}", "Beta"),
        ("{% for p in pmo.projects(overall_stated='green') %}{{ p['name'] }}{% endfor %}", "Beta"),
        ("{{ pmo.today }}", "10 Nov 2026"),
        ("{{ pmo.projects() | sum('cost_forecast') }}", "1&#44;250&#44;000"),
        ("{{ pmo.row('projects', 'beta').finish }}", ""),
        ("{{ pmo.rating('red') }}", '<span class="rag rag-red"><b>R</b> Red</span>'),
        ("{{ pmo.link(pmo.row('projects', 'beta')) }}", "[Beta](../projects/beta/index.md)"),
        ("{{ 2 * 3 + 1 }}", "7"),
        ("{{ 'a' ~ '<b>' }}", "a&#60;b&#62;"),
        ("{% set n = pmo.count('projects') %}{{ n | counted('project') }}", "2 projects"),
        ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
    ],
)
def test_a_page_gets_what_it_asks_for(text: str, shown: str) -> None:
    assert page(text) == shown


def test_a_table_is_read_by_markdown_and_no_text_of_a_record_is() -> None:
    html = markdown(
        page("{{ pmo.table('projects') }}\n\n{{ pmo.projects()[0].name }}"),
        extensions=["tables", "attr_list"],
    )
    assert html.count("<td") == 10
    assert html.count("<b>") == 2  # the letters of the two ratings
    assert "<em>" not in html
    assert "<code>" not in html
    assert "onclick=" not in html
    assert 'href="javascript' not in html
    assert '<a href="../projects/apollo/index.md">' in html


HOSTILE = [
    "{{ pmo.__class__ }}",
    "{{ pmo.rows.__globals__ }}",
    "{{ pmo.rows.__call__.__func__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ pmo['__class__'] }}",
    "{{ pmo | attr('__class__') }}",
    "{{ pmo.projects() | map(attribute='__class__') | list }}",
    "{{ pmo.projects() | map('attr', '__class__') | list }}",
    "{{ pmo.projects() | selectattr('__init__') | list }}",
    "{{ pmo.projects() | sum('__class__') }}",
    "{{ pmo.projects() | groupby('name.__class__') }}",
    "{{ '{0.__class__}'.format(pmo) }}",
    "{{ '{0.__class__}' | format(pmo) }}",
    "{{ '%s' % pmo }}",
    "{{ self.__init__ }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ lipsum.__globals__ }}",
    "{{ config }}",
    "{{ request }}",
    "{{ pmo }}",
    "{{ pmo.rows }}",
    "{{ range }}",
    "{{ pmo.projects()[0]._cells }}",
    "{{ pmo.money.__self__ }}",
    "{{ pmo.table('projects', columns='__class__') }}",
    "{{ pmo.rating('<script>') }}",
    "{{ pmo.money(pmo) }}",
    "{{ pmo.link('x') }}",
    "{{ pmo.rows(1) }}",
    "{% include '/etc/passwd' %}",
    "{% include 'home.html.jinja' %}",
    "{% import 'macros.html.jinja' as m %}",
    "{% from 'x' import y %}",
    "{% extends 'x' %}",
    "{% block x %}{% endblock %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% call pmo.rows('projects') %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% set x %}x{% endset %}",
    "{% for p in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "{% autoescape false %}<b>{% endautoescape %}",
    "{{ range(10 ** 9) }}",
    "{{ 10 ** 1000 }}",
    "{{ 'x' * 10 ** 8 }}",
    "{{ [1] * 10 ** 8 }}",
    "{{ [1] + [1] }}",
    "{% set a = 9 %}" + "{% set a = a * a %}" * 40,
    "{% set a = 'x' %}" + "{% set a = a ~ a %}" * 40,
    "{{ range(400000) | list | join('xxxxxxxxxx') }}",
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in [1,2,3,4,5,6,7,8,9] %}" * 9 + "{% endfor %}" * 9,
    "{% for a in range(99999) %}a long line of text that is written again and again{% endfor %}",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "{{ pmo.rows(of='projects', of='x') }}",
    "{{ 1 / 0 }}",
    "{{ none.x }}",
    "{{ x }",
    "{% if %}",
    "{{ -'x' }}",
    "x" * 300_000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_reaches_further_or_takes_too_much_is_refused(text: str) -> None:
    began = time.monotonic()
    with pytest.raises(Refused) as told:
        page(text)
    assert time.monotonic() - began < 20
    assert len(str(told.value)) < 500
    assert told.value.line >= 5


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (
            "a\n\n{{ pmo.projects(statuss='red') }}",
            7,
            "no column `statuss`; expected one of id, na",
        ),
        ("{{ pmo.project() }}", 5, "there is no function `project`; expected one of rows, count"),
        ("\n{{ pmo.count('riscs') }}", 6, "there is no table `riscs`; expected one of projects"),
        ("\n\n\n{{ pmo.row('projects', 'x') }}", 8, "there is no `x` in projects"),
        ("{% for p in pmo.projects() %}\n{{ p.nam }}\n{% endfor %}", 6, "there is no column `nam`"),
        ("\n{% include 'x' %}", 6, "`include` is not for pages; expected `for`, `if`, `set`"),
        ("\n\n{{ x }", 7, "unexpected '}'"),
        ("\n{{ x }}", 6, "'x' is undefined"),
    ],
)
def test_a_refusal_says_where_and_what_there_is(text: str, line: int, said: str) -> None:
    with pytest.raises(Refused, match=r".") as told:
        page(text)
    assert (told.value.line, said in str(told.value)) == (line, True), told.value
