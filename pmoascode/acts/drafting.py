"""Edits to files of records, gathered into a draft; each keeps all else of its file as it was."""

from collections.abc import Mapping
from typing import Any

from pmoascode.acts.draft import Draft
from pmoascode.acts.placing import in_order, kind_at, nested, order_in
from pmoascode.document import Document, Files, Keys, parse
from pmoascode.edit import EditFailed, content, with_value, without, written
from pmoascode.edit.form import kept_in_form
from pmoascode.finding import CannotRun


class Drafting:
    """The files as they are, with edits on top.

    Every method raises `CannotRun` where the file cannot be read, or an edit cannot be made
    without changing more than it.
    """

    def __init__(self, files: Files) -> None:
        self._files = files
        self._before: dict[str, bytes | None] = {}
        self._after: dict[str, bytes | None] = {}
        self._says: list[str] = []
        self._moves: dict[str, str] = {}

    @property
    def draft(self) -> Draft:
        """What has been gathered; a new file, and one that was in the canonical form, is in it."""
        after = {path: self._in_form(path) for path in self._after}
        return Draft(dict(self._before), after, tuple(self._says), dict(self._moves))

    def say(self, sentence: str) -> None:
        """Adds a sentence for the one who acts."""
        self._says.append(sentence)

    def has(self, path: str) -> bool:
        """Whether there is such a file now."""
        return self._content(path) is not None

    def data(self, path: str) -> dict[str, Any]:
        """What the file says now; nothing where there is none."""
        return self._document(path).data if self.has(path) else {}

    def set(self, path: str, keys: Keys, value: Any) -> None:
        """The value under the keys, in the place that its kind gives it; makes what is missing."""
        kind = kind_at(path)
        if not self.has(path):
            self.make(path, nested(keys, value))
            return
        document = self._document(path)
        order = order_in(kind, document.data, keys)
        self._edit(path, lambda: with_value(document, keys, in_order(kind, keys, value), order))

    def add(self, path: str, keys: Keys, value: Any) -> None:
        """One more entry at the end of the list under the keys; a missing list is made."""
        part: Any = self.data(path)
        for key in keys:
            part = part.get(key) if isinstance(part, dict) else part[int(key)]
            if part is None:
                self.set(path, keys, [value])
                return
        self.set(path, (*keys, len(part)), value)

    def remove(self, path: str, keys: Keys) -> None:
        """The value under the keys, and its key, gone."""
        document = self._document(path)
        self._edit(path, lambda: without(document, keys))

    def make(self, path: str, data: Mapping[str, Any]) -> None:
        """A file that was not there, in the canonical layout."""
        if self.has(path):
            raise CannotRun(f"{path} is there already")
        ordered = in_order(kind_at(path), (), dict(data))
        self._edit(path, lambda: written(ordered))

    def move(self, path: str, to: str) -> None:
        """The file under another path."""
        content = self._content(path)
        if content is None or self.has(to):
            raise CannotRun(f"{to} is there already" if content else f"there is no file {path}")
        self._keep(to, content)
        self._keep(path, None)
        self._moves[to] = path

    def delete(self, path: str) -> None:
        """The file gone."""
        self._keep(path, None)

    def _in_form(self, path: str) -> bytes | None:
        after = self._after[path]
        before = self._before[self._moves.get(path, path)]
        return after if after in (None, before) else kept_in_form(path, before, after)

    def _edit(self, path: str, edit: Any) -> None:
        old = self._content(path) or b""
        try:
            text: str = edit()
        except EditFailed as failure:
            raise CannotRun(str(failure)) from failure
        self._keep(path, content(text, old))

    def _keep(self, path: str, content: bytes | None) -> None:
        self._before.setdefault(path, self._files[path].read() if path in self._files else None)
        self._after[path] = content

    def _content(self, path: str) -> bytes | None:
        if path in self._after:
            return self._after[path]
        return self._files[path].read() if path in self._files else None

    def _document(self, path: str) -> Document:
        document = parse(path, self._content(path) or b"")
        if document.findings:
            first = document.findings[0]
            raise CannotRun(f"{first.place} must be put right first: {first.message}")
        return document
