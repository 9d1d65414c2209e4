"""What is taken into a meeting prints on the sheets that it is promised on; a browser sets the pages."""

import re

import pytest

pytest_plugins = ["site_fixtures"]

#: Sheets of A4, by what the address ends in.
SHEETS = {"ringkasan/": 1, "/rapor/": 1, "/meniru/": 2}


def sheets(page) -> int:
    """The pages of A4 on which the open page prints."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


@pytest.mark.walk
@pytest.mark.parametrize("ending", SHEETS)
def test_a_brief_a_report_and_a_kit_print_on_as_few_sheets_as_promised(ending, browser, frozen_at_root, synthetic_site):
    page, found = browser.new_page(), {}
    for site in (frozen_at_root, synthetic_site):
        for path in sorted(site.folder.rglob("index.html"))[:400]:
            address = site.url(path)
            if address.endswith(ending):
                page.goto(address)
                found[address] = sheets(page)
    page.close()
    assert {address: count for address, count in found.items() if count > SHEETS[ending]} == {}
    assert found or ending == "/meniru/"


def test_the_brief_prints_on_one_sheet(browser, frozen_at_root):
    page = browser.new_page()
    page.goto(f"{frozen_at_root.address}ringkasan/")
    assert sheets(page) == 1
    page.close()
