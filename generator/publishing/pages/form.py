"""The page with the form by which an entry is written or corrected; `form.js` builds the form itself."""

from collections.abc import Iterator

from generator import addresses
from generator.publishing.asking import destination
from generator.publishing.view import Page, View
from generator.schema.shape import shapes


def pages(view: View) -> Iterator[Page]:
    """One page; what to do without scripts stands on it too."""
    yield Page(
        address=addresses.FORM,
        named=True,
        template="formulir",
        called=(
            "tambah inovasi",
            "isi inovasi",
            "input inovasi",
            "lapor inovasi",
            "masukkan inovasi",
            "masukin inovasi",
            "cara usul inovasi",
            "kirim inovasi",
            "daftarkan inovasi",
        ),
        title="Formulir isian inovasi",
        description=f"Catat inovasi perangkat daerah {view.settings.region}, atau perbaiki isiannya.",
        crumbs=(("Beranda", addresses.HOME), ("Catat inovasi", addresses.CONTRIBUTE)),
        context={
            "wajib": [shape.label.lower() for shape in shapes() if shape.required],
            "kosong": addresses.FORM_BLANK,
            "skrip": addresses.FORM_SCRIPTS,
            "isian": addresses.FORM_DATA,
            "tujuan": destination(view.settings),
        },
    )
