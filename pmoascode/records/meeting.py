"""The meeting: what a board was asked, decided and asked for."""

from typing import Annotated, ClassVar

from pmoascode.records.fields import Line, Link, PersonId, Prose, says
from pmoascode.records.parts import Action
from pmoascode.records.record import Part, Record


class Question(Part, frozen=True, kw_only=True):
    """Something that the board was asked."""

    text: Annotated[Line, says("Text", "What was asked.", "May go-live move to April?")]
    by: Annotated[PersonId | None, says("By", "Who asked.", "tom-berg")] = None
    answer: Annotated[
        Prose | None, says("Answer", "What the board said.", "Yes, if the cost stays.")
    ] = None


class Resolution(Part, frozen=True, kw_only=True):
    """Something that the board decided."""

    text: Annotated[Line, says("Text", "What was decided.", "Go-live moves to 2 April 2027")]
    reference: Annotated[
        Line | None,
        says(
            "Reference",
            "The record of the decision, by kind and id.",
            "change-request/apollo/go-live-april",
            pattern="^[a-z][a-z-]*(/[a-z0-9][a-z0-9-]*){1,2}$",
        ),
    ] = None


class Meeting(Record, frozen=True, kw_only=True):
    """One meeting of one board or forum; its day is the file's name."""

    kind: ClassVar[str] = "meeting"

    title: Annotated[Line, says("Title", "What the meeting is called.", "Change board, November")]
    chair: Annotated[PersonId | None, says("Chair", "Who led it.", "maria-silva")] = None
    attendees: Annotated[
        tuple[PersonId, ...], says("Attendees", "Who was there.", ["maria-silva", "tom-berg"])
    ] = ()
    questions: Annotated[
        tuple[Question, ...],
        says("Questions", "What was asked.", [{"text": "May go-live move to April?"}]),
    ] = ()
    decisions: Annotated[
        tuple[Resolution, ...],
        says("Decisions", "What was decided.", [{"text": "Go-live moves to 2 April 2027"}]),
    ] = ()
    actions: Annotated[
        tuple[Action, ...],
        says(
            "Actions",
            "What was agreed to be done.",
            [{"do": "Tell the branches", "owner": "tom-berg", "due": "2026-11-20"}],
        ),
    ] = ()
    minutes: Annotated[
        Link | None,
        says("Minutes", "Where the minutes are kept.", "https://files.example/minutes/2026-11"),
    ] = None
