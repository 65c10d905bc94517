"""A table for other programs: typed columns and rows, the same in every format."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Cell = str | int | Decimal | dt.date | bool | None
Type = Literal["text", "integer", "number", "money", "date", "boolean"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; empty cells are None in every type."""

    name: str  # snake_case, with dots for parts of a field
    type: Type
    description: str
    choices: tuple[str, ...] = ()  # the values that a text can have; none where it is free


@dataclass(frozen=True, slots=True)
class Table:
    """One table; each row has a cell for each column."""

    name: str  # kebab-case, its name in addresses
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
