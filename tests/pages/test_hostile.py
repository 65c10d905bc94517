"""No text of a record becomes markup, a link that runs, or a template."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct, structs

from pmoascode.office import Office
from pmoascode.pages.home import home
from pmoascode.pages.page import Page
from pmoascode.pages.programme import programmes
from pmoascode.pages.project import projects
from pmoascode.pages.prose import TAGS, brief, prose
from pmoascode.pages.roadmap import roadmap
from pmoascode.records.person import Person
from tests.pages.small_site import COMMIT, LARGE, SMALL, facts, office

MAKERS = (home, programmes, projects, roadmap)
HARMLESS = "Plain words"
# None of these is Markdown of our subset, so they may change no tag of any page.
PAYLOADS = (
    "<script>alert(1)</script>",
    "</td></table><script>alert(1)</script>",
    '" onmouseover=alert(1) x="',
    "' onmouseover=alert(1) x='",
    "{{ 7 * 191 }} {% for x in y %}",
    "](javascript:alert(1))",
    "[x](javascript:alert(1))",
    "[x](&#x6a;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "&#x3c;script&#x3e;alert(1)&#x3c;/script&#x3e;",
    "&lt;script&gt;",
    "<!-- <svg/onload=alert(1)>",
    "a\N{RIGHT-TO-LEFT OVERRIDE}b\N{NO-BREAK SPACE}c",
    "x" * 290,
)


class Parts(HTMLParser):
    """The tags of a page in order, with the names of their attributes, and all its addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(" ".join([tag, *sorted(name for name, _ in attrs)]))
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src")}


def parts(html: str) -> Parts:
    found = Parts()
    found.feed(html)
    found.close()
    return found


def said(value: Any, text: str) -> Any:
    """The value with its free texts replaced: those with a space or a capital, none of the ids."""
    if isinstance(value, str):
        return text if " " in value or value != value.lower() else value
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(said(each, text) for each in value)
    if isinstance(value, dict):
        return {key: said(each, text) for key, each in value.items()}
    if isinstance(value, Struct):
        kept = ("path", "keys", "scope", "url")
        changed = {
            name: said(each, text)
            for name, each in structs.asdict(value).items()
            if name not in kept and each is not None
        }
        return structs.replace(value, **changed)
    return value


@cache
def pages(text: str, large: bool) -> tuple[Page, ...]:
    records = office(LARGE if large else SMALL)
    changed: Office = replace(
        records,
        records={
            kind: {key: said(record, text) for key, record in known.items()}
            for kind, known in records.records.items()
        },
    )
    found = facts(changed)
    hostile = replace(COMMIT, subject=text, author=text)
    found = replace(found, commits=dict.fromkeys(found.commits, hostile))
    return tuple(page for maker in MAKERS for page in maker(found))


@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_page_changes_its_tags(payload: str, large: bool) -> None:
    for harmless, hostile in zip(pages(HARMLESS, large), pages(payload, large), strict=True):
        assert _without_charts(hostile) == _without_charts(harmless), hostile.path
        assert "1337" not in hostile.html
        for address in parts(hostile.html).addresses:
            assert urlsplit(address).scheme in ("", "https", "mailto"), address


def _without_charts(page: Page) -> list[str]:
    """The tags; long names take more lines inside a drawing, where there are no links to fear."""
    chart = ("text", "tspan", "path", "line", "rect", "circle", "title", "g", "a", "desc")
    return [tag for tag in parts(page.html).tags if tag.split()[0] not in chart] + [
        tag for tag in parts(page.html).tags if tag.startswith("a ") and "onmouseover" in tag
    ]


def test_nobody_is_named_who_does_not_want_it() -> None:
    records = office(LARGE)
    assert records.policy.people.publish == "role"
    found = facts(records)
    for page in (page for maker in MAKERS for page in maker(found)):
        for person in records.all(Person):
            assert person.name not in page.html, page.path
            assert person.name not in page.summary, page.path
            assert f"people/{person.id}" not in page.html, page.path


MARKS = st.text(st.sampled_from("<>&\"'{}[]()!*_`#-+.>\n \\:/jav1xé"), max_size=60)


@pytest.mark.parametrize("shown", [prose, brief], ids=["prose", "brief"])
@given(text=MARKS)
def test_prose_has_no_tag_but_ours(shown: Callable[[str], str], text: str) -> None:
    found = parts(str(shown(text)))
    assert {tag.split()[0] for tag in found.tags} <= TAGS
    assert {tag for tag in found.tags if " " in tag} <= {"a href rel", "a rel"}
    assert all(address.startswith(("https:", "mailto:")) for address in found.addresses)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("Plain & simple.", "<p>Plain &amp; simple.</p>"),
        ("1 < 2", "<p>1 &lt; 2</p>"),
        ("a **b** *c* `d`", "<p>a <strong>b</strong> <em>c</em> <code>d</code></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("# Big\n\ntext", "<h3>Big</h3>\n<p>text</p>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ("[x](http://e.example)", '<p><a rel="noopener noreferrer nofollow">x</a></p>'),
    ],
)
def test_prose(text: str, html: str) -> None:
    assert prose(text) == html


def test_brief_is_plain_and_ends_at_a_word() -> None:
    assert brief("One **two** three\n\nfour <b>", 100) == "One two three four &lt;b&gt;"
    assert brief("One two three four", 11) == "One two…"
