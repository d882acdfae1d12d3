"""A site that keeps every promise, and what is said when one thing in it is broken."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import verify
from scripts.rule_words import PROMISES, texts
from scripts.verify import compressed_twins_are_true
from tests.verify import small_site
from tests.verify.conftest import ABOUT, Said, named_as

HOME, TOWN, ENGLISH, LESSON = "index.html", "stad/index.html", "en/town/index.html", "lessen/water/index.html"
SCRIPT, STYLE, MANIFEST, ICON = (
    f"assets/{name}" for name in ("lesson.1a2b3c4d.js", "style.1a2b3c4d.css", "site.webmanifest", "icon.svg")
)
SECURITY = ".well-known/security.txt"
LINKS = "links_and_anchors_lead_somewhere"
PUBLISHED = "published_addresses_answer"
ALTERNATES = "alternates_are_real_and_mutual"
TITLES = "headings_and_titles_tell_pages_apart"
SITEMAP = "sitemap_is_complete"
DATA = "structured_data_is_valid"
HOSTS = "nothing_comes_from_other_hosts"
OUTSIDE = "styles_and_scripts_stay_outside"
WEIGHT = "pages_stay_within_their_weight"
SECURE = "security_txt_is_valid"
ACTIVE = "active_content_is_ours"
END = "</main>"
TITLE = "<title>De stad</title>"
SELF = '  <link rel="alternate" hreflang="nl" href="https://example.org/stad/">\n'
DEFAULT = '  <link rel="alternate" hreflang="x-default" href="https://example.org/stad/">\n'
MOVED = "https://example.org/l/w/"
ELSEWHERE = "https://else.example/x"
# What is broken: a file, the text in it, what takes its place; and the case and the file that are named for it.
BREAKS: list[tuple[str, str, str, str, str, str]] = [
    (LINKS, "file", TOWN, END, '<a href="nergens/">x</a></main>', TOWN),
    (LINKS, "file", TOWN, END, '<a href="../stad">x</a></main>', TOWN),
    (LINKS, "file", TOWN, END, '<a href="/weg.pdf">x</a></main>', TOWN),
    (LINKS, "file", TOWN, END, f'<a href="{small_site.BASE}weg/">x</a></main>', TOWN),
    (LINKS, "file", TOWN, END, '<img src="weg.png" alt=""></main>', TOWN),
    (LINKS, "file", TOWN, END, '<img src="../foto.png" srcset="../weg.png 2x" alt=""></main>', TOWN),
    (LINKS, "file", TOWN, "foto.png\">\n  <link", "weg.png\">\n  <link", TOWN),
    (LINKS, "file", "404.html", 'href="/"', 'href="/thuis/"', "404.html"),
    (LINKS, "file", "l/w/index.html", "url=../../lessen/water/", "url=../../lessen/wodka/", "l/w/index.html"),
    (LINKS, "file", STYLE, "url(icon.svg)", "url('weg.svg')", STYLE),
    (LINKS, "file", MANIFEST, "icon.svg", "icon.png", MANIFEST),
    (LINKS, "file", SCRIPT, "./more.js", "./less.js", SCRIPT),
    (LINKS, "file", ICON, "#a", "b.svg#a", ICON),
    (LINKS, "anchor", TOWN, END, '<a href="../lessen/water/#eten">x</a></main>', TOWN),
    (LINKS, "anchor", TOWN, 'href="#_content"', 'href="#content"', TOWN),
    (PUBLISHED, "address", "_redirects", "/oud.pdf", "/ouder.pdf", "published.txt"),
    (PUBLISHED, "anchor", LESSON, 'id="drinken"', 'id="eten"', "published.txt"),
    (ALTERNATES, "language", "404.html", ' lang="nl"', "", "404.html"),
    (ALTERNATES, "canonical", TOWN, '"canonical" href="https://example.org/stad/"', '"canonical" href=".."', TOWN),
    (ALTERNATES, "canonical", TOWN, '  <link rel="canonical".*?>', "", TOWN),
    (ALTERNATES, "other", TOWN, '<a hreflang="en"', '<a hreflang="de"', TOWN),
    (TITLES, "headings", TOWN, END, "<h1>Nog een</h1></main>", TOWN),
    (TITLES, "headings", TOWN, "<h1>De stad</h1>", "<h2>De stad</h2>", TOWN),
    (TITLES, "heading", TOWN, "<h1>De stad</h1>", "<h1> </h1>", TOWN),
    (TITLES, "no_title", TOWN, TITLE, "<title></title>", TOWN),
    (TITLES, "no_title", TOWN, TITLE, "", TOWN),
    (TITLES, "no_title", TOWN, TITLE, TITLE * 2, TOWN),
    (TITLES, "description", TOWN, 'content="Over: De stad"', 'content=" "', TOWN),
    (TITLES, "description", TOWN, '  <meta name="description" content="Over: De stad">\n', "", TOWN),
    (TITLES, "same_title", TOWN, TITLE, "<title>thuis</title>", TOWN),
    (TITLES, "same_description", TOWN, "Over: De stad", "Over: Thuis", TOWN),
    (SITEMAP, "unreadable", "sitemap.xml", "</urlset>", "", "sitemap.xml"),
    (SITEMAP, "lacking", "sitemap.xml", r"<url><loc>https://example.org/stad/.*?</url>", "", "sitemap.xml"),
    (SITEMAP, "extra", "sitemap.xml", "</urlset>", f"<url><loc>{MOVED}</loc></url></urlset>", "sitemap.xml"),
    (SITEMAP, "alternates", "sitemap.xml", 'hreflang="x-default"', 'hreflang="de"', "sitemap.xml"),
    (SITEMAP, "twice", "sitemap.xml", r"(<url><loc>https://example.org/stad/.*?</url>)", r"\1\1", "sitemap.xml"),
    (DATA, "unreadable", "lessen.jsonld", r"\}$", "", "lessen.jsonld"),
    (DATA, "context", "lessen.jsonld", "https://schema.org", "https://creativecommons.org/", "lessen.jsonld"),
    (DATA, "type", "lessen.jsonld", '"@type": "Collection", ', "", "lessen.jsonld"),
    (DATA, "address", "lessen.jsonld", "https://example.org/lessen.jsonld", "lessen.jsonld", "lessen.jsonld"),
    (DATA, "address", "lessen.jsonld", "https://example.org/lessen.jsonld", ELSEWHERE, "lessen.jsonld"),
    (DATA, "nowhere", "lessen.jsonld", "https://example.org/lessen.jsonld", "https://example.org/x", "lessen.jsonld"),
    (DATA, "collection", "lessen.jsonld", '"name": "Een les"', '"name": "Geen les"', "lessen.jsonld"),
    (HOSTS, "foreign", STYLE, "url(icon.svg)", f"url({ELSEWHERE})", STYLE),
    (HOSTS, "foreign", STYLE, "body", f'@import "{ELSEWHERE}";body', STYLE),
    (HOSTS, "foreign", SCRIPT, "import(", f'fetch("{ELSEWHERE}");import(', SCRIPT),
    (HOSTS, "foreign", SCRIPT, "import(", "new WebSocket('wss://else.example/');import(", SCRIPT),
    (HOSTS, "foreign", SCRIPT, "import(", "fetch(`//else.example/${name}`);import(", SCRIPT),
    (HOSTS, "foreign", MANIFEST, "icon.svg", ELSEWHERE, MANIFEST),
    (HOSTS, "foreign", ICON, "#a", ELSEWHERE, ICON),
    (HOSTS, "foreign", TOWN, END, f'<blockquote><svg><path fill="url({ELSEWHERE})"/></svg></blockquote></main>', TOWN),
    (SECURE, "wrong", SECURITY, "https://example.org/report", "http://example.org/report", SECURITY),
    (SECURE, "wrong", SECURITY, "Canonical: https://example.org/", "Canonical: https://example.org/x/", SECURITY),
    (WEIGHT, "page", TOWN, END, f"<p>{small_site.noise(14_000)}</p></main>", TOWN),
    (WEIGHT, "page", HOME, END, f"<p>{small_site.noise(26_000)}</p></main>", HOME),
    (WEIGHT, "page", "404.html", END, f"<p>{small_site.noise(18_000)}</p></main>", "404.html"),
    (WEIGHT, "median", STYLE, "body", f"/*{small_site.noise(9_500)}*/body", "*"),
    (ACTIVE, "foreign", TOWN, END, '<form action="../stad/"></form></main>', TOWN),
    (ACTIVE, "foreign", LESSON, "assets/lesson.1a2b3c4d.js", "assets/more.js", LESSON),
    (ACTIVE, "foreign", LESSON, " defer", "", LESSON),
    (ACTIVE, "foreign", TOWN, END, '<button popovertarget="_content">x</button></main>', TOWN),
]  # fmt: skip
# Two promises look at these, each from its own side.
TWICE: list[tuple[set[tuple[str, str]], str, str]] = [
    ({(LINKS, "file"), (ACTIVE, "foreign")}, END, '<a href="http://[">x</a></main>'),
    ({(OUTSIDE, "element"), (ACTIVE, "foreign")}, END, "<style>p{color:red}</style></main>"),
    ({(OUTSIDE, "element"), (ACTIVE, "foreign")}, END, "<script>alert(1)</script></main>"),
    ({(OUTSIDE, "attribute"), (ACTIVE, "foreign")}, END, '<p style="color:red">x</p></main>'),
    ({(OUTSIDE, "attribute"), (ACTIVE, "foreign")}, END, '<p onclick="x()">x</p></main>'),
    ({(OUTSIDE, "address"), (ACTIVE, "foreign")}, END, '<a href="javascript:x()">x</a></main>'),
    ({(OUTSIDE, "address"), (ACTIVE, "foreign")}, END, '<a href=" java\nscript:x()">x</a></main>'),
    (
        {(OUTSIDE, "policy")},  # our own templates make such an element, with another policy
        "<title>",
        """<meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'"><title>""",
    ),
    ({(HOSTS, "foreign"), (ACTIVE, "foreign")}, END, f'<img src="{ELSEWHERE}.png" alt=""></main>'),
    ({(HOSTS, "foreign"), (ACTIVE, "foreign")}, END, f'<img src="../foto.png" srcset="{ELSEWHERE} 2x" alt=""></main>'),
    ({(HOSTS, "foreign"), (ACTIVE, "foreign")}, "<title>", f'<link rel="preconnect" href="{ELSEWHERE}"><title>'),
    ({(HOSTS, "foreign"), (ACTIVE, "foreign")}, "<title>", f'<script src="{ELSEWHERE}"></script><title>'),
    ({(HOSTS, "foreign"), (ACTIVE, "foreign")}, END, f'<a href="../stad/" ping="{ELSEWHERE}">x</a></main>'),
    ({(HOSTS, "foreign"), (ACTIVE, "foreign")}, END, f'<form action="{ELSEWHERE}"></form></main>'),
    (
        {(HOSTS, "foreign"), (ACTIVE, "foreign"), (OUTSIDE, "attribute")},
        END,
        f'<p style="background:url({ELSEWHERE})">x</p></main>',
    ),
    (
        {(HOSTS, "foreign"), (ACTIVE, "foreign"), (OUTSIDE, "element")},
        "<title>",
        f"<style>@import '{ELSEWHERE}';</style><title>",
    ),
]  # fmt: skip
# What has a test of its own.
ELSEWHERE_TRIED = {
    (SITEMAP, "absent"),
    (SECURE, "absent"),
    (SECURE, "soon"),
    *((compressed_twins_are_true.PROMISE, case) for case in ("absent", "different", "alone")),
}
# A page whose translations are wrong differs from its translation and the sitemap as well.
UNEVEN: list[tuple[str, str, str]] = [
    ("twice", SELF, SELF * 2),
    ("itself", SELF, ""),
    ("default", DEFAULT, ""),
    ("default", DEFAULT, DEFAULT.replace("stad/", "")),
    ("nowhere", SELF, SELF + SELF.replace('"nl"', '"de"').replace("stad/", "weg/")),
    ("nowhere", SELF, SELF + SELF.replace('"nl"', '"de"').replace("stad/", "l/w/")),
    ("nowhere", SELF, SELF + SELF.replace('"nl"', '"de"').replace("example.org", "else.example")),
    ("other", SELF, SELF + SELF.replace('"nl"', '"de"').replace("stad/", "en/")),
    ("one_sided", DEFAULT, DEFAULT.replace("stad/", "en/town/")),
]


@pytest.mark.parametrize("base", [small_site.BASE, "https://example.org/town/site/"])
def test_a_good_site_keeps_every_promise(verified: Callable[[dict[str, str]], Said], base: str) -> None:
    assert verified(small_site.files(base)) == set()


@pytest.mark.parametrize(("promise", "case", "file", "old", "new", "named"), BREAKS)
def test_one_broken_thing_is_named(
    verified: Callable[[dict[str, str]], Said], promise: str, case: str, file: str, old: str, new: str, named: str
) -> None:
    said = verified(broken(file, old, new))
    assert {(rule, what) for rule, what, _ in said} == {(promise, case)}
    assert named == "*" or {path for _, _, path in said} == {named}


@pytest.mark.parametrize(("expected", "old", "new"), TWICE)
def test_what_acts_is_named_by_each_that_minds(
    verified: Callable[[dict[str, str]], Said], expected: set[tuple[str, str]], old: str, new: str
) -> None:
    assert verified(broken(TOWN, old, new)) == {(promise, case, TOWN) for promise, case in expected}


@pytest.mark.parametrize(("case", "old", "new"), UNEVEN)
def test_wrong_translations_are_named(
    verified: Callable[[dict[str, str]], Said], case: str, old: str, new: str
) -> None:
    said = {one for one in verified(broken(TOWN, old, new)) if one[0] == ALTERNATES}
    assert (ALTERNATES, case, TOWN) in said
    assert said <= {(ALTERNATES, one, path) for one in (case, "one_sided") for path in (TOWN, ENGLISH)}


@pytest.mark.parametrize(("promise", "file"), [(SITEMAP, "sitemap.xml"), (SECURE, SECURITY)])
def test_a_file_that_must_be_there_is_missed(
    verified: Callable[[dict[str, str]], Said], promise: str, file: str
) -> None:
    files = small_site.files()
    del files[file]
    assert verified(files) == {(promise, "absent", file)}


@pytest.mark.parametrize(("days", "case"), [(-1, "wrong"), (29, "soon"), (31, None)])
def test_a_security_txt_that_expires_is_named_in_time(
    verified: Callable[[dict[str, str]], Said], days: int, case: str | None
) -> None:
    files = small_site.files() | {SECURITY: small_site.security_txt(days=days)}
    assert verified(files) == ({(SECURE, case, SECURITY)} if case else set())


def test_a_page_that_is_gone_is_missed_by_all_that_name_it(verified: Callable[[dict[str, str]], Said]) -> None:
    files = small_site.files()
    del files["l/w/index.html"]
    assert verified(files) == {(PUBLISHED, "address", "published.txt")}


def test_a_heavy_script_counts_for_every_page_that_loads_it(verified: Callable[[dict[str, str]], Said]) -> None:
    files = small_site.files() | {"assets/more.js": f"//{small_site.noise(20_000)}"}
    found = verified(files)
    assert {(promise, case) for promise, case, _ in found} == {(WEIGHT, "page"), (WEIGHT, "median")}
    assert {name for _, case, name in found if case == "page"} == {LESSON, "en/lessons/water/index.html"}


def test_half_of_the_articles_being_heavy_is_named_once(verified: Callable[[dict[str, str]], Said]) -> None:
    files = small_site.files()
    for name, size in ((TOWN, 11_000), (ENGLISH, 10_500)):
        files[name] = files[name].replace(END, f"<p>{small_site.noise(size)}</p></main>")
    assert verified(files) == {(WEIGHT, "median", TOWN)}


def test_a_lesson_that_only_its_page_tells_of_is_named(verified: Callable[[dict[str, str]], Said]) -> None:
    files = small_site.files()
    del files["lessen.jsonld"]
    assert verified(files) == {(DATA, "collection", "lessen.jsonld")}


@pytest.mark.parametrize("ending", compressed_twins_are_true.UNPACK)
@pytest.mark.parametrize(
    ("change", "case", "named"),
    [
        (lambda twin: twin.unlink(), "absent", TOWN),
        (lambda twin: twin.write_bytes(b"broken"), "different", f"{TOWN}{{ending}}"),
        (lambda twin: twin.write_bytes(twin.read_bytes()[:-9]), "different", f"{TOWN}{{ending}}"),
        (lambda twin: shutil.copy(twin.parents[1] / f"{HOME}{twin.suffix}", twin), "different", f"{TOWN}{{ending}}"),
        (lambda twin: shutil.copy(twin, twin.with_name(f"x.html{twin.suffix}")), "alone", "stad/x.html{ending}"),
    ],
)
def test_a_twin_that_is_not_true_is_named(
    tmp_path: Path, repository: Path, ending: str, change: Callable[[Path], object], case: str, named: str
) -> None:
    small_site.write(small_site.files(), tmp_path)
    change(tmp_path / f"{TOWN}{ending}")
    said = {named_as(finding) for finding in verify.verify(tmp_path, repository)}
    assert said == {(compressed_twins_are_true.PROMISE, case, named.format(ending=ending))}


@pytest.mark.parametrize("promise", sorted(path.stem for path in PROMISES.glob("*_*.yml")))
def test_everything_that_can_be_said_is_tried(promise: str) -> None:
    tried = {(one, case) for one, case, *_ in BREAKS} | {pair for pairs, *_ in TWICE for pair in pairs}
    tried |= {(ALTERNATES, case) for case, *_ in UNEVEN} | ELSEWHERE_TRIED
    assert {(promise, case) for case in texts(promise).keys() - ABOUT} <= tried


def broken(file: str, old: str, new: str) -> dict[str, str]:
    """Return the small site with the first `old` in `file` replaced; `old` may be a pattern."""
    files = small_site.files()
    if old in files[file]:
        files[file] = files[file].replace(old, new, 1)
        return files
    text, count = re.subn(old, new, files[file], count=1, flags=re.DOTALL)
    assert count == 1, f"{file} has no {old}"
    return files | {file: text}
