"""Whole numbers that files hold: years, levels and counts, money; what a refusal says of each."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator import dates

WHOLE: Final = re.compile(r"\A-?[0-9]{1,18}\Z")
#: How the kinds of number are written: what a refusal says of each.
YEAR_WRITTEN: Final = "tulis tahunnya dengan empat angka, misalnya 2025"
FEW_WRITTEN: Final = "tulis satu angka saja, misalnya 2"
MONEY_WRITTEN: Final = "tulis angka saja tanpa Rp dan tanpa titik ribuan, misalnya 45000000"
DEGREES_WRITTEN: Final = "tulis derajat dengan angka, dan pakai titik untuk pecahannya, misalnya -0.15"
#: Up to here a number is a level or a count, beyond it money.
FEW: Final = 5_000


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `low` to `high`, written in digits only."""

    low: int
    high: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, core_schema.int_schema())

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}

    @property
    def _written(self) -> str:
        if (self.low, self.high) == (dates.FIRST_YEAR, dates.LAST_YEAR):
            return YEAR_WRITTEN
        return FEW_WRITTEN if self.high <= FEW else MONEY_WRITTEN

    def _read(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if not WHOLE.match(value.strip()):
            raise PydanticCustomError("bilangan", "bilangan", {"tulisan": self._written})
        number = int(value)
        if not self.low <= number <= self.high:
            raise PydanticCustomError("rentang", "rentang", {"batas": f"{self.low} sampai {self.high}"})
        return number


Year = Annotated[int, Whole(dates.FIRST_YEAR, dates.LAST_YEAR)]
