"""What every model of a file is made of: the strict base, a field, a list."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """The base of all models: unknown keys are problems, values do not change."""

    # A model is built when it first reads something: most commands need few of them.
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)


def key(name: str, label: str, help_text: str, *, required: bool = False, **more: Any) -> Any:
    """A field: official key, Indonesian label, Indonesian help."""
    default: Any = ... if required else None
    return Field(default, alias=name, title=label, description=help_text, **more)


def items(name: str, label: str, help_text: str, *, most: int, least: int = 0) -> Any:
    """A field that holds a list of at most `most` items; missing is the same as empty."""
    default: Any = ... if least else ()
    return Field(default, alias=name, title=label, description=help_text, min_length=least, max_length=most)
