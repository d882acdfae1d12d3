"""A link leads where its text says, to a host that is no other in disguise, at an address that hides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote

import ada_url
from selectolax.lexbor import LexborNode

from scripts import allowed, hosts
from scripts.article import Article
from scripts.characters import hidden, name
from scripts.checks.messages import finding
from scripts.content import Content
from scripts.link_text import Named, named, same_number, seen, telephones
from scripts.report import Finding, Level

RULE = "links_are_honest"
# Keepers of copies: there the address of the original is part of the path.
ARCHIVES = frozenset(
    [
        "web.archive.org",
        "archive.org",
        "archive.ph",
        "archive.is",
        "archive.today",
        "webcitation.org",
        "arquivo.pt",
        "webarchive.nationalarchives.gov.uk",
        "webarchive.org.uk",
        "translate.google.com",
    ]
)
NUMBER = re.compile(r"[\d.]+|\[.*\]")
# In what a link asks for, a line of text may end; in what it leads to nothing may.
LINE_ENDS = str.maketrans("", "", "\t\r\n")
LONGEST = 60


class Shown(NamedTuple):
    """What a reader sees of a link: its text, with what its pictures show, the part of it that is code, its title."""

    text: str
    code: str = ""
    title: str = ""


class Link(NamedTuple):
    """An address as it was typed, as a browser parses it, its host as people read it, and whether that is our own."""

    href: str
    url: ada_url.URL
    host: str
    is_inside: bool


class Problem(NamedTuple):
    """What is wrong with a link, how bad it is, and the words for it."""

    case: str
    level: Level
    values: Mapping[str, str]

    def at(self, path: PurePath, line: int, column: int = 1) -> Finding:
        """Return the finding that says so."""
        return finding(RULE, self.case, path, line, column, level=self.level, mend=None, **self.values)


def check(article: Article) -> Iterator[Finding]:
    """Yield one finding for each link in `article` that misleads, by its address or by its text."""
    known = known_hosts(article.content)
    for node in article.body.css("a[href]"):
        href = node.attributes["href"] or ""
        problem = next(_problems(href, known, _shown(node)), None)
        if problem:
            yield problem.at(article.page.path, *article.place(href, node.text()))


def check_sources(content: Content) -> Iterator[Finding]:
    """Yield a finding for each source whose address misleads, or whose title is nothing but another address."""
    known = known_hosts(content)
    path = content.settings.relative(content.settings.data / "sources.yml")
    for key, source in content.sources.items():
        alone = "" if " " in source.title.strip() else source.title
        problem = next(_problems(source.url, known, Shown(alone)), None) if source.url else None
        if problem and problem.level != "hint":
            yield problem.at(path, content.documents["sources"].line((key, "url")))


@lru_cache(maxsize=1)
def known_hosts(content: Content) -> hosts.Known:
    """Return the hosts that the site itself and its sources have made known to readers."""
    parsed = (allowed.parsed(source.url) for source in content.sources.values() if source.url)
    own = allowed.parsed(content.settings.site_url)
    others = [hosts.readable(url.hostname) for url in parsed if url]
    return hosts.Known(hosts.readable(own.hostname) if own else "", others)


def _shown(node: LexborNode) -> Shown:
    text, codes = node.text(), list[str]()
    for part in node.css("code, img"):
        if part.tag == "img":
            text += f" {part.attributes.get('alt') or ''}"
        else:
            codes.append(part.text())
            text = text.replace(codes[-1], " ", 1)
    return Shown(text, " ".join(codes), node.attributes.get("title") or "")


def _problems(href: str, known: hosts.Known, shown: Shown) -> Iterator[Problem]:
    """Yield what is wrong with a link to `href`, the worst first."""
    url = allowed.parsed(href)
    if url is None or url.protocol not in allowed.LINKS or url.username or url.password:
        return  # markup_is_harmless says so
    link = Link(href, url, hosts.readable(url.hostname), url.origin == allowed.HERE.rstrip("/"))
    outside = url.protocol.startswith("http") and not link.is_inside
    yield from _disguise(href)
    if outside:
        yield from _host_problems(link, known)
    yield from _text_problems(link, known, shown)
    if outside:
        yield from _host_remarks(link)


def _disguise(href: str) -> Iterator[Problem]:
    address, _, query = href.partition("?")
    decoded, asked = unquote(address, errors="ignore"), unquote(query, errors="ignore").translate(LINE_ENDS)
    found = {one.character for one in hidden(f"{decoded}?{asked}") if one.case not in ("broken", "stacked")}
    found |= {"\t", "\n"} & set(decoded) | {"\u00ad"} & set(decoded + asked)
    if found:
        yield Problem("character", "error", {"character": name(max(found))})
    if "\\" in address:
        yield Problem("backslash", "error", {})


def _host_problems(link: Link, known: hosts.Known) -> Iterator[Problem]:
    real, values = known.imitated(link.host), {"host": _short(link.url.hostname)}
    if real:
        yield Problem("imitation", "error", {**values, "real": real})
    elif hosts.is_mixed(link.host):
        yield Problem("mixed", "error", values)
    elif NUMBER.fullmatch(link.host):
        yield Problem("number", "error", values)
    elif "." not in link.host:
        yield Problem("local", "error", values)


def _host_remarks(link: Link) -> Iterator[Problem]:
    values = {"host": _short(link.url.hostname)}
    # One that is a suffix itself, such as github.io, has no owner, and one below it has.
    is_real = hosts.owner(link.host) or hosts.owner(f"x.{link.host}")
    if link.url.port:
        yield Problem("port", "warning", {**values, "port": link.url.port})
    if not is_real or link.host.endswith((".invalid", ".test")):
        yield Problem("unreal", "warning", values)
    if link.url.protocol == "http:":
        yield Problem("plain", "hint", {"address": _short(link.url.href.replace("http:", "https:", 1))})


def _text_problems(link: Link, known: hosts.Known, shown: Shown) -> Iterator[Problem]:
    if link.url.protocol == "tel:":
        numbers, called = telephones(seen(shown.text)), link.url.pathname.partition(";")[0]
        if numbers and not any(same_number(number, called) for number in numbers):
            yield Problem("telephone", "error", {})
        return
    in_text = [*named(seen(shown.text)), *(one for one in named(seen(shown.code)) if one.whole)]
    if in_text and "\u00ad" in shown.text:
        yield Problem("hyphen", "error", {"host": _short(in_text[0].host)})
    for names in (in_text, [one for one in named(seen(shown.title)) if one.promised]):
        yield from _mail(link, names) if link.url.protocol == "mailto:" else _elsewhere(link, known, names)


def _elsewhere(link: Link, known: hosts.Known, names: list[Named]) -> Iterator[Problem]:
    target = _target(link)
    if not any(hosts.same(one.host, target) for one in names):
        for one in names:
            level = _level(one, link, target, known)
            if level:
                values = {"named": _short(one.host), "host": _short(link.url.hostname)}
                yield Problem("inside" if link.is_inside else "other", level, values)


def _level(one: Named, link: Link, target: str, known: hosts.Known) -> Level | None:
    """Return how bad it is that a text names another host than the link leads to, None when it merely mentions it."""
    if link.is_inside:
        return "warning" if one.promised and not one.mail and hosts.owner(one.host) != known.own else None
    if not (one.whole or one.alone or one.mail) and hosts.owner(target) in known.site:
        return None  # "the answer to nu.nl", on the page of those who answered
    if one.promised:
        return "error"
    is_known = hosts.owner(one.host) in known.site
    if one.host in unquote(link.href).lower():
        return None  # a page about that site: a test of it, a profile
    if one.passing:
        return "warning" if is_known else None
    return "error" if is_known else "warning"


def _mail(link: Link, names: list[Named]) -> Iterator[Problem]:
    asked = dict(parse_qsl(link.url.search.removeprefix("?")))
    fields = [unquote(link.url.pathname), *(asked.get(field, "") for field in ("to", "cc", "bcc"))]
    addresses = {one.strip().lower() for one in ",".join(fields).split(",") if "@" in one}
    written = {one.mail for one in names if one.mail}
    # Besides the address that the text shows, a copy may go to a neighbour of it.
    strangers = [
        address
        for address in addresses - written
        if not any(hosts.same(one.host, address.rpartition("@")[2]) for one in names)
    ]
    promised = written or any(one.promised for one in names)
    if promised and addresses and (strangers or (written and written.isdisjoint(addresses))):
        yield Problem("mail", "error", {})


def _target(link: Link) -> str:
    """Return the host that a link leads to in the end: of a copy in an archive, that of the original."""
    if link.host in ARCHIVES:
        for part in re.split(r"[/=&?]+", unquote(f"{link.url.pathname}{link.url.search}")):
            if "." in part and hosts.owner(part):
                return part.lower()
    return link.host


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
