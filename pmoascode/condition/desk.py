"""Whether this desk is set up: who sits at it, what git leaves out, what the editor knows."""

import json
from collections.abc import Iterator

from pmoascode.condition.remark import Remark
from pmoascode.condition.setup import Setup
from pmoascode.editors import IGNORED, SCHEMAS, editor_files
from pmoascode.forge import person_at

_SETTINGS = ".vscode/settings.json"
_SCHEMA = f"{SCHEMAS}/project.schema.json"  # one of those that each copy makes for itself
_IGNORED = ("build/", ".pmo-writing-*", IGNORED)


def desk(setup: Setup) -> Iterator[Remark]:
    """What there is to say of the desk."""
    if setup.git.version:
        yield from _identity(setup)
    if setup.records:
        yield _ignored(setup)
        yield _editor(setup)


def _identity(setup: Setup) -> Iterator[Remark]:
    email = setup.git.email
    if not email:
        said = "git does not know under which address changes are made here"
        yield Remark("identity", "missing", said, "git config --global user.email ADDRESS")
    elif setup.records:
        person = person_at(email, setup.records.office)
        if person:
            yield Remark("identity", "ok", f"changes from here are those of {person.name}")
        else:
            said = f"nobody of the office, or more than one, has the address {email}"
            remedy = f"pmo set PERSON.identities.emails {email}"
            yield Remark("identity", "odd", said, remedy)


def _ignored(setup: Setup) -> Remark:
    lines = {line.strip().lstrip("/") for line in setup.files.get(".gitignore", "").splitlines()}
    lacking = [each for each in _IGNORED if each not in lines and each.rstrip("/") not in lines]
    if lacking:
        said = f"git would keep what is made again each time: {', '.join(lacking)}"
        return Remark("ignored", "odd", said, "add these lines to .gitignore")
    return Remark("ignored", "ok", "git leaves out what is made again each time")


def _editor(setup: Setup) -> Remark:
    text = setup.files.get(_SETTINGS)
    make = "pmo editor-schemas"
    if text is None:
        return Remark("editor", "ok", "there are no settings of Visual Studio Code")
    below = setup.records.below if setup.records else ""
    wanted = json.loads(editor_files(below)[_SETTINGS])["yaml.schemas"]
    if not all(f'"{schema}"' in text for schema in wanted):
        said = f"{_SETTINGS} lacks schemas of some kinds of record"
        return Remark("editor", "odd", said, make)
    if _SCHEMA not in setup.files:
        said = "the editor knows no names and fields yet: this copy has no .pmo/schemas"
        return Remark("editor", "odd", said, make)
    return Remark("editor", "ok", f"{_SETTINGS} gives each record its schema")
