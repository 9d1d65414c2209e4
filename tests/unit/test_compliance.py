"""What counts: every line of the rules, on the fictional region and a day of one's choice."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping

import pytest
import yaml
from conftest import BASE, SETTINGS, TODAY, codes, made, tree

from generator import checking
from generator.catalogue.catalogue import Catalogue
from generator.compliance.earlier_years import earlier_years, produced
from generator.compliance.headline import headline, parted, rises, waiting
from generator.compliance.index import JUDGED, YearIndex, assess, in_force, last_day, years_on_record
from generator.compliance.wording import listed, name_of, number, reason, rupiah, status_word
from generator.publishing import pipeline
from generator.settings import Edition

RULES = yaml.load((BASE / "registry/obligations/2026.yml").read_text("utf-8"), yaml.BaseLoader)
AGENCIES = yaml.load((BASE / "registry/agencies.yml").read_text("utf-8"), yaml.BaseLoader)["perangkat_daerah"]
#: A day after everything that these tests let happen.
LATER = dt.date(2028, 6, 1)
NO_NUMBER, NO_DATE, NO_TEXT = {"nomor": None}, {"tanggal": None}, {"naskah": None}


def agency(slug: str, name: str, **more) -> dict:
    row = {"slug": slug, "nama_resmi": name, "jenis": "dinas", "nama_terkonfirmasi": "ya", "terikat": "ya"}
    return {**row, "sumber": {"judul": "Rekaan"}, **more}


def register(*rows: Mapping, without: Iterable[str] = ()) -> dict[str, str]:
    """The fictional register plus `rows`; a row with a known slug replaces the known one."""
    merged = {row["slug"]: row for row in [*AGENCIES, *rows]}
    for slug in without:
        del merged[slug]
    return {"registry/agencies.yml": json.dumps({"perangkat_daerah": list(merged.values())})}


def year_file(
    year: int = 2026, *, basis: Mapping | None = None, rules: Mapping | None = None, **more
) -> dict[str, str]:
    """A year's rules: the fictional ones with changes. `rules`: name -> value of a rule."""
    values = {"berlaku_mulai": f"{year}-01-01", **(rules or {})}
    changed = {name: {**RULES["aturan"][name], "nilai": value} for name, value in values.items()}
    content = {
        **RULES,
        "tahun": str(year),
        "dasar_hukum": {**RULES["dasar_hukum"], **(basis or {})},
        "aturan": {**RULES["aturan"], **changed},
        **more,
    }
    return {f"registry/obligations/{year}.yml": json.dumps(content)}


def entry(path: str, *events: str, **more) -> dict[str, str]:
    """An innovation `agency/slug` with events written `penerapan 2026-03`."""
    history = []
    for event in events:
        kind, date = event.split()
        stop = {"alasan": "Anggaran habis."} if kind == "dihentikan" else {}
        history.append({"peristiwa": kind, "tanggal": date, **stop})
    name = path.partition("/")[2].replace("-", " ").title()
    content = {"nama": name, "ringkasan": "Rekaan.", "bentuk": "lainnya", "urusan": ["kesehatan"], "riwayat": history}
    return {f"innovations/{path}.yml": json.dumps({**content, **more})}


class Region:
    """A checked project and what the index says of it on any day."""

    def __init__(self, root) -> None:
        self.root = root
        self.checked = checking.check(root, LATER)
        assert not self.checked.problems.errors, self.checked.problems.errors
        self.built: dict[dt.date, pipeline.SiteTree] = {}

    @property
    def catalogue(self) -> Catalogue:
        return self.checked.catalogue

    def index(self, as_of: dt.date = TODAY, year: int = 2026) -> YearIndex:
        return assess(self.catalogue, year, as_of)

    def status(self, slug: str, as_of: dt.date = TODAY, year: int = 2026) -> str | None:
        """The status code; None if the agency is not in the register on that day."""
        verdict = self.index(as_of, year).of(slug)
        return verdict.status if verdict else None

    def slugs(self, slug: str, as_of: dt.date = TODAY, year: int = 2026) -> tuple[str, ...]:
        return self.index(as_of, year).of(slug).slugs

    def reason(self, slug: str, as_of: dt.date = TODAY, year: int = 2026) -> str:
        index = self.index(as_of, year)
        return reason(index.of(slug), index, self.catalogue)

    def page(self, address: str, as_of: dt.date = TODAY) -> str:
        if as_of not in self.built:
            self.built[as_of] = made(self.root, self.checked, SETTINGS, Edition(as_of, "0" * 40))
        return self.built[as_of][f"{address}index.md"].decode()


@pytest.fixture
def region(project):
    """A function that makes the fictional region without any innovation, then `files` on top."""

    def make(*files: Mapping[str, str | None]) -> Region:
        merged: dict[str, str | None] = {"innovations/dinkes/posyandu-malam.yml": None}
        for some in files:
            merged |= some
        return Region(project(merged))

    return make


# Counting


@pytest.mark.parametrize("kind", ["inisiatif", "uji-coba", "penerapan", "pengembangan"])
def test_beginning_trying_applying_or_developing_in_the_year_counts(region, kind):
    here = region(entry("disdik/kapal-baca", f"{kind} 2026-05-02"))
    assert here.status("disdik") == "memenuhi"
    assert here.slugs("disdik") == ("kapal-baca",)


@pytest.mark.parametrize("kind", ["dilaporkan", "dihentikan", "selesai"])
def test_a_report_a_stop_or_an_end_never_counts(region, kind):
    here = region(entry("disdik/kapal-baca", "penerapan 2024-05-02", f"{kind} 2026-05-02"))
    assert here.status("disdik") == "belum"
    assert here.slugs("disdik") == ()


def test_what_is_withdrawn_counts_no_more_on_any_day_nor_for_a_partner(region):
    withdrawn = {"ditarik": {"tanggal": "2026-09-01", "alasan": "Tercatat dua kali."}}
    shared = entry(
        "disdik/kapal-baca", "penerapan 2026-05-02", kolaborator=[{"perangkat_daerah": "dinkes"}], **withdrawn
    )
    here = region(shared, year_file(rules={"kolaborasi_dihitung": "ya"}))
    for day in (dt.date(2026, 6, 1), TODAY):
        assert [here.status(slug, day) for slug in ("disdik", "dinkes")] == ["belum", "belum"]


def test_what_is_withdrawn_leaves_the_years_before_the_duty(region):
    withdrawn = {"ditarik": {"tanggal": "2026-09-01", "alasan": "Tercatat dua kali."}}
    here = region(entry("disdik/kapal-baca", "penerapan 2024-05-02", **withdrawn))
    assert earlier_years(here.catalogue, TODAY) == ()


def test_only_a_report_in_the_year_does_not_count(region):
    assert region(entry("disdik/kapal-baca", "dilaporkan 2026-05-02")).status("disdik") == "belum"


def test_having_been_verified_in_the_year_does_not_count(region):
    assert region(entry("disdik/kapal-baca", "penerapan 2024", diperiksa="2026-05-02")).status("disdik") == "belum"


def test_what_only_kept_running_does_not_count(region):
    here = region(entry("disdik/kapal-baca", "inisiatif 2023", "penerapan 2025-12-31"))
    assert here.status("disdik") == "belum"
    assert here.status("disdik", dt.date(2028, 1, 1)) == "belum"


def test_an_event_of_the_next_year_does_not_count_for_this_one(region):
    here = region(entry("disdik/kapal-baca", "penerapan 2027-01-01"), year_file(2027))
    assert here.status("disdik", dt.date(2027, 2, 1), 2026) == "belum"
    assert here.status("disdik", dt.date(2027, 2, 1), 2027) == "memenuhi"


def test_what_stopped_later_in_the_year_still_counts(region):
    here = region(entry("disdik/kapal-baca", "penerapan 2026-02-01", "dihentikan 2026-08-01"))
    assert here.status("disdik") == "memenuhi"


def test_development_of_an_old_innovation_counts(region):
    assert region(entry("disdik/kapal-baca", "penerapan 2019", "pengembangan 2026-02")).status("disdik") == "memenuhi"


def test_the_year_file_decides_which_events_count(region):
    here = region(
        year_file(rules={"peristiwa_dihitung": ["penerapan"]}),
        entry("disdik/kapal-baca", "inisiatif 2026-02-01"),
        entry("dinkes/posyandu-siang", "penerapan 2026-02-01"),
    )
    assert here.status("disdik") == "belum"
    assert here.status("dinkes") == "memenuhi"
    assert "penerapan" in here.reason("disdik")
    assert "inisiatif" not in here.reason("disdik")


@pytest.mark.parametrize("kind", ["dilaporkan", "dihentikan", "selesai"])
def test_no_year_file_can_make_a_report_or_an_ending_count(project, kind):
    assert codes(project(year_file(rules={"peristiwa_dihitung": ["penerapan", kind]}))) == ["R015"]


def test_the_minimum_counts_innovations_and_not_events(region):
    rules = year_file(rules={"minimum": "2"})
    one = region(rules, entry("disdik/kapal-baca", "inisiatif 2026-01-05", "penerapan 2026-05-02"))
    assert one.status("disdik") == "belum"
    assert one.slugs("disdik") == ("kapal-baca",)
    assert "Baru tercatat 1 dari 2 inovasi" in one.reason("disdik")
    two = region(rules, entry("disdik/kapal-baca", "penerapan 2026"), entry("disdik/sepeda-baca", "inisiatif 2026-03"))
    assert two.status("disdik") == "memenuhi"
    assert two.slugs("disdik") == ("kapal-baca", "sepeda-baca")


# Credit


def test_a_collaborator_gets_no_credit_but_sees_where_it_takes_part(region):
    here = region(entry("disdik/kapal-baca", "penerapan 2026-05", kolaborator=[{"perangkat_daerah": "dinkes"}]))
    assert here.status("disdik") == "memenuhi"
    assert here.status("dinkes") == "belum"
    assert here.slugs("dinkes") == ()
    page = here.page("perangkat-daerah/dinkes/")
    joined = page[page.index("Ikut serta") :]
    assert "Kapal Baca" in joined
    assert "Tidak dihitung" in joined


@pytest.fixture
def shared(region):
    partners = [{"perangkat_daerah": "dinkes", "peran": "petugas"}, {"nama": "Komunitas Rekaan"}]
    return region(
        year_file(rules={"kolaborasi_dihitung": "ya"}),
        entry("disdik/kapal-baca", "penerapan 2026-05", kolaborator=partners),
    )


def test_a_collaborator_is_credited_if_the_year_file_says_so(shared):
    assert shared.status("disdik") == "memenuhi"
    assert shared.status("dinkes") == "memenuhi"
    assert shared.slugs("dinkes") == ("kapal-baca",)
    assert shared.status("kecamatan-utara") == "belum"


def test_a_collaboration_that_counts_is_not_called_uncounted(shared):
    assert "Tidak dihitung" not in shared.page("perangkat-daerah/dinkes/")


def test_a_unit_earns_for_the_agency_in_whose_folder_it_stands(region):
    unit = {"jenis": "puskesmas", "nama": "Puskesmas Rekaan"}
    here = region(entry("dinkes/posyandu-siang", "penerapan 2026-05", unit=unit))
    assert [v.agency.slug for v in here.index().verdicts if v.status == "memenuhi"] == ["dinkes"]


def test_a_village_earns_for_the_district_in_whose_folder_it_stands(region):
    unit = {"jenis": "lainnya", "nama": "Desa Rekaan"}
    here = region(entry("kecamatan-utara/pasar-desa", "inisiatif 2026", unit=unit, lokasi={"kecamatan": ["selatan"]}))
    assert [v.agency.slug for v in here.index().verdicts if v.status == "memenuhi"] == ["kecamatan-utara"]


# Bound, and in the register


@pytest.mark.parametrize("slug", ["rsud", "dinas-ragu"])
def test_an_unconfirmed_name_or_duty_gives_no_verdict_either_way(region, slug):
    without, earned = region(), region(entry(f"{slug}/antre-lewat-pesan", "penerapan 2026-05"))
    assert without.status(slug) == earned.status(slug) == "belum-dikonfirmasi"
    assert without.status(slug, dt.date(2027, 6, 1)) == "belum-dikonfirmasi"
    assert (without.index().met, without.index().due) == (earned.index().met, earned.index().due) == (0, 3)


def test_a_kind_of_agency_that_the_year_file_does_not_bind_gets_no_verdict(region):
    here = region(year_file(rules={"jenis_terikat": ["kecamatan"]}), entry("disdik/kapal-baca", "penerapan 2026-05"))
    assert here.status("disdik") == here.status("dinkes") == "belum-dikonfirmasi"
    assert here.status("kecamatan-utara") == "belum"
    assert (here.index().met, here.index().due) == (0, 1)
    assert "jenis" in here.reason("disdik")


def test_the_unconfirmed_are_listed_apart_with_their_innovations(region):
    here = region(entry("rsud/antre-lewat-pesan", "penerapan 2026-05"))
    page = here.page("kepatuhan/")
    judged, apart_ = page.split('id="belum-dikonfirmasi"')
    assert 'data-perangkat-daerah="rsud"' not in judged
    assert "Antre Lewat Pesan" in apart_
    assert 'data-perangkat-daerah="dinas-ragu"' in apart_


def test_an_agency_is_on_the_list_from_its_first_to_its_last_day(region):
    here = region(
        register(agency("dinas-sementara", "Dinas Sementara", berlaku_dari="2026-03-01", berlaku_sampai="2026-06-30"))
    )
    days = [(2, 28), (3, 1), (6, 30), (7, 1)]
    listed = [here.status("dinas-sementara", dt.date(2026, *day)) is not None for day in days]
    assert listed == [False, True, True, False]


def test_a_past_year_lists_who_existed_on_its_last_day(region):
    here = region(
        register(
            agency("dinas-habis", "Dinas Habis", berlaku_sampai="2026-12-30"),
            agency("dinas-akhir", "Dinas Akhir", berlaku_sampai="2026-12-31"),
            agency("dinas-esok", "Dinas Esok", berlaku_dari="2027-01-01"),
        )
    )
    listed = {v.agency.slug for v in here.index(dt.date(2027, 8, 1)).verdicts}
    assert "dinas-akhir" in listed
    assert not {"dinas-habis", "dinas-esok"} & listed


# Succession


def renamed(on: str = "2026-07-01", last: str = "2026-06-30") -> dict[str, str]:
    return register(
        agency("dinas-lama", "Dinas Lama", berlaku_sampai=last, penerus=["dinas-baru"]),
        agency("dinas-baru", "Dinas Baru", berlaku_dari=on),
    )


def test_a_renamed_agency_keeps_what_it_earned(region):
    here = region(renamed(), entry("dinas-lama/kapal-baca", "penerapan 2026-02-01"))
    assert here.status("dinas-lama", dt.date(2026, 6, 30)) == "memenuhi"
    assert here.status("dinas-baru", dt.date(2026, 6, 30)) is None
    assert here.status("dinas-lama", dt.date(2026, 7, 1)) is None
    assert here.status("dinas-baru", dt.date(2026, 7, 1)) == "memenuhi"
    assert here.slugs("dinas-baru") == ("kapal-baca",)
    assert "Dinas Lama" in here.reason("dinas-baru")


def test_only_who_has_ended_before_the_day_hands_on_link_by_link(region):
    here = region(
        register(
            agency("dinas-satu", "Dinas Satu", penerus=["dinas-dua"], berlaku_sampai="2026-03-31"),
            agency(
                "dinas-dua", "Dinas Dua", penerus=["dinas-tiga"], berlaku_dari="2026-04-01", berlaku_sampai="2026-09-30"
            ),
            agency("dinas-tiga", "Dinas Tiga"),
        ),
        entry("dinas-satu/kapal-baca", "penerapan 2026-02-01"),
    )
    still, ended = dt.date(2026, 9, 30), dt.date(2026, 10, 1)
    assert (here.status("dinas-dua", still), here.status("dinas-tiga", still)) == ("memenuhi", "belum")
    assert (here.status("dinas-dua", ended), here.status("dinas-tiga", ended)) == (None, "memenuhi")


def test_one_that_has_not_begun_hands_on_nothing(region):
    later = {"berlaku_dari": "2027-01-01", "berlaku_sampai": "2027-12-31", "penerus": ["disdik"]}
    here = region(
        register(agency("dinas-nanti", "Dinas Nanti", **later)), entry("dinas-nanti/kapal-baca", "penerapan 2026-02-01")
    )
    assert here.status("disdik") == "belum"


def test_a_renamed_agency_is_still_due_if_it_earned_nothing(region):
    here = region(renamed())
    assert here.status("dinas-baru") == "belum"
    assert here.status("dinas-baru", dt.date(2027, 1, 1)) == "belum"


def test_a_successor_inherits_only_what_was_earned_that_year(region):
    here = region(renamed(), entry("dinas-lama/kapal-baca", "penerapan 2025-11-01"), year_file(2027))
    assert here.status("dinas-baru") == "belum"
    earned = region(renamed(), entry("dinas-lama/kapal-baca", "penerapan 2026-02-01"), year_file(2027))
    assert earned.status("dinas-baru", dt.date(2027, 5, 1), 2027) == "belum"


def test_a_merged_agency_inherits_from_all_that_went_into_it(region):
    joined = register(
        agency("dinas-satu", "Dinas Satu", berlaku_sampai="2026-06-30", penerus=["dinas-gabung"]),
        agency("dinas-dua", "Dinas Dua", berlaku_sampai="2026-06-30", penerus=["dinas-gabung"]),
        agency("dinas-gabung", "Dinas Gabung", berlaku_dari="2026-07-01"),
    )
    here = region(
        joined, entry("dinas-dua/kapal-baca", "penerapan 2026-02"), entry("dinas-satu/sepeda-baca", "uji-coba 2026-03")
    )
    assert here.slugs("dinas-gabung") == ("kapal-baca", "sepeda-baca")
    one = region(joined, entry("dinas-dua/kapal-baca", "penerapan 2026-02"))
    assert one.status("dinas-gabung") == "memenuhi"
    assert "Dinas Dua" in one.reason("dinas-gabung")
    assert "Dinas Satu" not in one.reason("dinas-gabung")


def test_an_older_agency_that_takes_another_in_inherits_from_that_day_on(region):
    here = region(
        register(
            agency("dinas-kecil", "Dinas Kecil", berlaku_sampai="2026-06-30", penerus=["dinas-serap"]),
            agency("dinas-serap", "Dinas Serap"),
        ),
        entry("dinas-kecil/kapal-baca", "penerapan 2026-02"),
    )
    assert here.status("dinas-serap", dt.date(2026, 6, 30)) == "belum"
    assert here.status("dinas-serap", dt.date(2026, 7, 1)) == "memenuhi"


def chain(**links: tuple[str, str]) -> dict[str, str]:
    """`slug=(last day, successors parted by blanks)`."""
    rows = [
        agency(slug, f"Dinas {slug}", **({"berlaku_sampai": last} if last else {}), penerus=heirs.split())
        for slug, (last, heirs) in links.items()
    ]
    return register(*rows)


@pytest.mark.parametrize(
    ("links", "day", "before", "now"),
    [
        pytest.param({"a": ("2026-03-31", "b"), "b": ("", "")}, (3, 31), "", "", id="on the last day nothing has passed"),
        pytest.param({"a": ("2026-03-31", "b"), "b": ("", "")}, (4, 1), "a", "b", id="renamed"),
        pytest.param(
            {"a": ("2026-03-31", "b"), "b": ("2026-08-31", "c"), "c": ("", "")}, (8, 31), "", "b", id="a chain half way"
        ),
        pytest.param(
            {"a": ("2026-03-31", "b"), "b": ("2026-08-31", "c"), "c": ("", "")}, (9, 1), "ab", "c", id="a whole chain"
        ),
        pytest.param(
            {"a": ("2026-03-31", "c"), "b": ("2026-06-30", "c"), "c": ("", "")}, (5, 1), "a", "c", id="half a merger"
        ),
        pytest.param(
            {"a": ("2026-03-31", "b c"), "b": ("2026-06-30", "c"), "c": ("", "")}, (7, 1), "ab", "c", id="split and joined"
        ),
        pytest.param(
            {"a": ("2026-03-31", "b c"), "b": ("", ""), "c": ("", "")}, (4, 1), "a", "bc", id="split"
        ),
        pytest.param({"a": ("2026-03-31", "b"), "b": ("2026-04-30", ""), "c": ("", "")}, (5, 1), "", "", id="dissolved"),
    ],
)  # fmt: skip
def test_forth_and_back_along_successions_meet(region, links, day, before, now):
    """`now` stands and goes on with what `a` did; the last of all has what those `before` earned."""
    registry, on = region(chain(**links)).catalogue.registry, dt.date(2026, *day)
    assert "".join(a.slug for a in registry.heirs(registry.agencies["a"], on)) == now
    assert "".join(a.slug for a in registry.predecessors(registry.agencies[max(links)], on)) == before


def test_a_successor_that_has_not_begun_is_nobody_s_heir_yet(region):
    registry = region(renamed("2026-10-01")).catalogue.registry
    old = registry.agencies["dinas-lama"]
    assert registry.heirs(old, dt.date(2026, 9, 30)) == ()
    assert [a.slug for a in registry.heirs(old, dt.date(2026, 10, 1))] == ["dinas-baru"]


def test_an_exemption_of_an_agency_that_is_not_judged_is_told_beside_its_reason(region):
    known = {"perangkat_daerah": "rsud", "alasan": "A", "tanggal": "2026-02-02", "sumber": {"judul": "B"}}
    here = region(year_file(2026, pengecualian=[known]))
    assert here.status("rsud") == "belum-dikonfirmasi"
    assert here.reason("rsud").endswith("Pengecualian 2 Februari 2026 tercatat, tetapi belum berpengaruh.")


def test_a_chain_of_renamings_passes_the_record_along(region):
    here = region(
        register(
            agency("dinas-a", "Dinas A", berlaku_sampai="2026-03-31", penerus=["dinas-b"]),
            agency("dinas-b", "Dinas B", berlaku_dari="2026-04-01", berlaku_sampai="2026-08-31", penerus=["dinas-c"]),
            agency("dinas-c", "Dinas C", berlaku_dari="2026-09-01"),
        ),
        entry("dinas-a/kapal-baca", "penerapan 2026-02-01"),
    )
    standing = [here.status(slug, dt.date(2026, m, 1)) for slug, m in [("dinas-a", 3), ("dinas-b", 5), ("dinas-c", 10)]]
    assert standing == ["memenuhi"] * 3
    assert here.status("dinas-c", dt.date(2027, 3, 1)) == "memenuhi"


def test_all_parts_of_a_split_agency_inherit(region):
    here = region(
        register(
            agency("dinas-utuh", "Dinas Utuh", berlaku_sampai="2026-06-30", penerus=["dinas-kiri", "dinas-kanan"]),
            agency("dinas-kiri", "Dinas Kiri", berlaku_dari="2026-07-01"),
            agency("dinas-kanan", "Dinas Kanan", berlaku_dari="2026-07-01"),
        ),
        entry("dinas-utuh/kapal-baca", "penerapan 2026-02-01"),
        entry("dinas-kiri/sepeda-baca", "penerapan 2026-08-01"),
    )
    assert here.slugs("dinas-kiri") == ("kapal-baca", "sepeda-baca")
    assert here.slugs("dinas-kanan") == ("kapal-baca",)


def test_a_new_event_in_the_old_folder_counts_for_the_successor(region):
    here = region(renamed(), entry("dinas-lama/kapal-baca", "penerapan 2024", "pengembangan 2026-09-01"))
    assert here.status("dinas-baru") == "memenuhi"


def test_a_successor_does_not_earn_for_its_predecessor(region):
    here = region(
        renamed("2027-01-01", "2026-12-31"),
        entry("dinas-baru/kapal-baca", "penerapan 2026-12-01"),
    )
    assert here.status("dinas-lama", dt.date(2027, 3, 1)) == "belum"


# Founded in the year


def test_an_agency_founded_after_the_duty_began_is_not_yet_bound(region):
    founded = register(
        agency("dinas-siap", "Dinas Siap", berlaku_dari="2026-01-01"),
        agency("dinas-susul", "Dinas Susul", berlaku_dari="2026-01-02"),
    )
    here = region(founded, year_file(2027, rules={"berlaku_mulai": "2027-01-01"}))
    assert here.status("dinas-siap") == "belum"
    assert here.status("dinas-susul") == "belum-wajib"
    assert here.status("dinas-susul", dt.date(2027, 6, 1), 2026) == "belum-wajib"
    assert here.status("dinas-susul", dt.date(2027, 6, 1), 2027) == "belum"


def test_a_mere_renaming_is_not_a_founding(region):
    assert region(renamed()).status("dinas-baru") == "belum"
    old = agency("dinas-lama", "Dinas Lama", berlaku_dari="2016-12-01", berlaku_sampai="2026-06-30")
    new = agency("dinas-baru", "Dinas Baru", berlaku_dari="2026-07-01")
    assert region(register({**old, "penerus": ["dinas-baru"]}, new)).status("dinas-baru") == "belum"


def test_what_grew_from_one_old_agency_is_not_newly_founded(region):
    here = region(
        register(
            agency("dinas-susul", "Dinas Susul", berlaku_dari="2026-03-01", berlaku_sampai="2026-06-30", penerus=["x"]),
            agency("dinas-tua", "Dinas Tua", berlaku_sampai="2026-06-30", penerus=["x"]),
            agency("x", "Dinas X", berlaku_dari="2026-07-01"),
        )
    )
    assert here.status("x") == "belum"


def test_renaming_a_newly_founded_agency_does_not_bind_it(region):
    here = region(
        register(
            agency("dinas-susul", "Dinas Susul", berlaku_dari="2026-03-01", berlaku_sampai="2026-06-30", penerus=["x"]),
            agency("x", "Dinas X", berlaku_dari="2026-07-01"),
        )
    )
    assert here.status("dinas-susul", dt.date(2026, 5, 1)) == "belum-wajib"
    assert here.status("x") == "belum-wajib"
    assert here.reason("x").startswith("Dinas Susul, yang diteruskannya, dibentuk pada 1 Maret 2026, sesudah kewajiban")


# Exemption


def exempt(slug: str, date: str) -> dict:
    return {
        "perangkat_daerah": slug,
        "alasan": "Kantor terbakar dan seluruh layanan dialihkan",
        "tanggal": date,
        "sumber": {"judul": "Keputusan Rekaan 7/2026"},
    }


def test_an_exemption_holds_from_its_date_on_and_gives_its_reason(region):
    here = region(year_file(pengecualian=[exempt("disdik", "2026-05-04")]))
    assert here.status("disdik", dt.date(2026, 5, 3)) == "belum"
    assert here.status("disdik", dt.date(2026, 5, 4)) == "dikecualikan"
    assert here.status("disdik", dt.date(2027, 5, 4)) == "dikecualikan"
    why = here.reason("disdik")
    for part in ("4 Mei 2026", "Kantor terbakar dan seluruh layanan dialihkan", "Keputusan Rekaan 7/2026"):
        assert part in why


def test_an_exempt_agency_leaves_both_numbers_of_the_headline(region):
    here = region(
        year_file(pengecualian=[exempt("disdik", "2026-05-04")]), entry("disdik/kapal-baca", "penerapan 2026")
    )
    assert (here.index().met, here.index().due) == (0, 2)
    assert here.index().counts["dikecualikan"] == 1


def test_an_exemption_concerns_one_agency_and_one_year(region):
    here = region(year_file(pengecualian=[exempt("disdik", "2026-05-04")]), year_file(2027))
    assert here.status("dinkes") == "belum"
    assert here.status("disdik", dt.date(2027, 3, 1), 2027) == "belum"


@pytest.mark.parametrize("missing", ["alasan", "tanggal", "sumber"])
def test_an_exemption_without_reason_date_or_source_is_an_error(project, missing):
    row = exempt("disdik", "2026-05-04")
    del row[missing]
    assert codes(project(year_file(pengecualian=[row]))) == ["I001"]


def test_of_several_standings_the_one_that_asks_least_is_shown(region):
    here = region(
        register(agency("dinas-susul", "Dinas Susul", berlaku_dari="2026-02-01")),
        year_file(pengecualian=[exempt("rsud", "2026-05-04"), exempt("dinas-susul", "2026-05-04")]),
        entry("dinas-susul/kapal-baca", "penerapan 2026-03-01"),
    )
    assert here.status("rsud") == "belum-dikonfirmasi"
    assert here.status("dinas-susul", dt.date(2026, 5, 3)) == "belum-wajib"
    assert here.status("dinas-susul", dt.date(2026, 5, 4)) == "dikecualikan"


# Provisional year, deadline


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (NO_NUMBER, ["nomornya belum diketahui"]),
        (NO_DATE, ["tanggalnya belum diketahui"]),
        (NO_TEXT, ["naskahnya belum ditemukan"]),
        (NO_NUMBER | NO_TEXT, ["nomornya belum diketahui", "naskahnya belum ditemukan"]),
    ],
    ids=["number", "date", "text", "both"],
)
def test_a_provisional_year_accuses_nobody_and_says_what_is_missing(region, gap, said):
    here = region(year_file(basis=gap))
    for day in (TODAY, dt.date(2026, 12, 31), dt.date(2027, 1, 1), dt.date(2028, 5, 1)):
        index = here.index(day)
        assert index.provisional
        assert here.status("disdik", day) == "belum"
        assert status_word("belum", index).word == "Belum tercatat"
    page = here.page("kepatuhan/", dt.date(2028, 5, 1))
    assert "Belum tercatat" in page
    assert "idak memenuhi" not in page
    assert "Belum memenuhi" not in page
    box = page[page.index("Belum tercatat bukan berarti lalai") :].partition("</details>")[0]
    assert [part for part in ("nomornya", "tanggalnya", "naskahnya") if part in box] == [
        part for part in ("nomornya", "tanggalnya", "naskahnya") if part in " ".join(said)
    ]
    assert all(part in box for part in said)
    assert "Laporkan kesalahan" in page


def test_a_provisional_year_still_says_who_has_met_it(region):
    here = region(year_file(basis=NO_TEXT), entry("disdik/kapal-baca", "penerapan 2026-05"))
    index = here.index()
    assert here.status("disdik") == "memenuhi"
    assert status_word("memenuhi", index).word == "Memenuhi"
    assert headline(index) == "1 dari 3 perangkat daerah tercatat memenuhi kewajiban inovasi 2026"


def test_no_verdict_comes_by_the_clock_until_people_close_the_year(region):
    here = region()
    assert not here.index().provisional
    for day, late in ((dt.date(2026, 12, 31), False), (dt.date(2027, 1, 1), True), (dt.date(2030, 6, 1), True)):
        assert here.status("disdik", day) == "belum"
        assert ("Tahun 2026 belum ditutup; data masih dapat disusulkan." in here.reason("disdik", day)) == late
    assert status_word("belum", here.index()).word == "Belum memenuhi"
    assert status_word("tidak", here.index()).word == "Tidak memenuhi"
    assert "Hasil sementara" not in here.page("kepatuhan/")


DEADLINE = {"tanggal": "2027-01-31", "sumber": {"judul": "Surat Pengantar Rekaan"}}


def test_a_deadline_with_a_source_moves_the_last_day(region):
    here = region(year_file(tenggat=DEADLINE))
    assert here.status("disdik", dt.date(2027, 1, 1)) == "belum"
    assert not here.index(dt.date(2027, 1, 31)).overdue
    assert here.index(dt.date(2027, 2, 1)).overdue


def test_a_late_deadline_does_not_let_the_next_year_count(region):
    here = region(year_file(tenggat=DEADLINE), entry("disdik/kapal-baca", "penerapan 2027-01-15"))
    assert here.status("disdik", dt.date(2027, 1, 20)) == "belum"


def test_the_page_gives_the_deadline_its_source_and_the_days_left(region):
    page = region(year_file(tenggat=DEADLINE)).page("kepatuhan/", dt.date(2027, 1, 21))
    assert re.search(r"Tenggat 31 Januari 2027, 10 hari lagi \(Surat Pengantar Rekaan", page)
    passed = region(year_file(tenggat=DEADLINE)).page("kepatuhan/", dt.date(2027, 2, 1))
    assert "hari lagi" not in passed


def test_without_a_source_the_end_of_the_year_is_no_deadline(region, project):
    page = region().page("kepatuhan/")
    assert "31 Desember 2026" not in page
    assert "tidak disebut sumber" in page
    assert codes(project(year_file(tenggat={"tanggal": "2026-12-31"}))) == ["I001"]


# As-of


def test_an_event_counts_from_its_day_on(region):
    here = region(entry("disdik/kapal-baca", "penerapan 2026-05-02"))
    assert here.status("disdik", dt.date(2026, 5, 1)) == "belum"
    assert here.status("disdik", dt.date(2026, 5, 2)) == "memenuhi"


@pytest.mark.parametrize("day", [dt.date(2020, 2, 29), dt.date(2025, 12, 31), dt.date(2026, 1, 1)])
def test_before_anything_happened_everyone_bound_is_not_yet(region, day):
    here = region(entry("disdik/kapal-baca", "penerapan 2026-05-02"))
    assert {v.agency.slug: v.status for v in here.index(day).verdicts} == {
        "dinkes": "belum",
        "disdik": "belum",
        "kecamatan-utara": "belum",
        "rsud": "belum-dikonfirmasi",
        "dinas-ragu": "belum-dikonfirmasi",
    }


def test_long_after_the_year_its_events_still_decide(region):
    here = region(entry("disdik/kapal-baca", "penerapan 2026-12-31"))
    assert here.status("disdik", dt.date(2090, 1, 1)) == "memenuhi"
    assert here.status("dinkes", dt.date(2090, 1, 1)) == "belum"


# Partial dates


@pytest.mark.parametrize(
    ("date", "day", "status", "flagged"),
    [
        ("2026", dt.date(2025, 12, 31), "belum", False),
        ("2026", dt.date(2026, 1, 1), "memenuhi", True),
        ("2026", TODAY, "memenuhi", True),
        ("2026", dt.date(2026, 12, 31), "memenuhi", False),
        ("2026", dt.date(2027, 5, 1), "memenuhi", False),
        ("2026-05", dt.date(2026, 4, 30), "belum", False),
        ("2026-05", dt.date(2026, 5, 1), "memenuhi", True),
        ("2026-05", dt.date(2026, 5, 30), "memenuhi", True),
        ("2026-05", dt.date(2026, 5, 31), "memenuhi", False),
        ("2026-05-02", dt.date(2026, 5, 2), "memenuhi", False),
        ("2025", TODAY, "belum", False),
        ("2025-12", TODAY, "belum", False),
    ],
)
def test_a_partial_date_counts_once_begun_and_is_flagged_while_the_day_lies_inside_it(
    region, date, day, status, flagged
):
    here = region(entry("disdik/kapal-baca", f"penerapan {date}"))
    assert here.status("disdik", day) == status
    assert ("anggal belum lengkap" in here.reason("disdik", day)) is flagged
    assert all(proof.complete is not flagged for proof in here.index(day).of("disdik").proofs)


def test_a_partial_date_is_spoken_at_the_precision_known(region):
    here = region(entry("disdik/kapal-baca", "uji-coba 2026-05"))
    assert "Kapal Baca (uji coba, Mei 2026)" in here.reason("disdik")


# The whole list


@pytest.fixture
def everyone(region):
    """One agency of each kind of standing."""
    return region(
        register(
            agency("dinas-susul", "Dinas Susul", berlaku_dari="2026-02-01"),
            agency("dinas-api", "Dinas Api"),
            agency("dinas-zaitun", "Dinas Zaitun"),
            agency("badan-arsip", "Badan Arsip"),
        ),
        year_file(
            pengecualian=[exempt("dinas-api", "2026-05-04")],
            tanggapan=[{"perangkat_daerah": "disdik", "tanggal": "2026-06-15", "isi": "Laporan *sedang* disusun."}],
        ),
        entry("dinas-zaitun/kapal-baca", "penerapan 2026-05-02"),
        entry("dinas-zaitun/sepeda-baca", "penerapan 2026-05-02"),
        entry("dinas-zaitun/gerobak-baca", "penerapan 2026-05-02"),
        entry("badan-arsip/arsip-warga", "inisiatif 2026-01-20"),
    )


def test_the_counts_sum_to_the_register(everyone):
    index = everyone.index()
    assert index.counts == {
        "memenuhi": 2,
        "belum": 3,
        "tidak": 0,
        "belum-wajib": 1,
        "dikecualikan": 1,
        "belum-dikonfirmasi": 2,
    }
    assert (index.met, index.due) == (2, 5)
    assert headline(index) == "2 dari 5 perangkat daerah memenuhi kewajiban inovasi 2026"
    assert index.due + sum(count for status, count in index.counts.items() if status not in JUDGED) == 9


def test_those_not_yet_come_first_and_each_group_is_alphabetical_not_ranked(everyone):
    names = [v.agency.name for v in everyone.index().verdicts]
    assert names[:5] == ["Dinas Kesehatan", "Dinas Pendidikan", "Kecamatan Utara", "Badan Arsip", "Dinas Zaitun"]
    assert names[-2:] == ["Dinas Ragu", "RSUD Contoh"]
    assert set(names[5:7]) == {"Dinas Susul", "Dinas Api"}


def test_the_page_lists_in_the_order_of_the_index(everyone):
    page = everyone.page("kepatuhan/2026/")
    assert re.findall(r'data-perangkat-daerah="([^"]+)"', page) == [v.agency.slug for v in everyone.index().verdicts]


def test_a_status_on_the_page_is_always_word_and_shape(everyone):
    for day in (TODAY, dt.date(2027, 2, 1)):
        index = everyone.index(day)
        page = everyone.page("kepatuhan/2026/", day)
        for verdict in index.verdicts:
            row = page[page.index(f'data-perangkat-daerah="{verdict.agency.slug}"') :]
            shape, word = re.search(r'class="k-dot k-dot-([a-z-]+)"></i>.*?class="k-unseen"> ([^<]+)<', row).groups()
            assert (shape, word) == (verdict.status, status_word(verdict.status, index).word)
            assert f">{word} (" in page[: page.index(row)]
        assert len({status_word(v.status, index).word for v in index.verdicts}) == len(
            {v.status for v in index.verdicts}
        )


def test_every_rule_is_printed_with_how_far_it_is_known(everyone):
    page = everyone.page("kepatuhan/2026/")
    for rule in RULES["aturan"].values():
        assert rule["keterangan"].replace(".", "") in page
    assert page.count("Dibaca di naskah") == len(RULES["aturan"])
    assert "1/SE/2026" in page.replace("&#x2F;", "/")


def test_a_reply_stands_beside_the_verdict_from_its_date_on(everyone):
    before, after = dt.date(2026, 6, 14), dt.date(2026, 6, 15)
    assert everyone.index(before).of("disdik").replies == ()
    assert len(everyone.index(after).of("disdik").replies) == 1
    for address in ("kepatuhan/", "kepatuhan/2026/", "perangkat-daerah/disdik/"):
        assert "disusun" not in everyone.page(address, before)
        page = everyone.page(address, after)
        assert "15 Juni 2026" in page
        assert "Laporan <em>sedang</em> disusun." in page


def test_a_reply_stands_beside_no_other_agency(everyone):
    assert everyone.index().of("dinkes").replies == ()
    row = everyone.page("kepatuhan/").split('data-perangkat-daerah="disdik"')[1].split("</tr>")[0]
    assert "disusun" in row


def test_a_reply_does_not_change_the_status(everyone):
    assert everyone.status("disdik", dt.date(2026, 6, 14)) == everyone.status("disdik", dt.date(2026, 6, 16)) == "belum"


# The register on a day


@pytest.mark.parametrize(
    ("since", "until", "there"),
    [
        (None, None, (True, True, True, True)),
        ("2026-05-02", None, (False, True, True, True)),
        (None, "2026-05-03", (True, True, True, False)),
        ("2026-05-02", "2026-05-03", (False, True, True, False)),
        ("2026-05-03", "2026-05-03", (False, False, True, False)),
    ],
)
def test_an_agency_is_in_force_from_its_first_day_to_its_last(region, since, until, there):
    days = {key: day for key, day in (("berlaku_dari", since), ("berlaku_sampai", until)) if day}
    one = region(register(agency("badan-arsip", "Badan Arsip", **days))).catalogue.registry.agencies["badan-arsip"]
    assert tuple(in_force(one, dt.date(2026, 5, day)) for day in (1, 2, 3, 4)) == there


def test_the_years_on_record_are_those_with_rules_that_have_begun_the_newest_first(region):
    catalogue = region(*(year_file(year) for year in (2024, 2026, 2028))).catalogue
    assert years_on_record(catalogue, dt.date(2027, 12, 31)) == (2026, 2024)
    assert years_on_record(catalogue, dt.date(2028, 1, 1)) == (2028, 2026, 2024)
    assert years_on_record(catalogue, dt.date(2023, 12, 31)) == ()


@pytest.mark.parametrize(
    ("deadline", "last"),
    [(None, "2026-12-31"), ("2026-11-30", "2026-12-31"), ("2026-12-31", "2026-12-31"), ("2027-02-15", "2027-02-15")],
)
def test_the_last_day_is_the_end_of_the_year_or_a_later_deadline(region, deadline, last):
    more = {"tenggat": {"tanggal": deadline, "sumber": {"judul": "Rekaan"}}} if deadline else {}
    assert last_day(region(year_file(**more)).catalogue.registry.obligations[2026]).isoformat() == last


# The years before the duty


@pytest.fixture
def before(region):
    return region(
        entry("disdik/kapal-baca", "inisiatif 2024-02", "penerapan 2024-05-02", "dilaporkan 2023", "pengembangan 2027"),
        entry("badan-arsip/arsip-warga", "uji-coba 2024", "selesai 2025"),
        entry("dinkes/posyandu", "penerapan 2025-12", "pengembangan 2026-01"),
        register(agency("badan-arsip", "Badan Arsip")),
    )


def test_a_year_before_the_first_rules_shows_if_something_began_or_was_developed_in_it(before):
    assert earlier_years(before.catalogue, TODAY) == (2025, 2024)
    assert earlier_years(before.catalogue, dt.date(2025, 11, 30)) == (2024,)
    assert earlier_years(before.catalogue, dt.date(2025, 12, 1)) == (2025, 2024)


def test_what_was_made_in_an_earlier_year_stands_with_its_agency_by_name(before):
    made = produced(before.catalogue, 2024, TODAY)
    assert [(a.slug, [(p.slug, p.event.kind) for p in proofs]) for a, proofs in made] == [
        ("badan-arsip", [("arsip-warga", "uji-coba")]),
        ("disdik", [("kapal-baca", "inisiatif"), ("kapal-baca", "penerapan")]),
    ]
    assert [a.slug for a, _ in produced(before.catalogue, 2025, TODAY)] == ["dinkes"]
    assert produced(before.catalogue, 2025, dt.date(2025, 11, 30)) == ()
    assert produced(before.catalogue, 2023, TODAY) == ()


def test_an_earlier_year_goes_by_the_first_rules_after_it(region):
    here = region(
        entry("disdik/kapal-baca", "uji-coba 2024", "pengembangan 2025-03"),
        year_file(2026, rules={"peristiwa_dihitung": ["pengembangan"]}),
        year_file(2027, rules={"peristiwa_dihitung": ["uji-coba"]}),
    )
    assert earlier_years(here.catalogue, TODAY) == (2025,)
    assert produced(here.catalogue, 2024, TODAY) == ()
    [(_, [proof])] = produced(here.catalogue, 2025, TODAY)
    assert proof.event.kind == "pengembangan"


def test_a_year_with_rules_goes_by_its_own(region):
    here = region(
        entry("disdik/kapal-baca", "uji-coba 2026-01", "pengembangan 2026-03"),
        year_file(2026, rules={"peristiwa_dihitung": ["uji-coba"]}),
        year_file(2027, rules={"peristiwa_dihitung": ["pengembangan"]}),
    )
    [(_, [proof])] = produced(here.catalogue, 2026, LATER)
    assert proof.event.kind == "uji-coba"


def test_a_year_after_the_last_rules_goes_by_the_last(region):
    here = region(
        entry("disdik/kapal-baca", "uji-coba 2028-01", "pengembangan 2028-03"),
        *(year_file(year, rules={"peristiwa_dihitung": ["uji-coba"]}) for year in (2024, 2025, 2026)),
        year_file(2027, rules={"peristiwa_dihitung": ["pengembangan"]}),
    )
    [(_, [proof])] = produced(here.catalogue, 2028, LATER)
    assert proof.event.kind == "pengembangan"


def test_without_any_rules_no_year_has_a_history(region):
    here = region(entry("disdik/kapal-baca", "penerapan 2024"), {"registry/obligations/2026.yml": None})
    assert earlier_years(here.catalogue, TODAY) == ()
    assert produced(here.catalogue, 2024, TODAY) == ()


# Reasons


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a dan b"),
        (["a", "b", "c"], "a, b, dan c"),
        (list("abcd"), "a, b, c, dan d"),
    ],
)
def test_words_are_listed_as_in_a_sentence(words, text):
    assert listed(words) == text
    assert listed(words, "atau") == text.replace("dan", "atau")


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (999, "999"), (1850, "1.850"), (1234567, "1.234.567"), (0.5, "0,5"), (1234.25, "1.234,25")],
)
def test_a_number_has_dots_for_thousands_and_a_comma(value, text):
    assert number(value) == text


def test_a_sum_of_money_says_where_none_is_on_record():
    assert rupiah(25_000_000) == "Rp25.000.000"
    assert rupiah(0) == "Rp0"
    assert rupiah(None) == "jumlah belum tercatat"


def test_an_innovation_that_has_left_the_catalogue_is_named_by_its_slug(region):
    here = region(entry("disdik/kapal-baca", "penerapan 2026"))
    assert name_of("kapal-baca", here.catalogue) == "Kapal Baca"
    assert name_of("kapal-lama", here.catalogue) == "kapal-lama"


NOTHING = (
    "Belum ada inovasinya di katalog dengan peristiwa inisiatif, uji coba, penerapan, atau pengembangan pada 2026."
)


@pytest.mark.parametrize(
    ("slug", "symbol", "word", "why"),
    [
        ("disdik", "✖", "Belum memenuhi", NOTHING),
        ("badan-arsip", "✔", "Memenuhi",
         "Tercatat 1 inovasi dengan peristiwa bertanggal 2026: Arsip Warga (inisiatif, 20 Januari 2026)."),
        ("dinas-zaitun", "✔", "Memenuhi",
         ("Tercatat 3 inovasi dengan peristiwa bertanggal 2026: Gerobak Baca (penerapan, 2 Mei 2026), "
         "Kapal Baca (penerapan, 2 Mei 2026), dan Sepeda Baca (penerapan, 2 Mei 2026).")),
        ("dinas-susul", "—", "Belum wajib",
         "Dibentuk pada 1 Februari 2026, sesudah kewajiban mulai berlaku pada 1 Januari 2026."),
        ("dinas-api", "○", "Dikecualikan",
         "Dikecualikan pada 4 Mei 2026: Kantor terbakar dan seluruh layanan dialihkan (Keputusan Rekaan 7/2026)."),
        ("dinas-ragu", "?", "Belum dikonfirmasi", "Tidak dinilai karena nama resminya belum terkonfirmasi."),
        ("rsud", "?", "Belum dikonfirmasi", "Tidak dinilai karena belum pasti apakah Surat Edaran mengikatnya."),
    ],
)  # fmt: skip
def test_every_standing_has_its_symbol_its_word_and_its_reason(everyone, slug, symbol, word, why):
    shown = status_word(everyone.status(slug), everyone.index())
    assert (shown.code, shown.symbol, shown.word) == (everyone.status(slug), symbol, word)
    assert everyone.reason(slug) == why


def test_after_the_year_the_word_stays_and_the_reason_says_that_late_data_count(everyone):
    day = dt.date(2027, 2, 1)
    shown = status_word(everyone.status("disdik", day), everyone.index(day))
    late = f"{NOTHING} Tahun 2026 belum ditutup; data masih dapat disusulkan."
    assert (shown.symbol, shown.word, everyone.reason("disdik", day)) == ("✖", "Belum memenuhi", late)


def test_the_headline_counts_those_with_a_verdict_and_the_others_stand_apart(everyone):
    index = everyone.index()
    assert headline(index) == "2 dari 5 perangkat daerah memenuhi kewajiban inovasi 2026"
    assert parted(index) == (
        "5 dari 9 dapat dinilai; 2 memenuhi; 1 menunggu kepastian nama, 1 kepastian kewajiban; "
        "1 dikecualikan; 1 belum wajib"
    )


def test_each_agency_without_a_verdict_is_counted_once_under_its_first_reason(region):
    here = region(
        register(
            agency("dinas-dua", "Dinas Dua", nama_terkonfirmasi="tidak", terikat="belum-dikonfirmasi"),
            agency("rsud-tiga", "RSUD Tiga", jenis="rsud", nama_terkonfirmasi="tidak"),
            agency("dinas-nama", "Dinas Nama", nama_terkonfirmasi="tidak"),
        ),
        year_file(basis=NO_NUMBER),
    )
    index = here.index()
    assert waiting(index) == (4, 2, 1)
    assert parted(index) == (
        "3 dari 8 dapat dinilai; 0 tercatat; 4 menunggu kepastian nama (2 di antaranya juga kewajibannya), "
        "1 kepastian kewajiban"
    )
    for address in ("", "kepatuhan/", "kepatuhan/2026/"):
        assert f"{parted(index)}." in here.page(address)
    assert here.reason("dinas-dua").startswith("Tidak dinilai karena nama resminya belum terkonfirmasi dan belum pasti")
    year = json.loads(here.built[TODAY]["data/kepatuhan.json"])
    assert year["tahun"][0]["menunggu"] == {"nama": 4, "nama_dan_kewajiban": 2, "kewajiban": 1}
    assert (year["tahun"][0]["seluruhnya"], year["tahun"][0]["rincian"]) == (8, f"{parted(index)}.")
    assert {row["perangkat_daerah"]: row["menunggu"] for row in year["kepatuhan"] if row["menunggu"]} == {
        "dinas-dua": ["nama", "kewajiban"],
        "dinas-nama": ["nama"],
        "dinas-ragu": ["nama"],
        "rsud": ["kewajiban"],
        "rsud-tiga": ["nama", "kewajiban"],
    }


def test_one_that_also_waits_for_its_duty_is_said_in_a_word_and_the_duty_alone_in_full(region):
    both = agency("dinas-dua", "Dinas Dua", nama_terkonfirmasi="tidak", terikat="belum-dikonfirmasi")
    assert "2 menunggu kepastian nama (satu di antaranya juga kewajibannya), 1 kepastian" in parted(
        region(register(both)).index()
    )
    assert parted(region(register(without=["dinas-ragu"])).index()).endswith("; 1 menunggu kepastian kewajiban")


def test_the_page_says_why_m_rises_while_anybody_waits(region):
    here = region()
    assert "Angka 3 naik setiap kali nama atau kewajiban" in rises(here.index())
    assert rises(here.index()) in here.page("kepatuhan/")
    assert rises(region(register(without=["rsud", "dinas-ragu"])).index()) == ""


def test_a_provisional_year_speaks_of_the_record_alone(region):
    index = region(entry("disdik/kapal-baca", "penerapan 2026-05-02"), year_file(basis=NO_NUMBER)).index()
    assert headline(index) == "1 dari 3 perangkat daerah tercatat memenuhi kewajiban inovasi 2026"
    words = {(word.code, word.symbol, word.word) for word in (status_word(v.status, index) for v in index.verdicts)}
    assert ("belum", "•", "Belum tercatat") in words
    assert ("memenuhi", "✔", "Memenuhi") in words


def test_the_reason_for_no_verdict_joins_its_doubts(region):
    here = region(
        register(
            agency("dinas-dua", "Dinas Dua", nama_terkonfirmasi="tidak", terikat="belum-dikonfirmasi"),
            agency("rsud-dua", "RSUD Dua", jenis="rsud"),
            agency("rsud-tiga", "RSUD Tiga", jenis="rsud", nama_terkonfirmasi="tidak"),
        )
    )
    unsure, unlisted = "belum pasti apakah Surat Edaran mengikatnya", "jenisnya tidak tercantum pada aturan 2026"
    unnamed = "nama resminya belum terkonfirmasi"
    assert here.reason("dinas-dua") == f"Tidak dinilai karena {unnamed} dan {unsure}."
    assert here.reason("rsud-dua") == f"Tidak dinilai karena {unlisted}."
    assert here.reason("rsud-tiga") == f"Tidak dinilai karena {unnamed} dan {unlisted}."


def test_the_reason_for_too_few_says_how_many_of_how_many(region):
    here = region(
        entry("disdik/kapal-baca", "penerapan 2026-05", "pengembangan 2026-06"),
        year_file(rules={"minimum": "2"}),
    )
    assert here.reason("disdik") == (
        "Baru tercatat 1 dari 2 inovasi yang diminta: Kapal Baca (pengembangan, Juni 2026)."
    )


def test_of_many_innovations_three_are_named_and_the_rest_is_counted(region):
    def shown(count: int) -> str:
        here = region(*(entry(f"disdik/baca-{n}", "penerapan 2026-05") for n in range(1, count + 1)))
        return here.reason("disdik").partition(": ")[2].replace(" (penerapan, Mei 2026)", "")

    assert shown(3) == "Baca 1, Baca 2, dan Baca 3."
    assert shown(4) == "Baca 1, Baca 2, Baca 3, dan 1 lainnya."
    assert shown(5) == "Baca 1, Baca 2, Baca 3, dan 2 lainnya."


def test_the_reason_names_the_predecessors_that_earned_it(region):
    def old(number: int) -> dict:
        return agency(f"lama-{number}", f"Dinas Lama {number}", berlaku_sampai="2026-03-01", penerus=["dinkes"])

    here = region(
        register(*map(old, (1, 2, 3))),
        entry("lama-1/a-satu", "penerapan 2026-01"),
        entry("lama-2/a-dua", "penerapan 2026-02"),
        entry("lama-3/a-lalu", "penerapan 2025-02"),
    )
    assert here.reason("dinkes").endswith(". Termasuk capaian Dinas Lama 1 dan Dinas Lama 2 yang diteruskannya.")
    assert [p.slug for p in here.index().of("dinkes").predecessors] == ["lama-1", "lama-2"]


def test_the_reason_names_what_has_no_full_date_yet_each_once(region):
    here = region(
        entry("disdik/kapal-baca", "penerapan 2026", "pengembangan 2026-11"),
        entry("disdik/sepeda-baca", "penerapan 2026-11"),
        entry("disdik/gerobak-baca", "penerapan 2026-10"),
    )
    assert here.reason("disdik").endswith(". Tanggal belum lengkap: Kapal Baca dan Sepeda Baca.")
    few = region(entry("disdik/kapal-baca", "penerapan 2026"), year_file(rules={"minimum": "2"}))
    assert "Tanggal belum lengkap" not in few.reason("disdik")


@pytest.mark.parametrize(
    ("written", "shown"),
    [("Kantor terbakar", "Kantor terbakar"), ("Terbakar.", "Terbakar"), ("Dan lain...", "Dan lain...")],
)
def test_the_full_stop_of_an_exemption_s_reason_is_ours_an_ellipsis_its_own(region, written, shown):
    here = region(year_file(pengecualian=[{**exempt("disdik", "2026-05-04"), "alasan": written}]))
    assert here.reason("disdik") == f"Dikecualikan pada 4 Mei 2026: {shown} (Keputusan Rekaan 7/2026)."


def test_the_reason_for_met_names_innovation_event_and_date(everyone):
    assert everyone.reason("badan-arsip").startswith(
        "Tercatat 1 inovasi dengan peristiwa bertanggal 2026: Arsip Warga (inisiatif, 20 Januari 2026)."
    )


def test_the_reason_for_not_yet_names_what_would_count(everyone):
    why = everyone.reason("disdik")
    for part in ("inisiatif", "uji coba", "penerapan", "pengembangan", "2026"):
        assert part in why


def test_the_reason_for_not_met_is_about_the_record_and_not_about_the_agency(everyone):
    why = everyone.reason("disdik", dt.date(2027, 2, 1))
    assert everyone.status("disdik", dt.date(2027, 2, 1)) == "belum"
    assert "katalog" in why.lower()
    assert "Dinas Pendidikan" not in why


def test_the_reason_for_not_yet_bound_gives_both_dates(everyone):
    why = everyone.reason("dinas-susul")
    assert "1 Februari 2026" in why
    assert "1 Januari 2026" in why


def test_the_reason_for_no_verdict_says_what_is_in_doubt(everyone):
    assert "mengikat" in everyone.reason("rsud")
    assert "nama" not in everyone.reason("rsud")
    assert "nama" in everyone.reason("dinas-ragu")
    assert "mengikat" not in everyone.reason("dinas-ragu")


def test_many_innovations_are_counted_whole_and_named_in_part(region):
    here = region(*(entry(f"disdik/baca-{n}", "penerapan 2026-05-02") for n in range(1, 6)))
    why = here.reason("disdik")
    assert why.startswith("Tercatat 5 inovasi")
    assert "2 lainnya" in why
    assert here.slugs("disdik") == tuple(f"baca-{n}" for n in range(1, 6))


def test_every_reason_is_whole_sentences_and_stands_on_the_page(everyone):
    index = everyone.index()
    page = everyone.page("kepatuhan/2026/")
    for verdict in index.verdicts:
        why = reason(verdict, index, everyone.catalogue)
        assert re.fullmatch(r"[A-Z].*\.", why)
        assert why in page


def test_the_page_says_rule_basis_day_and_how_to_report_an_error(everyone):
    page = everyone.page("kepatuhan/")
    assert "paling sedikit 1 inovasi" in page
    assert "24 November 2026" in page
    assert "Surat Edaran" in page
    assert "#lapor" in page
    assert "berhak menanggapi" in page


def test_an_agency_gives_the_same_verdict_on_its_own_page(everyone):
    index = everyone.index()
    for verdict in index.verdicts:
        page = everyone.page(f"perangkat-daerah/{verdict.agency.slug}/")
        assert f"k-status-{verdict.status}" in page
        assert reason(verdict, index, everyone.catalogue) in page


def test_the_home_page_repeats_the_headline(project):
    assert b"1 dari 3 perangkat daerah memenuhi kewajiban inovasi 2026" in tree(project())["index.md"]
