"""A small finished site that keeps every promise, as texts by file; and the folder that it makes."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import brotli

from scripts.verify.weight import TEXTS

BASE = "https://example.org/"
# Each page: file, language, kind, title, and its translation.
PAGES = (
    ("index.html", "nl", "home", "Thuis", "en/index.html"),
    ("stad/index.html", "nl", "article", "De stad", "en/town/index.html"),
    ("lessen/water/index.html", "nl", "lesson", "Een les", "en/lessons/water/index.html"),
    ("en/index.html", "en", "home", "Home", "index.html"),
    ("en/town/index.html", "en", "article", "The town", "stad/index.html"),
    ("en/lessons/water/index.html", "en", "lesson", "A lesson", "lessen/water/index.html"),
)
SCRIPT = '  <script src="{up}assets/lesson.1a2b3c4d.js" defer></script>\n'
DATA = '  <script type="application/ld+json">{data}</script>\n'
PUBLISHED = ("", "en/", "en/town/", "l/w/", "lessen/water/#drinken", "lessen/water/water.pdf", "oud.pdf", "stad/")


def files(base: str = BASE) -> dict[str, str]:
    """Return every text file of the site for the address `base`, but for compressed ones."""
    addresses = {name: name.removesuffix("index.html") for name, *_ in PAGES}
    lessons = {
        name: _lesson(base + address, title) for (name, _, kind, title, _), address in _both() if kind == "lesson"
    }
    found = {name: _page(base, name, lessons.get(name)) for name in addresses}
    found |= {
        "404.html": _missing(base),
        "l/w/index.html": _moved(base, "../../lessen/water/", "lessen/water/"),
        "sitemap.xml": _sitemap(base),
        "lessen.jsonld": json.dumps({
            "@context": "https://schema.org", "@type": "Collection", "@id": f"{base}lessen.jsonld",
            "hasPart": [{key: value for key, value in one.items() if key != "@context"} for one in lessons.values()],
        }),
        "_redirects": f"{base[19:]}oud.pdf {base[19:]}lessen/water/water.pdf 301\n",
        ".well-known/security.txt": security_txt(base),
        "assets/style.1a2b3c4d.css": "body{color:#123}header{background:url(icon.svg)}" + "p{margin:0}" * 40,
        "assets/icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path id="a" d="M0 0h9"/><use href="#a"/></svg>',
        "assets/site.webmanifest": '{"name": "x", "start_url": "../", "icons": [{"src": "icon.svg"}]}',
        "assets/lesson.1a2b3c4d.js": 'import("./more.js");document.createElementNS("http://www.w3.org/2000/svg", "g")',
        "assets/more.js": "export const more = 1;",
        "lessen/water/water.pdf": "%PDF",
        "foto.png": "PNG",
    }  # fmt: skip
    return found


def _both() -> list[tuple[tuple[str, str, str, str, str], str]]:
    return [(page, page[0].removesuffix("index.html")) for page in PAGES]


def security_txt(base: str = BASE, days: int = 90) -> str:
    """Return a security.txt that holds for `days` more."""
    moment = datetime.now(UTC) + timedelta(days=days)
    return (
        "Contact: https://example.org/report\n"
        f"Expires: {moment:%Y-%m-%dT%H:%M:%SZ}\nCanonical: {base}.well-known/security.txt\n"
    )


def _alternates(base: str, name: str, language: str, other: str) -> list[tuple[str, str]]:
    own, twin = (base + one.removesuffix("index.html") for one in (name, other))
    dutch, english = (own, twin) if language == "nl" else (twin, own)
    return [("nl", dutch), ("en", english), ("x-default", dutch)]


def _page(base: str, name: str, lesson: dict[str, object] | None) -> str:
    _, language, kind, title, other = next(page for page in PAGES if page[0] == name)
    up = "../" * name.count("/")
    links = "".join(
        f'  <link rel="alternate" hreflang="{one}" href="{address}">\n'
        for one, address in _alternates(base, name, language, other)
    )
    extra = (SCRIPT.format(up=up) + DATA.format(data=json.dumps(lesson))) if lesson else ""
    return f"""<!doctype html>
<html lang="{language}" dir="ltr">
<head>
  <meta charset="utf-8">
  <title>{title}</title>
  <meta name="description" content="Over: {title}">
  <link rel="canonical" href="{base}{name.removesuffix("index.html")}">
{links}  <meta property="og:image" content="{base}foto.png">
  <link rel="icon" href="{up}assets/icon.svg" type="image/svg+xml">
  <link rel="manifest" href="{up}assets/site.webmanifest">
  <link rel="stylesheet" href="{up}assets/style.1a2b3c4d.css">
{extra}</head>
<body class="kind-{kind}">
  <a class="skip" href="#_content">Skip</a>
  <a hreflang="{"en" if language == "nl" else "nl"}" href="{up}{other.removesuffix("index.html") or "."}">Other</a>
  <main id="_content"><h1>{title}</h1>
    <div class="md-typeset">
      <p id="drinken"><a href="{up}stad/#_content">De stad</a> <a href="https://else.example/">Else</a></p>
      <picture><source srcset="{up}foto.png 1x, {up}foto.png?2 2x" type="image/avif">
        <img src="{up}foto.png" alt="" width="9" height="9" loading="lazy"></picture>
      <a href="{up}lessen/water/water.pdf#page=2">PDF</a> <a href="#top">Top</a>
    </div>
  </main>
</body>
</html>
"""


def _missing(base: str) -> str:
    path = base[19:]  # of https://example.org
    return f"""<!doctype html>
<html lang="nl">
<head><title>Weg</title><meta name="robots" content="noindex">
<link rel="stylesheet" href="{path}assets/style.1a2b3c4d.css"></head>
<body><main><h1>Weg</h1><p><a href="{path}">Thuis</a></p></main></body>
</html>
"""


def _moved(base: str, target: str, address: str) -> str:
    return f"""<!doctype html>
<html lang="nl">
<head><title>Verhuisd</title><meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}"><link rel="canonical" href="{base}{address}"></head>
<body><h1>Verhuisd</h1><p><a hreflang="nl" href="{target}">Hier</a></p></body>
</html>
"""


def _lesson(address: str, title: str) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": ["LearningResource", "WebPage"],
        "@id": f"{address}#les",
        "url": address,
        "name": title,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "about": [{"@type": "DefinedTerm", "name": "water"}],
    }


def _sitemap(base: str) -> str:
    entries = "".join(
        f"<url><loc>{base}{address}</loc>"
        + "".join(
            f'<xhtml:link rel="alternate" hreflang="{one}" href="{to}"/>'
            for one, to in _alternates(base, name, language, other)
        )
        + "</url>\n"
        for (name, language, _, _, other), address in _both()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{entries}</urlset>\n'
    )


def noise(size: int) -> str:
    """Return text that Brotli cannot make smaller than `size` bytes, and hardly larger."""
    return b64encode(Random(1).randbytes(size)).decode().replace("/", "_")  # noqa: S311 no secret


def write(texts: dict[str, str], folder: Path) -> None:
    """Write `texts` into `folder`, with a compressed twin of each file that should have one."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if name.endswith(TEXTS) and len(raw := text.encode()) > 256:
            path.with_name(f"{path.name}.br").write_bytes(brotli.compress(raw))
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(raw))
