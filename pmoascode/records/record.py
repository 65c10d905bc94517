"""What every record knows of itself: its id, its file and its place in the file."""

from typing import ClassVar, NamedTuple

from msgspec import Struct

Keys = tuple[str | int, ...]


class At(NamedTuple):
    """A value of a record, named by its file and its keys; lines are looked up when needed."""

    path: str
    keys: Keys = ()
    of_key: bool = False  # the key is meant, not its value


class Record(Struct, frozen=True, kw_only=True, eq=True):
    """One thing that the office keeps, as one revision says it.

    `id` comes from the file's name, or from the entry's key in a register; `scope` is the record
    that it belongs to, as in "project/apollo", empty for what belongs to the organisation.
    """

    kind: ClassVar[str] = ""

    id: str = ""
    path: str = ""
    keys: Keys = ()
    scope: str = ""

    def at(self, *keys: str | int) -> At:
        """The place of a value of this record, by its keys; of the record itself without keys."""
        return At(self.path, self.keys + keys)

    def at_key(self, *keys: str | int) -> At:
        """The place of a key of this record."""
        return At(self.path, self.keys + keys, of_key=True)

    @property
    def name_in_full(self) -> str:
        """Kind, scope and id, as in "risk/apollo/vendor-late": how findings and waivers name it."""
        owner = self.scope_id
        return "/".join((self.kind, owner, self.id) if owner else (self.kind, self.id))

    @property
    def display_name(self) -> str:
        """What people call it: its name or title, else its id."""
        named = getattr(self, "name", None) or getattr(self, "title", None)
        return named or self.id or self.kind

    @property
    def scope_id(self) -> str:
        """The id of the record that this one belongs to, empty where it belongs to none."""
        return self.scope.partition("/")[2]


class Part(Struct, frozen=True, kw_only=True):
    """A part of a record, such as a milestone; it has no identity of its own."""
