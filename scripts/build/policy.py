"""What a browser may do with the site: one table, and the forms in which hosts and pages take it.

The table is `policy.yml`. A kind of page that it does not name has no needs of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

from scripts.content import Content, strict_yaml

TABLE: Mapping[str, Any] = strict_yaml.own(Path(__file__).with_suffix(".yml"))
FOLDER = PurePath("server")
# What a page cannot say of itself (CSP Level 3, section 3.3).
ONLY_IN_HEADERS = frozenset({"frame-ancestors", "report-to", "report-uri", "sandbox"})
# No kind at all: what holds for most pages and all files.
PLAIN = "page"
MADE = "# Made from scripts/build/policy.yml by: python -m scripts policy\n"


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


def nginx() -> dict[str, str]:
    """Return the parts of nginx's configuration that come from the table, by file name.

    `policy.conf` stands outside a server and gives a variable to each header that depends on the kind of page, which
    `rules.conf` knows as `$site_kind`. `headers.conf` stands in a server and sends them all. nginx leaves out a header
    whose value is empty.
    """
    maps, lines = [], []
    for name, usual in headers().items():
        sent = f'"{usual}"'
        own = {kind: value for kind in TABLE["kinds"] if (value := headers(kind).get(name, "")) != usual}
        if own:
            sent = f"$site_{name.lower().replace('-', '_')}"
            cases = "".join(f'    {kind} "{value}";\n' for kind, value in {"default": usual, **own}.items())
            maps.append(f"map $site_kind {sent} {{\n{cases}}}\n")
        lines.append(f"add_header {name} {sent} always;\n")
    return {"policy.conf": MADE + "".join(maps), "headers.conf": MADE + "".join(lines)}


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


def write(root: Path) -> None:
    """Write what `nginx` returns into the folder `server/` of the project at `root`."""
    for name, text in nginx().items():
        (root / FOLDER / name).write_text(text, encoding="utf-8")


def _sources(kind: str) -> dict[str, str]:
    return {**TABLE["policy"], **TABLE["kinds"].get(kind, {}).get("policy", {})}


def _places(addresses: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for kind, own in TABLE["kinds"].items():
        for address in sorted({*addresses.get(kind, ()), *own.get("places", ())}):
            yield address, kind
