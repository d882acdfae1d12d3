"""Take the pictures of the home page that the README shows, from the real site: `make picture`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts import settings
from scripts.build import build
from tests import chromium
from tests.browser.host import hosted

ROOT = Path(__file__).parent.parent
HOMES = {"nl": "", "en": "en/"}


def take(folder: Path) -> None:
    """Build the site and write `home-<language>.png`, 900 by 700 pixels, into `folder`."""
    settings.quiet()
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        site = Path(place) / "site"
        build(ROOT, site)
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 900, "height": 700})
        with hosted(site) as address:
            for language, home in HOMES.items():
                page.goto(address + home)
                page.screenshot(path=folder / f"home-{language}.png")
        browser.close()


if __name__ == "__main__":
    take(ROOT / ".github")
