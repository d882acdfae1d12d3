"""Every page looks the same after it was made lighter: each element, its pseudo-elements, its place and its size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.host import hosted

PAGES = [
    "", "en/fairtrade/", "rundu/", "global-goals/6-schoon-water-en-sanitair/", "lessen/banaan/?docent",
    "lessen/banaan/?bord", "zoeken/", "samenwerking/tijdlijn/", "nergens/",
]  # fmt: skip
# Width and colour scheme are asked for apart in the styles, so not every pair is a look of its own.
LOOKS = {
    "phone, by day": (390, "light", "screen"),
    "computer, at night": (1440, "dark", "screen"),
    "paper": (1440, "light", "print"),
}
# Where a picture begins that is not there: `background: none` and the shorter `background: 0 0` say the same.
SAME = re.compile(r"(background-position(-[xy])?: )0px( 0px)?(?=;|$)")
# Without motion, as a colour on its way from one to another is neither. Values of custom properties are no look.
COMPUTED = """() => {
  const NAMES = [...getComputedStyle(document.body)].filter((name) => !name.startsWith("--"));
  document.querySelectorAll("details").forEach((node) => { node.open = true });
  return [...document.body.querySelectorAll("*"), document.body, document.documentElement].map((node) => {
    const box = node.getBoundingClientRect();
    const place = [box.x, box.y, box.width, box.height].map((number) => number.toFixed(1)).join(" ");
    const styles = ["", "::before", "::after"].map((part) => {
      const style = getComputedStyle(node, part);
      if (part && style.content === "none") return "";
      return NAMES.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
    });
    return [`${node.tagName} ${node.className.baseVal ?? node.className}`, place, ...styles];
  });
}"""


@pytest.fixture(scope="module")
def hosts(plain: Path, site: Path) -> Iterator[tuple[str, str]]:
    """The addresses of the site before and after."""
    with hosted(plain) as before, hosted(site) as after:
        yield before, after


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("address", PAGES, ids=lambda address: address or "home")
def test_it_looks_the_same(hosts: tuple[str, str], browser: Browser, address: str, look: str) -> None:
    before, after = (computed(browser, host + address, look) for host in hosts)
    assert len(before) > 8, "the page shows something"
    assert [node[0] for node in after] == [node[0] for node in before]
    for old, new in zip(before, after, strict=True):
        assert differences(old, new) == [], old[0]


def computed(browser: Browser, address: str, look: str) -> list[list[str]]:
    """Return what Chromium makes of each element at `address`: its name, its place, its style and its parts'."""
    width, scheme, media = LOOKS[look]
    with browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce") as visitor:
        page = visitor.new_page()
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.emulate_media(media="print" if media == "print" else "screen")
        page.goto(address, wait_until="networkidle")
        found: list[list[str]] = page.evaluate(COMPUTED)
        return found


def differences(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """Return what of one element differs, property by property."""
    pairs = [pair for before, after in zip(old, new, strict=True) for pair in pieces(before, after)]
    return [(before, after) for before, after in pairs if before != after]


def pieces(before: str, after: str) -> list[tuple[str, str]]:
    one, other = (SAME.sub(r"\1the start", text.replace("0%", "0px")).split("; ") for text in (before, after))
    return list(zip(one, other, strict=True)) if len(one) == len(other) else [(before, after)]
