"""Take pictures of the real site: `make picture`. The home pages for the README, and each kind for a critical eye."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.build import build
from scripts.content import settings
from tests import programs
from tests.visiting import LOOKS, chosen, hosted

ROOT = Path(__file__).parent.parent


def take(folder: Path, looks: Path) -> None:
    """Build the site; write `home-<language>.png`, 900 by 700 pixels, into `folder`, and into `looks` a picture of each
    page that the variable PAGES asks for, on a phone and a computer, by day and by night.
    """
    settings.quiet()
    locales = settings.of(ROOT).locales
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        site = Path(place) / "site"
        build(ROOT, site)
        browser = playwright.chromium.launch(executable_path=programs.need("chromium"))
        page = browser.new_page(viewport={"width": 900, "height": 700})
        with hosted(site) as address:
            for language in locales:
                page.goto(address + ("" if language == locales[0] else f"{language}/"))
                page.screenshot(path=folder / f"home-{language}.png")
            for one in chosen(ROOT):
                page.goto(address + one.address, wait_until="networkidle")
                for width, scheme in LOOKS:
                    page.set_viewport_size({"width": width, "height": 900})
                    page.emulate_media(color_scheme=scheme)
                    name = f"{one.meta.kind}-{one.locale}-{one.path.stem}-{width}-{scheme}.png"
                    page.screenshot(path=looks / name, full_page=True)
        browser.close()


if __name__ == "__main__":
    take(ROOT / "overrides/town", ROOT / ".cache/looks")
