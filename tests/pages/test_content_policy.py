"""The content security policy names what templates say, and nothing that came in with a value."""

import pytest
from jinja2 import DictLoader, Environment

from pmoascode.pages.content_policy import LikeWritten, WrittenScripts, unfit, with_policy

SHELL = """<!doctype html><html><head><meta charset="utf-8"><title>{{ title }}</title>
<script>scope("{{ base }}")</script><script src="a.js"></script></head>
<body>{{ content }}<script id="c" type="application/json">{"base": "{{ base }}"}</script>
</body></html>"""
# As `printf %s 'scope("..")' | openssl dgst -sha256 -binary | base64` gives it.
OF_SCOPE = "'sha256-e2kJLWd/Zp6JBr+hyvG+7+fUq2GT/D4/QDIYcrgpwl4='"


def rendered(**values: str) -> tuple[str, set[str]]:
    environment = Environment(
        loader=DictLoader({"main.html": SHELL}),
        extensions=[WrittenScripts],
        autoescape=False,  # noqa: S701 -- as MkDocs has it
    )
    written = environment.extensions[WrittenScripts.identifier]
    assert isinstance(written, WrittenScripts)
    html = environment.get_template("main.html").render(**{"title": "", "base": ".."} | values)
    return html, written.known


def policy(html: str) -> dict[str, list[str]]:
    said = html.partition('Content-Security-Policy" content="')[2].partition('"')[0]
    return {name: sources for name, *sources in (part.split() for part in said.split("; "))}


def test_a_script_of_the_template_is_named_by_its_hash() -> None:
    html, known = rendered()
    found = policy(with_policy(html, known, {}))
    assert known == {'scope("..")'}
    assert found["script-src"] == ["'self'", OF_SCOPE]
    assert found["default-src"] == found["base-uri"] == found["form-action"] == ["'none'"]


@pytest.mark.parametrize("place", ["title", "content"])
def test_a_script_that_came_with_a_value_is_not_named(place: str) -> None:
    html, known = rendered(**{place: "</title><script>alert(1)</script>"})
    assert "<script>alert(1)</script>" in html
    assert policy(with_policy(html, known, {}))["script-src"] == ["'self'", OF_SCOPE]


@pytest.mark.parametrize("base", [".", "../..", "/", "https://pages.example.org/office/"])
def test_another_program_may_render_a_script_with_an_address(base: str) -> None:
    html, known = rendered(base=base)
    assert LikeWritten([SHELL]).known(html) == known == {f'scope("{base}")'}


@pytest.mark.parametrize("script", ['scope("a");alert(1);("")', "alert(1)", 'scope("x y")', ""])
def test_what_no_template_says_is_not_known(script: str) -> None:
    html, _ = rendered(content=f"<script>{script}</script>")
    assert LikeWritten([SHELL]).known(html) == {'scope("..")'}
    assert LikeWritten([]).known(html) == set()


def test_the_policy_stands_before_all_that_it_rules() -> None:
    html = with_policy(*rendered(), {})
    assert html.index('<meta charset="utf-8">') < html.index("Content-Security-Policy")
    assert html.index("Content-Security-Policy") < html.index("<script")
    assert html.count("Content-Security-Policy") == 1


def test_sources_are_added_to_those_that_every_site_has() -> None:
    more = {"img-src": ["https://images.example.org"], "frame-src": ["https://video.example.org"]}
    found = policy(with_policy(*rendered(), more))
    assert found["img-src"] == ["'self'", "data:", "https://images.example.org"]
    assert found["frame-src"] == ["https://video.example.org"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"image-src": ["https://a.example"]}, "`image-src` is no directive; expected one of"),
        ({"img-src": "https://a.example"}, "`img-src` takes addresses, as in ["),
        ({"img-src": ["https://a.example; script-src *"]}, "`img-src` takes addresses"),
        ({"img-src": ['"><script>']}, "`img-src` takes addresses"),
        ({"img-src": [3]}, "`img-src` takes addresses"),
    ],
)
def test_sources_that_do_not_fit_are_refused(more: dict[str, object], said: str) -> None:
    (wrong,) = unfit(more)
    assert said in wrong


def test_sources_that_fit_are_not() -> None:
    assert unfit({"img-src": ["https://a.example:8080/x", "data:"], "style-src": []}) == []
