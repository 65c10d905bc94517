"""YAML as highlighted HTML; marked lines are set off by colour and by a word."""

import re
from collections.abc import Container, Iterator

from markupsafe import Markup

HERE = "# ← found here"
_LINE = re.compile(
    r"(?P<indent>\s*(?:- )*)(?P<key>[\w.-]+|\"[^\"]*\")(?P<colon>:)(?P<gap>\s+|$)(?P<value>.*)"
)
_COMMENT = re.compile(r"(.*?)((?:^|(?<=\s))#.*)")
_MARK = re.compile(r"\s*# <--\s*$")
_FIGURE = re.compile(r"[\d.,-]+( ?%)?|true|false|null")


def yaml_text(text: str, marked: Container[int] = ()) -> Markup:
    """The text as a block of code; `marked` are the numbers of its lines to set off, from 1."""
    # A marked line is a block of its own: its line break stands inside it.
    lines = Markup("").join(
        _marked(line) if number in marked else _coloured(line) + "\n"
        for number, line in enumerate(text.rstrip("\n").split("\n"), start=1)
    )
    return Markup('<div class="highlight no-copy"><pre><code>{}</code></pre></div>').format(lines)


def coded(text: str) -> Markup:
    """The text with what stands between backticks as code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:  # an odd mark is a mark like any other
        return Markup("{}").format(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else part
        for number, part in enumerate(parts)
    )


def breakable(name: str) -> Markup:
    """The name as it may be broken in a narrow column: after each underscore."""
    return Markup("_<wbr>").join(name.split("_"))


def _marked(line: str) -> Markup:
    shown = _coloured(_MARK.sub("", line))
    return Markup('<span class="hll">{}  <span class="c1">{}</span>\n</span>').format(shown, HERE)


def _coloured(line: str) -> Markup:
    return Markup("").join(_tokens(line))


def _tokens(line: str) -> Iterator[Markup]:
    comment = _COMMENT.fullmatch(line)
    said, remark = (comment[1], comment[2]) if comment else (line, "")
    found = _LINE.fullmatch(said)
    if found:
        yield Markup('{}<span class="nt">{}</span>{}').format(
            found["indent"], found["key"], found["colon"] + found["gap"]
        )
        yield _value(found["value"])
    else:
        yield Markup("{}").format(said)
    if remark:
        yield Markup('<span class="c1">{}</span>').format(remark)


def _value(value: str) -> Markup:
    if not value.strip() or value[0] in "{[|>":
        return Markup("{}").format(value)
    kind = "m" if _FIGURE.fullmatch(value.strip()) else "s"
    return Markup('<span class="{}">{}</span>').format(kind, value)
