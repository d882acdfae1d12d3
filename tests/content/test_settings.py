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
    ("typed", "instead", "line", "says"),
    [
        ("plugins:", "plugins: [", "#", "vorige versie"),
        ("strict: true", "strict: perhaps", "#", "vorige versie"),
        ("site_url: ", 'site_url: "" # ', "#", "vorige versie"),
        ("locale: en", "locale: xx", "- locale: xx", "«xx»"),
        ("contact: {}", "contact: {email: info at stad.nl}", "contact:", 'email: "info@example.org"'),
        ("contact: {}", "contact: {name: Stad, telephone: 0301234567}", "contact:", 'telephone: "030 123 45 67"'),
        ("{}", "\n    name: Stad\n    telephone: bel ons", "telephone:", 'telephone: "030 123 45 67"'),
        ("{}", "\n    email: info@stad.nl\n    mail: info@stad.nl", "mail: i", 'name: "Municipality of Example"'),
        ("contact: {}", "contact: info@stad.nl", "contact:", 'email: "info@example.org"'),
        # What it was called before.
        ("contact: {}", "contacts: {emails: [info@stad.nl]}", "contacts:", 'email: "info@example.org"'),
    ],
)
def test_settings_that_cannot_be_used(small: Path, typed: str, instead: str, line: str, says: str) -> None:
    path = small / "mkdocs.yml"
    text = path.read_text().replace(typed, instead, 1)
    path.write_text(text)
    with pytest.raises(Refused) as refused:
        settings.of(small)
    (found,) = refused.value.findings
    assert str(found.path) == "mkdocs.yml"
    assert text.split("\n")[found.line - 1].lstrip().startswith(line)
    assert says in found.message.nl + found.fix.nl and found.message.en


def test_a_language_without_a_name_of_its_own_for_the_site_has_that_of_all(small: Path) -> None:
    path = small / "mkdocs.yml"
    named = re.sub("(?m)^site_name: .*", "site_name: Wereldstad", path.read_text())
    path.write_text(re.sub("(?m)^( +)site_name: .*", r"\1site_name: World town", named))
    assert settings.of(small).site_names == {"nl": "Wereldstad", "en": "World town"}
    path.write_text(re.sub("(?m)^ +site_name: .*", "", named))
    assert settings.of(small).site_names == {"nl": "Wereldstad", "en": "Wereldstad"}


@pytest.mark.parametrize("contact", ["", "{name: Stad, email: }", "{name: Stad, telephone: '+31 (0)30-1234567'}"])
def test_each_part_of_a_contact_may_be_missing(small: Path, contact: str) -> None:
    path = small / "mkdocs.yml"
    path.write_text(path.read_text().replace("contact: {}", f"contact: {contact}"))
    found = settings.of(small).contact
    assert found.email == "" and found.dialled in ("", "+310301234567")
