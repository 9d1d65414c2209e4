"""What was found of the links of evidence: each address once, no day ahead, shut since a day that was looked at."""

from collections.abc import Iterator

from generator import layout
from generator.catalogue.subject import Subject
from generator.dates import spoken
from generator.problems import Problem, problem


def check(subject: Subject) -> Iterator[Problem]:
    """Repeats, days that have not come, `sejak` of what is not shut or after the last look."""
    seen = set()
    for number, link in enumerate(subject.catalogue.registry.links if subject.catalogue else ()):
        at = ("tautan", number)
        if link.url in seen:
            yield problem("R002", subject.place(layout.LINKS, *at, "alamat"), field="alamat", nilai=link.url)
        seen.add(link.url)
        if link.looked.first > subject.today:
            place, today = subject.place(layout.LINKS, *at, "dilihat"), spoken(subject.today)
            yield problem("A001", place, field="dilihat", nilai=link.looked, hari_ini=today)
        shut = link.state == "tidak-terbuka"
        if shut != (link.since is not None) or (link.since and link.looked.surely_before(link.since)):
            yield problem("R093", subject.place(layout.LINKS, *at), field="sejak", nilai=link.url)
