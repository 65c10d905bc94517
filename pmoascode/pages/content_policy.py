"""The content security policy of a page: what a browser may load for it, and which scripts it runs.

Content Security Policy Level 3: https://www.w3.org/TR/CSP3/
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from jinja2 import Environment
from jinja2.ext import Extension

Sources = Mapping[str, Sequence[str]]  # of a directive

OURS: Sources = {
    "default-src": (),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),  # the theme's own icons are data
    "font-src": ("'self'",),
    "media-src": ("'self'",),
    "connect-src": ("'self'",),  # the index of the search
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
    "object-src": (),
    "base-uri": (),
    "form-action": (),
}
MORE = frozenset([*OURS, "frame-src", "child-src", "script-src-elem", "style-src-elem"])
MORE |= {"script-src-attr", "style-src-attr"}

_INLINE = re.compile(r"(<script\b(?![^>]*(?:\ssrc=|json))[^>]*>)(.*?)(</script>)", re.DOTALL)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_ADDRESS = r"[\w./:-]*"  # says nothing in a script but where something lies
_PLACE = re.compile(r'<head>(\s*<meta charset="[^"]*">)?', re.IGNORECASE)
_NONE = "'none'"
_SOURCE = re.compile(r"[^\s;,\"<>]+")


class WrittenScripts(Extension):
    """Notes each inline script that a template says, as it is rendered: only these are to run.

    A script that came to a page in any other way, with a value or with the content, is not noted.
    """

    def __init__(self, environment: Environment) -> None:
        """Begin without a script."""
        super().__init__(environment)
        self.known: set[str] = set()
        environment.filters["noted_script"] = self._note

    def preprocess(self, source: str, *_: object, **__: object) -> str:
        """The template with its inline scripts passed through our filter."""
        return _INLINE.sub(r"\1{% filter noted_script %}\2{% endfilter %}\3", source)

    def _note(self, script: str) -> str:
        self.known.add(script)
        return script


class LikeWritten:
    """Knows a script by the templates' text, where another program renders them.

    It may differ from what a template says by an address where the template has a value.
    """

    def __init__(self, templates: Iterable[str]) -> None:
        """Learn the inline scripts of the templates."""
        said = {match[2] for text in templates for match in _INLINE.finditer(text)}
        like = (_ADDRESS.join(map(re.escape, _VALUE.split(script))) for script in sorted(said))
        self._like = re.compile("|".join(like) or r"(?!)")

    def known(self, html: str) -> set[str]:
        """Those scripts of the page that a template says."""
        return {match[2] for match in _INLINE.finditer(html) if self._like.fullmatch(match[2])}


def with_policy(html: str, scripts: set[str], more: Sources) -> str:
    """The page with its policy as the first thing in its head, behind the encoding."""
    found = [match[2] for match in _INLINE.finditer(html) if match[2] in scripts]
    policy = _policy(dict.fromkeys(map(_hash, found)), more)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _PLACE.sub(lambda place: place[0] + meta, html, count=1)


def unfit(more: Mapping[str, object]) -> list[str]:
    """What is wrong with sources that a site adds, in words."""
    names = [f"`{name}` is no directive; expected {_listed()}" for name in more if name not in MORE]
    return names + [
        f"`{name}` takes addresses, as in [https://images.example.org]; found {value!r}"
        for name, value in more.items()
        if not _is_sources(value)
    ]


def _listed() -> str:
    return "one of " + ", ".join(sorted(MORE))


def _is_sources(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(source, str) and _SOURCE.fullmatch(source) for source in value
    )


def _policy(hashes: Mapping[str, None], more: Sources) -> str:
    named = {name: list(sources) for name, sources in OURS.items()}
    named["script-src"] += hashes
    for name, sources in more.items():
        named[name] = [*named.get(name, ()), *sources]
    return "; ".join(f"{name} {' '.join(said) or _NONE}" for name, said in named.items())


@cache
def _hash(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
