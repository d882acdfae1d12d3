"""Settings: one file, one address of the site."""

import re
from pathlib import Path

import pytest

from scripts.content import settings
from scripts.report import Refused


@pytest.mark.parametrize("address", ["https://host/some/path", "https://host/some/path/"])
def test_the_address_of_the_site_comes_from_one_setting(
    small: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("SITE_URL", address)
    found = settings.of(small)
    assert found.site_url == "https://host/some/path/"
    assert found.locales == ("nl", "en")
    assert found.default_locale == "nl"


@pytest.mark.parametrize(
    ("before", "after"),
    [("plugins:", "plugins: ["), ("strict: true", "strict: perhaps"), ("site_url: ", 'site_url: "" # ')],
)
def test_settings_that_cannot_be_used(small: Path, before: str, after: str) -> None:
    path = small / "mkdocs.yml"
    path.write_text(path.read_text().replace(before, after, 1))
    with pytest.raises(Refused) as refused:
        settings.load(small)
    assert str(refused.value.findings[0].path) == "mkdocs.yml"


def test_a_language_without_a_name_of_its_own_for_the_site_has_that_of_all(small: Path) -> None:
    path = small / "mkdocs.yml"
    named = re.sub("(?m)^site_name: .*", "site_name: Wereldstad", path.read_text())
    path.write_text(re.sub("(?m)^( +)site_name: .*", r"\1site_name: World town", named))
    assert settings.of(small).site_names == {"nl": "Wereldstad", "en": "World town"}
    path.write_text(re.sub("(?m)^ +site_name: .*", "", named))
    assert settings.of(small).site_names == {"nl": "Wereldstad", "en": "Wereldstad"}


def test_a_language_that_nobody_knows(small: Path) -> None:
    path = small / "mkdocs.yml"
    path.write_text(path.read_text().replace("locale: en", "locale: xx", 1))
    with pytest.raises(Refused) as refused:
        settings.load(small)
    (found,) = refused.value.findings
    assert path.read_text().split("\n")[found.line - 1].strip() == "- locale: xx"
    assert "«xx»" in found.message.nl


@pytest.mark.parametrize(
    ("contact", "mark", "example"),
    [
        ("{email: info at stad.nl}", "contact:", 'email: "info@example.org"'),
        ("{name: Stad, telephone: 0301234567}", "contact:", 'telephone: "030 123 45 67"'),
        ("\n    name: Stad\n    telephone: bel ons", "telephone:", 'telephone: "030 123 45 67"'),
        ("\n    email: info@stad.nl\n    mail: info@stad.nl", "mail: i", 'name: "Municipality of Example"'),
        ("info@stad.nl", "contact:", 'email: "info@example.org"'),
    ],
)
def test_a_contact_that_leads_nowhere(small: Path, contact: str, mark: str, example: str) -> None:
    path = small / "mkdocs.yml"
    text = path.read_text().replace("contact: {}", f"contact: {contact}")
    path.write_text(text)
    with pytest.raises(Refused) as refused:
        settings.of(small)
    [found] = refused.value.findings
    assert text.split("\n")[found.line - 1].lstrip().startswith(mark)
    assert example in found.fix.nl and found.message.en


def test_what_the_contact_was_called_before(small: Path) -> None:
    path = small / "mkdocs.yml"
    path.write_text(path.read_text().replace("contact: {}", "contacts: {emails: [info@stad.nl]}"))
    with pytest.raises(Refused):
        settings.of(small)


@pytest.mark.parametrize("contact", ["", "{name: Stad, email: }", "{name: Stad, telephone: '+31 (0)30-1234567'}"])
def test_each_part_of_a_contact_may_be_missing(small: Path, contact: str) -> None:
    path = small / "mkdocs.yml"
    path.write_text(path.read_text().replace("contact: {}", f"contact: {contact}"))
    found = settings.of(small).contact
    assert found.email == "" and found.dialled in ("", "+310301234567")
