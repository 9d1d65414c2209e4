"""What one edition of the national index changed against the one before it, in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.registry import Registry
from generator.schema.indicators import IndicatorRecord, IndicatorsFile


@dataclass(frozen=True, slots=True)
class EditionChange:
    """An edition beside the one before it on record; `before` is None for the earliest."""

    edition: IndicatorsFile
    before: IndicatorsFile | None
    sentences: tuple[str, ...]


def course_of_editions(registry: Registry) -> tuple[EditionChange, ...]:
    """Every edition on record with what it changed, the newest first."""
    editions = [registry.indicators[year] for year in sorted(registry.indicators)]
    earlier = [None, *editions]
    pairs = zip(editions, earlier, strict=False)
    return tuple(
        EditionChange(edition, before, tuple(_changes(before, edition)) if before else ()) for edition, before in pairs
    )[::-1]


def _changes(before: IndicatorsFile, after: IndicatorsFile) -> Iterator[str]:
    old, new = ({one.slug: one for one in edition.indicators} for edition in (before, after))
    if before.maximum != after.maximum:
        yield f"Nilai tertinggi satu inovasi: {before.maximum} menjadi {after.maximum}."
    for slug, indicator in new.items():
        if slug not in old:
            yield f"Indikator baru: {indicator.name} (bobot {indicator.weight})."
        else:
            yield from _differences(old[slug], indicator)
    for slug, indicator in old.items():
        if slug not in new:
            yield f"Tidak ada lagi: {indicator.name}."
    for condition in after.eligibility:
        if condition not in before.eligibility:
            yield f"Syarat ikut: {condition}"


def _differences(old: IndicatorRecord, new: IndicatorRecord) -> Iterator[str]:
    if old.name != new.name:
        yield f"{old.name} kini bernama {new.name}."
    if old.weight != new.weight:
        yield f"{new.name}: bobot {old.weight} menjadi {new.weight}."
    if old.mandatory != new.mandatory:
        yield f"{new.name}: {'kini wajib' if new.mandatory else 'tidak lagi wajib'}."
    for basis in dict.fromkeys([*(old.bases or ("",)), *(new.bases or ("",))]):
        was, now = old.levels_of(basis), new.levels_of(basis)
        for level in sorted({*was, *now}):
            earlier, later = (levels.get(level, "tidak ada") for levels in (was, now))
            if earlier != later:
                yield f"{new.name}, tingkat {level}: {earlier} menjadi {later}."
