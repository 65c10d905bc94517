"""Hostile pull requests that play with files, names and bytes."""

from tests.gate.branches import Entry, Pull, added, edit
from tests.gate.changes import (
    ACTIONS,
    APOLLO,
    GO_LIVE,
    HERMES,
    RISKS,
)
from tests.gate.hostile import Hostile
from tests.gate.requests import VALID, text

TREES = {
    "everything taken away": Hostile("", Pull(dict.fromkeys(VALID, ""))),
    "a file in other capitals": Hostile(
        "file-in-unknown-place", Pull({RISKS: "", "projects/apollo/Risks.yaml": text(RISKS)})
    ),
    "a folder in other capitals": Hostile(
        "file-in-unknown-place",
        Pull({"projects/Apollo/project.yaml": edit(APOLLO, GO_LIVE)[APOLLO]}),
    ),
    "a link out of the tree": Hostile(
        "not-a-plain-file", Pull({ACTIONS: Entry("120000", "/etc/passwd")})
    ),
    "a link for a folder": Hostile(
        "not-a-plain-file", Pull({"projects/apollo/reports": Entry("120000", "../../../../etc")})
    ),
    "a submodule for a folder": Hostile(
        "not-a-plain-file", Pull({"projects/apollo/reports": Entry("160000")})
    ),
    "a submodule for the records of a project": Hostile(
        "not-a-plain-file", Pull({"projects/hermes": Entry("160000")})
    ),
    "a program for a file": Hostile(
        "not-a-plain-file", Pull({ACTIONS: Entry("100755", text(ACTIONS))})
    ),
    "a shadow that ends in .yml": Hostile(
        "file-in-unknown-place", Pull({"projects/apollo/risks.yml": text(RISKS)})
    ),
    "a file set aside": Hostile(
        "record-removed", Pull({RISKS: "", "projects/apollo/risks.yaml.bak": text(RISKS)})
    ),
    "a command in a file's name": Hostile(
        "file-in-unknown-place", Pull({"projects/apollo/x\n::stop-commands::now\n.yaml": "{}\n"})
    ),
    "a command in a value": Hostile(
        "value-not-allowed",
        Pull(edit(HERMES, ("status: proposed", 'status: "x\\n::error::no\\n##[add-mask]green"'))),
    ),
    "aliases of aliases": Hostile("alias", Pull(added(ACTIONS, "x_a: &a [1, 1]\nx_b: [*a, *a]\n"))),
    "a key behind a hidden line break": Hostile(
        "hidden-line-break", Pull(added(HERMES, "# no change\N{LINE SEPARATOR}tier: large\n"))
    ),
    "one key from each side of a merge": Hostile(
        "duplicate-key",
        Pull(
            added(
                HERMES,
                "publish: true\npriority: {scores: {value: 5}, scored_by: omar-haddad}\n"
                "summary: Another.\n",
            ),
            "sam-okoro",
            meanwhile=edit(HERMES, ("One service", "The service")),
            merges=True,
        ),
    ),
    "a program in a value": Hostile(
        "tag",
        Pull(added(ACTIONS, "see: {do: !!python/object/apply:os.system [id], owner: tom-berg}\n")),
    ),
    "bytes that are no text": Hostile(
        "not-utf8", Pull({ACTIONS: text(ACTIONS).encode() + b"# caf\xe9\n"})
    ),
    "a file too large to read": Hostile(
        "too-big", Pull({ACTIONS: text(ACTIONS) + "# x\n" * 300_000})
    ),
}
