"""`make search-report`: what each query of `queries.yml` finds first, for those who mend the list of everyday words.

The queries were written by people who had seen the site's content and no list of words; those from "istri saya mau
lahiran" on, by somebody who knew the list. They run on the frozen copy of the catalogue, without a browser. `right` are the
answers that fit, any of them; of a need that has none it is empty, and `lead` may name what helps all the same.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from catalogues import FROZEN, ROOT, TODAY, as_project
from javascript import NODE

from generator import addresses, checking
from generator.publishing import pipeline
from generator.publishing.configuration import Configuration
from generator.settings import Edition

SHOWN: Final = 10
#: How many results a person looks at before they think that there is nothing.
AMONG: Final = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What one query found, beside what it should have."""

    query: dict[str, Any]
    found: dict[str, Any]

    @property
    def results(self) -> list[str]:
        """What was found, named as the right answers are."""
        return [named(address) for address in self.found["results"]]

    def is_right(self, first: int) -> bool:
        """Whether a right answer is among the first ones."""
        return any(result in self.query["right"] for result in self.results[:first])

    @property
    def leads_on(self) -> bool:
        """Whether a need without an answer gets something that helps: a hint, an affair, the page that leads on, or
        the sentence that nothing answers it, with the way to tell of the need."""
        lead = self.query.get("lead")
        shown = self.results[:AMONG]
        affair = any(result.startswith("urusan:") for result in shown)
        return lead in shown or affair or not shown or self.found["weak"] or bool(self.found["hints"])

    def line(self) -> str:
        """One line to read."""
        right = (self.query.get("zero") and self.leads_on) or self.is_right(1)
        mark = "  " if right else " ~" if self.is_right(AMONG) else " !"
        taken = "".join(f" ({typed} -> {' '.join(words)})" for typed, words in self.found["corrected"])
        hints = "".join(f" [{hint}]" for hint in self.found["hints"])
        return f"{mark} {self.query['q']:<36} {self.found['count']:>3}  {', '.join(self.results[:AMONG])}{taken}{hints}"


def named(address: str) -> str:
    """The address of a result as the queries name it: a slug, or what it is of and a slug."""
    top, _, rest = address.rstrip("/").partition("/")
    if f"{top}/" == addresses.INNOVATIONS and rest:
        return rest
    kinds = {"perangkat-daerah": "pd", "urusan": "urusan", "kecamatan": "kecamatan", "jenis": "jenis"}
    return f"{kinds[top]}:{rest}" if rest and top in kinds else f"halaman:{address.rstrip('/')}"


def site_of(root: Path, folder: Path) -> Path:
    """`folder` with all that a search of the catalogue at `root` needs."""
    settings = Configuration.read(root / "mkdocs.yml").settings
    docs = {path.relative_to(root / "docs").as_posix(): path.read_bytes() for path in (root / "docs").rglob("*.md")}
    shown = {path: content for path, content in docs.items() if not path.startswith("dev/")}
    tree = pipeline.build(root, checking.check(root, TODAY), settings, Edition(TODAY, TODAY), shown)
    needed = {path: content for path, content in tree.items() if path.startswith(addresses.SEARCH)}
    needed |= {path: (ROOT / "site_templates/theme" / path).read_bytes() for path in addresses.SCRIPTS}
    for path, content in needed.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def answerable(folder: Path, queries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The queries of which this catalogue has a right answer, or of which there is none anywhere."""
    results = (json.loads(path.read_bytes()) for path in (folder / addresses.SEARCH / "isi").iterdir())
    known = {named(result["alamat"]) for result in results}
    return [query for query in queries if query.get("zero") or known & set(query["right"])]


def answered(folder: Path, queries: list[dict[str, Any]]) -> list[Answer]:
    """What each query finds in the site in `folder`."""
    sent = json.dumps([[query["q"] for query in queries], SHOWN])
    command = [NODE, Path(__file__).with_suffix(".mjs"), folder]
    done = subprocess.run(command, input=sent, stdout=subprocess.PIPE, text=True, check=True)
    return [Answer(query, found) for query, found in zip(queries, json.loads(done.stdout), strict=True)]


def shares(answers: list[Answer]) -> tuple[float, float, float]:
    """Of the queries that have an answer: right first, right among the first; of the others: led on."""
    real = [answer for answer in answers if not answer.query.get("zero")]
    zeros = [answer for answer in answers if answer.query.get("zero")]
    first, among = (sum(answer.is_right(count) for answer in real) / len(real) for count in (1, AMONG))
    return first, among, sum(answer.leads_on for answer in zeros) / len(zeros)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        data = ROOT if "--living" in sys.argv else FROZEN
        site = site_of(as_project(Path(scratch, "project"), data), Path(scratch, "site"))
        for name in [name for name in sys.argv[1:] if name != "--living"] or [
            str(Path(__file__).with_name("queries.yml"))
        ]:
            found = answered(site, answerable(site, yaml.safe_load(Path(name).read_text("utf-8"))))
            print(*(answer.line() for answer in found), sep="\n")
            print("first {:.0%}, among three {:.0%}, led on {:.0%} of {}".format(*shares(found), len(found)))
