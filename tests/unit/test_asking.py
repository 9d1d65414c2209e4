"""Whom readers may ask and tell: messages that come ready, and only ways that are there."""

import datetime as dt
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import ENTRY, SETTINGS, TODAY, tree

from generator.publishing import asking
from generator.publishing.desks import Desk
from generator.schema.entry import Contact
from generator.settings import Edition, Helpline

LINE = Helpline("Kantor Contoh", "Senin-Jumat", "katalog@contoh.go.id", "0812-0000-0000")
EDITION = Edition(dt.date(2026, 3, 12), TODAY)
PAGE = "https://contoh.go.id/katalog/kepatuhan/"
KINDS = ("Keterangannya salah", "Layanannya berubah atau sudah berhenti", "Memuat data pribadi")
BOAT = "innovations/disdik/kapal-baca.yml"


def report(**changed):
    return asking.report(replace(SETTINGS, **changed), EDITION, "Indeks &amp; kepatuhan", PAGE)


def asked_by(message):
    """What each way would send, by the host or scheme that opens."""
    ways = [urlsplit(way.address) for way in message.ways]
    return {way.netloc or way.scheme: {key: value[0] for key, value in parse_qs(way.query).items()} for way in ways}


def test_a_report_names_page_address_and_day_and_offers_three_kinds_of_wrong():
    text = report().text
    assert f"Halaman: Indeks & kepatuhan, {PAGE}\n" in text
    assert "Data per 12 Maret 2026\n" in text
    assert all(kind in text for kind in KINDS)


def test_a_report_goes_by_chat_by_mail_and_last_by_the_public_form():
    message = report(helpline=LINE, report="https://contoh.go.id/lapor")
    chat, mail, form, public = message.ways
    assert chat.address.startswith("https://wa.me/6281200000000?")
    assert mail.address.startswith("mailto:katalog@contoh.go.id?")
    assert form.address == "https://contoh.go.id/lapor"
    assert public.address.startswith(f"{SETTINGS.repository}issues/new?")
    sent = asked_by(message)
    assert sent["wa.me"]["text"] == message.text.strip("\n") + "\n"
    assert sent["mailto"] == {"subject": "Laporan kesalahan", "body": message.text.replace("\n", "\r\n")}
    assert sent["git.contoh.go.id"] == {"template": "laporan.yml", "halaman": f"Indeks & kepatuhan, {PAGE}"}


@pytest.mark.parametrize(
    ("known", "ways"),
    [
        ({}, []),
        ({"helpline": Helpline(mail=LINE.mail)}, ["Surel"]),
        ({"helpline": Helpline(whatsapp=LINE.whatsapp)}, ["WhatsApp"]),
        ({"helpline": Helpline(office=LINE.office)}, []),
    ],
)
def test_no_way_is_offered_that_is_not_there(known, ways):
    assert [way.words for way in report(repository="", **known).ways] == ways


def test_a_question_goes_to_the_office_and_to_the_maintainers_where_it_has_no_way():
    office = Contact.model_construct(office="Loket", phone="0561 123456", service=False, mail="loket@contoh.go.id")
    settings = replace(SETTINGS, helpline=LINE)
    to_the_office = asking.question(settings, (Desk("Loket", office),), "Kapal Baca", PAGE)
    assert [way.words for way in to_the_office.ways] == ["Telepon 0561 123456", "Surel"]
    assert to_the_office.ways[0].address == "tel:0561123456"
    assert f"Halaman: Kapal Baca, {PAGE}\n" in to_the_office.text
    to_the_maintainers = asking.question(settings, (Desk("Loket", None),), "Kapal Baca", PAGE)
    assert [way.words for way in to_the_maintainers.ways] == ["WhatsApp", "Surel"]


def test_a_number_for_service_is_written_to_and_not_called(project):
    contact = "kontak: {kantor: Loket, telepon: 0813-0000-0000, layanan: true}\n"
    page = tree(project({BOAT: ENTRY + contact}))["inovasi/kapal-baca/index.md"].decode()
    assert "https://wa.me/6281300000000?text=Tanya%20tentang%20layanan" in page
    assert "tel:" not in page


def test_where_nobody_can_be_reached_no_page_sends_people_there(project):
    pages = tree(project(), settings=replace(SETTINGS, repository=""))
    page = pages["inovasi/posyandu-malam/index.md"].decode()
    assert "Langkahnya belum ditulis.</p>" in page
    assert "Salin teks ini, lalu sampaikan kepada kantor yang mengurusnya" in page
    assert 'href=""' not in page


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"helpline": LINE}, "lewat WhatsApp atau Surel. Jam layanan: Senin-Jumat."),
        ({"helpline": Helpline(office=LINE.office)}, "diunduh sebagai satu berkas, lalu diserahkan kepada Pengelola"),
        ({"helpline": Helpline(office=LINE.office, hours=LINE.hours)}, "Kantor Contoh (Senin-Jumat)."),
        ({"helpline": Helpline()}, "Kantor yang menerima kiriman belum ditetapkan. Unduh isian yang sudah jadi,"),
        ({"helpline": Helpline()}, "Anda. Dengan akun di git.contoh.go.id, isian itu dapat juga dikirim sendiri."),
        ({"helpline": Helpline(), "repository": ""}, "simpan berkasnya, dan titipkan salinannya kepada bagian"),
    ],
)
def test_where_a_finished_entry_goes_is_said_whatever_is_known(known, said):
    assert said in asking.destination(replace(SETTINGS, **known))


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (LINE, f"kepada Pengelola Contoh, {LINE.office}, lewat WhatsApp {LINE.whatsapp} atau surel {LINE.mail}. Jam"),
        (Helpline(office=LINE.office), f"Serahkan tabel yang sudah diisi kepada Pengelola Contoh, {LINE.office}."),
        (Helpline(), "Kantor yang menerima tabel ini belum ditetapkan. Simpan tabel"),
    ],
)
def test_where_a_filled_table_goes_is_written_out_whatever_is_known(known, said):
    assert said in asking.table_destination(replace(SETTINGS, helpline=known))
