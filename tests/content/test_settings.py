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
