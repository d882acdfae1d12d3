"""Pages made from everything strangers may send, with the checks switched off: not one trap springs in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from scripts import build as building
from tests.check.test_contributions import HEAD
from tests.contributions import HOSTILE, NOTICED
from tests.visiting import hosted, watched

# MkDocs needs minutes for what is only meant to keep a program busy; the check refuses that before any build.
SLOW = {"brackets", "backticks", "backslashes", "nested-lists"}
PIECES = {name: text for name, text in (HOSTILE | NOTICED).items() if name not in SLOW}
# One for all, so that one card is drawn.
TITLE = "'</title></h1><img src=x onerror=trap()>'"
# Whatever a page might do is recorded: a trap that springs, a box that opens, a window that goes elsewhere.
TRAPS = """
window.sprung = [];
for (const name of ["trap", "alert", "confirm", "prompt", "print", "open"])
  window[name] = () => { window.sprung.push(name); };
addEventListener("securitypolicyviolation", (event) => window.sprung.push(event.violatedDirective));
"""
TOUCH = """async () => {
  for (const element of document.querySelectorAll("main *")) {
    for (const name of ["mouseover", "focus", "toggle", "error", "load", "begin"])
      element.dispatchEvent(new Event(name));
    const link = element.closest("a");
    const leads_away = link?.hasAttribute("href") && /^(https?|mailto|tel):$/.test(link.protocol);
    if (!leads_away) element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
  await new Promise((done) => setTimeout(done, 20));
  return window.sprung;
}"""


def test_no_trap_springs(small: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in PIECES.items():
        head = HEAD.format(name=name).replace(f"Proef {name}", TITLE)
        (small / f"docs/nl/stad/{name}.md").write_text(head + text, encoding="utf-8", errors="surrogatepass")
    monkeypatch.setattr(building, "has_errors", lambda findings: False)
    building.build(small, small / "site", strict=False)
    page.context.add_init_script(TRAPS)
    asked, _ = watched(page)
    boxes: list[str] = []
    page.on("dialog", lambda dialog: boxes.append(dialog.message))
    with hosted(small / "site") as host:
        for name in sorted(PIECES):
            address = f"{host}stad/{name}/"
            page.goto(address)
            assert page.evaluate(TOUCH) == [], name
            assert page.url.split("#")[0] == address, name
            assert page.locator("main").count() == 1, name
            assert page.locator(".site-footer").is_visible(), f"{name} hides the foot of the page"
            assert page.title().startswith("</title></h1><img src=x"), "what was typed is what is shown"
            assert name != "script" or PIECES[name] in page.locator("main").inner_text()
    assert (boxes, page.context.cookies()) == ([], [])
    assert [url for url in asked if not url.startswith(host)] == []


def test_the_traps_work(page: Page) -> None:
    page.context.add_init_script(TRAPS)
    page.goto("data:text/html,<main><img src=x onerror=trap()><p onclick=alert()>x</p></main>")
    page.wait_for_function("sprung.length > 0")
    assert set(page.evaluate(TOUCH)) == {"trap", "alert"}
