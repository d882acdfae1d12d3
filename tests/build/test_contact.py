"""How readers reach who publishes the site: in the foot of a page, and where they tell what is wrong."""

from pathlib import Path
from urllib.parse import unquote

import pytest

from scripts.build import build
from tests.build.conftest import parsed

ADDRESS = "https://voorbeeldstad.example/en/town/bridge/"


@pytest.mark.parametrize(
    ("contact", "links"),
    [
        ("{telephone: '14 030'}", ["tel:14030", "/issues/new", "/edit/"]),
        ("{email: info@stad.nl}", ["mailto:info@stad.nl", "mailto:info@stad.nl?", "/issues/new", "/edit/"]),
    ],
)
def test_the_foot_has_what_there_is_and_mail_comes_before_the_form(small: Path, contact: str, links: list[str]) -> None:
    config = small / "mkdocs.yml"
    config.write_text(config.read_text().replace("contact: {}", f"contact: {contact}"))
    (small / "docs/data/questions.yml").write_text(
        '- page: stad/brug.md\n  ask: Proef\n  question: {nl: "Hoe oud?", en: "How old?"}\n'
    )
    build(small, small / "site")
    page = parsed(small / "site", "en/town/bridge")
    found = [node.attributes["href"] or "" for node in page.css(".foot-contact a")]
    assert len(found) == len(links) and all(map(str.__contains__, found, links))
    # What one knows of a page goes the same way as what is wrong on it, with its address.
    tell = page.css_first(".questions a")
    assert tell and tell.attributes["href"] == next(
        one for one in found if ADDRESS in unquote(one) and "/edit/" not in one
    )
