"""An office's template takes the place of the program's, and reaches data alone."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pmoascode.pages import allowance, rendering
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


NOTES = """\
{{% extends "original/{}" %}}
{{% block before %}}<p>Above {{{{ title }}}}</p>{{% endblock %}}
{{% block after %}}<p>Below, {{{{ here.today | day }}}}</p>{{% endblock %}}
"""
FOLDER = Path(rendering.__file__).parent / "templates"
_NOTE = re.compile(r"<p>(?:Above|Below,) [^<]*</p>")
TITLED = [  # what makes a page by itself; documents share a frame
    file.name
    for file in sorted(FOLDER.glob("*.jinja"))
    if "<h1>" in file.read_text("utf-8") and file.name != "document_frame.html.jinja"
]


def test_a_note_stands_above_and_below_each_page_of_a_kind() -> None:
    plain = {page.path: page.html for page in site(facts()).pages}
    own = tuple((name, NOTES.format(name)) for name in TITLED)
    made = {page.path: page.html for page in site(replace(facts(), templates=own)).pages}
    without = {path: _NOTE.sub("", html).strip() for path, html in made.items()}
    assert without == plain
    noted = {path for path, html in made.items() if len(_NOTE.findall(html)) == 2}
    assert {"", "money", "risks", "people", "projects", "findings"} <= noted
    assert made[""].index("</h1>") < made[""].index("<p>Above ") < made[""].index("<h2")


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


LOOPS = "{% for a in range(9999) %}{% for b in range(9999) %}"
ENDS = "{% endfor %}{% endfor %}"
TWICE = "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
GROWS = "{{% set n = namespace(x='x' ~ 'y') %}}{{% for a in range(99) %}}{}{{% endfor %}}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{LOOPS}{ENDS}", "steps"),
        (f"{{% set x %}}{LOOPS}{'a' * 10_000}{ENDS}{{% endset %}}", "characters"),
        (f"{LOOPS}{{{{ range(9999) | sum }}}}{ENDS}", "steps"),
        (f"{LOOPS}{{{{ ('a' ~ 'b') | prose }}}}{ENDS}", "steps"),
        (f"{TWICE}{{{{ m(60) }}}}", "steps"),
        (GROWS.format("{% set n.x = n.x ~ n.x %}"), "characters"),
        (GROWS.format("{% set n.x = n.x + n.x %}"), "characters"),
        (GROWS.format("{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}"), "characters"),
        (GROWS.format("{% set n.x = n.x | replace('x', 'xx') %}"), "steps"),
        (GROWS.format("{% set n.x = [n.x, n.x] | join %}"), "characters"),
        (GROWS.format("{% set n.x = (n.x | length) ** 99 %}"), "too large"),
        ("{{ 'a' * 99999999999 }}", "characters"),
        ("{% set n = 9 ** 9 %}{{ n * n * n * n * n }}", "too large"),
        ("{{ '{:>99999999999}'.format(1) }}", "width"),
        ("{{ '{:{}}'.format(1, 9999999999) }}", "width"),
        ("{{ '%99999999999d' % 1 }}", "width"),
        ("{{ '%99999999999d' | format(1) }}", "width"),
        ("{{ 'a'.ljust(99999999999) }}", "ljust"),
        ("{{ 'a' | center(99999999999) }}", "center"),
    ],
)  # fmt: skip
def test_a_template_that_would_not_end_is_stopped_at_its_line(
    text: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(allowance, "MOST_STEPS", 20_000)
    with pytest.raises(Refused, match=said) as told:
        home(f"<h1>x</h1>\n\n{text}")
    assert (told.value.file, told.value.line) == ("site/overrides/pmo/home.html.jinja", 3)


def test_a_template_is_of_a_bounded_size() -> None:
    with pytest.raises(Refused, match="more than 200,000 characters"):
        home("x" * 200_001)


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
