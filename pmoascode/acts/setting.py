"""Fields of records set to what somebody typed, or taken away."""

from collections.abc import Iterable

from pmoascode.acts.draft import Draft
from pmoascode.acts.drafting import Drafting
from pmoascode.acts.naming import named
from pmoascode.acts.placing import kind_at
from pmoascode.acts.values import value_of
from pmoascode.document import Files
from pmoascode.finding import CannotRun
from pmoascode.office import Office


def with_fields(office: Office, files: Files, given: Iterable[tuple[str, str | None]]) -> Draft:
    """The fields, by name, with their values as typed; without a value the field goes.

    Raises:
        CannotRun: there is no such record or field, or the field does not take the value.
    """
    drafting = Drafting(files)
    for name, text in given:
        field = named(office, name)
        path = field.record.path
        if not field.keys:
            raise CannotRun(f"`{name}` is a record; name one of its fields, as in `{name}.status`")
        if text is None:
            drafting.remove(path, field.in_file)
        else:
            drafting.set(path, field.in_file, value_of(kind_at(path), field.keys, text))
    return drafting.draft
