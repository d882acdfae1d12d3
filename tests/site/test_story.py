"""The story is whole: everything the municipality's own page names has its place, in both languages."""

import pytest

from scripts.content import Content
from scripts.content.schema.front_matter import Goal
from tests.contrast import contrast
from tests.site.pages import BuiltPage

# As named on the page «Internationale samenwerking» of the municipality: Dutch, English, a page where it must stand.
NAMED = [
    ("sinds 1991", "since 1991", "samenwerking/index.md"),
    ("internationaal beleid", "international policy", "samenwerking/index.md"),
    ("eerste dertien jaar", "first thirteen years", "samenwerking/index.md"),
    ("Puławy", "Puławy", "samenwerking/pulawy.md"),
    ("Polen", "Poland", "samenwerking/pulawy.md"),
    ("Rundu", "Rundu", "rundu/index.md"),
    ("Namibië", "Namibia", "rundu/index.md"),
    ("Labour Plus", "Labour Plus", "samenwerking/labour-plus.md"),
    ("etnische minderheden", "ethnic minorities", "samenwerking/labour-plus.md"),
    ("trekker", "lead", "samenwerking/labour-plus.md"),
    ("2012 tot 2014", "2012 to 2014", "samenwerking/labour-plus.md"),
    ("GAIA", "GAIA", "samenwerking/gaia.md"),
    ("Global Awareness in Action", "Global Awareness in Action", "samenwerking/gaia.md"),
    ("Utrecht", "Utrecht", "samenwerking/gaia.md"),
    ("Newcastle", "Newcastle", "samenwerking/gaia.md"),
    ("Malmö", "Malmö", "samenwerking/gaia.md"),
    ("duurzaamheid", "sustainability", "samenwerking/gaia.md"),
    ("Werkgroep Rundu", "Werkgroep Rundu", "samenwerking/gaia.md"),
    ("Stichting Fairtrade Nieuwegein", "Stichting Fairtrade Nieuwegein", "samenwerking/gaia.md"),
    ("Netwerk Samen Duurzaam Nieuwegein", "Netwerk Samen Duurzaam Nieuwegein", "samenwerking/gaia.md"),
    ("Cirkeltje rond", "Cirkeltje rond", "samenwerking/gaia.md"),
    ("de Kledingbank", "Kledingbank", "samenwerking/gaia.md"),
    ("IVN", "IVN", "samenwerking/gaia.md"),
    ("vrijwilligers", "volunteers", "fairtrade/index.md"),
    ("2010", "2010", "fairtrade/index.md"),
    ("Fairtrade Gemeente", "Fairtrade Gemeente", "fairtrade/index.md"),
    ("coalitieakkoord", "coalition agreement", "samenwerking/aanpak-2017.md"),
    ("kennis uitwisselen", "knowledge", "samenwerking/aanpak-2017.md"),
    ("kennisinstellingen", "knowledge institutes", "samenwerking/aanpak-2017.md"),
    ("bedrijven", "companies", "samenwerking/aanpak-2017.md"),
    ("wereldwijde bewustwording", "global awareness", "wereldwijde-bewustwording.md"),
    ("Global Goals", "Global Goals", "wereldwijde-bewustwording.md"),
    ("extreme armoede", "extreme poverty", "global-goals/index.md"),
    ("ongelijkheid", "inequality", "global-goals/index.md"),
    ("onrecht", "injustice", "global-goals/index.md"),
    ("klimaatverandering", "climate change", "global-goals/index.md"),
    ("scholen", "schools", "samenwerking/aanpak-2017.md"),
    ("vluchtelingenwerk", "refugee", "samenwerking/aanpak-2017.md"),
    ("kerken", "churches", "samenwerking/aanpak-2017.md"),
    ("bibliotheek", "library", "samenwerking/aanpak-2017.md"),
]


@pytest.mark.parametrize(("dutch", "english", "key"), NAMED)
def test_named_by_the_municipality(
    content: Content, pages: list[BuiltPage], dutch: str, english: str, key: str
) -> None:
    texts = {page.address: page.all("main")[0].text(separator=" ") for page in pages}
    for locale, words in (("nl", dutch), ("en", english)):
        page = content.page(locale, key)
        assert page
        assert words.lower() in " ".join(texts[page.address].lower().split()), f"{words} on {page.path}"


def test_lists_come_from_pages_and_data(content: Content, pages: list[BuiltPage]) -> None:
    by_address = {page.address: page for page in pages}
    for locale in content.settings.locales:
        overview, timeline, sources = (
            by_address[found.address]
            for key in ("global-goals/index.md", "samenwerking/tijdlijn.md", "over/bronnen.md")
            if (found := content.page(locale, key))
        )
        assert len(overview.all(".tiles li")) == 17
        assert len(timeline.all("article li > strong > time:first-child")) == len(content.timeline)
        assert {node.attributes["id"] for node in sources.all(".sources > li")} == set(content.sources)


def test_a_goal_page_has_its_number_and_colour(content: Content, pages: list[BuiltPage]) -> None:
    by_address = {page.address: page for page in pages}
    goals = [(page, page.meta) for page in content.pages if isinstance(page.meta, Goal)]
    assert len(goals) == 34
    for page, goal in goals:
        (heading,) = by_address[page.address].all("h1")
        assert f"goal-{goal.goal}" in (heading.attributes["class"] or "").split()
        assert goal.title in heading.text()


def test_colours_of_goals_can_be_read(content: Content) -> None:
    for goal in content.goals:
        assert contrast(goal.colour, {"white": "#ffffff", "black": "#000000"}[goal.text]) >= 4.5, goal
