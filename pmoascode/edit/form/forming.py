"""A file brought into the canonical form, with the proof that nothing else has changed."""

from collections import Counter

from pmoascode.document import Document, parse
from pmoascode.edit.form.attaching import commented
from pmoascode.edit.form.comments import comments
from pmoascode.edit.form.lines import lines
from pmoascode.edit.form.ordering import put_in_order
from pmoascode.edit.form.reading import record
from pmoascode.edit.proof import EditFailed, is_same
from pmoascode.edit.writing import content
from pmoascode.office import kind_of


def formed(document: Document) -> str:
    """The text of the document in the canonical form; its path says which kind of record it is.

    The document must have been read without a finding.

    Raises:
        EditFailed: the form would say something else than the text.
    """
    if not document.data:
        return "\n".join(line.rstrip() for line in document.text.strip().splitlines()) + "\n"
    parts = record(document)
    sheet = commented(document.text, parts)
    found = kind_of(document.path)
    if found:
        put_in_order(sheet, found[0])
    text = "\n".join(lines(sheet)) + "\n"
    if text == document.text:
        return text
    again = parse(document.path, text.encode("utf-8"))
    if (
        again.findings
        or not is_same(again.data, document.data)
        or _words(again) != _words(document)
    ):
        raise EditFailed(f"{document.path} cannot be laid out without changing what it says")
    return text


def kept_in_form(path: str, before: bytes | None, after: bytes) -> bytes:
    """What an edit has made of a file, in the canonical form if the file was so, or is new."""
    if before is not None and not is_formed(parse(path, before), before):
        return after
    document = parse(path, after)
    if document.findings:
        return after
    try:
        return content(formed(document))
    except EditFailed:
        return after


def is_formed(document: Document, text: bytes) -> bool:
    """Whether the document, as read from the bytes, is in the canonical form."""
    try:
        return not document.findings and content(formed(document)) == text
    except EditFailed:
        return False


def _words(document: Document) -> Counter[str]:
    """The comments of the document."""
    return Counter(found.text for found in comments(document.text, record(document)))
