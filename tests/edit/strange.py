"""Files to be edited and laid out: those of the example, and strange ones that authors write."""

import random
import re
from functools import cache
from pathlib import Path

from pmoascode.document import parse
from pmoascode.edit.proof import is_same

ROOT = Path(__file__).resolve().parent.parent.parent
_FOLDERS = ("portfolio", "pmoascode/built_in", "tests/valid_office")

STRANGE: dict[str, str] = {
    "comments everywhere": """\
# The first line of a header,
# and the second.

# of the name
name: Apollo   # behind the name
# above milestones

# one more above milestones
milestones: # behind milestones
  # above go-live
  go-live: # behind go-live
    # above the title
    title: Open # behind the title
    # below the title
  # between the two

  pilot: {title: Pilot} # behind the braces
  # below pilot
# below milestones
links:
  # above the first
  - first # behind the first
  # above the second
  - title: second # behind the second
    # inside the second
    url: x
# the end
# of it all
""",
    "flow style": """\
{name: Apollo, budget: {baseline: 1, forecast: [1, 2, {a: b}]}, none: , 'quoted key': "x, y"}
""",
    "flow over lines": """\
budget: {
  baseline: 1,   # approved
  forecast: 2,
}
scores: [
  one,   # the first
  # a comment of its own
  "two, or three",

  {a: 1,
   b: 2}
]
last: [ a,b ,c ]
""",
    "block texts": """\
folded: >
  one
  two

  three
literal: |
    indented by four
      and by six
kept: |+
  text

stripped: >-
  long line
   more indented

  end
counted: |2
    two more than counted
commented: |- # behind the sign
  # no comment
  x: y
last: |
  no line end follows""",
    "texts over lines": """\
plain: one
  two
  three # behind three
double: "one
  two\\
  three \\x41"
single: 'it''s
  more'

after: x
""",
    "quoted keys": """\
"on": 1
'yes': {"no": 2, '12': 3}
"a: b": x
"#": 1
'it''s': 2
? asked
: answer
? other
: - 1
  - 2
""",
    "lists": """\
same-indent:
- a
- b: 1
  c: 2
-   d: 4
    e: 5

- - 1
  - 2
-
  f: 6
- |
  block
- # nothing but a comment
  g: 7
-
last:
    - deep
    -   h: 1
""",
    "deep": "".join(f"{'  ' * depth}d{depth}:\n" for depth in range(11))
    + "  " * 11
    + "bottom: {x: [1]}\n",
    "no value": """\
a:
b: # nothing
c: null
d: {}
e: []
f: ""
g:

h: 1
""",
    "long lines": f"""\
a: {"word " * 60}end
b: "{"x" * 300}"
c: {{text: {"a b " * 40}c, more: [{", ".join(map(str, range(60)))}]}}
d: >-
  {"long " * 50}line
# {"comment " * 30}
""",
    "unicode": """\
name: Zürich – Ökosystem “α” 東京 🚀
"key": 'naïve'
list: [é, ü, "日本語: x"]
emoji: 👩‍💻
# Ünïcödé
""".replace("\u200d", ""),
    "one line": "a: 1",
    "braces alone": "{}\n",
    "braces and comment": "# nothing yet\n\n{} # so far\n# end",
    "a start and an end": "---\na: 1 # one\nb: [2]\n...\n# after the end\n",
    "a start with comment": "# above\n--- # start\na:\n  b: 1\n",
    "blank lines": "\n\na: 1\n\n\n\nb:\n\n  c: 2\n\n\n  d: 3\n\n\n",
    "spaces at line ends": """\
a: 1 @
b:  @
  c: 2  # x @
  d: | @
    text @
  @
e: [1,  2 ]  @
""".replace("@", " "),
    "tabs in comments": "a: 1\t# tab\n#\ttab\nb: {c: 1}\t\nd:\n  - 1 #\ttab\n",
    "odd indents": """\
a:
     b: 1
     c:
      d: 2
      e:
                f: 3
g:
 - h: 1
   i: 2
""",
    "wide colons": "a  : 1\nb :   2\nc   :\n   d :  {e  :  1 , f : 2}\n",
    "own fields": "x_own: {a: 1}\nname: Name\nx_more: [1, 2]\nzeal: 3\n",
}


@cache
def corpus() -> tuple[tuple[str, str], ...]:
    """Each file by its path or name, with its text."""
    found = [
        (path.relative_to(ROOT / folder).as_posix(), path.read_text(encoding="utf-8"))
        for folder in _FOLDERS
        for path in sorted((ROOT / folder).rglob("*.yaml"))
    ]
    return (*found, *STRANGE.items())


def dressed(text: str, chance: random.Random) -> bytes:
    """The file as another author might have left it: the same meaning, in other bytes."""
    for pattern, put in _DRESSES:
        if chance.random() < 0.25:
            text = _dressed_lines(text, pattern, put, chance)
    if chance.random() < 0.2:
        text = text.rstrip("\n") if _means_same(text, text.rstrip("\n")) else text
    if chance.random() < 0.3:
        text = text.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if chance.random() < 0.2 else b"") + text.encode()


_SHORT = re.compile(r"( *(?:- )?[a-z_][\w-]*: [\w-]+)$")
_DRESSES = (
    (_SHORT, r"\1 # behind"),
    (_SHORT, r"\1   #\ttab"),
    (_SHORT, r"\1  "),
    (re.compile(r"( *)(.*\S)"), r"\1# above\n\1\2"),
    (re.compile(r"()(.*\S)"), r"\n\2"),
    (re.compile(r"()(.*\S)"), r"  \n#at the margin\n\2"),
    (re.compile(r"( *[a-z_][\w-]*): ([a-z][\w-]*)$"), r'\1: "\2"'),
)


def _dressed_lines(text: str, pattern: re.Pattern[str], put: str, chance: random.Random) -> str:
    """Some of the lines dressed, where none of it changes the meaning."""
    share = chance.choice((0.1, 0.5, 1.0))
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if chance.random() < share:
            lines[number] = pattern.sub(put, line)
    dressed = "\n".join(lines)
    return dressed if _means_same(text, dressed) else text


def _means_same(text: str, other: str) -> bool:
    one, two = parse("", text.encode()), parse("", other.encode())
    return bool(two.data) == bool(one.data) and is_same(one.data, two.data)
