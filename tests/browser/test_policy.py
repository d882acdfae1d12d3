"""What the policy stops in a browser, and what it lets schools do."""

from playwright.sync_api import Page

from tests.visiting import LESSON, axe_violations, watched

# What a page must not do, with the directives that stop it.
FORBIDDEN = """(expected) => new Promise((done) => {
  const broken = new Set();
  addEventListener("securitypolicyviolation", ({ violatedDirective }) => {
    if (broken.add(violatedDirective).size === expected) done([...broken]);
  });
  setTimeout(() => done([...broken]), 5000);
  const make = (tag, values) => Object.assign(document.createElement(tag), values);
  document.body.append(make("script", { text: "1" }), make("iframe", { src: "/" }));
  document.body.append(make("img", { src: "https://example.com/x.png" }));
  document.body.setAttribute("style", "color: red");
  document.head.append(make("style", { textContent: "p {}" }), make("base", { href: "/x/" }));
  fetch("https://example.com/").catch(() => 0);
})"""
STOPPED = {"script-src-elem", "frame-src", "img-src", "style-src-attr", "style-src-elem", "base-uri", "connect-src"}


def test_axe_sees_what_is_wrong(page: Page) -> None:
    page.set_content("<title>x</title><main><h1>x</h1><img src=data:><p style='color: #ccc'>pale</p></main>")
    found = {violation.split(":")[0] for violation in axe_violations(page)}
    assert {"image-alt", "html-has-lang", "color-contrast"} <= found


def test_the_policy_stops_what_a_page_must_not_do(served: str, page: Page) -> None:
    page.goto(served)
    assert set(page.evaluate(FORBIDDEN, len(STOPPED))) == STOPPED


def test_a_school_can_frame_a_lesson_and_nothing_else(served: str, page: Page) -> None:
    addresses = [served + LESSON, served, f"{served}zoeken/"]
    frames = "".join(f"<iframe src='{address}'></iframe>" for address in addresses)
    _, complaints = watched(page)
    # Chromium asks a person before a page of elsewhere may reach this computer.
    page.context.grant_permissions(["local-network-access"], origin="https://school.example")
    page.route(
        "https://school.example/",
        lambda route: route.fulfill(body=f"<!doctype html>{frames}", content_type="text/html"),
    )
    page.goto("https://school.example/")
    assert [frame.url in addresses for frame in page.frames[1:]] == [True, False, False]
    assert sum("frame-ancestors" in line for line in complaints) == 2
