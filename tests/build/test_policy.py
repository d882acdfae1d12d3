"""The table of headers: its forms agree, and it keeps the rules by which public bodies are judged."""

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from scripts.build import policy
from scripts.content import Content
from scripts.content.schema.front_matter import FRONT_MATTER

ADDRESSES = {
    "search": ["zoeken/", "en/search/"],
    "lesson": ["lessen/banaan/"],
    "lessons": ["lessen/"],
    "article": ["x/"],
}
PAGES = [("zoeken/", "search"), ("pagefind/x.js", "search"), ("lessen/banaan/", "lesson"), ("lessen/", "lessons")]
PAGES += [
    ("", "home"),
    ("x/", "article"),
    ("lessen/water/", policy.PLAIN),
    ("assets/icon.svg", policy.PLAIN),
    ("404.html", "missing"),
]
ALL = [policy.PLAIN, *policy.TABLE["kinds"]]

each = pytest.mark.parametrize("kind", ALL)
each_page = pytest.mark.parametrize(("address", "kind"), PAGES)


def csp(kind: str) -> str:
    return policy.headers(kind)["Content-Security-Policy"]


def directives(value: str) -> dict[str, list[str]]:
    return {words[0]: words[1:] for words in (part.split() for part in value.split("; "))}


def rules(text: str) -> list[tuple[str, list[str]]]:
    blocks = (block.splitlines() for block in text.split("\n\n"))
    return [(lines[0], [line.strip() for line in lines[1:]]) for lines in blocks]


def as_netlify(text: str, path: str) -> dict[str, str]:
    """Return the headers as Netlify reads the file: the last rule wins, a line without a colon is nothing."""
    found: dict[str, str] = {}
    for pattern, lines in rules(text):
        if fnmatchcase(path, pattern):
            found |= dict(line.split(": ", 1) for line in lines if ":" in line)
    return found


def as_cloudflare(text: str, path: str) -> dict[str, str]:
    """Return the headers as Cloudflare reads the file: all rules add, after what each takes away."""
    found: dict[str, str] = {}
    for pattern, lines in rules(text):
        if fnmatchcase(path, pattern):
            for line in (line for line in lines if line.startswith("! ")):
                found.pop(line[2:], None)
            for name, value in (line.split(": ", 1) for line in lines if not line.startswith("! ")):
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found


@each_page
def test_all_forms_agree(address: str, kind: str) -> None:
    expected = policy.headers(kind)
    text = policy.headers_file(ADDRESSES)
    assert as_cloudflare(text, f"/{address}") == expected
    assert as_netlify(text, f"/{address}") == policy.headers() | expected


@each
def test_the_element_says_all_that_an_element_can(kind: str) -> None:
    in_header, in_page = directives(csp(kind)), directives(policy.meta(kind))
    assert in_page == {name: sources for name, sources in in_header.items() if name != "frame-ancestors"}
    assert not set('"<>&') & set(policy.meta(kind)), "it stands between double quotes"


def test_cloudflare_reads_the_file() -> None:
    lines = policy.headers_file(ADDRESSES).splitlines()
    assert max(map(len, lines)) <= 2000
    assert sum(line.startswith("/") for line in lines) <= 100


def test_the_table_says_nothing_that_is_passed_over() -> None:
    assert policy.TABLE.keys() == {"headers", "policy", "kinds"}
    assert policy.TABLE["kinds"].keys() - {"missing"} <= FRONT_MATTER.json_schema()["discriminator"]["mapping"].keys()
    for own in policy.TABLE["kinds"].values():
        assert own.keys() <= {"policy", "without", "places"}
        assert set(own.get("without", ())) <= policy.TABLE["headers"].keys()


def test_only_search_may_compile_and_only_lessons_may_be_framed() -> None:
    unsafe = {kind for kind in ALL if "unsafe-" in csp(kind)}
    framed = {kind for kind in ALL if directives(csp(kind))["frame-ancestors"] != ["'none'"]}
    without = {kind for kind in ALL if "X-Frame-Options" not in policy.headers(kind)}
    assert unsafe == {"search"}
    assert framed == without == {"lesson"}
    assert set(re.findall(r"'(?:wasm-)?unsafe-[\w-]+'", csp("search"))) == {"'wasm-unsafe-eval'"}


def test_what_hosts_must_know_is_written(content: Content, tmp_path: Path) -> None:
    policy.publish(content, tmp_path)
    text, kinds = ((tmp_path / name).read_text(encoding="utf-8") for name in ("_headers", "kinds.map"))
    search = {page.address for page in content.pages if page.meta.kind == "search"}
    assert len(search) == 2
    assert all(as_cloudflare(text, f"/{one}") == policy.headers("search") for one in search)
    assert all(f"/{one}index.html search;\n" in kinds for one in search)


# What internet.nl asks of headers (its source of July 2026), and three of ours, the last ones.
ASKED = {
    "Strict-Transport-Security": "max-age=31536000.*",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY|SAMEORIGIN",
    "Referrer-Policy": "no-referrer|same-origin",
    "Permissions-Policy": r"([a-z-]+=\(\)(, )?)+",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# What it asks of the policy: of each, the site itself or nothing; and what no source may be.
CLOSED = ("default-src", "base-uri", "form-action", "frame-ancestors")
OPEN = re.compile(r"http:.*|https:|.*\*.*|.*127\.0\.0\.1.*|'unsafe-(inline|eval|hashes)'")
# A school frames a lesson from an address that we do not know. internet.nl looks at the home page.
WILFUL = {"lesson": {"X-Frame-Options", "frame-ancestors", "https:"}}


@each
def test_what_public_bodies_are_judged_by_holds(kind: str) -> None:
    sent, found = policy.headers(kind), directives(csp(kind))
    wrong = {name for name, value in ASKED.items() if not re.fullmatch(value, sent.get(name, ""))}
    wrong |= {name for name in CLOSED if found[name] not in (["'none'"], ["'self'"])}
    wrong |= {source for sources in found.values() for source in sources if OPEN.fullmatch(source)}
    assert wrong == WILFUL.get(kind, set())
    assert not any("data:" in found.get(name, []) for name in ("script-src", "object-src", "default-src"))
