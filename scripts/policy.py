"""What a browser may do with the site: one table, and the forms in which hosts and pages take it.

The table is `policy.yml`. A kind of page that it does not name has no needs of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path, PurePath

from pydantic import BaseModel, ConfigDict, TypeAdapter

from scripts import data, files
from scripts.content import Content

TABLE = Path(__file__).with_suffix(".yml")
FOLDER = PurePath("server")
# In the site, for the hosts that read them.
HEADERS_FILE = "_headers"
KINDS = "kinds.map"
POLICY = "Content-Security-Policy"
# What a page cannot say of itself (CSP Level 3, section 3.3).
ONLY_IN_HEADERS = frozenset({"frame-ancestors", "report-to", "report-uri", "sandbox"})
# No kind at all: what holds for most pages and all files.
PLAIN = "page"
MADE = "# Made from scripts/policy.yml by: python -m scripts policy\n"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Kind(_Part):
    """What a kind of page has in other words than the rest: sources by directive, headers that it is without.

    `places` are addresses that get the same; one that ends with `*` stands for all that begin so.
    """

    policy: dict[str, str] = {}
    without: list[str] = []
    places: list[str] = []


class Table(_Part):
    """Values by header, sources by directive of the policy, and the kinds of pages that need something else."""

    headers: dict[str, str]
    policy: dict[str, str]
    kinds: dict[str, Kind]


@cache
def table() -> Table:
    """Return the table. Raises `Refused` when `policy.yml` is not one."""
    return data.read(TABLE, PurePath("scripts", TABLE.name), TypeAdapter(Table))[0]


def csp(kind: str = PLAIN, meta: bool = False) -> str:
    """Return the Content-Security-Policy of a page of `kind`; with `meta`, without what only a header can say."""
    sources = table().policy | _kind(kind).policy
    return "; ".join(f"{name} {value}" for name, value in sources.items() if not (meta and name in ONLY_IN_HEADERS))


def headers(kind: str = PLAIN) -> dict[str, str]:
    """Return every header of an answer with a page of `kind`, by name."""
    kept = {name: value for name, value in table().headers.items() if name not in _kind(kind).without}
    return {POLICY: csp(kind)} | kept


def meta(kind: str = PLAIN) -> str:
    """Return the `content` of `<meta http-equiv="Content-Security-Policy">`, for hosts that cannot send headers."""
    return csp(kind, meta=True)


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
    kinds = [PLAIN, *table().kinds]
    maps, lines = [], []
    for name in headers():
        values = {kind: headers(kind).get(name, "") for kind in kinds}
        if len(set(values.values())) == 1:
            lines.append(f'add_header {name} "{values[PLAIN]}" always;\n')
            continue
        variable = f"$site_{name.lower().replace('-', '_')}"
        own = "".join(f'    {kind} "{value}";\n' for kind, value in values.items() if value != values[PLAIN])
        maps.append(f'map $site_kind {variable} {{\n    default "{values[PLAIN]}";\n{own}}}\n')
        lines.append(f"add_header {name} {variable} always;\n")
    return {"policy.conf": MADE + "".join(maps), "headers.conf": MADE + "".join(lines)}


def nginx_kinds(addresses: Mapping[str, Iterable[str]]) -> str:
    """Return the lines of nginx's map from the file that is sent to the kind of page it is, for what is not plain."""
    return "".join(
        f"~^/{address.removesuffix('*')} {kind};\n" if address.endswith("*") else f"/{address}index.html {kind};\n"
        for address, kind in _places(addresses)
    )


def publish(content: Content, site: Path) -> None:
    """Write into the folder `site` what hosts must know of its pages: `_headers`, and `kinds.map` for nginx."""
    addresses: dict[str, list[str]] = {}
    for page in content.pages:
        addresses.setdefault(page.meta.kind, []).append(page.address)
    files.write(site / HEADERS_FILE, headers_file(addresses).encode())
    files.write(site / KINDS, nginx_kinds(addresses).encode())


def write(root: Path) -> None:
    """Write what `nginx` returns into the folder `server/` of the project at `root`."""
    for name, text in nginx().items():
        files.write(root / FOLDER / name, text.encode())


def _kind(name: str) -> Kind:
    return table().kinds.get(name, Kind())


def _places(addresses: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for kind, own in table().kinds.items():
        for address in sorted({*addresses.get(kind, ()), *own.places}):
            yield address, kind
