"""Pages made from everything strangers may send, with the checks switched off: not one trap springs in a browser."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from scripts import build as building
from tests.browser.host import hosted
from tests.check.test_contributions import HEAD
from tests.conftest import ROOT
from tests.contributions import HOSTILE, NOTICED

# MkDocs needs minutes for what is only meant to keep a program busy; the check refuses that before any build.
SLOW = {"brackets", "backticks", "backslashes", "nested-lists"}
PIECES = {name: text for name, text in (HOSTILE | NOTICED).items() if name not in SLOW}
TITLE = "'</title></h1><img src=x onerror=trap()>{name}'"
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


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose every page was sent by a stranger."""
    root = tmp_path_factory.mktemp("hostile")
    shutil.copytree(ROOT / "tests/small", root, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name in ("overrides", "scripts"):
        (root / name).symlink_to(ROOT / name)
    for name, text in PIECES.items():
        head = HEAD.format(name=name).replace(f"Proef {name}", TITLE.format(name=name))
        (root / f"docs/nl/stad/{name}.md").write_text(head + text, encoding="utf-8", errors="surrogatepass")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "has_errors", lambda findings: False)
        building.build(root, root / "site", strict=False)
    with hosted(root / "site") as address:
        yield address


def test_no_trap_springs(hostile: str, browser: Browser) -> None:
    requests: list[str] = []
    boxes: list[str] = []
    with browser.new_context() as visitor:
        visitor.add_init_script(TRAPS)
        page = visitor.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("dialog", lambda dialog: boxes.append(dialog.message))
        for name in sorted(PIECES):
            address = f"{hostile}stad/{name}/"
            page.goto(address, wait_until="load")
            assert page.evaluate(TOUCH) == [], name
            assert page.url.split("#")[0] == address, name
            assert page.locator("main").count() == 1, name
            assert page.locator(".site-footer").is_visible(), f"{name} hides the foot of the page"
            assert page.title().startswith("</title></h1><img src=x"), "what was typed is what is shown"
        assert visitor.cookies() == []
    assert boxes == []
    assert [url for url in requests if not url.startswith(hostile)] == []


def test_the_traps_work(browser: Browser) -> None:
    with browser.new_context() as visitor:
        visitor.add_init_script(TRAPS)
        page = visitor.new_page()
        page.goto("data:text/html,<main><img src=x onerror=trap()><p onclick=alert()>x</p></main>")
        page.wait_for_function("sprung.length > 0")
        assert set(page.evaluate(TOUCH)) == {"trap", "alert"}


def test_the_built_pages_hold_what_was_typed_as_text(hostile: str, browser: Browser) -> None:
    with browser.new_context() as visitor:
        page = visitor.new_page()
        page.goto(f"{hostile}stad/script/")
        text = page.locator("main").inner_text()
        assert "<script>trap()</script>" in text
