"""Search in a reader's own words: without the letters of another language, in one word or two, singular or plural."""

import pytest
from playwright.sync_api import Page

from tests.browser.test_search import results


def found(page: Page, address: str, query: str) -> list[str]:
    page.goto(f"{address}?q={query}")
    return results(page)


@pytest.mark.parametrize(
    ("words", "first", "fewest"),
    [
        (["Puławy", "Pulawy", "PULAWY"], "/samenwerking/pulawy/", 10),
        (["Wisła", "Wisla"], "/samenwerking/pulawy/", 2),
        (["Puławy Polen", "Pulawy Polen"], "/samenwerking/pulawy/", 5),
        (["fairtrade", "fair trade", "Fair Trade"], "/fairtrade/", 20),
        (["Global Goals", "sdg's", "SDG’s", "sdgs"], "/global-goals/", 10),
        (["werkblad", "werkbladen"], "/lessen/", 10),
        (["schooldag", "schooldagen"], "/lessen/schooldag/", 3),
        (["raadslid", "raadsleden"], "/rundu/", 2),
        (["coördinaten", "coordinaten", "coördinaten"], "/lessen/kaart-en-vriendschap/", 2),
    ],
)
def test_words_that_mean_the_same_find_the_same(
    host: str, page: Page, words: list[str], first: str, fewest: int
) -> None:
    answers = [found(page, f"{host}zoeken/", word) for word in words]
    assert answers[0][0] == first
    assert len(answers[0]) >= min(fewest, 10)
    assert all(answer == answers[0] for answer in answers), "the same pages, in the same order"


def test_the_words_of_one_language_mean_nothing_in_another(host: str, page: Page) -> None:
    assert not found(page, f"{host}en/search/", "raadsleden")
    assert found(page, f"{host}en/search/", "children") == found(page, f"{host}en/search/", "child")
