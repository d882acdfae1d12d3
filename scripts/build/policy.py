"""What a browser may do with the site: one table, and the forms in which hosts and pages take it.

The table is `policy.yml`. A kind of page that it does not name has no needs of its own. For nginx the same stands in
`server/policy.conf` and `server/headers.conf`, written by hand; tests ask nginx whether it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from scripts.content import Content
from scripts.files import own_yaml

TABLE: Mapping[str, Any] = own_yaml(Path(__file__).with_suffix(".yml"))
# What a page cannot say of itself (CSP Level 3, section 3.3).
ONLY_IN_HEADERS = frozenset({"frame-ancestors", "report-to", "report-uri", "sandbox"})
# No kind at all: what holds for most pages and all files.
PLAIN = "page"


def headers(kind: str = PLAIN) -> dict[str, str]:
    """Return every header of an answer with a page of `kind`, by name."""
    without = TABLE["kinds"].get(kind, {}).get("without", ())
    policy = "; ".join(f"{name} {value}" for name, value in _sources(kind).items())
    others = {name: value for name, value in TABLE["headers"].items() if name not in without}
    return {"Content-Security-Policy": policy} | others


def meta(kind: str = PLAIN) -> str:
    """Return the `content` of `<meta http-equiv="Content-Security-Policy">`, for hosts that cannot send headers."""
    return "; ".join(f"{name} {value}" for name, value in _sources(kind).items() if name not in ONLY_IN_HEADERS)


def headers_file(addresses: Mapping[str, Iterable[str]]) -> str:
    """Return the file `_headers` of Netlify and Cloudflare Pages, with the `addresses` of the pages of each kind.

    Of two rules for one address, Cloudflare joins the values unless the second takes the first away with `!`; Netlify
    passes over that line and lets the second win. There, a header that a kind is without stays: browsers that know
    frame-ancestors pay no heed to X-Frame-Options (CSP Level 3, section 6.4.2.2). Cloudflare reads 100 rules.
    """
    usual = headers()
    rules = [["/*", *(f"  {name}: {value}" for name, value in usual.items())]]
    for address, kind in _places(addresses):
        own = headers(kind)
        other = [name for name in usual if own.get(name) != usual[name]]
        gone = (f"  ! {name}" for name in other)
        rules.append([f"/{address}", *gone, *(f"  {name}: {own[name]}" for name in other if name in own)])
    return "\n".join("\n".join(rule) + "\n" for rule in rules)


def nginx_kinds(addresses: Mapping[str, Iterable[str]]) -> str:
    """Return the lines of nginx's map from the file that is sent to the kind of page it is, for what is not plain."""
    return "".join(
        f"~^/{address.removesuffix('*')} {kind};\n"
        if address.endswith("*")
        else f"/{address if address.endswith('.html') else f'{address}index.html'} {kind};\n"
        for address, kind in _places(addresses)
    )


def publish(content: Content, site: Path) -> None:
    """Write into the folder `site` what hosts must know of its pages: `_headers`, and `kinds.map` for nginx."""
    addresses: dict[str, list[str]] = {}
    for page in content.pages:
        addresses.setdefault(page.meta.kind, []).append(page.address)
    (site / "_headers").write_text(headers_file(addresses), encoding="utf-8")
    (site / "kinds.map").write_text(nginx_kinds(addresses), encoding="utf-8")


def _sources(kind: str) -> dict[str, str]:
    return {**TABLE["policy"], **TABLE["kinds"].get(kind, {}).get("policy", {})}


def _places(addresses: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for kind, own in TABLE["kinds"].items():
        for address in sorted({*addresses.get(kind, ()), *own.get("places", ())}):
            yield address, kind
