"""The records that are there, and how a row of a table finds its own among them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pmoascode.document import Document, Keys, parse
from pmoascode.document.blob import Files
from pmoascode.exchange.cleaning import folded
from pmoascode.office.layout import RESERVED
from pmoascode.records.kinds import KINDS, Kind


@dataclass
class Known:
    """One record that is there, or that an earlier row has made."""

    id: str
    path: str
    keys: Keys = ()  # inside of the file, for an entry of a register
    scope: str = ""  # the id of its owner, as in apollo
    data: Mapping[str, Any] = field(default_factory=dict)
    line: int = 0  # of the row that has taken it


class Library:
    """The files of the records, read when they are asked for."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self._read: dict[str, Document] = {}
        self._known: dict[str, list[Known]] = {}
        self._owners: dict[str, str] | None = None

    def document(self, path: str) -> Document | None:
        """The file as it is, if there is one."""
        if path in self.files and path not in self._read:
            self._read[path] = parse(path, self.files[path].read())
        return self._read.get(path)

    def of_kind(self, kind: Kind) -> list[Known]:
        """Every record of the kind, in the order of their paths."""
        if kind.name not in self._known:
            found = (self._in_file(kind, path) for path in sorted(self.files))
            self._known[kind.name] = [one for some in found for one in some]
        return self._known[kind.name]

    def owners(self) -> Mapping[str, str]:
        """Folded ids, numbers and names of projects and programmes, to their folders."""
        if self._owners is None:
            self._owners = {}
            kinds = [kind for kind in KINDS if kind.name in ("project", "programme")]
            for known in (one for kind in kinds for one in self.of_kind(kind)):
                numbers = known.data.get("external_ids")
                words = [known.id, *(numbers.values() if isinstance(numbers, dict) else ())]
                former = known.data.get("former_names")
                words += [known.data.get("name"), *(former if isinstance(former, list) else ())]
                for word in words:
                    self._owners.setdefault(folded(str(word or "")), known.path.rpartition("/")[0])
            self._owners.pop("", None)
        return self._owners

    def _in_file(self, kind: Kind, path: str) -> list[Known]:
        match = kind.expression.fullmatch(path)
        document = self.document(path) if match else None
        if match is None or document is None:
            return []
        groups = match.groupdict()
        scope = groups.get("scope") or ""
        if kind.shape == "record":
            name = groups.get("id") or groups.get("scope") or kind.name
            return [Known(name, path, (), scope, document.data)]
        return [
            Known(id, path, (id,), scope, entry)
            for id, entry in document.data.items()
            if isinstance(entry, dict) and not id.startswith("x_")
        ]

    def taken_ids(self) -> set[str]:
        """Ids that no new project, programme, portfolio can have."""
        folders = ("projects", "programmes", "portfolios")
        steps = (path.split("/") for path in self.files)
        taken = {step[1].removesuffix(".yaml") for step in steps if step[0] in folders and step[1:]}
        organisation = self.document("organisation.yaml")
        units = organisation.data.get("units") if organisation else None
        return taken | RESERVED | (set(units) if isinstance(units, dict) else set())


class Index:
    """Records by what a row can know of them."""

    def __init__(self, records: list[Known], renamed: tuple[tuple[str, str], ...]) -> None:
        self.records = records
        self.renamed = {folded(after): folded(before) for before, after in renamed}
        self._by: dict[str, dict[str, list[Known]]] = {}

    def found(self, target: str, value: str, scope: str = "") -> list[Known]:
        """The records whose field has the value, capital letters and punctuation aside."""
        if target not in self._by:
            self._by[target] = self._grouped(target)
        wanted = folded(value)
        names = [wanted]
        if target in ("name", "former_names") and wanted in self.renamed:
            names.append(self.renamed[wanted])
        found = [known for name in names if name for known in self._by[target].get(name, ())]
        owner = scope.rpartition("/")[2]
        return [known for known in found if not owner or known.scope == owner]

    def _grouped(self, target: str) -> dict[str, list[Known]]:
        grouped: dict[str, list[Known]] = defaultdict(list)
        for known in self.records:
            values = known.id if target == "id" else at(known.data, target)
            for value in values if isinstance(values, list) else [values]:
                if value is not None:
                    grouped[folded(str(value))].append(known)
        return grouped


def at(data: Any, target: str) -> Any:
    """The value that the keys with dots between lead to, else nothing."""
    for key in target.split("."):
        if not isinstance(data, dict) or key not in data:
            return None
        data = data[key]
    return data
