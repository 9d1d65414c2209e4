"""The record of a closed year: what of it holds after its corrections, and whether it is what the closing wrote."""

import base64
import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import yaml
from pydantic import BaseModel

from generator.schema.registry import ObligationFile
from generator.schema.result import Correction, Outcome, ResultFile, Status

#: What lies outside the digest.
_OUTSIDE: Final = ("sidik", "koreksi")


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds of one agency: its outcome at the closing, unless a correction has come after it."""

    outcome: Outcome
    correction: Correction | None = None

    @property
    def status(self) -> Status:
        """The status after corrections."""
        corrected = self.correction.status if self.correction else None
        return corrected or self.outcome.status

    @property
    def slugs(self) -> tuple[str, ...]:
        """The innovations that justify it, as they were called then: sorted, each once."""
        recorded = [proof.innovation for proof in self.outcome.proofs]
        return tuple(sorted(set(self.correction.innovations if self.correction else recorded)))


def effective(result: ResultFile, corrections: Collection[Correction]) -> tuple[Standing, ...]:
    """Every agency of the record in the order of slugs; the last correction of an agency holds."""
    last = {c.agency: c for c in sorted(corrections, key=_date) if c.status}
    outcomes = sorted(result.outcomes, key=lambda outcome: outcome.agency)
    return tuple(Standing(outcome, last.get(outcome.agency)) for outcome in outcomes)


def recorded_rules(result: ResultFile, corrections: Collection[Correction]) -> str:
    """The rule version on record: that of the closing, or of the last correction of the rules."""
    return [result.rules, *(c.rules for c in sorted(corrections, key=_date) if c.rules)][-1]


def obligation_then(result: ResultFile, now: ObligationFile) -> ObligationFile:
    """The year's rules as they were at the closing. Only the replies, which may come at any time, are today's."""
    then = {"legal_basis": result.legal_basis, "rules": result.clauses, "deadline": result.deadline, "exemptions": ()}
    return now.model_copy(update=then)


def digest(data: Mapping[str, Any]) -> str:
    """The `sidik` of a record as typed, whatever its notation and the order of its keys.

    32 signs, letters but for 2 to 7: hex digits would now and then look like somebody's telephone number.
    """
    held = {key: value for key, value in data.items() if key not in _OUTSIDE}
    content = json.dumps(held, sort_keys=True, ensure_ascii=False).encode()
    return base64.b32encode(hashlib.sha256(content).digest()[:20]).decode().lower()


def as_yaml(data: Mapping[str, Any] | Sequence[Any]) -> str:
    """The text of a record, or of a part of one."""
    return str(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000))


def as_typed(model: BaseModel, include: set[str] | None = None) -> dict[str, Any]:
    """What was typed of a model, or of these of its attributes, under the keys and in the words of its file."""
    dumped = model.model_dump(mode="json", by_alias=True, exclude_unset=True, include=include)
    return {key: _typed(value) for key, value in dumped.items()}


def _typed(value: Any) -> Any:
    """A value as people type it: yes and no are words of ours."""
    match value:
        case bool():
            return "ya" if value else "tidak"
        case dict():
            return {key: _typed(item) for key, item in value.items()}
        case list():
            return [_typed(item) for item in value]
    return value


class _Dumper(yaml.SafeDumper):
    """Lists stand indented under their key, as people write them here."""

    def increase_indent(self, *_usual: bool, **_named: bool) -> None:
        super().increase_indent()


def _date(correction: Correction) -> Any:
    return correction.date.first
