"""An office's template takes the place of the program's, and reaches data alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from pmoascode.pages import rendering
from pmoascode.pages.sandbox import Refused
from pmoascode.pages.site import site
from tests.pages.small_site import facts


def home(text: str, name: str = "home.html.jinja") -> str:
    """The first page with this template of the office."""
    return site(replace(facts(), templates=((name, text),))).pages[0].html


ADDS = """\
{% extends "original/home.html.jinja" %}
{% block page %}
{{ super() }}
<p>{{ title }}, {{ here.today | day }}</p>
{% endblock %}
"""


def test_a_template_adds_to_a_page_and_leaves_the_others() -> None:
    plain = site(facts()).pages
    made = site(replace(facts(), templates=(("home.html.jinja", ADDS),))).pages
    assert made[0].html == f"{plain[0].html}\n<p>{plain[0].title}, 10\xa0Nov\xa02026</p>"
    assert made[1:] == plain[1:]


def test_every_page_is_the_same_inside_the_sandbox() -> None:
    text = (Path(rendering.__file__).parent / "templates/macros.html.jinja").read_text("utf-8")
    made = site(replace(facts(), templates=(("macros.html.jinja", text),))).pages
    assert made == site(facts()).pages


def test_values_are_escaped_in_a_template_of_the_office() -> None:
    assert home("{{ '<script>' }}") == "&lt;script&gt;"


@pytest.mark.parametrize(
    "text",
    [
        "{{ here.__class__ }}",
        "{{ here.__init__.__globals__ }}",
        "{{ facts['__class__'] }}",
        "{{ facts | attr('__class__') }}",
        "{{ cells.dt.sys.modules }}",
        "{{ cells.Markup('<b>') }}",
        "{{ cells.lru_cache(1) }}",
        "{{ here.url.__func__.__globals__ }}",
        "{{ '{0.__class__}'.format(here) }}",
        "{{ lipsum.__globals__['os'].popen('id').read() }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ self.__init__.__globals__ }}",
        "{{ facts.healths.clear() }}",
        "{% include '/etc/passwd' %}",
        "{% include '../rendering.py' %}",
        "{% include 'original/../../rendering.py' %}",
        "{{ range(10 ** 9) }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    ],
)
def test_a_template_reaches_no_class_module_or_file(text: str) -> None:
    with pytest.raises(Refused) as told:
        home(f"<h1>x</h1>\n\n{text}")
    assert (told.value.file, told.value.line) == ("site/overrides/pmo/home.html.jinja", 3)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("<h1>\n{{ nobody }}", 2, "'nobody' is undefined"),
        ("a\n\n{% if %}", 3, "Expected an expression"),
        ("{% include 'x.html.jinja' %}", 1, "there is no template x.html.jinja"),
        ("a\n{{ 1 / 0 }}", 2, "division by zero"),
        ("a\n{{ here.urll('') }}", 2, "has no attribute 'urll'"),
    ],
)
def test_a_wrong_template_is_told_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(Refused) as told:
        home(text)
    assert told.value.line == line
    assert said in str(told.value)


def test_a_template_that_replaces_nothing_is_refused() -> None:
    with pytest.raises(Refused, match=r"there is no template hom\.html\.jinja to replace"):
        home("x", "hom.html.jinja")
