"""Intellectual property: numbers of a form that their kind has, protection that ends after it began."""

import re
from collections.abc import Iterator, Sequence

from generator.catalogue.subject import Subject
from generator.dates import spoken
from generator.problems import Problem, problem

_SIGNS = re.compile(r"[^0-9A-Za-z]")


def check(subject: Subject) -> Iterator[Problem]:
    """A number that is odd for its kind (a warning: the forms on record may lack one), dates out of order."""
    if subject.catalogue is None:
        return
    kinds = subject.catalogue.registry.taxonomy["jenis_ki"]
    for innovation, document in subject.innovations():
        for number, right in enumerate(innovation.entry.properties):
            forms = kinds[right.kind].numbers if right.kind else ()
            if right.number and forms and not has_form(right.number, forms):
                place = document.place(("kekayaan_intelektual", number, "nomor"))
                yield problem("K021", place, field="nomor", nilai=right.number, bentuk=", ".join(forms))
            if right.date and right.expires and right.expires.surely_before(right.date):
                place = document.place(("kekayaan_intelektual", number, "berlaku_sampai"))
                said = {"nilai": spoken(right.expires), "tanggal": spoken(right.date)}
                yield problem("A028", place, field="berlaku_sampai", **said)


def has_form(number: str, forms: Sequence[str]) -> bool:
    """Whether `number`, whatever signs part it, has one of the forms, in which 9 stands for any digit."""
    bare = re.sub("[0-9]", "9", _SIGNS.sub("", number)).upper()
    return any(bare == re.sub("[0-9]", "9", form).upper() for form in forms)
