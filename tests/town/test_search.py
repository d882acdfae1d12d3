"""What people look for on this site, and addresses that they mistype."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.test_search import VISIT, finds, offers

LIGHT = {"fair trade", "sdgs", "werkbladen", "Pulawy", "nieuwegein"}
# Words that mean the same, where their results lead (the first of them to the first), and the least number of results.
ALIKE = [
    (["Puławy", "Pulawy", "PULAWY"], ["/samenwerking/pulawy/"], 10),
    (["Wisła", "Wisla"], ["/samenwerking/pulawy/"], 2),
    (["Puławy Polen", "Pulawy Polen"], ["/samenwerking/pulawy/"], 5),
    (["fairtrade", "fair trade", "Fair Trade"], ["/fairtrade/"], 10),
    (["Global Goals", "sdg's", "SDG’s", "sdgs"], ["/global-goals/"], 10),
    (["werkblad", "werkbladen"], ["/lessen/"], 10),
    (["schooldag", "schooldagen"], ["/lessen/schooldag/"], 3),
    (["raadslid", "raadsleden"], ["/rundu/"], 2),
    (["vrijwilliger", "vrijwilligers"], ["/fairtrade/", "/doe-mee/"], 10),
    (["nieuwegein"], ["/samenwerking/tijdlijn/"], 10),
    (["coördinaten", "coordinaten", "coo\u0308rdinaten"], ["/lessen/kaart-en-vriendschap/"], 1),
    (["rundu"], ["/en/rundu/town-and-river/"], 10),
    (["children", "child"], ["/en/rundu/werkgroep-rundu/"], 5),
]


@pytest.mark.parametrize(("words", "leads", "fewest"), ALIKE)
def test_what_people_look_for_is_found(
    served: str, page: Page, site: Path, words: list[str], leads: list[str], fewest: int
) -> None:
    sizes = finds(served, page, site, words, leads, fewest)
    assert all(size <= VISIT for query, size in sizes.items() if query in LIGHT), sizes


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("L/KAART", "l/kaart/"),
        ("Rundu/Stad-en-Rivier", "rundu/stad-en-rivier/"),
        ("rundu/index.htm", "rundu/"),
        ("rundu).", "rundu/"),
        ("lessen/banaan/werkblad-banaan.pdf,", "lessen/banaan/werkblad-banaan.pdf"),
        ("l/kaart%E2%80%9D", "l/kaart/"),
        ("nergens,", ""),
        ("%E0%A4%A", ""),
    ],
)
def test_the_missing_page_offers_what_was_meant(host: str, page: Page, typed: str, meant: str) -> None:
    offers(page, host, typed, meant)
